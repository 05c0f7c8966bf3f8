// A slow model of what edits do, to hold the fast one against: every byte of either text knows the
// byte that it came from or went to, or the edit that took it out or put it in.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "koppel/alignment.h"
#include "koppel/span.h"

namespace koppel {

class Provenance {
 public:
  // Edits of a text of `older_size` bytes.
  Provenance(const Alignment& edits, std::uint32_t older_size);

  // The narrowest stretch of the newer text that holds all that became of the bytes of the span:
  // bytes that were kept, and the replacements of those that were not.
  Span Forward(Span span) const;
  // The same from the newer text to the older one. An empty span leads to the bytes that were
  // deleted there.
  Span Backward(Span span) const;
  // Whether a byte of the older text is still there.
  bool Kept(std::uint32_t older) const { return older_[older].edit < 0; }

 private:
  struct Byte {
    std::uint32_t other;  // of a kept byte: its place in the other text
    int edit;             // or the edit that it belongs to; -1: kept
  };
  struct Edit {
    Span from, to;
  };
  static Span Map(Span span, const std::vector<Byte>& to, const std::vector<Edit>& edits);
  // Where the text between two bytes went.
  static std::uint32_t Place(std::uint32_t position, const std::vector<Byte>& to,
                             const std::vector<Edit>& edits, bool behind_insertions);

  std::vector<Byte> older_, newer_;
  std::vector<Edit> forward_, backward_;
};

}  // namespace koppel
