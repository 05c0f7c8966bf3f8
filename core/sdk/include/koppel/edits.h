// Edits that a step wants made to a document's text. The core applies them, records them in the
// ledger and carries every annotation over (Document::Apply).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "koppel/span.h"

namespace koppel {

// A set of edits against one text. They may be added in any order; they may touch but not overlap.
// Several insertions at one place keep the order in which they were added. Reusable: Clear keeps
// the memory.
class Edits {
 public:
  struct Edit {
    Span span;                     // of the text before
    std::uint32_t text_begin = 0;  // replacement, a stretch of the set's own buffer
    std::uint32_t text_size = 0;
    std::string_view rule;  // not owned
    float confidence = 1;   // 0 to 1
  };

  // `rule` names why, in snake_case ("join", "mojibake"); it must outlive the set: use a literal or
  // memory of the component. The replacement is copied. Common bytes at either end of the replaced
  // and the new text should be left out of the span by the caller: annotations inside an edit lose
  // precision.
  void Replace(Span span, std::string_view replacement, std::string_view rule,
               double confidence = 1);
  void Delete(Span span, std::string_view rule, double confidence = 1) {
    Replace(span, {}, rule, confidence);
  }
  void Insert(std::uint32_t at, std::string_view text, std::string_view rule,
              double confidence = 1) {
    Replace({at, at}, text, rule, confidence);
  }

  bool empty() const { return edits_.empty(); }
  std::size_t size() const { return edits_.size(); }
  void Clear();

  // In text order once Sort has run.
  const std::vector<Edit>& edits() const { return edits_; }
  std::string_view TextOf(const Edit& edit) const {
    return std::string_view(buffer_).substr(edit.text_begin, edit.text_size);
  }
  void Sort();

 private:
  std::vector<Edit> edits_;
  std::string buffer_;
};

}  // namespace koppel
