// Sees to it that a locked run reads what was locked, to its end.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "koppel/component.h"
#include "koppel/runtime/input_files.h"

namespace koppel {

// Writes nothing. Stops the run (drift) at a document whose file has another digest than when the
// lock was checked, and at the end where any input was written to meanwhile.
class LockWatch final : public Writer {
 public:
  // As they were when the lock was checked.
  explicit LockWatch(std::vector<InputFile> inputs);

  Status Open(Setup&) override { return Ok(); }
  Status Render(const Document& document, std::string& out) const override;
  Status Append(std::string_view document_id, std::string_view rendered) override;
  Status Close() override;

 private:
  std::vector<InputFile> inputs_;
  std::map<std::string, const InputFile*, std::less<>> by_uri_;
};

}  // namespace koppel
