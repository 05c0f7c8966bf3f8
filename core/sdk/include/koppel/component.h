// The four roles that a component can have. A component is a class with
//
//   static constexpr Traits kTraits{...};                    what it is and needs
//   struct Params {...};  static void Declare(ParamSpec<Params>&);    (leave both out when there
//   are none) explicit T(Params);                                      (or a default constructor)
//
// and one of the interfaces below. plugin.h turns it into manifest data.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "koppel/document.h"
#include "koppel/params.h"
#include "koppel/schema.h"
#include "koppel/status.h"

namespace koppel {

enum class Role { kReader, kProcessor, kObserver, kWriter };
// kParallel: one instance serves all threads. kPerThread: one instance per thread. kSerial: one at
// a time.
enum class Concurrency { kParallel, kPerThread, kSerial };

std::string_view Name(Role role);                // "reader", "processor", "observer", "writer"
std::string_view Name(Concurrency concurrency);  // "parallel", "per_thread", "serial"

// A layer that a component reads or makes. `features`: the names it needs or sets, separated by
// commas; empty: spans only.
struct LayerUse {
  std::string_view layer;
  std::string_view features = {};
  bool optional = false;  // used where it exists; a pipeline without it is fine
  // Of an optional one: steps that come after this one may make it, or more of it. Else a pipeline
  // that makes it only later is refused, for its steps must be in the wrong order.
  bool later = false;
};

// A key of metadata that a component may set; "*": any that the input has.
struct MetadataKey {
  std::string_view name;
  std::span<const std::string_view> values = {};  // all that it may have; empty: any
};

struct Traits {
  std::string_view help;  // one line: what it does
  std::span<const LayerUse> requires_layers = {};
  std::span<const LayerUse> provides_layers = {};
  bool edits_text = false;
  Concurrency concurrency = Concurrency::kPerThread;
  bool deterministic = true;
  std::span<const std::string_view> extensions =
      {};  // of a reader: files it takes, ".txt", ".txt.gz"
  // Of a reader: documents bring the layers and metadata of an earlier run, whatever they are.
  bool stored_layers = false;
  std::span<const MetadataKey> metadata = {};  // that it may set
};

// What a component may ask while it is opened. Not thread-safe; valid during Open only.
class Setup {
 public:
  virtual ~Setup() = default;
  // Folder of the plugin's library: its data files stand in `data` below it.
  virtual const std::filesystem::path& plugin_folder() const = 0;
  // Where a writer may write: a file or folder below the folder for output. invalid_parameter if
  // `relative` leaves it, if another writer has it, or if the run itself writes there.
  virtual Result<std::filesystem::path> OutputPath(std::string_view relative) = 0;
  // A whole file; io if it can't be read. The run records its digest, or that it was not there.
  virtual Result<std::string> ReadResource(const std::filesystem::path& path) = 0;
  // Records a resource that a library reads by itself (a dictionary); io if it can't be read.
  virtual Status RecordResource(const std::filesystem::path& path) = 0;
  // Whether a file that need not be there is there. Its absence is recorded like a digest: what
  // is installed later changes the result.
  virtual bool FindResource(const std::filesystem::path& path) = 0;
  // Tells the user once something that weakens the results ("no dictionary for fr: install
  // hunspell-fr").
  virtual void Note(std::string message) = 0;

  // One immutable object for all instances of a run: `load` runs for the first that asks for `key`.
  // The key must name the type and all that the object depends on. Resources that `load` asks for
  // count for everyone who asks for the object.
  template <class T>
  Result<std::shared_ptr<const T>> Shared(
      const std::string& key, const std::function<Result<std::shared_ptr<const T>>()>& load) {
    if (std::shared_ptr<const void> have = FindShared(key))
      return std::static_pointer_cast<const T>(have);
    Result<std::shared_ptr<const T>> made = load();
    KeepShared(key, made.ok() ? *made : nullptr);
    return made;
  }

 protected:
  // Null: the caller loads the object, and then calls KeepShared.
  virtual std::shared_ptr<const void> FindShared(const std::string& key) = 0;
  // `object` is null if it could not be loaded.
  virtual void KeepShared(const std::string& key, std::shared_ptr<const void> object) = 0;
};

// What a component may ask and say while it works on one document.
class Context {
 public:
  virtual ~Context() = default;
  // Id of the step in the pipeline; name it in Document::Apply.
  virtual std::string_view step() const = 0;
  // Takes the document out of the corpus, with the reason that the run reports. Later steps do not
  // see it.
  virtual void Filter(std::string reason) = 0;
  // Counted and shown with the document's id.
  virtual void Warn(std::string message) = 0;
  // Seed for this step and document: the only source of chance.
  virtual std::uint64_t seed() const = 0;
  // True when the run is being stopped: long loops should return early with any status.
  virtual bool cancelled() const = 0;
};

// Changes or annotates a document. An error quarantines the document (or what the pipeline's
// on_error says).
class Processor {
 public:
  virtual ~Processor() = default;
  // Once per instance, before any document: load dictionaries and the like.
  virtual Status Open(Setup&) { return Ok(); }
  virtual Status Process(Document& document, Context& context) = 0;
};

// What an observer learns from a corpus. Merging is associative and commutative, so that threads
// and shards can't change the outcome.
class Model {
 public:
  virtual ~Model() = default;
  // Precondition: `other` was made by the same observer.
  virtual void Merge(Model& other) = 0;
  // Appends the model's stored form: equal models give equal bytes, whatever they were merged from.
  virtual void Save(std::string& out) const = 0;
  // Becomes the model that Save wrote. The bytes may come from anywhere: bad_input if Save did not
  // write them; the model may then only be destroyed. Precondition: the model is new.
  virtual Status Load(std::string_view bytes) = 0;
};

// Reads the whole corpus first. The host gives each thread a model, merges them, and hands the
// result to every instance before the second pass.
class Observer : public Processor {
 public:
  virtual std::unique_ptr<Model> NewModel() const = 0;
  virtual Status Observe(const Document& document, Model& model) = 0;
  virtual void Freeze(std::shared_ptr<const Model> model) = 0;
};

// One document before it is read.
struct Item {
  std::string id;              // proposed by the host for a whole file; a record may carry its own
  std::string uri;             // of the file; records add "#<number>"
  std::string bytes;           // the file as stored, or one record of it
  std::uint64_t position = 0;  // of a record: its number in the file, from 1
};

// Cuts a file into records, one document each. Used by one thread.
class Records {
 public:
  virtual ~Records() = default;
  // Sets `item` (bytes, uri, position; id if the record says one). False at the end. An error ends
  // the file; records before it stand.
  virtual Result<bool> Next(Item& item) = 0;
};

// Turns files into documents. The host finds the files (parameter `paths`, which every reader
// declares through FileParams) and gives out those whose names end in one of the reader's
// extensions.
class Reader {
 public:
  virtual ~Reader() = default;
  virtual Status Open(Setup&) { return Ok(); }
  // Null: the whole file is one document, which the host loads. Called on an instance of its own.
  virtual Result<std::unique_ptr<Records>> Split(const std::filesystem::path&) {
    return std::unique_ptr<Records>();
  }
  // Makes the document: text, alignment to the source, metadata, layers. The host has set id and
  // source (uri, SHA-256, size); the reader may refine media_type and content. Runs in parallel,
  // one instance per thread.
  virtual Status Parse(const Item& item, Document& document, Context& context) = 0;
};

// Parameters that every reader has.
struct FileParams {
  std::vector<std::string> paths;

  template <class P>
  static void DeclarePaths(ParamSpec<P>& spec) {
    spec.Field("paths", &P::paths,
               "Files, folders or globs (`**` crosses folders), relative to the pipeline file.")
        .Path();
  }
};

// Writes documents. Render runs in parallel, Append in the order of the input.
class Writer {
 public:
  virtual ~Writer() = default;
  virtual Status Open(Setup& setup) = 0;
  // Appends the document's output to `out`. Thread-safe.
  virtual Status Render(const Document& document, std::string& out) const = 0;
  virtual Status Append(std::string_view document_id, std::string_view rendered) = 0;
  // Makes the output final. Not called when the run failed.
  virtual Status Close() = 0;
};

}  // namespace koppel
