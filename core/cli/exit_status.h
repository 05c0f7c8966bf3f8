// What scripts may rely on; `koppel run --help` lists it.
#pragma once

#include "koppel/status.h"

namespace koppel {

enum ExitStatus : int {
  kExitOk = 0,
  kExitFailed = 1,       // the run was stopped by an error, or its counts do not balance
  kExitRefused = 2,      // wrong usage, pipeline file, parameter or plugin; nothing was read
  kExitQuarantined = 3,  // the run is complete, but some documents were quarantined
  kExitDrift = 4,        // something is not as it was: in a lock, another run, a baseline
  kExitCancelled = 130,  // Ctrl-C; what was finished is written
};

inline constexpr char kExitStatusHelp[] =
    "Exit status:\n"
    "  0    every document is in the output or was filtered\n"
    "  1    the run was stopped by an error\n"
    "  2    refused before any input was read: usage, pipeline file, parameter, plugin\n"
    "  3    complete, but some documents were quarantined (OUT/quarantine/index.jsonl)\n"
    "  4    something is not as koppel.lock says (run --locked)\n"
    "  130  stopped by Ctrl-C; what was finished is written\n";

// Of an error that came before any input was read.
inline ExitStatus StatusOf(const Status& status) {
  switch (status.kind()) {
    case ErrorKind::kIo:
    case ErrorKind::kInternal:
      return kExitFailed;
    case ErrorKind::kDrift:
      return kExitDrift;
    case ErrorKind::kCancelled:
      return kExitCancelled;
    default:
      return kExitRefused;
  }
}

}  // namespace koppel
