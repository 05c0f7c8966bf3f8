// Whether a text says something twice.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace koppel::text {

// Letters and digits only, in lower case: line ends, hyphens and quotation marks make no
// difference. Made when it is first asked. Answers a limited number of questions (then: no), so
// that no text makes it quadratic.
class Echo {
 public:
  // The text must outlive the echo.
  explicit Echo(std::string_view text) : text_(text) {}

  // Whether `passage`, which is part of the text, stands at another place too. A passage of a few
  // words never does: it would say nothing.
  bool IsRepeated(std::string_view passage);

 private:
  std::string_view text_;
  std::string letters_;
  std::size_t asked_ = 0;
};

}  // namespace koppel::text
