// What a run leaves behind about itself.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "koppel/pipeline/pipeline.h"
#include "koppel/report/run_json.h"
#include "koppel/runtime/run_folder.h"

namespace koppel {

class RunRecord {
 public:
  // At the beginning of a run: reads the clock and the pipeline file. `lock`: the lock file that
  // the run keeps to, or empty.
  RunRecord(std::vector<std::string> arguments, const std::filesystem::path& pipeline,
            const std::filesystem::path& lock);

  // At its end: run.json and what stands beside it.
  Status Write(const Pipeline& pipeline, const RunReport& report, std::string digest,
               RunFolder& folder, const std::filesystem::path& out);

 private:
  RunFacts facts_;
  std::string pipeline_text_;
};

}  // namespace koppel
