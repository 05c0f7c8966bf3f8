#include "export/crate.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>

namespace koppel::internal {
namespace {

using Members = JsonNode::Members;
using Items = JsonNode::Items;

// What stands in an IRI as it is (RFC 3987), apart from the separators that `more` allows.
std::string Escaped(std::string_view text, std::string_view more) {
  constexpr std::string_view kUnreserved = "-._~";
  std::string escaped;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = byte >= 0x80 || std::isalnum(byte) != 0 ||
                       kUnreserved.find(c) != std::string_view::npos ||
                       more.find(c) != std::string_view::npos;
    escaped += plain ? std::string(1, c) : fmt::format("%{:02X}", byte);
  }
  return escaped;
}

bool IsSpdxIdentifier(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '.' || c == '+' || c == '-';
  });
}

int HexValue(char c) { return c <= '9' ? c - '0' : c - 'a' + 10; }

// RFC 6920: a name that is the digest. Precondition: hexadecimal, lower case.
std::string NamedInformation(std::string_view sha256) {
  constexpr std::string_view kDigits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  std::string text = "ni:///sha-256;";
  std::uint32_t bits = 0;
  int held = 0;
  for (const char c : sha256) {
    bits = bits << 4 | static_cast<std::uint32_t>(HexValue(c));
    held += 4;
    if (held < 6) continue;
    held -= 6;
    text += kDigits[bits >> held & 63U];
    bits &= (1U << held) - 1;
  }
  if (held > 0) text += kDigits[bits << (6 - held) & 63U];
  return text;
}

struct Format {
  std::string_view extension, media_type;
};
constexpr std::array<Format, 11> kFormats = {{{".jsonl", "application/jsonl"},
                                              {".json", "application/json"},
                                              {".csv", "text/csv"},
                                              {".tsv", "text/tab-separated-values"},
                                              {".txt", "text/plain"},
                                              {".html", "text/html"},
                                              {".xml", "application/xml"},
                                              {".pdf", "application/pdf"},
                                              {".yaml", "application/yaml"},
                                              {".zst", "application/zstd"},
                                              {".gz", "application/gzip"}}};

void AddFormat(std::string_view name, Members& members) {
  const auto format = std::find_if(kFormats.begin(), kFormats.end(), [&](const Format& each) {
    return name.ends_with(each.extension);
  });
  members.emplace_back("encodingFormat",
                       format != kFormats.end() ? format->media_type : "application/octet-stream");
}

}  // namespace

JsonNode Ref(std::string id) { return Members{{"@id", std::move(id)}}; }

JsonNode Refs(const std::vector<std::string>& ids) {
  // A list of one stands for itself: RO-Crate 1.1 wants it that way.
  if (ids.size() == 1) return Ref(ids.front());
  Items refs;
  for (const std::string& id : ids) refs.push_back(Ref(id));
  return refs;
}

std::string LocalId(std::string_view kind, std::string_view name) {
  return fmt::format("#{}/{}", kind, Escaped(name, "/"));
}

std::string PathId(std::string_view path) { return Escaped(path, "/"); }

void Crate::Add(const std::string& id, JsonNode type, Members members) {
  if (!ids_.emplace(id, true).second) return;
  Members entity = {{"@id", id}, {"@type", std::move(type)}};
  for (auto& member : members) entity.push_back(std::move(member));
  graph_.emplace_back(std::move(entity));
}

std::string Crate::AddFile(const ListedFile& file, Members members, JsonNode type) {
  const std::string id = PathId(file.path);
  members.emplace_back("sha256", file.sha256);
  members.emplace_back("contentSize", std::to_string(file.size));
  AddFormat(file.path, members);
  if (!ids_.contains(id)) files_.push_back(id);
  Add(id, std::move(type), std::move(members));
  return id;
}

std::string Crate::AddOutside(const std::string& name, const std::string& sha256,
                              std::uint64_t size, std::string_view description,
                              const std::string& example_of) {
  const std::string id = NamedInformation(sha256);
  const auto [entry, is_new] =
      outside_.try_emplace(id, Outside{{}, sha256, size, std::string(description), example_of});
  if (is_new) files_.push_back(id);
  entry->second.names.push_back(name);
  return id;
}

std::string Crate::AddLicence(const std::string& licence) {
  if (licence.empty()) return {};
  if (IsSpdxIdentifier(licence)) {
    const std::string id = "https://spdx.org/licenses/" + licence;
    Add(id, "CreativeWork", {{"name", licence}, {"identifier", id}});
    return id;
  }
  const bool is_url = licence.starts_with("https://") || licence.starts_with("http://");
  const std::string id = is_url ? licence : LocalId("licence", licence);
  Add(id, "CreativeWork", {{"name", licence}, {"description", "Terms of use: " + licence}});
  return id;
}

std::string Crate::ToText() {
  for (const auto& [id, file] : outside_) {
    Members members = {{"name", file.names.front()}, {"description", file.description}};
    const Items others(file.names.begin() + 1, file.names.end());
    if (!others.empty())
      members.emplace_back("alternateName", others.size() == 1 ? others.front() : JsonNode(others));
    members.emplace_back("sha256", file.sha256);
    if (file.size > 0) members.emplace_back("contentSize", std::to_string(file.size));
    AddFormat(file.names.front(), members);
    if (!file.example_of.empty()) members.emplace_back("exampleOfWork", Ref(file.example_of));
    Add(id, "File", std::move(members));
  }
  const Items context = {"https://w3id.org/ro/crate/1.1/context",
                         "https://w3id.org/ro/terms/workflow-run/context"};
  return JsonNode(Members{{"@context", context}, {"@graph", std::move(graph_)}}).ToText();
}

}  // namespace koppel::internal
