#include "lexicon/lexicon.h"

#include <utility>

namespace koppel::text {
namespace {

// Distinct words remembered. Real text repeats itself well below this; hostile text must not fill
// the memory.
constexpr std::size_t kMemoLimit = std::size_t{1} << 18;

// Bytes: no dictionary has longer ones, and hostile text has many.
constexpr std::size_t kLongestWord = 128;

}  // namespace

InstalledLexicon::InstalledLexicon(std::shared_ptr<const Dictionary> dictionary)
    : dictionary_(std::move(dictionary)) {}

Known InstalledLexicon::Lookup(std::string_view word) {
  if (word.empty() || word.size() > kLongestWord) return Known::kNo;
  const auto found = memo_.find(word);
  if (found != memo_.end()) return found->second;
  if (memo_.size() >= kMemoLimit) memo_.clear();
  std::string key(word);
  const Known known = dictionary_->Lookup(key);
  memo_.emplace(std::move(key), known);
  return known;
}

}  // namespace koppel::text
