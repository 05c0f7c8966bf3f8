#include "html_tables.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "koppel/layers.h"
#include "koppel/report/html_text.h"
#include "koppel/report/shortened.h"
#include "marks.h"

namespace koppel {
namespace {

constexpr std::size_t kLabels = std::size(Sentiment::kLabels);

struct Voice {
  std::uint32_t turns = 0, quotes = 0;
  std::array<std::uint32_t, kLabels> labels{};
  std::uint32_t spoken() const { return turns + quotes; }
};

bool IsVoice(Row<Quote> quote) { return quote[Quote::kind] != Quote::Kind::kNotSpeech; }
bool IsVoice(Row<Turn> turn) {
  const auto kind = turn[Turn::kind];
  return kind != Turn::Kind::kBoilerplate && kind != Turn::Kind::kSignature &&
         kind != Turn::Kind::kByline && kind != Turn::Kind::kBio;
}

// Adds the judgement of exactly the span of a turn or quotation.
void AddLabel(const Document& document, Span span, Sentiment::Scope scope, Voice& voice) {
  const auto rows = document.layer<Sentiment>();
  for (std::uint32_t i = rows.LowerBound(span.begin);
       i < rows.size() && rows[i].span().begin == span.begin; ++i) {
    if (rows[i].span() != span || rows[i][Sentiment::scope] != scope) continue;
    ++voice.labels[static_cast<std::size_t>(rows[i][Sentiment::label])];
  }
}

template <class T>
void AddVoices(const Document& document, Sentiment::Scope scope, std::uint32_t Voice::*count,
               std::vector<Voice>& voices) {
  for (const auto row : document.layer<T>()) {
    const std::int32_t speaker = row[T::speaker].index;
    if (speaker < 0 || static_cast<std::size_t>(speaker) >= voices.size() || !IsVoice(row))
      continue;
    Voice& voice = voices[static_cast<std::size_t>(speaker)];
    ++(voice.*count);
    AddLabel(document, row.span(), scope, voice);
  }
}

std::string Judgements(const Voice& voice) {
  std::string text;
  for (std::size_t i = 0; i < kLabels; ++i) {
    const std::string_view label = Sentiment::kLabels[i];
    if (voice.labels[i] == 0 || i == static_cast<std::size_t>(Sentiment::Label::kNoEvidence))
      continue;
    text += fmt::format("<em class=\"label {}\">{}{}</em> ", label, label,
                        voice.labels[i] > 1 ? fmt::format(" × {}", voice.labels[i]) : "");
  }
  return text;
}

// 0.9 may have been a float on its way: 89.999 is told as 90, and 99.6 as 99, for it is not
// certain.
constexpr double kFloatSlack = 1e-4;

std::string Percent(double confidence) {
  return std::isnan(confidence)
             ? ""
             : fmt::format("{:.0f} %", std::floor(confidence * 100 + kFloatSlack));
}

// A rule may change pages at once; the ends of these show where.
std::string Cell(std::string_view text) {
  constexpr std::size_t kWidest = 80;
  return Html(Shortened(text, kWidest));
}

}  // namespace

void AppendSpeakers(const Document& document, std::string& out) {
  std::vector<Voice> voices(document.layer<Entity>().size());
  AddVoices<Turn>(document, Sentiment::Scope::kTurn, &Voice::turns, voices);
  AddVoices<Quote>(document, Sentiment::Scope::kQuote, &Voice::quotes, voices);
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < voices.size(); ++i) {
    if (voices[i].spoken() > 0) order.push_back(i);
  }
  if (order.empty()) return;
  std::stable_sort(order.begin(), order.end(), [&voices](std::size_t a, std::size_t b) {
    return voices[a].spoken() > voices[b].spoken();
  });
  out +=
      "<table class=\"voices\"><tr><th>who</th><th class=\"n\">turns</th><th "
      "class=\"n\">quotes</th>"
      "<th>sentiment of these</th></tr>\n";
  for (const std::size_t i : order) {
    out += fmt::format(
        "<tr><td>{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td><td>{}</td></tr>\n",
        Html(SpeakerName(document, static_cast<std::int32_t>(i))), voices[i].turns,
        voices[i].quotes, Judgements(voices[i]));
  }
  out += "</table>\n";
}

void AppendRepairs(const Document& document, std::string& out) {
  const auto artefacts = document.layer<Artefact>();
  if (artefacts.empty()) return;
  out +=
      "<table class=\"repairs\"><tr><th>seen</th><th>stood there</th><th>now</th><th>decision</th>"
      "<th>rule</th><th class=\"n\">certain</th></tr>\n";
  const std::uint32_t shown = std::min(artefacts.size(), kMostRepairs);
  for (std::uint32_t i = 0; i < shown; ++i) {
    const auto row = artefacts[i];
    const bool cut = row.Has(Artefact::right);
    out += fmt::format(
        "<tr class=\"{}\"><td>{}</td><td>{}{}{}</td><td>{}</td><td>{}</td><td>{}</td>"
        "<td class=\"n\">{}</td></tr>\n",
        row[Artefact::resolved] ? "" : "open-row", Html(row[Artefact::kind]),
        Cell(row[Artefact::left]), cut ? "<wbr>¦" : "", Cell(row[Artefact::right]),
        Cell(row.text()), Html(row[Artefact::decision]), Html(row[Artefact::rule]),
        Percent(row[Artefact::confidence]));
  }
  out += "</table>\n";
  if (shown < artefacts.size()) {
    out += fmt::format("<p class=\"uri\">{} more in the output</p>\n", artefacts.size() - shown);
  }
}

}  // namespace koppel
