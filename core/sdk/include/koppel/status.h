// Outcomes of everything that can foreseeably fail. Exceptions are for defects; the runtime catches
// those of plugins in one place. Both types are cheap to move and hold no memory while they are Ok.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace koppel {

// The kinds of error; their names are stable, scripts and reports may rely on them.
enum class ErrorKind {
  kInvalidPipeline,
  kInvalidParameter,
  kUnmetLayer,
  kPluginLoad,
  kAbiMismatch,
  kBadInput,
  kIo,
  kDrift,
  kLimit,  // more time or memory than the pipeline gives
  kCancelled,
  kInternal,
};

// "invalid_pipeline", "bad_input", …
std::string_view Name(ErrorKind kind);

class [[nodiscard]] Status {
 public:
  Status() = default;
  Status(ErrorKind kind, std::string message)
      : error_(std::make_unique<Error>(Error{kind, std::move(message)})) {}

  bool ok() const { return error_ == nullptr; }
  // Precondition of both: !ok().
  ErrorKind kind() const { return error_->kind; }
  const std::string& message() const { return error_->message; }

  // "message [kind]", or "ok".
  std::string ToString() const;
  // The same error, told with where it happened: "context: message". Each level adds itself once.
  Status WithContext(std::string_view context) &&;

 private:
  struct Error {
    ErrorKind kind;
    std::string message;
  };
  std::unique_ptr<Error> error_;
};

inline Status Ok() { return {}; }
Status BadInput(std::string message);
Status IoError(std::string message);
Status InvalidParameter(std::string message);
Status Internal(std::string message);

// A value, or why there is none.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : value_(std::move(value)) {}          // NOLINT: returns read better implicit
  Result(Status status) : status_(std::move(status)) {}  // NOLINT: precondition !status.ok()

  bool ok() const { return status_.ok(); }
  const Status& status() const& { return status_; }
  Status&& status() && { return std::move(status_); }
  // Precondition of all: ok().
  T& operator*() & { return *value_; }
  const T& operator*() const& { return *value_; }
  T&& operator*() && { return *std::move(value_); }
  T* operator->() { return &*value_; }
  const T* operator->() const { return &*value_; }

 private:
  Status status_;
  std::optional<T> value_;
};

// Returns from the enclosing function when `expression` is an error.
#define KOPPEL_RETURN_IF_ERROR(expression)                                                        \
  do {                                                                                            \
    if (::koppel::Status koppel_status = (expression); !koppel_status.ok()) return koppel_status; \
  } while (false)

}  // namespace koppel
