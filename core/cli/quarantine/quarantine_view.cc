#include "quarantine_view.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "koppel/io.h"
#include "koppel/json/json_writer.h"
#include "koppel/utf8.h"
#include "printable.h"

namespace koppel {
namespace {

constexpr std::size_t kWidth = 80;
constexpr std::size_t kShownBytes = 480;

// The text on one line, cut at `width` bytes with an ellipsis.
std::string OneLine(std::string_view text, std::size_t width) {
  std::string line = Printable(text);
  std::replace(line.begin(), line.end(), '\n', ' ');
  if (line.size() <= width) return line;
  std::size_t end = width - 1;
  while (!OnBoundary(line, end)) --end;
  return line.substr(0, end) + "…";
}

// Reasons name places, which differ by document: numbers count as one.
std::string Shape(std::string_view reason) {
  std::string shape;
  for (const char c : reason) {
    const bool digit = c >= '0' && c <= '9';
    if (!digit) shape += c;
    if (digit && !shape.ends_with('N')) shape += 'N';
  }
  return shape;
}

struct Group {
  std::size_t count = 0;
  const QuarantineEntry* first = nullptr;
};

// Step, kind and shape of the reason, the most frequent first.
std::vector<Group> GroupsOf(const std::vector<QuarantineEntry>& entries) {
  std::map<std::tuple<std::string, std::string, std::string>, Group> groups;
  for (const QuarantineEntry& entry : entries) {
    Group& group = groups[{entry.step, entry.kind, Shape(entry.reason)}];
    if (group.count++ == 0) group.first = &entry;
  }
  std::vector<Group> sorted;
  for (const auto& [key, group] : groups) sorted.push_back(group);
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const Group& a, const Group& b) { return a.count > b.count; });
  return sorted;
}

std::string StateOf(const QuarantineEntry& entry) {
  if (entry.file.empty()) return "no bytes";
  return entry.Mended() ? "mended" : "as read";
}

// The bytes as far as a terminal can show them, hex where they are no text.
std::string Excerpt(std::string_view bytes) {
  bytes = bytes.substr(0, kShownBytes);
  while (!bytes.empty() && bytes.size() == kShownBytes &&
         FindInvalidUtf8(bytes) != std::string_view::npos &&
         FindInvalidUtf8(bytes) + 4 > kShownBytes)
    bytes.remove_suffix(1);
  const bool text = FindInvalidUtf8(bytes) == std::string_view::npos &&
                    bytes.find('\0') == std::string_view::npos;
  if (text) return Printable(bytes);
  std::string hex;
  constexpr std::size_t kRow = 16;
  for (std::size_t at = 0; at < std::min<std::size_t>(bytes.size(), 8 * kRow); at += kRow) {
    const std::string_view row = bytes.substr(at, kRow);
    hex += fmt::format("{:06x} ", at);
    for (const char c : row) hex += fmt::format(" {:02x}", static_cast<unsigned char>(c));
    hex.append(3 * (kRow - row.size()) + 2, ' ');
    for (const char c : row) hex += c >= 0x20 && c < 0x7F ? c : '.';
    hex += '\n';
  }
  return hex;
}

}  // namespace

std::string QuarantineTable(const std::vector<QuarantineEntry>& entries,
                            const std::filesystem::path& run) {
  const std::string where = Printable(run.string());
  if (entries.empty()) return fmt::format("nothing was put aside in {}\n", where);
  std::string text = fmt::format("{} put aside\n\n", entries.size());
  for (const Group& group : GroupsOf(entries)) {
    const std::string head =
        fmt::format("{:6}  {}: {}: ", group.count, Printable(group.first->step), group.first->kind);
    const std::size_t left = head.size() + 20 < kWidth ? kWidth - head.size() : 20;
    text += head + OneLine(group.first->reason, left) + "\n";
  }
  text += "\n";
  for (const QuarantineEntry& entry : entries) {
    text += fmt::format("{:8}  {:20}  {}\n", StateOf(entry), OneLine(entry.step, 20),
                        OneLine(entry.document, entry.document.size() + 1));
  }
  return text + fmt::format(
                    "\nkoppel quarantine show {0} DOCUMENT   says why, and shows the bytes\n"
                    "koppel quarantine replay {0}          after mending, gives them in again\n",
                    where);
}

std::string QuarantineDetails(const QuarantineEntry& entry, const std::filesystem::path& run) {
  std::string text = fmt::format("document  {}\nuri       {}\nstep      {}\nreason    {} [{}]\n",
                                 Printable(entry.document), Printable(entry.uri),
                                 Printable(entry.step), Printable(entry.reason), entry.kind);
  if (entry.file.empty()) return text + "bytes     none: the file could not be read\n";
  const Result<std::string> bytes = ReadFile(entry.file);
  if (!bytes.ok())
    return text + fmt::format("bytes     {}\n", Printable(bytes.status().ToString()));
  text += fmt::format("file      {}\nbytes     {}{}\n\n", Printable(entry.file.string()),
                      bytes->size(), entry.Mended() ? ", changed since they were put aside" : "");
  text += Excerpt(*bytes);
  if (!text.ends_with('\n')) text += '\n';
  if (bytes->size() > kShownBytes) text += "…\n";
  return text + fmt::format("\nMend that file, or the original, and: koppel quarantine replay {}\n",
                            Printable(run.string()));
}

std::string QuarantineJson(const std::vector<QuarantineEntry>& entries) {
  std::string text;
  for (const QuarantineEntry& entry : entries) {
    CompactJson json;
    json.Object([&] {
      json.Field("document", entry.document);
      json.Field("uri", entry.uri);
      json.Field("step", entry.step);
      json.Field("kind", entry.kind);
      json.Field("reason", entry.reason);
      json.Field("file", entry.file.string());
      json.Field("sha256", entry.sha256);
      json.Field("mended", entry.Mended());
    });
    text += json.Line();
  }
  return text;
}

}  // namespace koppel
