#include <fmt/format.h>

#include <limits>

#include "codec_check.h"
#include "document_state.h"
#include "koppel/utf8.h"

namespace koppel::internal {
namespace {

// Where one replaced stretch lies in the newer text; 64 bits, since nothing is checked yet.
struct Stretch {
  std::uint64_t begin, end;
};

// Calls `check(i, stretch)` for each stretch of an alignment that is in order, and whose newer side
// lies in the newer text on code-point boundaries. The older text may have up to `older_limit`
// bytes.
template <class Check>
Status WalkAlignment(const v1::Alignment& alignment, std::string_view newer,
                     std::uint64_t older_limit, Check check) {
  if (alignment.removed_size() != alignment.begin_size() ||
      alignment.inserted_size() != alignment.begin_size()) {
    return BadInput("its columns differ in length");
  }
  std::uint64_t older_at = 0, newer_at = 0;
  for (int i = 0; i < alignment.begin_size(); ++i) {
    if (alignment.begin(i) < older_at)
      return BadInput(fmt::format("edit {} overlaps the one before", i));
    newer_at += alignment.begin(i) - older_at;
    const Stretch stretch{newer_at, newer_at + alignment.inserted(i)};
    if (stretch.end > newer.size())
      return BadInput(fmt::format("edit {} lies outside the text", i));
    if (!OnBoundary(newer, stretch.begin) || !OnBoundary(newer, stretch.end)) {
      return BadInput(fmt::format("edit {} splits a code point", i));
    }
    KOPPEL_RETURN_IF_ERROR(check(i, stretch));
    newer_at = stretch.end;
    older_at = std::uint64_t{alignment.begin(i)} + alignment.removed(i);
  }
  if (older_at + (newer.size() - newer_at) > older_limit)
    return BadInput("the older text is too large");
  return Ok();
}

Status CheckReasons(const v1::Revision& revision, int strings) {
  const int edits = revision.alignment().begin_size();
  if (edits == 0) return BadInput("it has no edits");
  if (revision.rule_size() != edits || revision.confidence_size() != edits) {
    return BadInput("its columns differ in length");
  }
  for (int i = 0; i < edits; ++i) {
    if (revision.rule(i) < 0 || revision.rule(i) >= strings) {
      return BadInput(fmt::format("edit {} has rule {}; the string table has {} entries", i,
                                  revision.rule(i), strings));
    }
    if (!(revision.confidence(i) >= 0 && revision.confidence(i) <= 1)) {
      return BadInput(fmt::format("edit {} has a confidence outside 0 to 1", i));
    }
  }
  return Ok();
}

Status CheckRevision(const v1::Revision& revision, int strings, std::string_view newer) {
  if (FindInvalidUtf8(revision.step()) != std::string_view::npos)
    return BadInput("its step is not UTF-8");
  KOPPEL_RETURN_IF_ERROR(CheckReasons(revision, strings));
  std::string_view removed_text = revision.removed_text();
  std::string_view inserted_text = revision.inserted_text();
  const auto check = [&](int i, Stretch stretch) {
    const std::string_view inserted = newer.substr(stretch.begin, stretch.end - stretch.begin);
    if (!inserted_text.starts_with(inserted))
      return BadInput(fmt::format("edit {} inserts another text", i));
    inserted_text.remove_prefix(inserted.size());
    const std::string_view removed = removed_text.substr(0, revision.alignment().removed(i));
    if (removed.size() < revision.alignment().removed(i))
      return BadInput(fmt::format("edit {} lacks text", i));
    if (FindInvalidUtf8(removed) != std::string_view::npos)
      return BadInput(fmt::format("edit {} is not UTF-8", i));
    removed_text.remove_prefix(removed.size());
    return Ok();
  };
  KOPPEL_RETURN_IF_ERROR(
      WalkAlignment(revision.alignment(), newer, Document::kMaxTextBytes, check));
  return removed_text.empty() && inserted_text.empty()
             ? Ok()
             : BadInput("it has more text than its edits");
}

}  // namespace

Status CheckRevisions(const v1::Document& document) {
  std::string text = document.text();
  for (int r = document.revisions_size() - 1; r >= 0; --r) {
    Status status = CheckRevision(document.revisions(r), document.strings_size(), text);
    if (!status.ok()) return std::move(status).WithContext(fmt::format("revision {}", r));
    text = OlderText(document.revisions(r), text);
  }
  const auto accept = [](int, Stretch) { return Ok(); };
  return WalkAlignment(document.source().alignment(), text,
                       std::numeric_limits<std::uint32_t>::max(), accept)
      .WithContext("alignment to the source");
}

}  // namespace koppel::internal
