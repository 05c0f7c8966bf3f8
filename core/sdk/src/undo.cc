#include "koppel/undo.h"

#include <algorithm>
#include <string_view>

#include "undo_edit.h"

namespace koppel {
namespace {

constexpr std::uint32_t kNone = ~std::uint32_t{0};

// A stretch of the text at some revision in which the wanted text differs.
struct Difference {
  Span span;
  std::string wanted;
  std::uint32_t first = kNone, last = kNone;  // of the chain of edits that were taken back here
  std::vector<Span> lines;                    // of `wanted`: see Restored::lines
  bool words = false;                         // letters or digits were taken out or put in
  bool blank_line = false;                    // comes back with it
};

// An edit that was taken back; edits of one difference form a chain.
struct Link {
  EditRef edit;
  std::uint32_t next = kNone;
};

// Neither wholly before the other; touching is before.
bool Overlap(Span a, Span b) { return a.end > b.begin && b.end > a.begin; }

// What of an edit tells whether it rests on an earlier one.
struct Shape {
  explicit Shape(const RevisionEdit& edit)
      : takes_words(HasWord(edit.removed)),
        puts_words(HasWord(edit.inserted)),
        closes(HasLineEnd(edit.removed) && !HasWhiteSpace(edit.inserted)),
        white(IsWhiteSpace(edit.removed)) {}

  bool takes_words, puts_words;
  bool closes;  // leaves nothing where a line ended
  bool white;   // takes nothing but white space
};

// Whether an edit, of a later revision, rests on what is taken back in `difference`.
bool RestsOn(const Shape& shape, Span before, const Difference& difference) {
  const bool wordless = !shape.takes_words && !shape.puts_words;
  if (!Overlap(difference.span, before))
    return wordless && shape.closes && !difference.lines.empty();
  if (difference.words && difference.span.Contains(before))
    return shape.takes_words == shape.puts_words;
  if (difference.words || !difference.lines.empty()) return wordless;
  return shape.white && difference.blank_line;
}

// Follows the differences from one revision to the next.
class Undoing {
 public:
  void Advance(std::uint32_t revision, const std::vector<RevisionEdit>& edits,
               const EditChoice& chosen) {
    revision_ = revision;
    edits_ = &edits;
    chosen_.assign(edits.size(), false);
    for (std::size_t j = 0; j < edits.size(); ++j) chosen_[j] = chosen(revision, edits[j]);
    Follow();
    DropOverlapped();
    Carry();
  }

  UndoResult Finish(std::string_view latest) {
    UndoResult result;
    std::uint32_t at = 0;
    for (const Difference& difference : differences_) {
      result.text.append(latest, at, difference.span.begin - at);
      const auto begin = static_cast<std::uint32_t>(result.text.size());
      result.text.append(difference.wanted);
      result.restored.push_back({difference.span,
                                 {begin, static_cast<std::uint32_t>(result.text.size())},
                                 NewestIn(difference),
                                 ShiftedBy(begin, difference.lines)});
      at = difference.span.end;
    }
    result.text.append(latest.substr(at));
    std::sort(overlapped_.begin(), overlapped_.end());
    result.followed = std::move(followed_);
    result.overlapped = std::move(overlapped_);
    return result;
  }

 private:
  // Takes back also what rests on a difference, and what the same decision changed beside it.
  void Follow() {
    Reach reach;
    bool decided = false;  // the edit before was taken along
    for (std::size_t j = 0; j < edits_->size(); ++j) {
      const RevisionEdit& edit = (*edits_)[j];
      const bool beside = decided && edit.before.begin == (*edits_)[j - 1].before.end &&
                          edit.rule == (*edits_)[j - 1].rule;
      decided = !chosen_[j] && (beside || RestsOnAny(edit, reach));
      if (!decided) continue;
      chosen_[j] = true;
      followed_.push_back({revision_, static_cast<std::uint32_t>(j)});
    }
  }

  // The first difference that touches an edit, and the first that ends behind its begin.
  struct Reach {
    std::size_t touching = 0, around = 0;
  };

  // Moves `reach` on to the edit.
  bool RestsOnAny(const RevisionEdit& edit, Reach& reach) const {
    const auto end_of = [this](std::size_t i) { return differences_[i].span.end; };
    const std::size_t size = differences_.size();
    while (reach.touching < size && end_of(reach.touching) < edit.before.begin) ++reach.touching;
    while (reach.around < size && end_of(reach.around) <= edit.before.begin) ++reach.around;
    // What is put in rests on what is around it, and on nothing that touches.
    const bool puts_in = edit.before.empty();
    std::size_t i = puts_in ? reach.around : reach.touching;
    if (i == size || differences_[i].span.begin > edit.before.end) return false;
    if (puts_in && !Overlap(differences_[i].span, edit.before)) return false;
    const Shape shape(edit);
    for (; i < size && differences_[i].span.begin <= edit.before.end; ++i) {
      if (RestsOn(shape, edit.before, differences_[i])) return true;
      if (puts_in) break;
    }
    return false;
  }

  // A difference in which an edit that stands was made is given up.
  void DropOverlapped() {
    std::vector<bool> drop(differences_.size());
    std::size_t first = 0;
    for (std::size_t j = 0; j < edits_->size(); ++j) {
      const Span before = (*edits_)[j].before;
      while (first < differences_.size() && differences_[first].span.end <= before.begin) ++first;
      if (chosen_[j]) continue;
      for (std::size_t i = first; i < differences_.size() && Overlap(differences_[i].span, before);
           ++i)
        drop[i] = true;
    }
    std::size_t kept = 0;
    for (std::size_t i = 0; i < differences_.size(); ++i) {
      if (drop[i]) {
        for (std::uint32_t link = differences_[i].first; link != kNone; link = links_[link].next)
          overlapped_.push_back(links_[link].edit);
      } else if (kept++ != i) {
        differences_[kept - 1] = std::move(differences_[i]);
      }
    }
    differences_.erase(differences_.begin() + static_cast<std::ptrdiff_t>(kept),
                       differences_.end());
  }

  // Merges what differs already with what this revision's chosen edits add, in the newer text.
  void Carry() {
    std::vector<Difference> carried;
    carried.reserve(differences_.size());
    std::size_t i = 0, j = 0;
    shift_ = 0;
    while (i < differences_.size() || j < edits_->size()) {
      if (j == edits_->size() ||
          (i < differences_.size() && differences_[i].span.end <= (*edits_)[j].before.begin)) {
        Difference& difference = differences_[i++];
        difference.span = Shifted(difference.span, shift_);
        carried.push_back(std::move(difference));
      } else if (i == differences_.size() ||
                 (*edits_)[j].before.end <= differences_[i].span.begin) {
        if (chosen_[j]) carried.push_back(NewDifference(j));
        Pass(j++);
      } else {
        carried.push_back(Merge(i, j));
      }
    }
    differences_ = std::move(carried);
  }

  void Pass(std::size_t j) {
    const RevisionEdit& edit = (*edits_)[j];
    shift_ = std::int64_t{edit.after.end} - edit.before.end;
  }

  static Span Shifted(Span span, std::int64_t shift) {
    return {static_cast<std::uint32_t>(span.begin + shift),
            static_cast<std::uint32_t>(span.end + shift)};
  }

  std::uint32_t NewLink(std::size_t j) {
    links_.push_back({{revision_, static_cast<std::uint32_t>(j)}});
    return static_cast<std::uint32_t>(links_.size() - 1);
  }

  Difference NewDifference(std::size_t j) {
    const RevisionEdit& edit = (*edits_)[j];
    const std::uint32_t link = NewLink(j);
    Difference difference{edit.after,     std::string(edit.removed), link, link, {},
                          HasWords(edit), HasBlankLine(edit.removed)};
    if (TakesLinesOut(edit)) difference.lines.push_back({0, edit.before.size()});
    return difference;
  }

  static bool HasWords(const RevisionEdit& edit) {
    return HasWord(edit.removed) || HasWord(edit.inserted);
  }

  static std::vector<Span> ShiftedBy(std::size_t distance, std::vector<Span> spans) {
    for (Span& span : spans) span = Shifted(span, static_cast<std::int64_t>(distance));
    return spans;
  }

  // Differences and chosen edits that overlap each other, from `i` and `j` on, which are moved
  // behind them, become one difference.
  Difference Merge(std::size_t& i, std::size_t& j) {
    const std::size_t first_edit = j;
    std::size_t next = i;
    const Span one = differences_[i].span, other = (*edits_)[j].before;
    const std::uint32_t begin = std::min(one.begin, other.begin);
    std::uint32_t difference_end = one.end, edit_end = other.end;
    const std::int64_t shift_before = shift_;
    Difference merged;
    Chain(merged, differences_[i++]);
    ChainEdit(merged, j++);
    for (;;) {
      if (i < differences_.size() && differences_[i].span.begin < edit_end) {
        difference_end = differences_[i].span.end;
        Chain(merged, differences_[i++]);
      } else if (j < edits_->size() && (*edits_)[j].before.begin < difference_end) {
        edit_end = (*edits_)[j].before.end;
        ChainEdit(merged, j++);
      } else {
        break;
      }
    }
    std::uint32_t at = begin;
    for (std::size_t e = first_edit; e < j; ++e) AppendWanted((*edits_)[e], next, i, at, merged);
    merged.blank_line = HasBlankLine(merged.wanted);
    Pass(j - 1);
    merged.span = {static_cast<std::uint32_t>(begin + shift_before),
                   static_cast<std::uint32_t>(std::max(difference_end, edit_end) + shift_)};
    return merged;
  }

  // What one edit removed, with the differences from `next` on that begin before its end.
  void AppendWanted(const RevisionEdit& edit, std::size_t& next, std::size_t end, std::uint32_t& at,
                    Difference& merged) const {
    const auto append_until = [&](std::uint32_t until) {
      if (at >= until) return;
      merged.wanted.append(edit.removed, at - edit.before.begin, until - at);
      at = until;
    };
    at = std::max(at, edit.before.begin);
    const auto begin = static_cast<std::uint32_t>(merged.wanted.size());
    const std::size_t lines = merged.lines.size();
    for (; next < end && differences_[next].span.begin < edit.before.end; ++next) {
      append_until(differences_[next].span.begin);
      for (const Span line : ShiftedBy(merged.wanted.size(), differences_[next].lines))
        merged.lines.push_back(line);
      merged.wanted.append(differences_[next].wanted);
      at = std::max(at, differences_[next].span.end);
    }
    append_until(edit.before.end);
    if (!TakesLinesOut(edit)) return;
    merged.lines.resize(lines);
    merged.lines.push_back({begin, static_cast<std::uint32_t>(merged.wanted.size())});
  }

  void Chain(Difference& to, const Difference& from) {
    to.words |= from.words;
    if (to.first == kNone) {
      to.first = from.first;
    } else {
      links_[to.last].next = from.first;
    }
    to.last = from.last;
  }

  void ChainEdit(Difference& to, std::size_t j) {
    const std::uint32_t link = NewLink(j);
    to.words |= HasWords((*edits_)[j]);
    links_[to.last].next = link;
    to.last = link;
  }

  std::uint32_t NewestIn(const Difference& difference) const {
    std::uint32_t newest = 0;
    for (std::uint32_t link = difference.first; link != kNone; link = links_[link].next) {
      const EditRef edit = links_[link].edit;
      if (!std::binary_search(followed_.begin(), followed_.end(), edit))
        newest = std::max(newest, edit.revision);
    }
    return newest;
  }

  std::uint32_t revision_ = 0;
  const std::vector<RevisionEdit>* edits_ = nullptr;
  std::vector<bool> chosen_;
  std::vector<Difference> differences_;  // ascending, disjoint; they may touch
  std::vector<Link> links_;
  std::vector<EditRef> overlapped_, followed_;
  std::int64_t shift_ = 0;  // newer minus older position, behind the edits that were passed
};

}  // namespace

UndoResult Undo(const Document& document, const EditChoice& chosen) {
  Undoing undoing;
  for (std::uint32_t r = 0; r < document.revisions(); ++r)
    undoing.Advance(r, document.RevisionEdits(r), chosen);
  return undoing.Finish(document.text());
}

}  // namespace koppel
