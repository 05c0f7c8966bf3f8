#include "koppel/report/page.h"

#include <fmt/format.h>

#include "assets.h"
#include "koppel/report/html_text.h"

namespace koppel {

std::string PageHead(std::string_view title, std::string_view style) {
  return fmt::format(
      "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
      "<meta name=\"viewport\" content=\"width=device-width\"><title>{0} — "
      "Koppel</title>\n<style>{1}{2}</style></head>\n<body><h1>{0}</h1>\n",
      Html(title), kStyle, style);
}

}  // namespace koppel
