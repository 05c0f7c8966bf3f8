// The keys of a map, checked against those that may stand there.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "problems.h"
#include "yaml_tree.h"

namespace koppel::internal {

class Fields {
 public:
  // Advice on an unknown key that says more than the nearest known one; empty where there is none.
  using Advice = std::function<std::string(const YamlNode& key)>;

  // Unknown and repeated keys are problems; so is anything but a map, which then has no keys.
  // `what` names the map in messages: "a step". All must outlive this object.
  Fields(const YamlNode& map, std::string_view what, std::vector<std::string_view> known,
         Problems& problems, const Advice& advice = {});

  // The first value of a key, or of a misspelling of it, which was told: one slip is one problem.
  // Null if there is none.
  const YamlNode* Find(std::string_view name) const;
  // As above; a missing key is a problem.
  const YamlNode* Require(std::string_view name, std::string_view why);

 private:
  void ReportUnknown(const YamlEntry& entry, const Advice& advice);
  const YamlNode* FindExactly(std::string_view name) const;

  const YamlNode& map_;
  std::string_view what_;
  std::vector<std::string_view> known_;
  std::map<std::string_view, const YamlNode*> meant_;  // by the right name
  Problems& problems_;
};

// Tells every key that stands in `map` a second time.
void ReportRepeatedKeys(const YamlNode& map, Problems& problems);

}  // namespace koppel::internal
