// What must hold of the models of an observer, so that threads, shards and stored runs can't change
// an outcome.
#pragma once

#include <memory>
#include <vector>

#include "koppel/component.h"
#include "koppel/document.h"

namespace koppel::testkit {

// The model as a run that is taken up again has it: loaded from what Save wrote. internal if its
// own stored form is another one.
Result<std::unique_ptr<Model>> Reloaded(const Observer& observer, const Model& model);

// Learns from the documents one by one and merges in several orders and groupings: all must give
// the same stored form, which must load, and which must not load when it was cut or changed.
// internal, saying which of these does not hold.
Status CheckModels(Observer& observer, const std::vector<const Document*>& documents);

}  // namespace koppel::testkit
