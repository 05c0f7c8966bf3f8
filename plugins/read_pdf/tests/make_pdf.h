// Small PDF files for tests, written by hand.
#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

namespace koppel::read_pdf::testing {

struct Text {
  double x;               // from the left
  double y;               // of the baseline, from the bottom
  std::string_view text;  // without parentheses and backslashes
  double size = 10;       // of the type
};

// One page of 400 by 400 points, in Helvetica.
inline std::string MakePdf(const std::vector<Text>& texts) {
  std::string content;
  for (const Text& text : texts) {
    content +=
        fmt::format("BT /F1 {} Tf {} {} Td ({}) Tj ET\n", text.size, text.x, text.y, text.text);
  }
  const std::vector<std::string> objects = {
      "<</Type/Catalog/Pages 2 0 R>>",
      "<</Type/Pages/Kids[3 0 R]/Count 1>>",
      "<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 400]/Contents 4 0 R/Resources<</Font<</F1 5 0 "
      "R>>>>>>",
      fmt::format("<</Length {}>>\nstream\n{}\nendstream", content.size(), content),
      "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
      "<</Title(Een titel)/Author(Een schrijfster)>>"};
  std::string pdf = "%PDF-1.4\n";
  std::string table = "xref\n0 7\n0000000000 65535 f \n";
  for (std::size_t i = 0; i < objects.size(); ++i) {
    table += fmt::format("{:010} 00000 n \n", pdf.size());
    pdf += fmt::format("{} 0 obj\n{}\nendobj\n", i + 1, objects[i]);
  }
  return fmt::format("{}{}trailer\n<</Size 7/Root 1 0 R/Info 6 0 R>>\nstartxref\n{}\n%%EOF\n", pdf,
                     table, pdf.size());
}

}  // namespace koppel::read_pdf::testing
