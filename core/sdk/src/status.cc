#include "koppel/status.h"

#include <array>

namespace koppel {

std::string_view Name(ErrorKind kind) {
  static constexpr std::array<std::string_view, 11> kNames = {"invalid_pipeline",
                                                              "invalid_parameter",
                                                              "unmet_layer",
                                                              "plugin_load",
                                                              "abi_mismatch",
                                                              "bad_input",
                                                              "io",
                                                              "drift",
                                                              "limit",
                                                              "cancelled",
                                                              "internal"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::string Status::ToString() const {
  if (ok()) return "ok";
  return message() + " [" + std::string(Name(kind())) + "]";
}

Status Status::WithContext(std::string_view context) && {
  if (error_) error_->message = std::string(context) + ": " + error_->message;
  return std::move(*this);
}

Status BadInput(std::string message) { return {ErrorKind::kBadInput, std::move(message)}; }
Status IoError(std::string message) { return {ErrorKind::kIo, std::move(message)}; }
Status InvalidParameter(std::string message) {
  return {ErrorKind::kInvalidParameter, std::move(message)};
}
Status Internal(std::string message) { return {ErrorKind::kInternal, std::move(message)}; }

}  // namespace koppel
