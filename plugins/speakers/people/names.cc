#include "people/names.h"

#include <utility>

#include "koppel/utf8.h"

namespace koppel::speakers {

namespace {

constexpr std::size_t kMostParts = 8;  // of forenames, and of capitalised words altogether

class NameParser {
 public:
  NameParser(const Words& words, std::size_t i, const Lexicon& lexicon)
      : words_(words), lexicon_(lexicon), first_(i), at_(i) {}

  std::optional<Name> Parse() {
    name_.first = first_;
    TakeTitles();
    const std::size_t bare = at_;
    TakeGiven();
    TakeFamily();
    if (at_ == bare || !Acceptable(bare)) return std::nullopt;
    name_.last = at_;
    name_.span = words_.Cover(first_, at_);
    name_.bare = words_.Cover(bare, at_);
    return std::move(name_);
  }

 private:
  bool Adjoins(std::size_t i) const {
    return i < words_.size() && !words_[i].line_start && !words_[i].blank_before;
  }

  void TakeTitles() {
    const struct {
      List list;
      Gender gender;
    } kinds[] = {{List::kTitleMale, Gender::kMale},
                 {List::kTitleFemale, Gender::kFemale},
                 {List::kTitle, Gender::kUnknown},
                 {List::kOffice, Gender::kUnknown}};
    for (bool more = true; more && at_ < words_.size();) {
      more = false;
      for (const auto& kind : kinds) {
        std::size_t n = lexicon_.Match(kind.list, words_, at_);
        if (n == 0 && kind.list == List::kOffice &&
            lexicon_.HasCompound(kind.list, words_.Lower(at_)))
          n = 1;
        if (n == 0 || !NameCanFollow(at_ + n)) continue;
        if (kind.gender != Gender::kUnknown) name_.gender = kind.gender;
        name_.titled = more = true;
        at_ += n;
        break;
      }
    }
  }

  bool NameCanFollow(std::size_t i) const {
    if (i >= words_.size() || words_[i].blank_before) return false;
    if (words_.IsCapital(i)) return true;
    for (const List list :
         {List::kTitleMale, List::kTitleFemale, List::kTitle, List::kOffice, List::kParticle}) {
      if (lexicon_.Match(list, words_, i) > 0) return true;
    }
    return false;
  }

  bool IsInitial(std::size_t i) const {
    return words_.IsCapital(i) && CodePoints(words_.Text(i)) <= 2 && words_.IsMark(i + 1, ".") &&
           !words_[i + 1].space_before;
  }

  // A capitalised word that can be part of a name and is not the start of another line.
  bool IsPart(std::size_t i) const {
    const bool function_word = i > first_ && lexicon_.Has(List::kFunction, words_.Lower(i));
    if (lexicon_.HasCompound(List::kOrganisation, words_.Lower(i))) return false;
    return words_.IsCapital(i) && (i == at_ || Adjoins(i)) && CodePoints(words_.Text(i)) > 1 &&
           !function_word;
  }

  // Hendrik ‘Rikkie’ Posthuma: between quotation marks, with more of the name behind it.
  bool IsNickname(std::size_t i) const {
    const auto is_mark = [&](std::size_t k) {
      for (const std::string_view mark : {"‘", "’", "“", "”", "„", "\"", "'"}) {
        if (words_.IsMark(k, mark)) return true;
      }
      return false;
    };
    return is_mark(i) && is_mark(i + 2) && words_.IsCapital(i + 1) && Adjoins(i + 3) &&
           words_[i].space_before && (words_.IsCapital(i + 3) || ParticlesAt(i + 3) > 0);
  }

  std::size_t ParticlesAt(std::size_t i) const {
    std::size_t n = 0;
    while (n < 4) {
      const std::size_t more = lexicon_.Match(List::kParticle, words_, i + n);
      if (more == 0 || (n > 0 && !Adjoins(i + n))) break;
      n += more;
    }
    const bool name_follows = words_.IsCapital(i + n) && Adjoins(i + n);
    const bool organisation = lexicon_.HasCompound(List::kOrganisation, words_.Lower(i + n));
    return n > 0 && name_follows && !organisation ? n : 0;
  }

  void TakeGiven() {
    const std::size_t begin = at_;
    while (IsInitial(at_) && at_ < begin + 2 * kMostParts) at_ += 2;
    if (at_ > begin) {
      name_.given = words_.Join(begin, at_);
      return;
    }
    // Every capitalised word but the last is a forename, unless particles come first ("Van der
    // Lans").
    if (ParticlesAt(at_) > 0) return;
    std::size_t end = at_, nickname = 0;
    while (end < begin + kMostParts && IsPart(end) && (end == begin || Adjoins(end)) &&
           ParticlesAt(end) == 0) {
      ++end;
      if (!IsNickname(end)) continue;
      nickname = end;
      end += 3;
    }
    while (end > begin && IsInitial(end) && end < begin + kMostParts) end += 2;
    const bool family_follows =
        ParticlesAt(end) > 0 || (end > begin && words_.IsMark(end - 1, "."));
    if (!family_follows && end > begin) --end;
    if (end > begin) name_.given = words_.Join(begin, nickname > 0 ? nickname : end);
    at_ = end;
  }

  void TakeFamily() {
    const std::size_t begin = at_;
    const std::size_t particles =
        begin == first_ || Adjoins(begin) || name_.titled ? ParticlesAt(begin) : 0;
    // "het Plein", "van Plein": one small particle does not begin a name by itself; "van der Plein"
    // does.
    const bool bare = begin == first_ && particles == 1 && !words_[begin].capital;
    if (bare) return;
    std::size_t end = begin + particles;
    while (end < begin + particles + kMostParts && words_.IsCapital(end) &&
           (end == begin || Adjoins(end))) {
      ++end;
      if (const std::size_t n = ParticlesAt(end); n > 0 && Hyphenated(end - 1)) end += n;
      if (!Hyphenated(end - 1)) break;
    }
    if (end == begin) return;
    name_.family = words_.Join(begin, end);
    name_.lone = name_.given.empty() && end == begin + 1 && !name_.titled;
    at_ = end;
  }

  // Ven-van Dijk: the second name's particle hangs on the first name.
  bool Hyphenated(std::size_t i) const {
    return words_.Text(i).find('-') != std::string_view::npos;
  }

  bool Acceptable(std::size_t bare) const {
    // "Hogeschool De Landen" is no person.
    const bool of_organisation =
        first_ > 0 && Adjoins(first_) && words_[first_].space_before &&
        lexicon_.HasCompound(List::kOrganisation, words_.Lower(first_ - 1));
    // "Bewoners van de Klimroos" are no person called so.
    if (of_organisation || lexicon_.Has(List::kPeople, words_.Lower(bare))) return false;
    const bool starts_with_function = lexicon_.Has(List::kFunction, words_.Lower(bare)) &&
                                      lexicon_.Match(List::kParticle, words_, bare) == 0;
    if (starts_with_function && !IsInitial(bare)) return false;
    // "Naima B.": a forename and an initial.
    if (name_.family.empty())
      return !name_.given.empty() && name_.given.find(' ') != std::string::npos;
    const bool starts =
        bare == 0 || words_[bare].blank_before || words_[bare - 1].kind == Word::Kind::kMark;
    const bool common =
        lexicon_.Has(List::kFunction, words_.Lower(bare)) || (starts && words_[bare].common);
    return !(name_.lone && common);
  }

  const Words& words_;
  const Lexicon& lexicon_;
  std::size_t first_, at_;
  Name name_;
};

}  // namespace

std::optional<Name> MatchName(const Words& words, std::size_t i, const Lexicon& lexicon) {
  if (i >= words.size() || words[i].kind != Word::Kind::kWord) return std::nullopt;
  return NameParser(words, i, lexicon).Parse();
}

std::vector<Name> MatchNames(const Words& words, std::size_t i, std::size_t last,
                             const Lexicon& lexicon, std::size_t& end) {
  std::vector<Name> names;
  while (i < last) {
    std::optional<Name> name = MatchName(words, i, lexicon);
    if (!name || name->last > last) break;
    end = i = name->last;
    names.push_back(std::move(*name));
    const bool joined = words.IsMark(i, ",") || words.IsMark(i, "&") || words.IsMark(i, ";") ||
                        lexicon.Has(List::kConjunction, words.Lower(i));
    if (!joined) break;
    ++i;
  }
  return names;
}

std::string FamilyKey(const std::string& family) { return ToLower(family); }

}  // namespace koppel::speakers
