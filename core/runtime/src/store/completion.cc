#include "store/completion.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <xxhash.h>

#include <algorithm>
#include <atomic>
#include <memory>

#include "in_threads.h"
#include "koppel/io.h"
#include "koppel/json/json_reader.h"
#include "koppel/json/json_writer.h"

namespace koppel {
namespace {

namespace fs = std::filesystem;

// Of a file of any size. Empty if it can't be read.
std::string Xxh3OfFile(const fs::path& path) {
  constexpr std::uint64_t kPiece = std::uint64_t{1} << 20;
  Result<std::unique_ptr<RandomAccessFile>> file = RandomAccessFile::Open(path);
  if (!file.ok()) return {};
  const std::unique_ptr<XXH3_state_t, decltype(&XXH3_freeState)> state(XXH3_createState(),
                                                                       &XXH3_freeState);
  XXH3_128bits_reset(state.get());
  std::string piece;
  for (std::uint64_t at = 0; at < (*file)->size(); at += piece.size()) {
    if (!(*file)->Read(at, kPiece, piece).ok() || piece.empty()) return {};
    XXH3_128bits_update(state.get(), piece.data(), piece.size());
  }
  const XXH128_hash_t hash = XXH3_128bits_digest(state.get());
  return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
}

using Value = rapidjson::Value;

bool SameResource(const Resource& resource) {
  std::error_code error;
  if (resource.sha256.empty()) return !fs::exists(resource.path, error);
  const Result<std::string> digest = Sha256OfFile(resource.path);
  return digest.ok() && Hex(*digest) == resource.sha256;
}

Completion::Output Describe(const fs::path& path, const fs::path& out) {
  std::error_code error;
  const std::uintmax_t size = fs::file_size(path, error);
  return {path.lexically_relative(out).generic_string(), error ? 0 : size, ModifiedAt(path), {}};
}

}  // namespace

std::int64_t ModifiedAt(const fs::path& path) {
  struct stat info {};
  if (::stat(path.c_str(), &info) != 0) return 0;
  return std::int64_t{info.st_mtim.tv_sec} * 1'000'000'000 + info.st_mtim.tv_nsec;
}

Result<Completion> ReadCompletion(const fs::path& file) {
  const Result<std::string> bytes = ReadFile(file);
  if (!bytes.ok()) return BadInput("no completed run");
  const rapidjson::Document json = ParseJson(*bytes);
  if (!json.IsObject()) return BadInput(file.string() + " is damaged");
  Completion completion;
  completion.configuration = TextAt(json, "configuration");
  completion.inputs = TextAt(json, "inputs");
  completion.since = TextAt(json, "since");
  completion.read = NumberAt(json, "read");
  completion.output = NumberAt(json, "output");
  completion.filtered = NumberAt(json, "filtered");
  completion.quarantined = NumberAt(json, "quarantined");
  completion.bytes = NumberAt(json, "bytes");
  ForEachObjectAt(json, "resources", [&](const Value& item) {
    completion.resources.push_back({TextAt(item, "path"), TextAt(item, "sha256"), {}});
  });
  ForEachObjectAt(json, "outputs", [&](const Value& item) {
    completion.outputs.push_back({TextAt(item, "path"), NumberAt(item, "size"),
                                  static_cast<std::int64_t>(NumberAt(item, "modified")),
                                  TextAt(item, "xxh3")});
  });
  return completion;
}

Status WriteCompletion(const Completion& completion, const fs::path& file) {
  Json json(1);
  json.Object([&] {
    json.Field("since", completion.since);
    json.Field("configuration", completion.configuration);
    json.Field("inputs", completion.inputs);
    json.Field("read", completion.read);
    json.Field("output", completion.output);
    json.Field("filtered", completion.filtered);
    json.Field("quarantined", completion.quarantined);
    json.Field("bytes", completion.bytes);
    json.Objects("resources", completion.resources, [&](const Resource& resource) {
      json.Field("path", resource.path);
      json.Field("sha256", resource.sha256);
    });
    json.Objects("outputs", completion.outputs, [&](const Completion::Output& output) {
      json.Field("path", output.path);
      json.Field("size", output.size);
      json.Field("modified", static_cast<std::uint64_t>(output.modified));
      json.Field("xxh3", output.xxh3);
    });
  });
  return WriteFile(file, json.Line());
}

bool StillHolds(const Completion& completion, const fs::path& out, int threads) {
  std::atomic<bool> holds{true};
  const std::size_t resources = completion.resources.size();
  InThreads(resources + completion.outputs.size(), threads, [&](std::size_t i) {
    if (!holds) return;
    if (i < resources) {
      if (!SameResource(completion.resources[i])) holds = false;
      return;
    }
    const Completion::Output& output = completion.outputs[i - resources];
    std::error_code error;
    const fs::path path = out / output.path;
    if (fs::file_size(path, error) != output.size || Xxh3OfFile(path) != output.xxh3) holds = false;
  });
  return holds;
}

std::vector<Completion::Output> FindOutputs(const fs::path& out, const std::set<fs::path>& claimed,
                                            std::int64_t start) {
  std::vector<Completion::Output> outputs;
  const auto add = [&](const fs::path& path) {
    Completion::Output output = Describe(path, out);
    if (output.modified >= start) outputs.push_back(std::move(output));
  };
  std::error_code error;
  for (const fs::path& below : claimed) {
    const fs::path path = out / below;
    if (fs::is_regular_file(path, error)) add(path);
    if (!fs::is_directory(path, error)) continue;
    for (fs::recursive_directory_iterator entry(path, error), end; !error && entry != end;
         entry.increment(error)) {
      if (entry->is_regular_file(error)) add(entry->path());
    }
  }
  std::sort(outputs.begin(), outputs.end(),
            [](const auto& a, const auto& b) { return a.path < b.path; });
  return outputs;
}

Status HashOutputs(const fs::path& out, int threads, std::vector<Completion::Output>& outputs) {
  InThreads(outputs.size(), threads,
            [&](std::size_t i) { outputs[i].xxh3 = Xxh3OfFile(out / outputs[i].path); });
  const auto unread = std::find_if(outputs.begin(), outputs.end(),
                                   [](const auto& output) { return output.xxh3.empty(); });
  if (unread == outputs.end()) return Ok();
  return IoError(fmt::format("can't read back {}", (out / unread->path).string()));
}

void RemoveFormer(const Completion& former, const std::vector<Completion::Output>& outputs,
                  const fs::path& out) {
  std::error_code error;
  for (const Completion::Output& old : former.outputs) {
    const auto same =
        std::lower_bound(outputs.begin(), outputs.end(), old,
                         [](const auto& a, const auto& b) { return a.path < b.path; });
    if (same != outputs.end() && same->path == old.path) continue;
    const fs::path relative = fs::path(old.path).lexically_normal();
    if (relative.is_absolute() || relative.empty() || *relative.begin() == "..") continue;
    fs::path path = out / relative;
    if (!old.SameFile(Describe(path, out)) || !fs::remove(path, error)) continue;
    for (path = path.parent_path(); path != out && fs::is_empty(path, error) && !error;
         path = path.parent_path())
      fs::remove(path, error);
  }
}

}  // namespace koppel
