#include "instances.h"

#include <utility>

#include "guard.h"

namespace koppel {

Instances::Instances(const Pipeline& pipeline, const Registry& registry, std::filesystem::path out)
    : pipeline_(pipeline), registry_(registry), out_(std::move(out)) {
  serial_locks_.resize(pipeline.steps.size());
  shared_steps_.resize(pipeline.steps.size());
  models_.resize(pipeline.steps.size());
  for (std::size_t i = 0; i < pipeline.steps.size(); ++i) {
    if (pipeline.steps[i].component->concurrency == Concurrency::kSerial) {
      serial_locks_[i] = std::make_unique<std::mutex>();
    }
  }
}

template <class Interface, class Make>
Result<std::unique_ptr<Interface>> Instances::MakeAndOpen(const Step& step, Make make) {
  Result<const Component*> component = registry_.Load(*step.component);
  if (!component.ok()) return std::move(component).status();
  RunSetup setup(step.id, step.component->plugin->library.parent_path(), out_, resources_);
  Result<std::unique_ptr<Interface>> made = Guarded([&] { return make(**component); });
  if (!made.ok()) return std::move(std::move(made).status()).WithContext(step.id);
  Status opened = Guarded([&] { return (*made)->Open(setup); });
  if (!opened.ok()) return std::move(opened).WithContext(step.id);
  return made;
}

Result<std::shared_ptr<Reader>> Instances::MakeReader(const Step& step) {
  auto made =
      MakeAndOpen<Reader>(step, [&](const Component& c) { return c.make_reader(step.params); });
  if (!made.ok()) return std::move(made).status();
  return std::shared_ptr<Reader>(*std::move(made));
}

Result<std::shared_ptr<Processor>> Instances::MakeProcessor(const Step& step) {
  auto made = MakeAndOpen<Processor>(
      step, [&](const Component& c) { return c.make_processor(step.params); });
  if (!made.ok()) return std::move(made).status();
  return std::shared_ptr<Processor>(*std::move(made));
}

Result<std::unique_ptr<Writer>> Instances::MakeWriter(const Step& step) {
  return MakeAndOpen<Writer>(step, [&](const Component& c) { return c.make_writer(step.params); });
}

Status Instances::Try(const Step& step) {
  const std::lock_guard lock(resources_.opening);
  switch (step.component->role) {
    case Role::kReader:
      return std::move(MakeReader(step)).status();
    case Role::kWriter:
      return std::move(MakeWriter(step)).status();
    case Role::kProcessor:
    case Role::kObserver:
      return std::move(MakeProcessor(step)).status();
  }
  return Ok();
}

Status Instances::Prepare() {
  for (const Step& step : pipeline_.writers) {
    const std::lock_guard lock(resources_.opening);
    Result<std::unique_ptr<Writer>> writer = MakeWriter(step);
    if (!writer.ok()) return std::move(writer).status();
    writers_.push_back(*std::move(writer));
  }
  const std::lock_guard lock(resources_.opening);
  Result<std::shared_ptr<Worker>> worker = MakeWorker();
  if (!worker.ok()) return std::move(worker).status();
  prepared_ = *std::move(worker);
  return Ok();
}

Result<Readers> Instances::MakeReaders() {
  Readers readers;
  for (const Step& step : pipeline_.readers) {
    Result<std::shared_ptr<Reader>> reader = MakeReader(step);
    if (!reader.ok()) return std::move(reader).status();
    readers.push_back(*std::move(reader));
  }
  return readers;
}

Result<Readers> Instances::NewReaders() {
  const std::lock_guard lock(resources_.opening);
  return MakeReaders();
}

Result<std::shared_ptr<Worker>> Instances::NewWorker() {
  const std::lock_guard lock(resources_.opening);
  if (prepared_) return std::exchange(prepared_, nullptr);
  return MakeWorker();
}

Result<std::shared_ptr<Worker>> Instances::MakeWorker() {
  auto worker = std::make_shared<Worker>();
  Result<Readers> readers = MakeReaders();
  if (!readers.ok()) return std::move(readers).status();
  worker->readers = *std::move(readers);
  for (std::size_t i = 0; i < pipeline_.steps.size(); ++i) {
    if (!shared_steps_[i]) {
      Result<std::shared_ptr<Processor>> made = MakeProcessor(pipeline_.steps[i]);
      if (!made.ok()) return std::move(made).status();
      if (models_[i]) dynamic_cast<Observer&>(**made).Freeze(models_[i]);
      worker->steps.push_back(*made);
      const bool own = pipeline_.steps[i].component->concurrency == Concurrency::kPerThread;
      if (!own) shared_steps_[i] = worker->steps.back();
    } else {
      worker->steps.push_back(shared_steps_[i]);
    }
  }
  workers_.push_back(worker);
  return worker;
}

void Instances::Freeze(std::size_t step, std::shared_ptr<const Model> model) {
  const std::lock_guard lock(resources_.opening);
  models_[step] = model;
  Processor* done = nullptr;
  for (const std::shared_ptr<Worker>& worker : workers_) {
    Processor* processor = worker->steps[step].get();
    if (processor != done) dynamic_cast<Observer&>(*processor).Freeze(model);
    done = processor;
  }
}

}  // namespace koppel
