#include "koppel/runtime/input_files.h"

#include <sys/stat.h>

#include <thread>

#include "input/inputs.h"
#include "input/inventory.h"

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
  if (threads == 0) threads = static_cast<int>(std::thread::hardware_concurrency());
  HashInputs(inputs->files, threads);
  return InputFilesOf(inputs->files);
}

}  // namespace koppel
