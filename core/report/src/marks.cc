#include "marks.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "koppel/layers.h"
#include "koppel/report/shortened.h"

namespace koppel {
namespace {

std::string Percent(double confidence) {
  return std::isnan(confidence) ? std::string() : fmt::format(" · {:.0f} %", confidence * 100);
}

// A rule that changes more than a line (the spacing of a whole text) is told where it begins.
// Underlining all of it would hide what happened inside.
Span Shown(Span span) {
  constexpr std::uint32_t kLine = 200;  // bytes
  return span.size() > kLine ? Span{span.begin, span.begin} : span;
}

std::string Parts(Row<Artefact> artefact) {
  constexpr std::size_t kWidest = 80;
  return Shortened(artefact[Artefact::left], kWidest) + "|" +
         Shortened(artefact[Artefact::right], kWidest);
}

void AddArtefacts(const Document& document, std::vector<Mark>& marks) {
  for (auto artefact : document.layer<Artefact>()) {
    const bool resolved = artefact[Artefact::resolved];
    marks.push_back(
        {Shown(artefact.span()), resolved ? "fix" : "open",
         fmt::format("{}: {} {} · {}{}", artefact[Artefact::kind], artefact[Artefact::decision],
                     Parts(artefact), artefact[Artefact::rule],
                     Percent(artefact[Artefact::confidence]))});
  }
}

void AddRegions(const Document& document, std::vector<Mark>& marks) {
  for (auto region : document.layer<Region>()) {
    const std::string_view kind = Region::kKinds[static_cast<std::size_t>(region[Region::kind])];
    std::string title(kind);
    if (region.Has(Region::removed_text))
      title += fmt::format(": “{}” taken out", region[Region::removed_text]);
    marks.push_back({region.span(), fmt::format("region {}", kind), std::move(title)});
  }
}

void AddQuotes(const Document& document, std::vector<Mark>& marks) {
  for (auto quote : document.layer<Quote>()) {
    const std::string_view kind = Quote::kKinds[static_cast<std::size_t>(quote[Quote::kind])];
    const std::string_view speaker = SpeakerName(document, quote[Quote::speaker].index);
    std::string title = fmt::format("{} quote", kind);
    if (!speaker.empty())
      title += fmt::format(" by {}{}", speaker, Percent(quote[Quote::confidence]));
    if (quote.Has(Quote::cue)) title += fmt::format(" · cue “{}”", quote[Quote::cue]);
    marks.push_back({quote.span(), fmt::format("quote {}", kind), title});
    if (!speaker.empty() && quote[Quote::kind] != Quote::Kind::kNotSpeech) {
      const Span end{quote.span().end, quote.span().end};
      marks.push_back({end, "by", std::move(title), std::string(speaker)});
    }
  }
}

std::string_view Feeling(Row<Sentiment> row) {
  return Sentiment::kLabels[static_cast<std::size_t>(row[Sentiment::label])];
}

constexpr double kLeastShown = 0.005;  // two digits are shown

void AddSentiment(const Document& document, std::vector<Mark>& marks) {
  for (auto row : document.layer<Sentiment>()) {
    const auto label = row[Sentiment::label];
    const auto scope = row[Sentiment::scope];
    if (label == Sentiment::Label::kNoEvidence || label == Sentiment::Label::kNeutral) continue;
    if (scope != Sentiment::Scope::kSentence && scope != Sentiment::Scope::kTarget) continue;
    const bool target = scope == Sentiment::Scope::kTarget;
    std::string title = fmt::format("{} {:+.2f}", Feeling(row), row[Sentiment::value]);
    if (row.Has(Sentiment::target)) title += fmt::format(" about {}", row[Sentiment::target]);
    marks.push_back({row.span(), fmt::format("{} {}", target ? "target" : "feeling", Feeling(row)),
                     std::move(title)});
  }
  const auto scores = document.layer<Sentiment>();
  for (auto row : document.layer<Evidence>()) {
    const double value = row[Evidence::value];
    const Ref<Sentiment> of = row[Evidence::of];
    // The same evidence counts for sentence, turn and document; once is enough to see it.
    if (of && scores[of][Sentiment::scope] != Sentiment::Scope::kSentence) continue;
    if (std::abs(value) < kLeastShown) continue;
    const std::string_view modifiers = row[Evidence::modifiers];
    marks.push_back({row.span(), value < 0 ? "evidence minus" : "evidence plus",
                     fmt::format("{:+.2f} {}{}{}", value, row[Evidence::entry],
                                 modifiers.empty() ? "" : " · ", modifiers)});
  }
}

}  // namespace

std::string_view SpeakerName(const Document& document, std::int32_t entity) {
  const auto entities = document.layer<Entity>();
  if (entity < 0 || static_cast<std::uint32_t>(entity) >= entities.size()) return {};
  return entities[static_cast<std::uint32_t>(entity)][Entity::name];
}

std::vector<Mark> CollectMarks(const Document& document) {
  std::vector<Mark> marks;
  AddRegions(document, marks);
  AddSentiment(document, marks);
  AddQuotes(document, marks);
  AddArtefacts(document, marks);
  std::stable_sort(marks.begin(), marks.end(),
                   [](const Mark& a, const Mark& b) { return a.span.begin < b.span.begin; });
  return marks;
}

}  // namespace koppel
