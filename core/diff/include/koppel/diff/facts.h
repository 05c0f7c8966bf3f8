// What of a document is compared, as plain values: the same whether it comes from a run's store,
// its output, or a baseline.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "koppel/document.h"
#include "koppel/span.h"

namespace koppel {

struct RowFacts {
  Span span;
  // Name and value of those that are set, in the order of the schema. A reference is told by what
  // it refers to (`entity "Anna"`), since rows move when others come and go.
  std::vector<std::pair<std::string, std::string>> features;

  bool operator==(const RowFacts&) const = default;
};

struct EditFacts {
  std::string step, rule;
  std::string confidence;
  Span source;  // stretch of the source's content that it replaced
  std::string removed, inserted;
  Span now;  // what became of it in the latest text

  bool operator==(const EditFacts&) const = default;
};

struct DocumentFacts {
  std::string id;
  std::string source_sha256;  // hexadecimal
  std::string text;
  std::map<std::string, std::string> metadata;
  std::map<std::string, std::vector<RowFacts>> layers;
  std::vector<EditFacts> edits;  // oldest first

  bool operator==(const DocumentFacts&) const = default;
};

// Precondition: the document is sealed.
DocumentFacts FactsOf(const Document& document);

}  // namespace koppel
