// What the state of a document after a step depends on, as one digest.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "koppel/runtime/step_identity.h"

namespace koppel {

// The key of a step is the SHA-256 of the key before it, the step's identity and, of an observer,
// the digest of its model. The first key is a reader's. Equal keys and equal source bytes give
// equal states, on any number of threads and whatever else the corpus holds. Not thread-safe; the
// const part is.
class StepKeys {
 public:
  // `program`: digest of the host. Identities of the readers and of the steps, in the order of the
  // pipeline; `observers`: which steps wait for a model.
  StepKeys(std::string_view program, const std::vector<std::string>& readers,
           std::vector<std::string> steps, const std::vector<std::size_t>& observers);

  // `digest` of the frozen model of the observer at `step`.
  void SetModel(std::size_t step, std::string_view digest);

  // For a document of that reader: the reader's key, then that of each step up to the first whose
  // model is not known.
  std::span<const std::string> Of(std::size_t reader) const { return keys_[reader]; }

  // What the model of the observer at `step` depends on. `inputs`: digest of the corpus.
  // Precondition: the models of the observers before it are known.
  std::string ModelKey(std::size_t step, std::string_view inputs) const;

 private:
  struct StepPart {
    std::string identity;
    bool waits = false;
    std::string model;
  };
  void Extend();

  std::vector<StepPart> steps_;
  std::vector<std::vector<std::string>> keys_;  // by reader
};

// The identity as bytes; different ones have different bytes.
std::string TextOf(const StepIdentity& identity);

// SHA-256 of the parts, each with its length before it, so that no two lists give the same bytes.
std::string DigestOf(const std::vector<std::string_view>& parts);

}  // namespace koppel
