#include "input/inputs.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "input/glob.h"
#include "input/input_order.h"
#include "koppel/utf8.h"

namespace koppel {
namespace {

namespace fs = std::filesystem;

std::string Lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

// Length of the reader's extension that the file name ends in; 0 if it takes no such file.
std::size_t ExtensionLength(const Step& reader, const std::string& file) {
  const std::string name = Lower(file);
  std::size_t longest = 0;
  for (const std::string& extension : reader.component->extensions) {
    if (name.size() > extension.size() && name.ends_with(Lower(extension)))
      longest = std::max(longest, extension.size());
  }
  return longest;
}

std::string KnownExtensions(const Pipeline& pipeline) {
  std::string text;
  for (const Step& reader : pipeline.readers) {
    text += fmt::format("{}{} takes {}", text.empty() ? "" : "; ", reader.component->id,
                        fmt::join(reader.component->extensions, " "));
  }
  return text;
}

// In order of path.
std::vector<std::string> NotLookedInto(const FoundFiles& found) {
  std::vector<std::string> notes;
  for (const std::string& folder : found.unreadable)
    notes.push_back(fmt::format("not read: the folder {}", folder));
  for (const fs::path& link : found.links) {
    notes.push_back(fmt::format("not read: {} is a link to a folder; name it with --input, too",
                                link.string()));
  }
  std::sort(notes.begin(), notes.end());
  return notes;
}

class Collector {
 public:
  explicit Collector(const Pipeline& pipeline) : pipeline_(pipeline) {}

  // Readers from `first` up to `last` may take what the path names.
  Status Add(const std::string& path, std::size_t first, std::size_t last) {
    ++named_;
    std::error_code error;
    if (HasWildcard(path) && !fs::exists(path, error))
      return AddAll(Glob(path), GlobRoot(path), path, first, last);
    if (fs::is_directory(path, error)) return AddAll(FilesBelow(path), path, path, first, last);
    if (!fs::exists(path, error)) {
      return BadInput(
          fmt::format("no such input: {}; give a file, a folder, or a glob in quotes", path));
    }
    if (!Take(path, fs::path(path).parent_path(), first, last)) {
      return BadInput(fmt::format("no reader of this pipeline takes {} ({}); add one under `read`",
                                  path, KnownExtensions(pipeline_)));
    }
    return Ok();
  }

  Inputs Finish() {
    KeepIdsApart();
    PutInOrder(inputs_.files, pipeline_.order);
    for (const fs::path& path : passed_over_) {
      std::error_code error;
      if (!seen_.contains(fs::weakly_canonical(path, error)))
        inputs_.ignored.push_back(path.string());
    }
    return std::move(inputs_);
  }

 private:
  Status AddAll(const FoundFiles& found, const fs::path& root, const std::string& path,
                std::size_t first, std::size_t last) {
    const std::vector<std::string> unseen = NotLookedInto(found);
    if (found.files.empty()) {
      return BadInput(fmt::format("no files in {}{}{}", path, unseen.empty() ? "" : "; ",
                                  fmt::join(unseen, "; ")));
    }
    for (const std::string& note : unseen) {
      if (std::find(inputs_.notes.begin(), inputs_.notes.end(), note) == inputs_.notes.end())
        inputs_.notes.push_back(note);
    }
    for (const fs::path& file : found.files) {
      if (!Take(file, root, first, last)) passed_over_.insert(file);
    }
    return Ok();
  }

  bool Take(const fs::path& path, const fs::path& root, std::size_t first, std::size_t last) {
    const std::string name = path.filename().string();
    for (std::size_t reader = first; reader < last; ++reader) {
      const std::size_t extension = ExtensionLength(pipeline_.readers[reader], name);
      if (extension == 0) continue;
      std::error_code error;
      if (!seen_.insert(fs::weakly_canonical(path, error)).second) return true;
      std::string id =
          root.empty() ? path.generic_string() : path.lexically_relative(root).generic_string();
      full_ids_[path] = ValidName(id);
      id.resize(id.size() - extension);
      id = ValidName(id);
      const std::uintmax_t size = fs::file_size(path, error);
      inputs_.files.push_back({path, std::move(id), reader, error ? 0 : size, path});
      inputs_.files.back().given = named_;
      return true;
    }
    return false;
  }

  void KeepIdsApart() {
    std::map<std::string, int> uses;
    for (const SourceFile& file : inputs_.files) ++uses[file.id];
    for (SourceFile& file : inputs_.files) {
      if (uses[file.id] > 1) file.id = full_ids_[file.path];
    }
  }

  const Pipeline& pipeline_;
  Inputs inputs_;
  std::size_t named_ = 0;
  std::set<fs::path> seen_;         // canonical
  std::set<fs::path> passed_over_;  // by one reader at least; another may have taken it
  std::map<fs::path, std::string> full_ids_;
};

// The paths that the pipeline file gives to a reader.
Status AddOwnPaths(const Pipeline& pipeline, std::size_t reader, Collector& collector) {
  const auto paths = pipeline.readers[reader].params.find("paths");
  if (paths == pipeline.readers[reader].params.end()) return Ok();
  for (const std::string& path : std::get<std::vector<std::string>>(paths->second)) {
    KOPPEL_RETURN_IF_ERROR(collector.Add(path, reader, reader + 1));
  }
  return Ok();
}

}  // namespace

std::string ValidName(std::string_view name) {
  std::string valid;
  while (!name.empty()) {
    const std::size_t bad = std::min(FindInvalidUtf8(name), name.size());
    valid += name.substr(0, bad);
    if (bad == name.size()) break;
    valid += fmt::format("%{:02X}", static_cast<unsigned char>(name[bad]));
    name.remove_prefix(bad + 1);
  }
  return valid;
}

Status CheckPaths(const Pipeline& pipeline, std::size_t reader) {
  Collector collector(pipeline);
  return AddOwnPaths(pipeline, reader, collector);
}

Status CheckApart(const Inputs& inputs, const fs::path& out) {
  std::error_code error;
  const fs::path folder = fs::weakly_canonical(out, error);
  for (const SourceFile& file : inputs.files) {
    const fs::path below = fs::weakly_canonical(file.path, error).lexically_relative(folder);
    if (below.empty() || *below.begin() == "..") continue;
    return BadInput(
        fmt::format("the input {} lies in the output folder {}, where the run would write over "
                    "it; give another folder with --out",
                    file.path.string(), out.string()));
  }
  return Ok();
}

Result<Inputs> FindInputs(const Pipeline& pipeline, const std::vector<std::string>& given) {
  Collector collector(pipeline);
  const std::size_t readers = pipeline.readers.size();
  for (const std::string& path : given) KOPPEL_RETURN_IF_ERROR(collector.Add(path, 0, readers));
  for (std::size_t reader = 0; given.empty() && reader < readers; ++reader) {
    KOPPEL_RETURN_IF_ERROR(AddOwnPaths(pipeline, reader, collector));
  }
  Inputs inputs = collector.Finish();
  if (inputs.files.empty()) {
    return BadInput(fmt::format("nothing to read: give --input or set `paths` ({})",
                                KnownExtensions(pipeline)));
  }
  return inputs;
}

}  // namespace koppel
