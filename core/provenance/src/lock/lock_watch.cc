#include "koppel/provenance/lock_watch.h"

#include <fmt/format.h>

#include <algorithm>

#include "koppel/io.h"

namespace koppel {
namespace {

Status Changed(std::string_view uri) {
  return {ErrorKind::kDrift,
          fmt::format("the input {} was changed while the run went on; its output is not what was "
                      "locked",
                      uri)};
}

}  // namespace

LockWatch::LockWatch(std::vector<InputFile> inputs) : inputs_(std::move(inputs)) {
  for (const InputFile& input : inputs_) by_uri_[input.uri] = &input;
}

// What is wrong is told by Append, which stops the run; here it would only put the document aside.
Status LockWatch::Render(const Document& document, std::string& out) const {
  const Source source = document.source();
  const auto file = by_uri_.find(source.uri);
  // The digest of a record is its own: Close looks at its file.
  if (file == by_uri_.end()) return Ok();
  if (Hex(source.sha256) != file->second->sha256) out = source.uri;
  return Ok();
}

Status LockWatch::Append(std::string_view, std::string_view rendered) {
  return rendered.empty() ? Ok() : Changed(rendered);
}

Status LockWatch::Close() {
  const auto changed = std::find_if(inputs_.begin(), inputs_.end(), [](const InputFile& input) {
    if (StampOf(input.path) == input.stamp) return false;
    // Somebody may only have changed who may read it.
    Result<std::string> digest = Sha256OfFile(input.path);
    return (digest.ok() ? Hex(*digest) : std::string()) != input.sha256;
  });
  return changed == inputs_.end() ? Ok() : Changed(changed->uri);
}

}  // namespace koppel
