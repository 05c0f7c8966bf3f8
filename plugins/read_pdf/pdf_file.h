// A PDF file as poppler sees it: pages of words with boxes.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "koppel/status.h"
#include "reading_order.h"

namespace koppel::read_pdf {

struct Word {
  std::string text;      // UTF-8
  double font_size = 0;  // 0: not known
  std::string font;      // without the prefix of a subset; empty: not known
  bool space_after = false;
  bool placed = true;  // runs from left to right, at a place that makes sense
};

struct PdfPage {
  double width = 0;
  double height = 0;
  std::string label;  // empty where it is the page's position
  std::vector<Word> words;
  std::vector<Rect> boxes;  // of the words
};

// Several files may be open in several threads; one file belongs to one thread.
class PdfFile {
 public:
  // `bytes` must outlive the file. bad_input for what is no PDF, is truncated, or needs a password.
  static Result<std::unique_ptr<PdfFile>> Open(std::string_view bytes);
  ~PdfFile();

  int pages() const;
  // From 0. bad_input if the page can't be read.
  Result<PdfPage> ReadPage(int index) const;
  std::string title() const;  // empty where there is none
  std::string author() const;
  // What poppler complained of first in this thread since Open; empty if of nothing.
  std::string complaint() const;

 private:
  struct State;
  explicit PdfFile(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace koppel::read_pdf
