// The stored form of a document: protobuf, columns delta-coded.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "koppel/document.h"
#include "koppel/schema.h"
#include "koppel/status.h"

namespace koppel {

// Appends the document's stored form to `out`. bad_input if it is larger than 2 GiB. Precondition:
// the document is sealed.
Status Encode(const Document& document, std::string& out);

// Reads a stored form that may come from anywhere: everything is checked (UTF-8, offsets in range,
// in order and on code-point boundaries, columns of equal length, references and strings inside
// their tables, revisions that add up) before the document can be seen. `schemas` describe layers
// that are not standard; they must outlive the document. bad_input, with what is wrong where; the
// document is then empty.
Status Decode(std::string_view bytes, std::span<const LayerSchema* const> schemas,
              Document& document);

// Stored form of layer schemas (v1.SchemaSet), and back.
void EncodeSchemas(std::span<const LayerSchema* const> schemas, std::string& out);

// Schemas read from a file: owns what the LayerSchema objects point to.
class SchemaLibrary {
 public:
  // bad_input if the bytes are no schema set, a schema has more than kMaxFeatures features, or one
  // with the name of a standard layer contradicts it.
  static Result<std::unique_ptr<SchemaLibrary>> Decode(std::string_view bytes);
  ~SchemaLibrary();
  std::span<const LayerSchema* const> schemas() const;

 private:
  struct Storage;
  explicit SchemaLibrary(std::unique_ptr<Storage> storage);
  std::unique_ptr<Storage> storage_;
};

}  // namespace koppel
