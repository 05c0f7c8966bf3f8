#include "stop_words.h"

#include "koppel/utf8.h"

namespace koppel::example {

Status StopWords::Open(Setup& setup) {
  Result<std::string> text = setup.ReadResource(setup.plugin_folder() / "data" / params_.list);
  if (!text.ok()) return std::move(text).status();
  for (std::string_view rest = *text; !rest.empty();) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    if (end > 0) words_.emplace(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return Ok();
}

Status StopWords::Process(Document& document, Context&) {
  document.layer<Token>().RemoveIf(
      [this](auto token) { return words_.contains(ToLower(token.text())); });
  return Ok();
}

}  // namespace koppel::example
