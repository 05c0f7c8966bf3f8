#include "koppel/report/run_lists.h"

#include <fmt/format.h>

#include <memory>

#include "koppel/io.h"
#include "koppel/json/json_writer.h"
#include "koppel/report/run_json.h"

namespace koppel {
namespace {

class ListWriter {
 public:
  void Add(std::string_view path, const std::string& sha256, std::uint64_t size,
           std::string_view in_place_of = {}) {
    ++facts_.files;
    facts_.bytes += size;
    text_ += fmt::format(R"({{"path": {}, )", JsonOf(path));
    if (!in_place_of.empty()) text_ += fmt::format(R"("in_place_of": {}, )", JsonOf(in_place_of));
    text_ += sha256.empty() ? std::string("\"missing\": true}\n")
                            : fmt::format("\"sha256\": \"{}\", \"size\": {}}}\n", sha256, size);
  }

  Result<ListFacts> Write(const std::filesystem::path& path) {
    facts_.sha256 = Hex(Sha256(text_));
    KOPPEL_RETURN_IF_ERROR(WriteFile(path, text_));
    return facts_;
  }

 private:
  ListFacts facts_;
  std::string text_;
};

}  // namespace

Result<ListFacts> WriteInputList(const std::vector<InputFile>& inputs,
                                 const std::vector<InputFile>& mended,
                                 const std::filesystem::path& out) {
  ListWriter list;
  for (const InputFile& input : inputs) list.Add(input.uri, input.sha256, input.stamp.size);
  for (const InputFile& copy : mended)
    list.Add(copy.uri, copy.sha256, copy.stamp.size, copy.in_place_of);
  return list.Write(out / kInputList);
}

Result<ListFacts> WriteOutputList(const std::vector<WrittenFile>& outputs,
                                  const std::filesystem::path& out) {
  ListWriter list;
  for (const WrittenFile& output : outputs)
    list.Add(ValidName(output.path), output.sha256, output.size);
  return list.Write(out / kOutputList);
}

}  // namespace koppel
