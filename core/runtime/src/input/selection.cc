#include "input/selection.h"

#include <algorithm>

namespace koppel {
namespace {

std::vector<SourceFile> Evenly(std::vector<SourceFile> files, std::size_t sample) {
  const std::size_t steps = std::max<std::size_t>(sample - 1, 1);
  std::vector<SourceFile> chosen;
  chosen.reserve(sample);
  for (std::size_t i = 0; i < sample; ++i)
    chosen.push_back(std::move(files[i * (files.size() - 1) / steps]));
  return chosen;
}

}  // namespace

std::vector<SourceFile> Select(std::vector<SourceFile> files, std::size_t sample, bool backwards) {
  if (sample > 0 && sample < files.size()) files = Evenly(std::move(files), sample);
  if (backwards) std::reverse(files.begin(), files.end());
  return files;
}

}  // namespace koppel
