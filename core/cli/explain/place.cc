#include "place.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <vector>

#include "koppel/layers.h"
#include "koppel/params.h"
#include "koppel/utf8.h"

namespace koppel {
namespace {

std::optional<std::uint64_t> NumberOf(std::string_view text) {
  std::uint64_t number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (read.ec != std::errc() || read.ptr != text.data() + text.size()) return std::nullopt;
  return number;
}

void ParseWhere(std::string_view where, PlaceQuery& query) {
  const std::size_t dots = where.find("..");
  if (dots != std::string_view::npos) {
    query.begin = NumberOf(where.substr(0, dots));
    query.end = NumberOf(where.substr(dots + 2));
    if (query.begin && query.end) return;
    query.begin = query.end = std::nullopt;
  }
  if ((query.begin = NumberOf(where))) return;
  const bool quoted = where.size() >= 2 && where.front() == '"' && where.back() == '"';
  query.words = quoted ? where.substr(1, where.size() - 2) : where;
}

bool Knows(const StoredRun& run, std::string_view id) {
  const auto& all = run.documents();
  return std::any_of(all.begin(), all.end(), [&](const auto& one) { return one.id == id; });
}

Status CheckOffset(std::string_view text, std::uint64_t offset) {
  if (offset > text.size())
    return BadInput(
        fmt::format("offset {} is outside the text, which has {} bytes", offset, text.size()));
  if (OnBoundary(text, offset)) return Ok();
  std::size_t begin = offset;
  while (!OnBoundary(text, begin)) --begin;
  const std::uint32_t size = DecodeAt(text, begin).size;
  return BadInput(fmt::format("offset {} is inside the character '{}' of bytes {}..{}; give {}",
                              offset, text.substr(begin, size), begin, begin + size, begin));
}

bool SpaceAt(std::string_view text, std::size_t at) { return IsSpace(DecodeAt(text, at).value); }

// The token there, or else what stands between white space; of white space that alone.
Span WordAt(const Document& document, std::uint32_t at) {
  const std::string_view text = document.text();
  if (at == text.size()) return {at, at};
  const auto tokens = document.layer<Token>();
  if (const std::uint32_t after = tokens.LowerBound(at + 1); after > 0) {
    const Span token = tokens[after - 1].span();
    if (token.begin <= at && at < token.end) return token;
  }
  const bool space = SpaceAt(text, at);
  Span word{at, at};
  while (word.end < text.size() && SpaceAt(text, word.end) == space)
    word.end += DecodeAt(text, word.end).size;
  while (word.begin > 0) {
    const CodePoint before = DecodeBefore(text, word.begin);
    if (IsSpace(before.value) != space) break;
    word.begin -= before.size;
  }
  return word;
}

Result<Place> FindWords(const std::string& words, const Document& document) {
  const std::string_view text = document.text();
  const auto size = static_cast<std::uint32_t>(words.size());
  std::vector<std::size_t> found;
  for (std::size_t at = text.find(words); at != text.npos; at = text.find(words, at + 1))
    found.push_back(at);
  if (!found.empty()) {
    const auto at = static_cast<std::uint32_t>(found.front());
    Place place{{at, at + size}, {}};
    constexpr std::size_t kMost = 5;
    if (found.size() > 1) {
      const std::size_t last = std::min(found.size(), kMost + 1);
      const std::vector<std::size_t> others(found.begin() + 1,
                                            found.begin() + static_cast<std::ptrdiff_t>(last));
      place.note = fmt::format("the first of {} places; others begin at {}{}", found.size(),
                               fmt::join(others, ", "), found.size() > last ? ", …" : "");
    }
    return place;
  }
  for (std::uint32_t r = document.revisions(); r-- > 0;) {
    const std::size_t at = document.TextAt(r).find(words);
    if (at == std::string::npos) continue;
    const auto begin = static_cast<std::uint32_t>(at);
    return Place{document.Map({begin, begin + size}, r, document.revisions()),
                 fmt::format("these words stood in the text before {}, at {}..{}",
                             document.RevisionStep(r), begin, begin + size)};
  }
  return BadInput(fmt::format("\"{}\" stands nowhere in the text, nor did it before", words));
}

// What the bytes of the source's content became in revision 0.
Result<Span> FromSource(std::uint64_t begin, std::uint64_t end, const Document& document) {
  const std::string read = document.TextAt(0);
  SourceMap source(document, 0);
  std::optional<Span> found;
  std::uint32_t last = 0;
  for (std::uint32_t at = 0; at < read.size();) {
    const std::uint32_t next = at + DecodeAt(read, at).size;
    const Span from = source({at, next});
    last = from.end;
    if (from.end > begin && !found) found = Span{at, at};
    if (found && (from.begin < end || found->empty())) found->end = next;
    if (from.begin >= end) break;
    at = next;
  }
  if (found) return *found;
  return BadInput(fmt::format("byte {} of the source is behind all of the text, which ends at {}",
                              begin, last));
}

Status CheckOffsets(const PlaceQuery& query, std::string_view text) {
  KOPPEL_RETURN_IF_ERROR(CheckOffset(text, *query.begin));
  if (!query.end) return Ok();
  KOPPEL_RETURN_IF_ERROR(CheckOffset(text, *query.end));
  if (*query.end >= *query.begin) return Ok();
  return BadInput(fmt::format("{}..{} ends before it begins", *query.begin, *query.end));
}

}  // namespace

Result<PlaceQuery> ParsePlace(std::string_view text, const StoredRun& run) {
  PlaceQuery query;
  if (Knows(run, text)) {
    query.document = text;
    return query;
  }
  for (std::size_t colon = text.rfind(':'); colon != text.npos && colon > 0;
       colon = text.rfind(':', colon - 1)) {
    if (!Knows(run, text.substr(0, colon))) continue;
    query.document = text.substr(0, colon);
    ParseWhere(text.substr(colon + 1), query);
    return query;
  }
  // An id with a colon may be what was mistyped.
  std::vector<std::string_view> ids;
  for (const StoredDocument& document : run.documents()) ids.push_back(document.id);
  const bool near = !NearestName(text, ids).empty();
  const auto none = run.Find(near ? text : text.substr(0, text.find(':')));
  return Status(none.status().kind(), none.status().message());
}

Result<Place> FindPlace(const PlaceQuery& query, bool source, const Document& document) {
  if (!query.words.empty()) return FindWords(query.words, document);
  Span span;
  if (source) {
    const Result<Span> read =
        FromSource(*query.begin, query.end.value_or(*query.begin + 1), document);
    if (!read.ok()) return Status(read.status().kind(), read.status().message());
    span = document.Map(*read, 0, document.revisions());
  } else {
    KOPPEL_RETURN_IF_ERROR(CheckOffsets(query, document.text()));
    span = {static_cast<std::uint32_t>(*query.begin),
            static_cast<std::uint32_t>(query.end.value_or(*query.begin))};
  }
  if (query.end || (source && span.empty())) return Place{span, {}};
  const Span word = WordAt(document, span.begin);
  return Place{word, {}};
}

}  // namespace koppel
