// What the writers of one file share: the file, its compression, and the order of its parts.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "koppel/component.h"
#include "koppel/compression.h"
#include "koppel/io.h"

namespace koppel::write {

class SingleFile {
 public:
  // `path` is relative to the folder of the run's output. invalid_parameter if it leaves that
  // folder; io if the file can't be written.
  Status Open(Setup& setup, const std::string& path);
  // Where it does not, what a document adds may as well be written to `out` at once.
  bool compresses() const { return compression_ != Compression::kNone; }
  // Appends what a document adds, compressed as the file's name asks. Thread-safe.
  void Render(std::string_view text, std::string& out) const {
    AppendCompressed(text, compression_, out);
  }
  Status Append(std::string_view rendered) { return file_->Write(rendered); }
  Status Close() { return file_->Commit(); }

 private:
  std::unique_ptr<OutputFile> file_;
  Compression compression_ = Compression::kNone;
};

}  // namespace koppel::write
