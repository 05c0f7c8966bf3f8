extern "C" __attribute__((visibility("default"))) const void* koppel_plugin() { return nullptr; }
