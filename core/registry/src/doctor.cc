#include "koppel/registry/doctor.h"

#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <exception>

#include "koppel/json/json_writer.h"

namespace koppel {
namespace {

template <class T>
Status Outcome(const Result<T>& made) {
  return made.ok() ? Ok() : Status(made.status().kind(), made.status().message());
}

Status MakeWithDefaults(const Component& component) {
  switch (component.role) {
    case Role::kReader:
      return Outcome(component.make_reader({}));
    case Role::kWriter:
      return Outcome(component.make_writer({}));
    case Role::kProcessor:
    case Role::kObserver:
      return Outcome(component.make_processor({}));
  }
  return Ok();
}

std::string FaultOf(const Registry& registry, const PluginInfo& plugin) {
  for (const ComponentInfo& info : plugin.components) {
    Result<const Component*> component = registry.Load(info);
    if (!component.ok()) return component.status().ToString();
    try {
      const Status made = MakeWithDefaults(**component);
      if (!made.ok())
        return fmt::format("can't make {} with its defaults: {}", info.id, made.ToString());
    } catch (const std::exception& error) {
      return fmt::format("making {} with its defaults threw: {}", info.id, error.what());
    }
  }
  return {};
}

// First byte of what a child says; without it, the child did not come to the end.
constexpr char kSound = '+';
constexpr char kFaulty = '-';

// A handler of this program would run in the child, and hide from the parent how it ended.
void ResetSignals() {
  for (const int signal : {SIGABRT, SIGALRM, SIGBUS, SIGFPE, SIGILL, SIGINT, SIGSEGV, SIGTERM}) {
    std::signal(signal, SIG_DFL);
  }
}

[[noreturn]] void CheckAsChild(const Registry& registry, const PluginInfo& plugin, unsigned seconds,
                               int output) {
  ResetSignals();
  ::alarm(seconds);
  const std::string fault = FaultOf(registry, plugin);
  const std::string message = fault.empty() ? std::string(1, kSound) : kFaulty + fault;
  std::string_view left = message;
  while (!left.empty()) {
    const ssize_t put = ::write(output, left.data(), left.size());
    if (put <= 0) break;
    left.remove_prefix(static_cast<std::size_t>(put));
  }
  // No destructors and no flushing: those belong to the parent.
  ::_exit(0);
}

std::string ReadAll(int input) {
  std::string text;
  char buffer[4096];
  for (;;) {
    const ssize_t got = ::read(input, buffer, sizeof buffer);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return text;
    text.append(buffer, static_cast<std::size_t>(got));
  }
}

std::string Verdict(int status, std::string_view message, unsigned seconds) {
  if (WIFSIGNALED(status) && WTERMSIG(status) == SIGALRM) {
    return fmt::format("took longer than {} s to load", seconds);
  }
  if (WIFSIGNALED(status))
    return fmt::format("crashed when it was loaded: {}", ::strsignal(WTERMSIG(status)));
  if (message.empty())
    return fmt::format("ended the process with status {} when it was loaded", WEXITSTATUS(status));
  return message.front() == kSound ? std::string() : std::string(message.substr(1));
}

Status SystemError(std::string_view what) {
  return Internal(fmt::format("can't {} to check a plugin: {}", what, std::strerror(errno)));
}

Result<std::string> CheckInChild(const Registry& registry, const PluginInfo& plugin,
                                 unsigned seconds) {
  int ends[2];
  if (::pipe(ends) != 0) return SystemError("make a pipe");
  // A library that calls exit would write once more what still waits here.
  std::fflush(nullptr);
  const pid_t child = ::fork();
  if (child == 0) {
    ::close(ends[0]);
    CheckAsChild(registry, plugin, seconds, ends[1]);
  }
  ::close(ends[1]);
  const std::string message = ReadAll(ends[0]);
  ::close(ends[0]);
  if (child < 0) return SystemError("fork");
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return Verdict(status, message, seconds);
}

}  // namespace

std::vector<Checkup> CheckPlugins(const Registry& registry, unsigned seconds) {
  std::vector<Checkup> checkups;
  for (const auto& plugin : registry.plugins()) {
    Result<std::string> fault = CheckInChild(registry, *plugin, seconds);
    checkups.push_back({plugin.get(), fault.ok() ? *std::move(fault) : fault.status().ToString()});
  }
  return checkups;
}

std::string ToJson(const std::vector<Checkup>& checkups, const Registry& registry) {
  Json json;
  json.Object([&] {
    json.Objects("plugins", checkups, [&](const Checkup& checkup) {
      json.Field("plugin", checkup.plugin->name);
      json.Field("library", checkup.plugin->library.string());
      json.Field("sound", checkup.fault.empty());
      json.Field("fault", checkup.fault);
    });
    json.Array("problems", registry.problems(),
               [&](const Status& problem) { json.Value(problem.ToString()); });
  });
  return json.Line();
}

}  // namespace koppel
