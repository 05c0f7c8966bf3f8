// Each component writes into the document something that it must not depend on.
#include <atomic>
#include <chrono>
#include <ctime>
#include <memory>
#include <random>
#include <sstream>
#include <thread>

#include "koppel/io.h"
#include "koppel/plugin.h"

namespace koppel {
namespace {

void Note(Document& document, std::size_t value) {
  document.SetMetadata("fickle", std::to_string(value));
}

// Which instance it was.
class Threads : public Processor {
 public:
  static constexpr Traits kTraits{.help = "Depends on the number of threads."};

  Status Process(Document& document, Context&) override {
    // Long enough for every thread to come by.
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
    Note(document, number_);
    return Ok();
  }

 private:
  static inline std::atomic<std::size_t> instances_{0};
  std::size_t number_ = instances_++;
};

// How many documents came before.
class Order : public Processor {
 public:
  static constexpr Traits kTraits{.help = "Depends on the order of documents.",
                                  .concurrency = Concurrency::kSerial};

  Status Process(Document& document, Context&) override {
    Note(document, seen_++);
    return Ok();
  }

 private:
  std::size_t seen_ = 0;
};

// How a stream writes a number.
class Comma : public Processor {
 public:
  static constexpr Traits kTraits{.help = "Depends on the locale."};

  Status Process(Document& document, Context&) override {
    std::ostringstream text;
    text << 1234.5;
    document.SetMetadata("fickle", text.str());
    return Ok();
  }
};

std::size_t Hour() {
  const std::time_t noon = 43200;
  std::tm local{};
  ::localtime_r(&noon, &local);
  return static_cast<std::size_t>(local.tm_hour);
}

class Zone : public Processor {
 public:
  static constexpr Traits kTraits{.help = "Depends on the time zone."};

  Status Process(Document& document, Context&) override {
    Note(document, Hour());
    return Ok();
  }
};

// Where an object lies.
class Address : public Processor {
 public:
  static constexpr Traits kTraits{.help = "Depends on addresses."};

  Status Process(Document& document, Context&) override {
    const auto object = std::make_unique<int>();
    Note(document, std::hash<const int*>()(object.get()) % 1'000'003);
    return Ok();
  }
};

class Frank : public Processor {
 public:
  static constexpr Traits kTraits{.help = "Depends on chance, and says so.",
                                  .deterministic = false};

  Status Process(Document& document, Context&) override {
    Note(document, std::random_device()());
    return Ok();
  }
};

// One document in so many, on average.
class Sometimes : public Processor {
 public:
  static constexpr Traits kTraits{.help = "Depends on chance now and then, and does not say so."};

  Status Process(Document& document, Context&) override {
    constexpr unsigned kSeldom = 15;
    if (std::random_device()() % kSeldom == 0) Note(document, std::random_device()());
    return Ok();
  }
};

// Takes documents out by the time zone.
class Sieve : public Processor {
 public:
  static constexpr Traits kTraits{.help = "Drops documents depending on the time zone."};

  Status Process(Document&, Context& context) override {
    if (Hour() != 12) context.Filter("not at noon");
    return Ok();
  }
};

class Clock : public Writer {
 public:
  static constexpr Traits kTraits{.help = "Writes documents with the time zone."};

  Status Open(Setup& setup) override {
    Result<std::filesystem::path> path = setup.OutputPath("hours.txt");
    if (!path.ok()) return std::move(path).status();
    Result<std::unique_ptr<OutputFile>> file = OutputFile::Create(*path);
    if (!file.ok()) return std::move(file).status();
    file_ = *std::move(file);
    return Ok();
  }
  Status Render(const Document&, std::string& out) const override {
    out += std::to_string(Hour()) + "\n";
    return Ok();
  }
  Status Append(std::string_view, std::string_view rendered) override {
    return file_->Write(rendered);
  }
  Status Close() override { return file_->Commit(); }

 private:
  std::unique_ptr<OutputFile> file_;
};

constexpr Component kComponents[] = {
    Describe<Threads>("fickle.threads"),    Describe<Order>("fickle.order"),
    Describe<Comma>("fickle.comma"),        Describe<Zone>("fickle.zone"),
    Describe<Address>("fickle.address"),    Describe<Frank>("fickle.frank"),
    Describe<Sieve>("fickle.sieve"),        Describe<Clock>("fickle.clock"),
    Describe<Sometimes>("fickle.sometimes")};

}  // namespace
}  // namespace koppel

KOPPEL_PLUGIN("fickle", "1.0.0", "Apache-2.0", koppel::kComponents)
