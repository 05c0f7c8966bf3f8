#include "lexicon/lexicon.h"

#include <utility>

namespace koppel::text {
namespace {

// Distinct words remembered. Real text repeats itself well below this; hostile text must not fill
// the memory.
constexpr std::size_t kMemoLimit = std::size_t{1} << 18;

}  // namespace

InstalledLexicon::InstalledLexicon(std::shared_ptr<const Dictionary> dictionary)
    : dictionary_(std::move(dictionary)) {}

Known InstalledLexicon::Lookup(std::string_view word) {
  if (word.empty()) return Known::kNo;
  std::string key(word);
  const auto found = memo_.find(key);
  if (found != memo_.end()) return found->second;
  if (memo_.size() >= kMemoLimit) memo_.clear();
  const Known known = dictionary_->Lookup(key);
  memo_.emplace(std::move(key), known);
  return known;
}

}  // namespace koppel::text
