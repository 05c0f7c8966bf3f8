// The columns of a table: what each shows, and under which header.
#pragma once

#include <string>
#include <vector>

#include "koppel/status.h"

namespace koppel::write {

enum class Shows {
  kFeature,
  kDocument,
  kUri,
  kLayer,
  kText,
  kBegin,
  kEnd,
  kSourceBegin,
  kSourceEnd,
  kSentence,
  kParagraph,
  kSentiment,
  kSentimentValue,
  kTarget,
};

struct TableColumn {
  std::string header;
  std::string name;  // of the feature, or of what else it shows
  Shows shows = Shows::kFeature;
};

// Reads "name" or "header=name". Without any: place and text, and every feature of the layers.
// invalid_parameter if there are no layers, if a layer or column is not known, with the nearest
// name, or a header is there twice. A layer that is not standard may have any feature.
Result<std::vector<TableColumn>> ParseColumns(const std::vector<std::string>& layers,
                                              const std::vector<std::string>& columns);

}  // namespace koppel::write
