#include "koppel/io.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <openssl/evp.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "koppel/utf8.h"

namespace koppel {
namespace {

constexpr std::size_t kBufferBytes = std::size_t{1} << 18;

Status Failure(std::string_view what, const std::filesystem::path& path) {
  return IoError(fmt::format("can't {} {}: {}", what, path.string(), std::strerror(errno)));
}

// Calls again what a signal has interrupted.
template <class Call>
auto Uninterrupted(Call call) {
  for (;;) {
    const auto result = call();
    if (result >= 0 || errno != EINTR) return result;
  }
}

// Linux has closed the file when a signal interrupts the call; a second one might close another's.
bool Close(int descriptor) { return ::close(descriptor) == 0 || errno == EINTR; }

class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return fd_; }

 private:
  int fd_;
};

Status ReadAll(int descriptor, const std::filesystem::path& path, std::uint64_t limit,
               std::string& out) {
  std::size_t have = 0;
  for (;;) {
    // One byte more than expected, so that the end is seen without growing the buffer.
    if (have == out.size()) out.resize(out.size() + kBufferBytes);
    const ssize_t got =
        Uninterrupted([&] { return ::read(descriptor, out.data() + have, out.size() - have); });
    if (got < 0) return Failure("read", path);
    if (got == 0) break;
    have += static_cast<std::size_t>(got);
    if (have > limit)
      return IoError(fmt::format("{} is larger than {} bytes", path.string(), limit));
  }
  out.resize(have);
  return Ok();
}

// Opens nothing but a file: a pipe might never answer, and a device never end. -1 and `refused` if
// it can't.
int OpenFile(const std::filesystem::path& path, struct stat& info, Status& refused) {
  const int descriptor =
      Uninterrupted([&] { return ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK); });
  if (descriptor < 0) {
    refused = Failure("open", path);
    return -1;
  }
  if (::fstat(descriptor, &info) != 0) {
    refused = Failure("read", path);
  } else if (S_ISDIR(info.st_mode)) {
    refused = IoError(path.string() + " is a folder");
  } else if (!S_ISREG(info.st_mode)) {
    refused = IoError(path.string() + " is no regular file but a pipe, a socket or a device");
  } else {
    return descriptor;
  }
  ::close(descriptor);
  return -1;
}

void SyncFolder(const std::filesystem::path& folder) {
  const Descriptor descriptor(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (descriptor.get() >= 0) ::fsync(descriptor.get());
}

}  // namespace

Result<std::string> ReadFile(const std::filesystem::path& path, std::uint64_t limit) {
  struct stat info {};
  Status refused;
  const Descriptor descriptor(OpenFile(path, info, refused));
  if (descriptor.get() < 0) return refused;
  const auto expected = static_cast<std::uint64_t>(std::max<off_t>(info.st_size, 0));
  if (expected > limit)
    return IoError(fmt::format("{} is larger than {} bytes", path.string(), limit));
  std::string bytes(static_cast<std::size_t>(expected) + 1, '\0');
  KOPPEL_RETURN_IF_ERROR(ReadAll(descriptor.get(), path, limit, bytes));
  return bytes;
}

Result<std::unique_ptr<RandomAccessFile>> RandomAccessFile::Open(
    const std::filesystem::path& path) {
  struct stat info {};
  Status refused;
  const int descriptor = OpenFile(path, info, refused);
  if (descriptor < 0) return refused;
  std::unique_ptr<RandomAccessFile> file(new RandomAccessFile(path, descriptor));
  file->size_ = static_cast<std::uint64_t>(info.st_size);
  return file;
}

RandomAccessFile::~RandomAccessFile() { ::close(descriptor_); }

Status RandomAccessFile::Read(std::uint64_t offset, std::uint64_t size, std::string& out) const {
  out.resize(static_cast<std::size_t>(offset < size_ ? std::min(size, size_ - offset) : 0));
  std::size_t have = 0;
  while (have < out.size()) {
    const ssize_t got = Uninterrupted([&] {
      return ::pread(descriptor_, out.data() + have, out.size() - have,
                     static_cast<off_t>(offset + have));
    });
    if (got < 0) return Failure("read", path_);
    if (got == 0) break;
    have += static_cast<std::size_t>(got);
  }
  out.resize(have);
  return Ok();
}

std::string Sha256(std::string_view bytes) {
  // Fetched once: looking the algorithm up costs more than hashing a kilobyte.
  static EVP_MD* const algorithm = EVP_MD_fetch(nullptr, "SHA256", nullptr);
  std::string digest(32, '\0');
  unsigned int size = 0;
  EVP_Digest(bytes.data(), bytes.size(), reinterpret_cast<unsigned char*>(digest.data()), &size,
             algorithm, nullptr);
  return digest;
}

Result<std::string> Sha256OfFile(const std::filesystem::path& path) {
  constexpr std::uint64_t kPiece = std::uint64_t{1} << 20;
  Result<std::unique_ptr<RandomAccessFile>> file = RandomAccessFile::Open(path);
  if (!file.ok()) return std::move(file).status();
  const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(),
                                                                        &EVP_MD_CTX_free);
  EVP_DigestInit_ex(context.get(), EVP_sha256(), nullptr);
  std::string piece;
  for (std::uint64_t at = 0; at == 0 || piece.size() == kPiece; at += piece.size()) {
    KOPPEL_RETURN_IF_ERROR((*file)->Read(at, kPiece, piece));
    EVP_DigestUpdate(context.get(), piece.data(), piece.size());
    if (piece.empty()) break;
  }
  std::string digest(32, '\0');
  EVP_DigestFinal_ex(context.get(), reinterpret_cast<unsigned char*>(digest.data()), nullptr);
  return digest;
}

std::string Hex(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size() * 2);
  for (const char byte : bytes)
    fmt::format_to(std::back_inserter(text), "{:02x}", static_cast<unsigned char>(byte));
  return text;
}

OutputFile::OutputFile(std::filesystem::path path, std::filesystem::path temporary, int descriptor)
    : path_(std::move(path)), temporary_(std::move(temporary)), descriptor_(descriptor) {
  buffer_.reserve(kBufferBytes);
}

Result<std::unique_ptr<OutputFile>> OutputFile::Create(const std::filesystem::path& path) {
  std::error_code error;
  std::filesystem::create_directories(path.parent_path(), error);
  if (error && !path.parent_path().empty()) {
    return IoError(
        fmt::format("can't make folder {}: {}", path.parent_path().string(), error.message()));
  }
  std::filesystem::path temporary = path;
  temporary += ".part";
  const int descriptor = Uninterrupted(
      [&] { return ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666); });
  if (descriptor < 0) return Failure("write", path);
  return std::unique_ptr<OutputFile>(new OutputFile(path, std::move(temporary), descriptor));
}

OutputFile::~OutputFile() {
  if (descriptor_ < 0) return;
  ::close(descriptor_);
  ::unlink(temporary_.c_str());
}

Status OutputFile::Put(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t put =
        Uninterrupted([&] { return ::write(descriptor_, bytes.data(), bytes.size()); });
    if (put < 0) return Failure("write", path_);
    bytes.remove_prefix(static_cast<std::size_t>(put));
  }
  return Ok();
}

Status OutputFile::Flush() {
  KOPPEL_RETURN_IF_ERROR(Put(buffer_));
  buffer_.clear();
  return Ok();
}

// What is larger than the buffer does not go through it.
Status OutputFile::Write(std::string_view bytes) {
  if (buffer_.size() + bytes.size() >= kBufferBytes) KOPPEL_RETURN_IF_ERROR(Flush());
  if (bytes.size() >= kBufferBytes) return Put(bytes);
  buffer_.append(bytes);
  return Ok();
}

Status OutputFile::Commit() {
  KOPPEL_RETURN_IF_ERROR(Flush());
  if (Uninterrupted([&] { return ::fsync(descriptor_); }) != 0) return Failure("write", path_);
  if (!Close(std::exchange(descriptor_, -1)) || ::rename(temporary_.c_str(), path_.c_str()) != 0) {
    return Failure("write", path_);
  }
  SyncFolder(path_.parent_path());
  return Ok();
}

Status WriteFile(const std::filesystem::path& path, std::string_view bytes) {
  Result<std::unique_ptr<OutputFile>> file = OutputFile::Create(path);
  if (!file.ok()) return std::move(file).status();
  KOPPEL_RETURN_IF_ERROR((*file)->Write(bytes));
  return (*file)->Commit();
}

Result<std::filesystem::path> PathBelow(const std::filesystem::path& folder,
                                        std::string_view relative) {
  const std::filesystem::path path = std::filesystem::path(relative).lexically_normal();
  if (path.empty() || path.is_absolute() || *path.begin() == "..") {
    return InvalidParameter(
        fmt::format("path '{}' must be relative and stay inside the output folder", relative));
  }
  return folder / path;
}

std::string FileNameFor(std::string_view document_id) {
  // File systems take 255 bytes; extensions and the suffix of a temporary file need some of them.
  constexpr std::size_t kLongest = 200, kDigits = 16;
  std::string name;
  for (const auto& part : std::filesystem::path(document_id).relative_path().lexically_normal()) {
    const std::string text = part.string();
    if (text.empty() || text == "." || text == "..") continue;
    if (!name.empty()) name += '/';
    std::size_t size = std::min(text.size(), kLongest);
    while (size < text.size() && !OnBoundary(text, size)) --size;
    for (const char c : std::string_view(text).substr(0, size)) {
      name += static_cast<unsigned char>(c) < 0x20 || c == 0x7F ? '_' : c;
    }
    if (size < text.size()) name += "~" + Hex(Sha256(text)).substr(0, kDigits);
  }
  return name.empty() ? "document" : name;
}

}  // namespace koppel
