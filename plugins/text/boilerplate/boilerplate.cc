#include "boilerplate/boilerplate.h"

#include <algorithm>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "boilerplate/comments.h"
#include "boilerplate/lines.h"
#include "koppel/files.h"

namespace koppel::text {
namespace {

constexpr std::string_view kComments = "comments";
constexpr std::string_view kComment = "comment";
constexpr double kCommentList = 0.9;

Result<std::shared_ptr<const BoilerplatePhrases>> Load(Setup& setup) {
  auto files = FilesIn(setup.plugin_folder() / "data" / "boilerplate", ".tsv");
  if (!files.ok()) return std::move(files).status();
  auto phrases = std::make_shared<BoilerplatePhrases>();
  for (const std::filesystem::path& path : *files) {
    Result<std::string> file = setup.ReadResource(path);
    if (!file.ok()) return std::move(file).status();
    if (Status status = phrases->Add(*file); !status.ok())
      return std::move(status).WithContext(path.string());
  }
  return std::shared_ptr<const BoilerplatePhrases>(std::move(phrases));
}

// From the first to the last of the comments that a reader marks in each of its lists.
std::vector<Span> MarkedComments(const Document& document) {
  std::vector<Span> lists, comments;
  for (const auto region : document.layer<Region>()) {
    const Span span = region.span();
    const std::string_view rule = region[Region::rule];
    if (rule == kComments && (lists.empty() || lists.back().end <= span.begin))
      lists.push_back(span);
    if (rule == kComment) comments.push_back(span);
  }
  std::vector<Span> found;
  auto comment = comments.begin();
  for (const Span list : lists) {
    while (comment != comments.end() && comment->begin < list.begin) ++comment;
    if (comment == comments.end() || !list.Contains(*comment)) continue;
    found.push_back(*comment);
    for (; comment != comments.end() && list.Contains(*comment); ++comment)
      found.back().end = comment->end;
  }
  return found;
}

// A phrase of a website is neither heading nor list item, whatever its shape.
void RemoveShapesOf(const std::vector<BoilerplateLine>& lines, Document& document) {
  document.layer<Region>().RemoveIf([&lines](Row<Region> region) {
    const auto kind = region[Region::kind];
    if (kind != Region::Kind::kHeading && kind != Region::Kind::kList) return false;
    const auto found = std::lower_bound(
        lines.begin(), lines.end(), region.span().begin,
        [](const BoilerplateLine& line, std::uint32_t at) { return line.span.begin < at; });
    return found != lines.end() && found->span == region.span();
  });
}

}  // namespace

void Boilerplate::Declare(ParamSpec<Params>& spec) {
  spec.Field("remove", &Params::remove,
             "Take the phrases out of the text; their regions keep what stood there.");
  spec.Field("remove_comments", &Params::remove_comments,
             "Take the lists of comments out of the text; their regions keep what stood there.");
}

Status Boilerplate::Open(Setup& setup) {
  auto phrases = setup.Shared<BoilerplatePhrases>("text.boilerplate phrases",
                                                  [&setup] { return Load(setup); });
  if (!phrases.ok()) return std::move(phrases).status();
  phrases_ = *std::move(phrases);
  return Ok();
}

void Boilerplate::AddComments(Span list, bool marked, Document& document, Edits& edits) const {
  if (marked && !params_.remove_comments) return;
  auto region = document.layer<Region>().Add(list);
  region.Set(Region::kind, Region::Kind::kList)
      .Set(Region::rule, kComments)
      .Set(Region::confidence, marked ? 1 : kCommentList);
  if (!params_.remove_comments) return;
  region.Set(Region::removed_text, list.In(document.text()));
  const std::size_t next = document.text().find_first_not_of('\n', list.end);
  const std::size_t end = std::min(next, document.text().size());
  edits.Delete({list.begin, static_cast<std::uint32_t>(end)}, kComments, kCommentList);
}

void Boilerplate::AddPhrase(const BoilerplateLine& line, Document& document, Edits& edits) const {
  auto region = document.layer<Region>().Add(line.span);
  region.Set(Region::kind, Region::Kind::kBoilerplate)
      .Set(Region::rule, line.kind)
      .Set(Region::confidence, line.confidence);
  if (!params_.remove) return;
  region.Set(Region::removed_text, line.span.In(document.text()));
  edits.Delete(line.row, "boilerplate", line.confidence);
}

Status Boilerplate::Process(Document& document, Context& context) {
  Edits edits;
  const std::vector<BoilerplateLine> lines = FindBoilerplate(document.text(), *phrases_);
  std::vector<Span> lists = MarkedComments(document);
  const bool marked = !lists.empty();
  if (!marked) lists = FindCommentLists(document.text(), lines);
  RemoveShapesOf(lines, document);
  for (const Span list : lists) AddComments(list, marked, document, edits);
  for (const BoilerplateLine& line : lines) {
    const bool gone =
        params_.remove_comments && std::any_of(lists.begin(), lists.end(),
                                               [&](Span list) { return list.Contains(line.span); });
    if (!gone) AddPhrase(line, document, edits);
  }
  return document.Apply(edits, context.step());
}

}  // namespace koppel::text
