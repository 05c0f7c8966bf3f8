// The columns of a table: what each shows, and under which header.
#pragma once

#include <string>
#include <vector>

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

// Names of the columns that are no features.
std::vector<std::string> GeneralColumns();
// Parallel to it: the layer that a column shows, or empty where it shows the row itself.
std::vector<std::string> LayersOfGeneralColumns();

// Reads "name" or "header=name"; a name that is not general is a feature's. Without any: place and
// text, and every feature of the layers that are standard.
std::vector<TableColumn> ParseColumns(const std::vector<std::string>& layers,
                                      const std::vector<std::string>& columns);

}  // namespace koppel::write
