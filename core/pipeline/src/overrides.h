// `--set who.param=value`.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "params_reader.h"
#include "problems.h"
#include "yaml_tree.h"

namespace koppel::internal {

class Overrides {
 public:
  // Texts of the wrong shape are problems, without location.
  Overrides(const std::vector<Override>& overrides, Problems& problems);

  // Puts into `given` what is set for the step `id`; later overrides win. The nodes live as long as
  // this object.
  void Apply(std::string_view id, const ComponentInfo& component,
             const std::filesystem::path& folder, GivenParams& given, Problems& problems);
  // Tells those that met no step. `ids` are those that there are.
  void ReportUnused(const std::vector<std::string_view>& ids, Problems& problems) const;

 private:
  struct Setting {
    std::string text;
    std::string who;
    std::string param;
    YamlTree value;
    bool used = false;
  };

  std::vector<Setting> settings_;
};

}  // namespace koppel::internal
