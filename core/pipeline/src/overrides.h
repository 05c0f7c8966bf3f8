// `--set who.param=value`.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "problems.h"
#include "yaml_tree.h"

namespace koppel::internal {

class Overrides {
 public:
  // Texts of the wrong shape are problems, without location.
  Overrides(const std::vector<Override>& overrides, Problems& problems);

  // Sets in `params` what is given for the step `id`; later overrides win.
  void Apply(std::string_view id, const ComponentInfo& component,
             const std::filesystem::path& folder, ParamValues& params, Problems& problems);
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
