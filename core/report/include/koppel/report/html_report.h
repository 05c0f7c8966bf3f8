// report.html: one self-contained page that shows what a run did, and every document with its
// repairs, speakers and sentiment.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "koppel/component.h"
#include "koppel/pipeline/pipeline.h"
#include "koppel/runtime/run_report.h"

namespace koppel {

// What one document adds to the totals at the head of the page.
struct DocumentTotals {
  std::uint64_t repairs = 0, left_alone = 0, turns = 0, quotes = 0, opinions = 0;
};

// Why what the run wrote is not complete, as a sentence; empty: it is.
std::string Outcome(const RunReport& report);

// Takes part in a run as a writer, then writes the page with the run's report.
class HtmlReport final : public Writer {
 public:
  Status Open(Setup&) override { return Ok(); }
  Status Render(const Document& document, std::string& out) const override;
  Status Append(std::string_view document_id, std::string_view rendered) override;
  Status Close() override { return Ok(); }

  // Writes <out>/report.html. Documents are shown in the order of the input until the page has
  // grown to kMaxBytes; it says how many more there were.
  Status WritePage(const Pipeline& pipeline, const RunReport& report,
                   const std::filesystem::path& out) const;

  static constexpr std::size_t kMaxBytes = std::size_t{16} << 20;

 private:
  std::string documents_;
  std::uint64_t shown_ = 0, left_out_ = 0;
  DocumentTotals totals_;
};

}  // namespace koppel
