// Component instances of one run: shared ones, and one set per thread.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "koppel/component.h"
#include "koppel/pipeline/pipeline.h"
#include "koppel/registry/registry.h"
#include "run_setup.h"

namespace koppel {

using Readers = std::vector<std::shared_ptr<Reader>>;

// What one thread works with. Elements are in the order of the pipeline; shared ones occur in
// several workers.
struct Worker {
  Readers readers;
  std::vector<std::shared_ptr<Processor>> steps;
};

// Loads libraries, makes and opens instances. Thread-safe.
class Instances {
 public:
  Instances(const Pipeline& pipeline, const Registry& registry, std::filesystem::path out);

  // Makes and opens an instance of one step of the pipeline, and drops it.
  Status Try(const Step& step);
  // Makes one worker and the writers, so that what can't be opened fails before any input is read.
  Status Prepare();
  // A worker for the calling thread, the first time the one that Prepare made. It knows the models
  // frozen so far.
  Result<std::shared_ptr<Worker>> NewWorker();

  // One of each, for cutting files into records.
  Result<Readers> NewReaders();

  std::vector<std::unique_ptr<Writer>>& writers() { return writers_; }
  // Lock of a step whose concurrency is serial; null for others.
  std::mutex* serial_lock(std::size_t step) { return serial_locks_[step].get(); }
  // Hands the model of the observer at `step` to all workers, present and future. Not to be called
  // during a pass.
  void Freeze(std::size_t step, std::shared_ptr<const Model> model);

  RunResources& resources() { return resources_; }

 private:
  Result<std::shared_ptr<Reader>> MakeReader(const Step& step);
  Result<Readers> MakeReaders();
  Result<std::shared_ptr<Worker>> MakeWorker();
  Result<std::shared_ptr<Processor>> MakeProcessor(const Step& step);
  Result<std::unique_ptr<Writer>> MakeWriter(const Step& step);
  template <class Interface, class Make>
  Result<std::unique_ptr<Interface>> MakeAndOpen(const Step& step, Make make);

  const Pipeline& pipeline_;
  const Registry& registry_;
  std::filesystem::path out_;
  RunResources resources_;
  std::vector<std::unique_ptr<std::mutex>> serial_locks_;
  std::vector<std::shared_ptr<Processor>> shared_steps_;  // null where each worker has its own
  std::vector<std::shared_ptr<const Model>> models_;      // per step; null until frozen
  std::vector<std::shared_ptr<Worker>> workers_;
  std::shared_ptr<Worker> prepared_;  // until somebody takes it
  std::vector<std::unique_ptr<Writer>> writers_;
};

}  // namespace koppel
