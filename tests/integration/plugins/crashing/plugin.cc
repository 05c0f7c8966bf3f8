// Ends the process that asks it anything.
#include <csignal>

extern "C" __attribute__((visibility("default"))) const void* koppel_plugin() {
  ::raise(SIGSEGV);
  return nullptr;
}
