// The folder of a run, for those who look into it: what the run was made of, what became of each
// document, and the document after each step. No plugin is loaded, nothing is written, and the run
// may still be going on.
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "koppel/document.h"
#include "koppel/runtime/step_identity.h"
#include "koppel/status.h"

namespace koppel {

// What a step did with a document that went on.
enum class Effect {
  kRan,
  kPassedOver,  // its condition did not hold
  kSkipped      // it failed, and on_error says skip
};

enum class Outcome { kOutput, kFiltered, kQuarantined };
std::string_view Name(Outcome outcome);  // "output", "filtered", "quarantined"

struct RunStep {
  StepIdentity identity;
  std::string plugin, version;
  std::string model;  // of an observer: digest of what it learned, lower-case hexadecimal
};

// What a pipeline file says beside its steps, by name, in words: "limits of heal" → "2 s, 500 MB".
// None of it changes a document; it decides which of them come out, and in which order.
using RunSettings = std::map<std::string, std::string>;

struct RunSteps {
  std::string pipeline;  // its name
  std::string program;   // digest of the host, lower-case hexadecimal
  std::vector<RunStep> readers, steps, writers;
  // For each reader the keys of the states that its documents go through, 32 raw bytes each: after
  // the reader, after the first step, … Equal keys and equal source bytes, equal states.
  std::vector<std::vector<std::string>> keys;
  RunSettings settings = {};
};

struct StoredDocument {
  std::string id;
  std::string given;  // id under which the reader was given it; the same unless it chose another
  std::string uri;
  std::string sha256;  // of its source bytes, 32 raw bytes; empty if they could not be read
  Outcome outcome = Outcome::kOutput;
  std::string step = {}, reason = {};  // that decided, unless it is output; the step may be a
                                       // writer
};

// The states that one document went through. The run that gave it must outlive it, and the
// documents that it fills.
class DocumentHistory {
 public:
  struct State;
  explicit DocumentHistory(std::unique_ptr<State> state);
  DocumentHistory(DocumentHistory&&) noexcept;
  DocumentHistory& operator=(DocumentHistory&&) noexcept;
  ~DocumentHistory();

  std::size_t reader() const;  // position among the run's readers
  // At most the reader's and one for each step; fewer if the document was filtered or quarantined
  // on its way: the next step is then the one that decided.
  std::size_t states() const;
  // Of state 0 the reader, of state i step i - 1. Precondition of these: index < states().
  const RunStep& step(std::size_t index) const;
  Effect effect(std::size_t index) const;
  const std::vector<std::string>& warnings(std::size_t index) const;  // "step: document: message"
  // Makes `document` that state. bad_input if it is damaged. Thread-safe, as all of the const part.
  Status Restore(std::size_t index, Document& document) const;
  // Of the reader or step of that id, if the document came so far.
  std::optional<std::size_t> StateAfter(std::string_view step_id) const;

 private:
  std::unique_ptr<State> state_;
};

// Immutable: what is there when it is opened. The const part is thread-safe.
class StoredRun {
 public:
  // Whether the folder holds something that Open would look at.
  static bool IsRun(const std::filesystem::path& out);
  // bad_input if there is nothing, with what to do about it, or if it is damaged.
  static Result<std::unique_ptr<StoredRun>> Open(const std::filesystem::path& out);
  ~StoredRun();

  const RunSteps& steps() const;
  // Whether the run is complete. If not, it goes on or was stopped, and documents() are those that
  // it had decided, in about their order.
  bool complete() const;
  // In the order of the input.
  const std::vector<StoredDocument>& documents() const;
  // bad_input if there is none of that id, with the nearest.
  Result<const StoredDocument*> Find(std::string_view id) const;
  // bad_input if its states were not kept: `--keep`, or a document of which the run could not tell
  // that it would fail again.
  Result<DocumentHistory> History(const StoredDocument& document) const;
  // Layers of the documents that are not standard.
  std::span<const LayerSchema* const> schemas() const;

 private:
  struct State;
  explicit StoredRun(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

// bad_input that says that there is no document `id` among `ids`, and which is near.
Status NoSuchDocument(std::string_view id, std::span<const std::string_view> ids);

}  // namespace koppel
