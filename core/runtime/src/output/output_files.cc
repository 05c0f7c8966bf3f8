#include "koppel/runtime/output_files.h"

#include <fmt/format.h>

#include <algorithm>

#include "in_threads.h"
#include "koppel/io.h"
#include "store/run_folder_state.h"

namespace koppel {

Result<std::vector<WrittenFile>> ListWrittenFiles(RunFolder& folder, const RunReport& report) {
  std::vector<WrittenFile> files;
  if (report.cancelled || !report.failure.ok()) return files;
  const RunFolder::State& state = folder.state();
  for (const Completion::Output& output : FindOutputs(state.out, state.claimed, state.start))
    files.push_back({output.path, {}, output.size});
  InThreads(files.size(), report.threads, [&](std::size_t i) {
    Result<std::string> digest = Sha256OfFile(state.out / files[i].path);
    if (digest.ok()) files[i].sha256 = Hex(*digest);
  });
  const auto unread = std::find_if(files.begin(), files.end(),
                                   [](const WrittenFile& file) { return file.sha256.empty(); });
  if (unread == files.end()) return files;
  return IoError(fmt::format("can't read back {}", (state.out / unread->path).string()));
}

}  // namespace koppel
