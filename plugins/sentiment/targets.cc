#include "targets.h"

namespace koppel::sentiment {

Status TargetList::Add(std::string_view text) {
  for (const TableRow& row : ReadTable(text)) {
    const std::vector<std::string_view> forms = Split(row[1], ',');
    if (forms.empty()) return BadRow(row, "no forms of", row[0]);
    for (const std::string_view form : forms) {
      for (auto& phrase : ReadPhrase(form)) forms_.Add(std::move(phrase), std::string(row[0]));
    }
  }
  return Ok();
}

}  // namespace koppel::sentiment
