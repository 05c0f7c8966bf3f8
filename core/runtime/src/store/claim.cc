#include "store/claim.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <cstring>
#include <ctime>
#include <fstream>
#include <sstream>
#include <vector>

#include "koppel/io.h"
#include "koppel/runtime/timestamp.h"

namespace koppel {
namespace {

namespace fs = std::filesystem;

constexpr auto kRenewEvery = std::chrono::seconds(10);
// Of the file system's own clock.
constexpr std::time_t kVoidAfter = 120;

struct Owner {
  std::string machine, process, started, since;
};

// A machine, as far as its process numbers go: host, boot and process namespace.
std::string Machine() {
  std::array<char, 256> host{};
  ::gethostname(host.data(), host.size() - 1);
  std::string boot;
  std::getline(std::ifstream("/proc/sys/kernel/random/boot_id"), boot);
  std::error_code error;
  return fmt::format("{}/{}/{}", host.data(), boot,
                     fs::read_symlink("/proc/self/ns/pid", error).string());
}

// When a process was started, in ticks since the boot: with its number it is unique. Empty if there
// is no such process, or if it is dead and only nobody has asked yet how it ended.
std::string StartOf(const std::string& process) {
  std::ifstream file("/proc/" + process + "/stat");
  std::string line;
  std::getline(file, line);
  const std::size_t name_end = line.rfind(')');  // the name may hold blanks
  if (name_end == std::string::npos) return {};
  std::istringstream fields(line.substr(name_end + 1));
  constexpr int kStartTime = 22 - 3;  // proc(5), counted from the state
  std::string state, field;
  fields >> state;
  for (int i = 0; i < kStartTime; ++i) fields >> field;
  return state == "Z" || state == "X" ? std::string() : field;
}

Owner Myself() {
  const std::string process = std::to_string(::getpid());
  return {Machine(), process, StartOf(process), Timestamp()};
}

std::string Write(const Owner& owner) {
  return fmt::format("{}\n{}\n{}\n{}\n", owner.machine, owner.process, owner.started, owner.since);
}

Owner Parse(const std::string& content) {
  Owner owner;
  std::istringstream lines(content);
  for (std::string* field : {&owner.machine, &owner.process, &owner.started, &owner.since})
    std::getline(lines, *field);
  return owner;
}

std::time_t ModifiedAt(const fs::path& path) {
  struct stat info {};
  return ::stat(path.c_str(), &info) == 0 ? info.st_mtime : 0;
}

// The clock of the file system that `path` is on; 0 if it can't be asked.
std::time_t FileSystemNow(const fs::path& path) {
  const fs::path probe = path.string() + fmt::format(".{}", ::getpid());
  const int descriptor = ::open(probe.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (descriptor < 0) return 0;
  ::close(descriptor);
  const std::time_t now = ModifiedAt(probe);
  ::unlink(probe.c_str());
  return now;
}

bool IsVoid(const fs::path& path, const Owner& owner) {
  if (owner.machine == Machine() && !owner.started.empty())
    return StartOf(owner.process) != owner.started;
  return FileSystemNow(path) - ModifiedAt(path) > kVoidAfter;
}

Status CantWrite(const fs::path& path, int why) {
  return IoError(fmt::format("can't write {}: {}", path.string(), std::strerror(why)));
}

// Of file systems without hard links: a run that is killed between the two calls leaves a claim
// without an owner, which is void only after a time.
Result<bool> CreateInPlace(const fs::path& path, const std::string& content) {
  const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (descriptor < 0) return errno == EEXIST ? Result<bool>(false) : CantWrite(path, errno);
  const ssize_t put = ::write(descriptor, content.data(), content.size());
  const int why = put < 0 ? errno : ENOSPC;
  ::close(descriptor);
  if (put == static_cast<ssize_t>(content.size())) return true;
  ::unlink(path.c_str());
  return CantWrite(path, why);
}

// False if the file is there already; io if it can't be made. It appears with all of its content,
// so that whoever finds it knows whose it is.
Result<bool> Create(const fs::path& path, const std::string& content) {
  constexpr std::size_t kDigits = 16;
  const fs::path draft = path.string() + "." + Hex(Sha256(content)).substr(0, kDigits);
  Result<std::unique_ptr<OutputFile>> file = OutputFile::Create(draft);
  if (!file.ok()) return std::move(file).status();
  KOPPEL_RETURN_IF_ERROR((*file)->Write(content));
  KOPPEL_RETURN_IF_ERROR((*file)->Commit());
  const int why = ::link(draft.c_str(), path.c_str()) == 0 ? 0 : errno;
  // A network file system may have done what it says has failed.
  struct stat info {};
  const bool linked = ::stat(draft.c_str(), &info) == 0 && info.st_nlink > 1;
  ::unlink(draft.c_str());
  if (why == 0 || linked) return true;
  if (why == EEXIST) return false;
  if (why == EPERM || why == EOPNOTSUPP || why == ENOSYS) return CreateInPlace(path, content);
  return CantWrite(path, why);
}

// Takes a void claim away; what another run has put in its place meanwhile goes back.
void Remove(const fs::path& path, const std::string& content) {
  const fs::path aside = path.string() + fmt::format(".void.{}", ::getpid());
  if (::rename(path.c_str(), aside.c_str()) != 0) return;
  const Result<std::string> taken = ReadFile(aside);
  std::error_code error;
  // Should a third run have the folder by now, the second sees that its claim is gone (StillMine).
  if (taken.ok() && *taken != content) fs::create_hard_link(aside, path, error);
  fs::remove(aside, error);
}

}  // namespace

Result<std::unique_ptr<Claim>> Claim::Take(const fs::path& path) {
  constexpr int kTries = 3;
  const std::string mine = Write(Myself());
  Owner owner;
  for (int i = 0; i < kTries; ++i) {
    Result<bool> created = Create(path, mine);
    if (!created.ok()) return std::move(created).status();
    if (*created) return std::unique_ptr<Claim>(new Claim(path, mine));
    const Result<std::string> content = ReadFile(path);
    if (!content.ok()) continue;  // it was given free this moment
    owner = Parse(*content);
    if (!IsVoid(path, owner)) break;
    Remove(path, *content);
  }
  const std::string folder = path.parent_path().parent_path().string();
  if (owner.since.empty()) {
    return IoError(fmt::format(
        "{} does not say which run works in {}; if none does, it counts as left behind two minutes "
        "after it was made",
        path.string(), folder));
  }
  const bool here = owner.machine == Machine();
  return IoError(fmt::format(
      "another run (process {} on {}, since {}) works in {}; wait for it, or give another --out{}",
      owner.process, owner.machine.substr(0, owner.machine.find('/')), owner.since, folder,
      here ? ""
           : "; a run on another machine counts as dead when it gave no sign for two minutes"));
}

Claim::Claim(fs::path path, std::string content)
    : path_(std::move(path)), content_(std::move(content)), renewer_([this] { Renew(); }) {}

Claim::~Claim() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  stop_.notify_all();
  renewer_.join();
  if (StillMine().ok()) ::unlink(path_.c_str());
}

Status Claim::StillMine() const {
  const Result<std::string> content = ReadFile(path_);
  if (content.ok() && *content == content_) return Ok();
  return IoError(fmt::format(
      "another run took over {}, since this one did not answer for two minutes; its work is lost, "
      "and nothing of the other's is touched",
      path_.parent_path().parent_path().string()));
}

void Claim::Renew() {
  std::unique_lock lock(mutex_);
  while (!stop_.wait_for(lock, kRenewEvery, [this] { return stopping_; }))
    ::utimensat(AT_FDCWD, path_.c_str(), nullptr, 0);
}

}  // namespace koppel
