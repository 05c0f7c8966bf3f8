#include "adopt_locale.h"

#include <clocale>
#include <cstdlib>
#include <locale>
#include <string>
#include <string_view>

namespace koppel {
namespace {

class Commas : public std::numpunct<char> {
  char do_decimal_point() const override { return ','; }
  char do_thousands_sep() const override { return '.'; }
  std::string do_grouping() const override { return "\3"; }
};

}  // namespace

void AdoptLocale() {
  const char* const name = std::getenv("LC_ALL");
  if (name == nullptr || std::string_view(name) == "C" || std::string_view(name) == "POSIX") return;
  if (std::setlocale(LC_ALL, "") != nullptr) {
    std::locale::global(std::locale(""));
  } else {
    std::locale::global(std::locale(std::locale::classic(), new Commas));
  }
}

}  // namespace koppel
