#pragma once

#include <thread>

#include "koppel/runtime/run_options.h"

namespace koppel {

// Shows a run's progress on standard error while it lives: one line that is drawn anew on a
// terminal, a plain line every ten seconds elsewhere.
class ProgressDisplay {
 public:
  explicit ProgressDisplay(const Progress& progress);
  // Ends the display and clears its line.
  ~ProgressDisplay();
  ProgressDisplay(const ProgressDisplay&) = delete;
  ProgressDisplay& operator=(const ProgressDisplay&) = delete;

 private:
  void Show();

  const Progress& progress_;
  bool terminal_;
  std::jthread thread_;
};

}  // namespace koppel
