#include "progress_line.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace koppel {
namespace {

constexpr int kBarWidth = 20;

std::string Duration(double seconds) {
  const auto whole = static_cast<long>(seconds + 0.5);
  if (whole < 60) return fmt::format("{} s", whole);
  if (whole < 3600) return fmt::format("{}:{:02}", whole / 60, whole % 60);
  return fmt::format("{}:{:02}:{:02}", whole / 3600, whole / 60 % 60, whole % 60);
}

std::string Bar(double part) {
  const int full = static_cast<int>(part * kBarWidth);
  std::string bar;
  for (int i = 0; i < kBarWidth; ++i) bar += i < full ? "█" : "░";
  return bar;
}

// In the order in which they are to be kept; all of them ASCII.
std::vector<std::string> Parts(const Progress& progress, double part, double seconds) {
  const int pass = progress.pass, passes = progress.passes;
  std::vector<std::string> parts = {fmt::format("pass {}/{}", pass, passes)};
  parts.push_back(fmt::format("{} documents", progress.documents.load()));
  if (progress.quarantined > 0) {
    parts.push_back(fmt::format("{} quarantined", progress.quarantined.load()));
  }
  if (part > 0.01) {
    parts.push_back(fmt::format("{} left{}", Duration(seconds * (1 - part) / part),
                                pass < passes ? " in this pass" : ""));
  }
  const auto megabytes = static_cast<double>(progress.bytes) / 1e6;
  parts.push_back(fmt::format("{:.1f} MB/s", megabytes / std::max(seconds, 1e-3)));
  return parts;
}

}  // namespace

std::string ProgressLine(const Progress& progress, double seconds, std::size_t width) {
  const auto total = static_cast<double>(progress.total_bytes);
  const double part = total > 0 ? std::min(static_cast<double>(progress.bytes) / total, 1.0) : 0.0;
  std::string line;
  std::size_t used = 0;
  if (width >= 3 * kBarWidth) {
    line = Bar(part);
    used = kBarWidth;
  }
  for (const std::string& text : Parts(progress, part, seconds)) {
    const std::size_t gap = used > 0 ? 2 : 0;
    if (used + gap + text.size() > width) break;
    line.append(gap, ' ').append(text);
    used += gap + text.size();
  }
  return line;
}

}  // namespace koppel
