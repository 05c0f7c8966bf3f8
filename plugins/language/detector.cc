#include "detector.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "cld.h"
#include "koppel/params.h"
#include "koppel/utf8.h"

namespace koppel::language {
namespace {

using Candidate = internal::Candidate;

// A look at some thirty words decides most texts; more than a hundred change no answer.
constexpr std::size_t kFirstLookBytes = 200;
constexpr std::size_t kSampleBytes = 600;

// Scores are log-likelihoods of parts that overlap (a word and its spelling), hence too sure.
constexpr double kScale = 0.8;
constexpr double kDecisive = 7;  // lead at which CLD2 would not change the answer
constexpr double kCldWeight = 2;
constexpr double kReliableWeight = 1;
// A language without data has no evidence of its own, so its vote grows with the text: a word of
// the right language is worth about two, of a wrong one a half.
constexpr double kForeignWeight = 1.2;
constexpr double kTooFewWords = 3;  // say nothing about a language without data
constexpr double kBytesPerWord = 6.5;

std::string_view Beginning(std::string_view text, std::size_t bytes) {
  std::size_t end = std::min(text.size(), bytes);
  while (!OnBoundary(text, end)) --end;
  return text.substr(0, end);
}

bool HasLetters(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = DecodeAt(text, i);
    if (IsLetter(c.value)) return true;
    i += c.size;
  }
  return false;
}

// The best first; ties in the order of codes, so that the answer does not depend on files' order.
void Sort(std::vector<Candidate>& candidates) {
  std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
    return a.score != b.score ? a.score > b.score : a.code < b.code;
  });
}

bool Decided(const std::vector<Candidate>& candidates) {
  return candidates.size() > 1 && candidates[0].score - candidates[1].score > kDecisive;
}

void AddVote(std::string_view code, double weight, double foreign_weight,
             std::vector<Candidate>& candidates) {
  const auto same = std::find_if(candidates.begin(), candidates.end(),
                                 [&](const Candidate& c) { return c.code == code; });
  if (same != candidates.end()) {
    same->score += weight;
  } else {
    candidates.push_back({code, weight + foreign_weight});
  }
}

// Probability of the first candidate.
double Confidence(const std::vector<Candidate>& candidates) {
  double sum = 0;
  for (const Candidate& c : candidates) sum += std::exp(kScale * (c.score - candidates[0].score));
  return 1 / sum;
}

// "; did you mean 'nl'?" for "NL", "nl-BE", "dutch" and "nk"; or empty.
std::string Meant(std::string_view choice, const std::vector<std::string_view>& codes) {
  std::string lower = ToLower(choice);
  for (const CldLanguage& language : CldLanguages()) {
    if (ToLower(language.name) == lower) lower = language.code;
  }
  lower.resize(std::min(lower.find('-'), lower.size()));
  const bool known = std::find(codes.begin(), codes.end(), lower) != codes.end();
  return known ? fmt::format("; did you mean '{}'?", lower) : DidYouMean(choice, codes);
}

}  // namespace

Detector::Detector(const Evidence& evidence, std::vector<std::string> choices)
    : evidence_(evidence), choices_(std::move(choices)) {}

Status Detector::CheckChoices() const {
  std::vector<std::string_view> codes(evidence_.languages().begin(), evidence_.languages().end());
  for (const CldLanguage& language : CldLanguages()) {
    if (std::find(codes.begin(), codes.end(), language.code) == codes.end())
      codes.push_back(language.code);
  }
  for (const std::string& choice : choices_) {
    if (std::find(codes.begin(), codes.end(), choice) != codes.end()) continue;
    return InvalidParameter(fmt::format(
        "'languages' must be a list of codes of languages that can be told, like nl; got \"{}\"{}",
        choice, Meant(choice, codes)));
  }
  return Ok();
}

bool Detector::Allowed(std::string_view code) const {
  return choices_.empty() || std::find(choices_.begin(), choices_.end(), code) != choices_.end();
}

void Detector::AddCld(std::string_view text, std::vector<Candidate>& candidates) const {
  const CldGuess guess = GuessByCld(text);
  const double weight = guess.share * kCldWeight + (guess.reliable ? kReliableWeight : 0);
  const double words = static_cast<double>(text.size()) / kBytesPerWord - kTooFewWords;
  const double foreign = guess.reliable && words > 0 ? words * guess.share * kForeignWeight : 0;
  if (!guess.code.empty() && Allowed(guess.code)) AddVote(guess.code, weight, foreign, candidates);
  // CLD2 takes much Danish for Norwegian.
  if (guess.code == "no" && Allowed("da")) AddVote("da", weight, 0, candidates);
}

std::vector<internal::Candidate> Detector::Score(std::string_view text) const {
  const std::vector<double> scores = evidence_.Score(text);
  std::vector<Candidate> candidates;
  for (std::size_t i = 0; i < scores.size(); ++i) {
    const std::string_view code = evidence_.languages()[i];
    if (Allowed(code)) candidates.push_back({code, scores[i]});
  }
  Sort(candidates);
  return candidates;
}

Guess Detector::Detect(std::string_view text) const {
  const std::string_view sample = Beginning(text, kSampleBytes);
  if (!HasLetters(sample)) return {};
  std::vector<Candidate> candidates = Score(Beginning(sample, kFirstLookBytes));
  if (!Decided(candidates)) {
    if (sample.size() > kFirstLookBytes) candidates = Score(sample);
    AddCld(sample, candidates);
    Sort(candidates);
  }
  if (candidates.empty() || candidates[0].score <= 0) return {};
  return {std::string(candidates[0].code), Confidence(candidates)};
}

}  // namespace koppel::language
