#include "terminal_view.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <vector>

#include "koppel/dump.h"
#include "koppel/layers.h"
#include "koppel/params.h"
#include "koppel/utf8.h"
#include "printable.h"

namespace koppel {
namespace {

// Pairs of on and off, which may cross each other without one ending the other.
struct Style {
  std::string_view on, off;
};
constexpr Style kBold{"\033[1m", "\033[22m"};
constexpr Style kUnderlined{"\033[4m", "\033[24m"};
constexpr Style kCyan{"\033[36m", "\033[39m"};
constexpr Style kYellow{"\033[33m", "\033[39m"};

// What stands between two characters of the text.
struct Mark {
  std::uint32_t at;
  int rank;  // of marks at one place: what ends, then lines, then what begins
  std::string text;
};

class View {
 public:
  View(const Document& document, bool color) : document_(document), color_(color) {}

  std::string Render() {
    Header();
    AddTurns();
    AddQuotes();
    AddArtefacts();
    Body();
    return std::move(out_);
  }

 private:
  std::string Styled(Style style, std::string_view text) const {
    return color_ ? fmt::format("{}{}{}", style.on, text, style.off) : std::string(text);
  }

  void Line(std::string_view label, std::string_view value) {
    if (!value.empty()) out_ += fmt::format("  {:<10} {}\n", Printable(label), Printable(value));
  }

  void Header() {
    const Source source = document_.source();
    out_ += Styled(kBold, Printable(document_.id())) + "\n";
    Line("source", source.uri);
    if (!source.media_type.empty())
      Line("type", fmt::format("{}, {} bytes", source.media_type, source.size));
    for (std::size_t i = 0; i < document_.metadata_size(); ++i) {
      Line(document_.metadata_at(i).first, document_.metadata_at(i).second);
    }
    std::vector<std::string> steps, layers;
    for (std::uint32_t r = 0; r < document_.revisions(); ++r) {
      const std::size_t edits = document_.RevisionEdits(r).size();
      steps.push_back(fmt::format("{} ({} {})", document_.RevisionStep(r), edits,
                                  edits == 1 ? "edit" : "edits"));
    }
    for (std::size_t i = 0; i < document_.layer_count(); ++i) {
      layers.push_back(
          fmt::format("{} {}", document_.layer_at(i).schema->name, document_.layer_at(i).rows));
    }
    Line("edited by", fmt::format("{}", fmt::join(steps, ", ")));
    Line("layers", fmt::format("{}", fmt::join(layers, ", ")));
    out_ += '\n';
  }

  std::string_view NameOf(Ref<Entity> entity) const {
    if (!entity) return {};
    const auto row = document_.layer<Entity>()[entity];
    return row.Has(Entity::name) ? row[Entity::name] : row.text();
  }

  // The judgement of exactly this span, " · negative (-0.40)".
  std::string Judgement(Span span, Sentiment::Scope scope) const {
    const auto rows = document_.layer<Sentiment>();
    for (std::uint32_t i = rows.LowerBound(span.begin);
         i < rows.size() && rows[i].span().begin == span.begin; ++i) {
      if (rows[i].span() != span || rows[i][Sentiment::scope] != scope ||
          !rows[i].Has(Sentiment::label))
        continue;
      std::string text = fmt::format(
          " · {}", Sentiment::kLabels[static_cast<std::size_t>(rows[i][Sentiment::label])]);
      if (rows[i].Has(Sentiment::value))
        text += fmt::format(" ({:.2f})", rows[i][Sentiment::value]);
      return text;
    }
    return {};
  }

  // " · Anna (inferred) → Bram"
  template <class T>
  std::string Voices(Row<T> row) const {
    std::string text;
    if (row[T::speaker])
      text +=
          fmt::format(" · {}{}", NameOf(row[T::speaker]), row[T::inferred] ? " (inferred)" : "");
    for (std::size_t i = 0; i < row[T::addressees].size(); ++i) {
      text += fmt::format("{}{}", i == 0 ? " → " : ", ", NameOf(row[T::addressees][i]));
    }
    return text;
  }

  void AddTurns() {
    for (const auto turn : document_.layer<Turn>()) {
      std::string title(Turn::kKinds[static_cast<std::size_t>(turn[Turn::kind])]);
      if (turn.Has(Turn::ordinal)) title += fmt::format(" {}", turn[Turn::ordinal]);
      title += Voices(turn) + Judgement(turn.span(), Sentiment::Scope::kTurn);
      marks_.push_back(
          {turn.span().begin, 1,
           fmt::format("\n{}\n", Styled(kBold, fmt::format("── {} ──", Printable(title))))});
    }
  }

  void AddSpan(Span span, Style style, std::string_view note) {
    if (color_) marks_.push_back({span.begin, 2, std::string(style.on)});
    marks_.push_back(
        {span.end, 0, fmt::format("{}⟨{}⟩", color_ ? style.off : "", Printable(note))});
  }

  void AddQuotes() {
    for (const auto quote : document_.layer<Quote>()) {
      const std::string_view kind = Quote::kKinds[static_cast<std::size_t>(quote[Quote::kind])];
      AddSpan(quote.span(), kCyan,
              fmt::format("{}{}{}", kind, Voices(quote),
                          Judgement(quote.span(), Sentiment::Scope::kQuote)));
    }
  }

  void AddArtefacts() {
    for (const auto artefact : document_.layer<Artefact>()) {
      const std::string note =
          fmt::format("{}: {}", artefact[Artefact::kind], artefact[Artefact::decision]);
      AddSpan(artefact.span(), artefact[Artefact::resolved] ? kUnderlined : kYellow, note);
    }
  }

  void Body() {
    std::stable_sort(marks_.begin(), marks_.end(), [](const Mark& a, const Mark& b) {
      return std::tuple(a.at, a.rank) < std::tuple(b.at, b.rank);
    });
    std::uint32_t at = 0;
    for (const Mark& mark : marks_) {
      out_ += Printable(document_.text().substr(at, mark.at - at));
      out_ += mark.text;
      at = mark.at;
    }
    out_ += Printable(document_.text().substr(at));
    if (!out_.ends_with('\n')) out_ += '\n';
  }

  const Document& document_;
  bool color_;
  std::string out_;
  std::vector<Mark> marks_;
};

std::uint32_t Count(const Document& document, std::string_view layer) {
  const internal::LayerData* data = internal::FindLayer(document, layer);
  return data ? data->rows : 0;
}

std::string_view Shortened(std::string_view text) {
  std::size_t size = std::min<std::size_t>(text.size(), 60);
  while (!OnBoundary(text, size)) --size;
  return text.substr(0, size);
}

}  // namespace

std::string SummaryLine(const Document& document) {
  std::string line = fmt::format("{}  {} bytes", Printable(document.id()), document.text().size());
  if (!document.language().empty()) line += fmt::format("  {}", Printable(document.language()));
  for (const std::string_view layer : {"paragraph", "sentence", "turn", "quote", "artefact"}) {
    if (const std::uint32_t rows = Count(document, layer))
      line += fmt::format("  {} {}", layer, rows);
  }
  return line + "\n";
}

std::string TerminalView(const Document& document, bool color) {
  return View(document, color).Render();
}

Result<std::string> LayerListing(const Document& document, std::string_view name) {
  const internal::LayerData* layer = internal::FindLayer(document, name);
  if (!layer) {
    std::vector<std::string_view> names;
    for (std::size_t i = 0; i < document.layer_count(); ++i)
      names.push_back(document.layer_at(i).schema->name);
    const std::string_view near = NearestName(name, names);
    return BadInput(near.empty()
                        ? fmt::format("no layer '{}'; there are {}", name, fmt::join(names, ", "))
                        : fmt::format("no layer '{}'; did you mean '{}'?", name, near));
  }
  std::string out;
  for (std::uint32_t row = 0; row < layer->rows; ++row) {
    const Span span{layer->begin[row], layer->end[row]};
    const std::string_view text = span.In(document.text());
    out += Printable(fmt::format("{}#{} {}..{}{} {}{}\n", name, row, span.begin, span.end,
                                 DumpFeatures(document, *layer, row), Quoted(Shortened(text)),
                                 Shortened(text).size() < text.size() ? "…" : ""));
  }
  return out;
}

}  // namespace koppel
