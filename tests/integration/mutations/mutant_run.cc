#include "mutant_run.h"

#include <stdlib.h>

#include <fstream>
#include <memory>
#include <mutex>

#include "koppel/dump.h"
#include "koppel/runtime/run.h"

namespace koppel {
namespace {

namespace fs = std::filesystem;

// Takes everything in.
class Witness : public Writer {
 public:
  explicit Witness(Outcome& outcome) : outcome_(outcome) {}

  Status Open(Setup&) override { return Ok(); }
  Status Render(const Document& document, std::string& out) const override {
    out = std::string(document.text()) + '\n' + DumpLayers(document);
    for (std::size_t i = 0; i < document.layer_count(); ++i) Look(document.layer_at(i));
    return Ok();
  }
  Status Append(std::string_view, std::string_view rendered) override {
    outcome_.documents += rendered;
    return Ok();
  }
  Status Close() override { return Ok(); }

 private:
  void Look(const internal::LayerData& layer) const {
    if (layer.rows == 0) return;
    const std::string name(layer.schema->name);
    outcome_.filled.insert(name);
    for (std::size_t i = 0; i < layer.schema->features.size(); ++i) {
      if (!layer.columns[i].present()) continue;
      outcome_.filled.insert(name + '.' + std::string(layer.schema->features[i].name));
    }
  }

  Outcome& outcome_;  // one thread
};

}  // namespace

const Registry& InstalledPlugins() {
  static const Registry registry = Registry::Scan({KOPPEL_BINARY_DIR "/lib/koppel"});
  return registry;
}

Workshop::Workshop() {
  std::string name = (fs::temp_directory_path() / "koppel-mutants-XXXXXX").string();
  if (::mkdtemp(name.data()) != nullptr) path_ = name;
}

Workshop::~Workshop() {
  std::error_code error;
  fs::remove_all(path_, error);
}

fs::path Workshop::Write(std::string_view name, std::string_view bytes) const {
  const fs::path file = path_ / name;
  fs::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary) << bytes;
  return file;
}

Outcome RunMutant(const Pipeline& pipeline, const fs::path& input) {
  const Workshop workshop;
  Outcome outcome;
  RunOptions options;
  options.inputs = {input.string()};
  options.out = workshop.path();
  options.threads = 1;
  options.extra_writers.push_back({"witness", std::make_unique<Witness>(outcome)});
  const Result<RunReport> report = Run(pipeline, InstalledPlugins(), options);
  outcome.ran = report.ok() && report->failure.ok() && report->quarantined == 0;
  return outcome;
}

}  // namespace koppel
