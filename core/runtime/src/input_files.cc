#include "koppel/runtime/input_files.h"

#include <sys/stat.h>

#include <thread>

#include "in_threads.h"
#include "inputs.h"
#include "koppel/io.h"

namespace koppel {

FileStamp StampOf(const std::filesystem::path& path) {
  struct stat info {};
  if (::stat(path.c_str(), &info) != 0) return {};
  constexpr std::int64_t kSecond = 1'000'000'000;
  return {static_cast<std::uint64_t>(info.st_size),
          info.st_ctim.tv_sec * kSecond + info.st_ctim.tv_nsec, info.st_ino};
}

Result<std::vector<InputFile>> ListInputFiles(const Pipeline& pipeline,
                                              const std::vector<std::string>& given, int threads) {
  Result<Inputs> inputs = FindInputs(pipeline, given);
  if (!inputs.ok()) return std::move(inputs).status();
  std::vector<InputFile> files(inputs->files.size());
  if (threads == 0) threads = static_cast<int>(std::thread::hardware_concurrency());
  InThreads(files.size(), threads, [&](std::size_t i) {
    const std::filesystem::path& path = inputs->files[i].path;
    files[i] = {path, ValidName(path.string()), {}, StampOf(path)};
    Result<std::string> digest = Sha256OfFile(path);
    if (digest.ok()) files[i].sha256 = Hex(*digest);
  });
  return files;
}

}  // namespace koppel
