// Mails in a thread: blocks of header lines ("Van: …", "Aan: …") and what follows them.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "language/lexicon.h"
#include "language/words.h"
#include "turns/letters.h"
#include "turns/lines.h"

namespace koppel::speakers {

struct Mail {
  std::size_t first_line = 0, last_line = 0;  // header included
  std::size_t body_line = 0;                  // first line behind the header
  std::optional<Address> from;
  std::vector<Address> to;
};

// Each mail reaches to the next header. A header is two or more neighbouring lines with keys of the
// lexicon, one of them the sender's.
std::vector<Mail> FindMails(const Words& words, const std::vector<Line>& lines,
                            const Lexicon& lexicon);

}  // namespace koppel::speakers
