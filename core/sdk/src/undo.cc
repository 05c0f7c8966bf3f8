#include "koppel/undo.h"

#include <algorithm>
#include <string_view>

#include "koppel/layers.h"

namespace koppel {
namespace {

constexpr std::uint32_t kNone = ~std::uint32_t{0};
constexpr std::string_view kWhiteSpace = " \t\r\n\f\v";

// A stretch of the text at some revision in which the wanted text differs.
struct Difference {
  Span span;
  std::string wanted;
  std::uint32_t first, last;  // of the chain of edits that were taken back here
};

// An edit that was taken back; edits of one difference form a chain.
struct Link {
  EditRef edit;
  std::uint32_t next = kNone;
};

// Neither wholly before the other; touching is before.
bool Overlap(Span a, Span b) { return a.end > b.begin && b.end > a.begin; }

// Follows the differences from one revision to the next.
class Undoing {
 public:
  void Advance(std::uint32_t revision, const std::vector<RevisionEdit>& edits,
               const EditChoice& chosen) {
    revision_ = revision;
    edits_ = &edits;
    chosen_.assign(edits.size(), false);
    for (std::size_t j = 0; j < edits.size(); ++j) chosen_[j] = chosen(revision, edits[j]);
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
                                 NewestIn(difference)});
      at = difference.span.end;
    }
    result.text.append(latest.substr(at));
    std::sort(overlapped_.begin(), overlapped_.end());
    result.overlapped = std::move(overlapped_);
    return result;
  }

 private:
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
    const std::uint32_t link = NewLink(j);
    return {(*edits_)[j].after, std::string((*edits_)[j].removed), link, link};
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
    Difference merged{{}, {}, kNone, kNone};
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
    for (; next < end && differences_[next].span.begin < edit.before.end; ++next) {
      append_until(differences_[next].span.begin);
      merged.wanted.append(differences_[next].wanted);
      at = std::max(at, differences_[next].span.end);
    }
    append_until(edit.before.end);
  }

  void Chain(Difference& to, const Difference& from) {
    if (to.first == kNone) {
      to.first = from.first;
    } else {
      links_[to.last].next = from.first;
    }
    to.last = from.last;
  }

  void ChainEdit(Difference& to, std::size_t j) {
    const std::uint32_t link = NewLink(j);
    links_[to.last].next = link;
    to.last = link;
  }

  std::uint32_t NewestIn(const Difference& difference) const {
    std::uint32_t newest = 0;
    for (std::uint32_t link = difference.first; link != kNone; link = links_[link].next)
      newest = std::max(newest, links_[link].edit.revision);
    return newest;
  }

  std::uint32_t revision_ = 0;
  const std::vector<RevisionEdit>* edits_ = nullptr;
  std::vector<bool> chosen_;
  std::vector<Difference> differences_;  // ascending, disjoint; they may touch
  std::vector<Link> links_;
  std::vector<EditRef> overlapped_;
  std::int64_t shift_ = 0;  // newer minus older position, behind the edits that were passed
};

bool HasLineEnd(std::string_view text) { return text.find('\n') != std::string_view::npos; }

// One past the newest revision that makes line ends into spaces by an edit that stands; 0 if none.
std::uint32_t LineJoiner(const Document& document, const EditChoice& chosen) {
  for (std::uint32_t r = document.revisions(); r > 0; --r) {
    for (const RevisionEdit& edit : document.RevisionEdits(r - 1)) {
      const bool white = edit.removed.find_first_not_of(kWhiteSpace) == std::string_view::npos;
      if (edit.inserted == " " && white && HasLineEnd(edit.removed) && !chosen(r - 1, edit))
        return r;
    }
  }
  return 0;
}

// Appends `stretch`, with white space that holds a line end as one space.
void AppendJoined(std::string_view stretch, bool space_follows, std::string& out) {
  for (std::size_t at = 0; at < stretch.size();) {
    const std::size_t end = std::min(stretch.find_first_not_of(kWhiteSpace, at), stretch.size());
    const std::string_view white = stretch.substr(at, end - at);
    const bool beside_space = out.ends_with(' ') || (end == stretch.size() && space_follows);
    if (!HasLineEnd(white)) {
      out.append(white);
    } else if (!beside_space) {
      out += ' ';
    }
    at = std::min(stretch.find_first_of(kWhiteSpace, end), stretch.size());
    out.append(stretch.substr(end, at - end));
  }
}

}  // namespace

UndoResult Undo(const Document& document, const EditChoice& chosen) {
  Undoing undoing;
  for (std::uint32_t r = 0; r < document.revisions(); ++r)
    undoing.Advance(r, document.RevisionEdits(r), chosen);
  return undoing.Finish(document.text());
}

std::string ReadableText(const Document& document, const UndoResult& undone,
                         const EditChoice& chosen) {
  const std::uint32_t joiner = LineJoiner(document, chosen);
  const auto paragraphs = document.layer<Paragraph>();
  const auto inside = [&](Span place) {
    const std::uint32_t after = paragraphs.LowerBound(place.begin);
    return after > 0 && paragraphs[after - 1].span().end > place.end;
  };
  std::string text;
  std::uint32_t at = 0;
  for (const Restored& restored : undone.restored) {
    text.append(undone.text, at, restored.span.begin - at);
    at = restored.span.end;
    const std::string_view stretch = restored.span.In(undone.text);
    if (restored.revision + 1 < joiner && inside(restored.latest)) {
      AppendJoined(stretch, undone.text.compare(at, 1, " ") == 0, text);
    } else {
      text.append(stretch);
    }
  }
  return text.append(undone.text, at);
}

}  // namespace koppel
