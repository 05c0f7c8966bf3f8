#include "input/inventory.h"

#include "in_threads.h"
#include "koppel/io.h"
#include "store/step_keys.h"

namespace koppel {

void HashInputs(std::vector<SourceFile>& files, int threads) {
  InThreads(files.size(), threads, [&files](std::size_t i) {
    files[i].stamp = StampOf(files[i].path);
    Result<std::string> digest = Sha256OfFile(files[i].path);
    if (digest.ok()) files[i].sha256 = files[i].content_sha256 = *std::move(digest);
  });
}

std::vector<InputFile> InputFilesOf(const std::vector<SourceFile>& files) {
  std::vector<InputFile> listed;
  for (const SourceFile& file : files) {
    listed.push_back({file.path, ValidName(file.path.string()), Hex(file.sha256), file.stamp});
  }
  return listed;
}

std::string InventoryDigest(const std::vector<SourceFile>& files, const Mended& mended) {
  std::vector<std::string> texts;
  for (const SourceFile& file : files) {
    texts.push_back(file.id);
    texts.push_back(file.path.string());
    texts.push_back(std::to_string(file.reader));
    texts.push_back(file.content_sha256);
  }
  texts.push_back(mended.Digest());
  const std::vector<std::string_view> parts(texts.begin(), texts.end());
  return DigestOf(parts);
}

}  // namespace koppel
