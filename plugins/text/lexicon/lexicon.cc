#include "lexicon/lexicon.h"

#include <string>
#include <utility>

#include "vocabulary/scanner.h"

namespace koppel::text {
namespace {

// Distinct words remembered. Real text repeats itself well below this; hostile text must not fill
// the memory.
constexpr std::size_t kMemoLimit = std::size_t{1} << 18;

// Bytes: no dictionary has longer ones, and hostile text has many.
constexpr std::size_t kLongestWord = 128;

constexpr std::uint64_t kSeed = 1;

// As it is written: capitals differ.
std::uint64_t HashOf(std::string_view word) {
  FoldedHash hash(kSeed);
  for (const char c : word) hash.AddAscii(static_cast<unsigned char>(c));
  return hash.Finish();
}

}  // namespace

InstalledLexicon::InstalledLexicon(std::shared_ptr<const Dictionary> dictionary)
    : dictionary_(std::move(dictionary)) {}

Known InstalledLexicon::Lookup(std::string_view word) {
  if (word.empty() || word.size() > kLongestWord) return Known::kNo;
  const std::uint64_t hash = HashOf(word);
  if (const std::uint32_t found = memo_.Count(hash); found > 0)
    return static_cast<Known>(found - 1);
  if (memo_.size() >= kMemoLimit) memo_.Clear();
  const Known known = dictionary_->Lookup(std::string(word));
  memo_.Add(hash, 1 + static_cast<std::uint32_t>(known));
  return known;
}

}  // namespace koppel::text
