// Decides the language of a text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "evidence.h"
#include "koppel/status.h"

namespace koppel::language {

struct Guess {
  std::string code = "und";
  double confidence = 0;  // 0 to 1
};

namespace internal {
struct Candidate {
  std::string_view code;
  double score;
};
}  // namespace internal

// Weighs the evidence of words and spelling together with CLD2; CLD2 is asked only where the
// evidence does not decide, since it costs more than all the rest. Thread-safe.
class Detector {
 public:
  // `evidence` must outlive the detector. `choices`: the only answers beside und; empty: any.
  Detector(const Evidence& evidence, std::vector<std::string> choices);

  // invalid_parameter for a choice that can never be the answer.
  Status CheckChoices() const;

  // The likeliest language; und where the text has no letters or nothing speaks for any choice.
  // Of a long text the beginning is looked at.
  Guess Detect(std::string_view text) const;

 private:
  bool Allowed(std::string_view code) const;
  // The allowed languages that have data, the likeliest first.
  std::vector<internal::Candidate> Score(std::string_view text) const;
  void AddCld(std::string_view text, std::vector<internal::Candidate>& candidates) const;

  const Evidence& evidence_;
  std::vector<std::string> choices_;
};

}  // namespace koppel::language
