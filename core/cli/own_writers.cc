#include "own_writers.h"

#include <memory>

namespace koppel {

OwnWriters AddOwnWriters(bool with_page, RunOptions& options) {
  OwnWriters own;
  auto digests = std::make_unique<DigestWriter>();
  own.digests = digests.get();
  options.extra_writers.push_back({"digests", std::move(digests)});
  if (!with_page) return own;
  auto page = std::make_unique<HtmlReport>();
  own.page = page.get();
  options.extra_writers.push_back({"report", std::move(page)});
  return own;
}

}  // namespace koppel
