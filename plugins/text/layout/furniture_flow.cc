#include "layout/furniture_flow.h"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <utility>

#include "layout/footnotes.h"
#include "layout/page_turns.h"
#include "lines/key.h"
#include "lines/shape.h"

namespace koppel::text {
namespace {

constexpr std::size_t kShortestPage = 12;  // lines
constexpr std::size_t kDepth = 3;          // furniture lines in a row

using Places = std::vector<std::size_t>;  // indexes of lines, ascending

class Flow {
 public:
  Flow(std::string_view text, std::vector<TextLine>& lines) : text_(text), lines_(lines) {
    keys_.reserve(lines.size());
    for (std::size_t i = 0; i < lines.size(); ++i)
      keys_.push_back(Short(i) ? KeyOf(Line(i)) : LineKey{});
    recurs_.resize(lines.size());
    FindRecurring();
  }

  void Mark() {
    const Places folios = Folios();
    if (folios.empty()) {
      MarkSteadyLines();
      MarkLastFolio();
      return;
    }
    for (const std::size_t i : folios)
      Set(i, LineRole::kPageNumber, folios.size() > 2 ? 0.97F : 0.9F);
    for (std::size_t depth = 0; depth < kDepth && MarkBesideFurniture(); ++depth) {
    }
  }

 private:
  std::string_view Line(std::size_t i) const { return lines_[i].span.In(text_); }
  bool Short(std::size_t i) const { return lines_[i].span.size() <= kLongestFurniture; }
  void Set(std::size_t i, LineRole role, float confidence) {
    lines_[i].role = role;
    lines_[i].confidence = confidence;
  }

  // Groups lines by key: open addressing, as most lines stand alone.
  void FindRecurring() {
    constexpr std::uint32_t kFree = 0xFFFFFFFF, kAlone = 0xFFFFFFFF;
    struct Slot {
      std::uint32_t line = kFree;    // the first with its key
      std::uint32_t group = kAlone;  // in recurring_
    };
    std::vector<Slot> slots(std::bit_ceil(lines_.size() * 2 + 1));
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (!Short(i)) continue;
      std::size_t at = keys_[i].hash & (slots.size() - 1);
      while (slots[at].line != kFree && keys_[slots[at].line].hash != keys_[i].hash)
        at = (at + 1) & (slots.size() - 1);
      Slot& slot = slots[at];
      if (slot.line == kFree) {
        slot.line = static_cast<std::uint32_t>(i);
        continue;
      }
      if (slot.group == kAlone) {
        slot.group = static_cast<std::uint32_t>(recurring_.size());
        recurring_.push_back({slot.line});
        recurs_[slot.line] = true;
      }
      recurring_[slot.group].push_back(i);
      recurs_[i] = true;
    }
  }

  // Whether the text runs on from the line before `i` to a line behind it, with recurring lines
  // between.
  bool InterruptsSentence(std::size_t i) const {
    if (i == 0 || !Short(i)) return false;
    std::size_t next = i + 1;
    while (next < lines_.size() && next <= i + kDepth && recurs_[next]) ++next;
    std::size_t before = i - 1;
    while (before > 0 && before + kDepth > i && recurs_[before]) --before;
    return next < lines_.size() && Continues(Line(before), Line(next));
  }

  // The last page may be short.
  bool FarEnough(std::size_t before, std::size_t i) const {
    return i - before >= kShortestPage || i + 1 == lines_.size();
  }

  // Longest series of lone numbers, each one more than the last, at the distance of pages.
  Places Folios() const {
    struct Link {
      std::size_t place, length, previous;
    };
    std::vector<Link> links;
    std::unordered_map<std::uint32_t, std::size_t>
        latest;  // number to the last link that carries it
    std::size_t best = 0;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (!keys_[i].lone_number) continue;
      Link link{i, 1, 0};
      if (const auto before = latest.find(*keys_[i].number - 1);
          before != latest.end() && FarEnough(links[before->second].place, i)) {
        link.length = links[before->second].length + 1;
        link.previous = before->second;
      }
      latest[*keys_[i].number] = links.size();
      links.push_back(link);
      if (link.length > links[best].length) best = links.size() - 1;
    }
    if (links.empty() || links[best].length < 2) return {};
    Places places(links[best].length);
    for (std::size_t at = best, i = places.size(); i-- > 0; at = links[at].previous)
      places[i] = links[at].place;
    return Plausible(places) ? places : Places{};
  }

  // Numbers of pages stand at a steady distance, interrupt sentences and have recurring lines
  // beside them; those of chapters do not.
  bool Plausible(const Places& places) const {
    std::size_t support = 0;
    for (const std::size_t i : places) {
      const bool beside = (i + 1 < lines_.size() && recurs_[i + 1]) || (i > 0 && recurs_[i - 1]);
      support += beside || InterruptsSentence(i);
    }
    return support * 3 >= places.size() && (Steady(places) || support * 3 >= places.size() * 2);
  }

  // Whether most distances between the places are about the same.
  static bool Steady(const Places& places) {
    std::vector<std::size_t> distances;
    for (std::size_t i = 1; i < places.size(); ++i) distances.push_back(places[i] - places[i - 1]);
    std::vector<std::size_t> sorted = distances;
    std::nth_element(sorted.begin(),
                     sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 2), sorted.end());
    const std::size_t median = sorted[sorted.size() / 2];
    const auto near = std::count_if(distances.begin(), distances.end(), [median](std::size_t d) {
      return d * 10 >= median * 7 && d * 10 <= median * 14;
    });
    return median >= kShortestPage && static_cast<std::size_t>(near) * 4 >= distances.size() * 3;
  }

  // Salutations and closings, and what stands below them, come back with every letter; notes that
  // are alike come back with other numbers.
  bool IsOfText(const Places& places) const {
    if (AsksForMore(Line(places[0])) || ClosesLetter(Line(places[0]))) return true;
    const auto of_text = std::count_if(places.begin(), places.end(), [this](std::size_t i) {
      return (i > 0 && ClosesLetter(Line(i - 1))) || (i > 1 && ClosesLetter(Line(i - 2))) ||
             IsNote(i);
    });
    return of_text * 2 > static_cast<std::ptrdiff_t>(places.size());
  }

  bool IsNote(std::size_t i) const {
    const std::string_view mark = NoteMark(Line(i));
    return !mark.empty() && IsReferredTo(mark, NearestText({0, lines_[i].span.begin}).In(text_));
  }

  // Recurring lines that mostly stand beside furniture (or begin the text) are furniture too.
  bool MarkBesideFurniture() {
    bool marked = false;
    for (const Places& places : recurring_) {
      if (!IsKept(lines_[places[0]])) continue;
      std::size_t behind = 0, before = 0;
      for (const std::size_t i : places) {
        behind += i == 0 || !IsKept(lines_[i - 1]);
        before += i + 1 < lines_.size() && !IsKept(lines_[i + 1]);
      }
      const std::size_t beside = std::max(behind, before);
      if (beside < 2 || beside * 4 < places.size() * 3 || IsOfText(places)) continue;
      for (const std::size_t i : places) {
        Set(i, behind >= before ? LineRole::kHeader : LineRole::kFooter,
            places.size() > 2 ? 0.97F : 0.9F);
      }
      marked = true;
    }
    return marked;
  }

  // Without page numbers: lines that come back steadily and stand in the middle of sentences.
  void MarkSteadyLines() {
    for (const Places& places : recurring_) {
      if (places.size() < 3 || StartsLower(Line(places[0])) || !Steady(places)) continue;
      const auto interrupting = std::count_if(
          places.begin(), places.end(), [this](std::size_t i) { return InterruptsSentence(i); });
      if (interrupting * 3 < static_cast<std::ptrdiff_t>(places.size()) || IsOfText(places))
        continue;
      for (const std::size_t i : places) Set(i, LineRole::kHeader, 0.9F);
    }
  }

  // A text of one page may end in its number.
  void MarkLastFolio() {
    const std::size_t last = lines_.size() - 1;
    if (last < kShortestPage || !keys_[last].lone_number || recurs_[last]) return;
    std::size_t running_on = 0;
    for (std::size_t i = 1; i < last; ++i) running_on += Continues(Line(i - 1), Line(i));
    if (running_on * 4 >= last) Set(last, LineRole::kPageNumber, 0.7F);
  }

  std::string_view text_;
  std::vector<TextLine>& lines_;
  std::vector<LineKey> keys_;
  std::vector<Places> recurring_;  // lines with equal keys
  std::vector<bool> recurs_;       // per line
};

}  // namespace

void MarkFurnitureInFlow(std::string_view text, std::vector<TextLine>& lines) {
  Flow(text, lines).Mark();
}

}  // namespace koppel::text
