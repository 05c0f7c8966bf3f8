#include "lexicon/dictionary.h"

#include <filesystem>
#include <hunspell/hunspell.hxx>
#include <mutex>
#include <optional>
#include <utility>

#include "lexicon/patterns.h"
#include "lexicon/word_list.h"
#include "lines/characters.h"

namespace koppel::text {
namespace {

constexpr int kCompoundFlag =
    1;  // SPELL_COMPOUND of hunspell's atypes.hxx, which is not installed for C++

// Files that belong together: all of them must be there.
struct Part {
  std::vector<std::string> paths;
  std::string package;

  // The first that is not there; empty if there is none.
  std::string Missing() const {
    for (const std::string& path : paths) {
      if (!std::filesystem::exists(path)) return path;
    }
    return {};
  }
  bool Installed() const { return !paths.empty() && Missing().empty(); }
};

Part HunspellPart(const DictionaryFiles& files) {
  if (files.hunspell.empty()) return {};
  return {{files.hunspell + ".aff", files.hunspell + ".dic"}, files.hunspell_package};
}

Part SingleFile(const std::string& path, const std::string& package) {
  return path.empty() ? Part{} : Part{{path}, package};
}

std::vector<Part> PartsOf(const DictionaryFiles& files) {
  return {HunspellPart(files), SingleFile(files.word_list, files.word_list_package),
          SingleFile(files.patterns, files.patterns_package)};
}

bool InList(const WordList& list, const std::string& word) {
  if (list.Contains(word)) return true;
  const Character first = CharacterAt(word, 0);
  if (!IsUpper(first.code)) return false;
  std::string lower;
  AppendUtf8(ToLower(first.code), lower);
  return list.Contains(lower.append(word, first.size));
}

}  // namespace

struct Dictionary::Loaded {
  std::unique_ptr<Hunspell> hunspell;
  std::unique_ptr<WordList> list;
  std::unique_ptr<WordFamilies> families;
  std::unique_ptr<BreakPatterns> patterns;
};

struct Dictionary::Lazy {
  std::once_flag once;
  Loaded loaded;
  std::mutex hunspell;  // a Hunspell object serves one caller at a time
};

Dictionary::Dictionary(DictionaryFiles files)
    : files_(std::move(files)), lazy_(std::make_unique<Lazy>()) {}

Dictionary::~Dictionary() = default;

std::vector<MissingFile> Dictionary::Missing() const {
  std::vector<MissingFile> missing;
  for (const Part& part : PartsOf(files_)) {
    if (std::string path = part.Missing(); !path.empty())
      missing.push_back({std::move(path), part.package});
  }
  return missing;
}

std::vector<std::string> Dictionary::Present() const {
  std::vector<std::string> present;
  for (const Part& part : PartsOf(files_)) {
    if (part.Installed()) present.insert(present.end(), part.paths.begin(), part.paths.end());
  }
  return present;
}

const Dictionary::Loaded& Dictionary::Load() const {
  std::call_once(lazy_->once, [this] {
    Loaded& loaded = lazy_->loaded;
    // hunspell itself tells of a missing file only by rejecting every word.
    if (const Part part = HunspellPart(files_); part.Installed()) {
      loaded.hunspell = std::make_unique<Hunspell>(part.paths[0].c_str(), part.paths[1].c_str());
    }
    if (!files_.word_list.empty()) loaded.list = WordList::Load(files_.word_list);
    if (loaded.list) loaded.families = std::make_unique<WordFamilies>(*loaded.list);
    if (!files_.patterns.empty()) loaded.patterns = BreakPatterns::Load(files_.patterns);
  });
  return lazy_->loaded;
}

Known Dictionary::Lookup(const std::string& word) const {
  const Loaded& loaded = Load();
  if (loaded.list && InList(*loaded.list, word)) return Known::kListed;
  if (!loaded.hunspell || word.find('-') != std::string::npos) return Known::kNo;
  int info = 0;
  const std::lock_guard lock(lazy_->hunspell);
  if (!loaded.hunspell->spell(word, &info)) return Known::kNo;
  return (info & kCompoundFlag) != 0 ? Known::kCompound : Known::kListed;
}

WordFamily Dictionary::FamilyOf(std::string_view part) const {
  const Loaded& loaded = Load();
  return loaded.families ? loaded.families->Of(part) : WordFamily();
}

Legality Dictionary::BreakLegality(std::string_view left, std::string_view right) const {
  const Loaded& loaded = Load();
  return loaded.patterns ? loaded.patterns->Judge(left, right) : Legality::kUnknown;
}

}  // namespace koppel::text
