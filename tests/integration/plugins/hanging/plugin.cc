// Never comes back.
#include <unistd.h>

extern "C" __attribute__((visibility("default"))) const void* koppel_plugin() {
  for (;;) ::pause();
}
