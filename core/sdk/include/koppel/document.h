// A document: identity, text, metadata, annotation layers, and the history of its text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "koppel/alignment.h"
#include "koppel/edits.h"
#include "koppel/layer.h"
#include "koppel/span.h"
#include "koppel/status.h"

namespace koppel {

namespace v1 {
class Document;
}

// What source offsets count in.
enum class SourceContent { kFile, kDecompressed, kValue, kExtraction };

// "file", "decompressed", "value", "extraction".
std::string_view Name(SourceContent content);

struct Source {
  std::string_view uri;
  std::string_view sha256;  // 32 raw bytes, or empty
  std::string_view media_type;
  std::uint64_t size = 0;  // bytes as stored
  SourceContent content = SourceContent::kFile;
};

// The text before a revision has number r, the text after it r + 1; revision 0 is the text as it
// was read.
struct RevisionEdit {
  Span before;  // in revision r
  Span after;   // in revision r + 1
  std::string_view removed;
  std::string_view inserted;
  std::string_view rule;
  float confidence = 1;
};

// How far the document was stored: see Document::MarkStored.
struct DocumentBaseline {
  bool whole = true;     // nothing was stored, or the document was replaced since
  bool metadata = true;  // changed since
  int revisions = 0;     // stored so far
  int strings = 0;       // entries of the string table stored so far
};

// Owns its memory: an arena whose first block is kept by Reset, so that a worker reuses one
// Document for many. Views (text, rows, string features) stay valid until Reset or Apply. Not
// thread-safe; the const part may be read from several threads.
class Document {
 public:
  Document();
  ~Document();
  Document(const Document&) = delete;
  Document& operator=(const Document&) = delete;

  // Empties the document for the next use.
  void Reset();
  // Becomes an equal document.
  void CopyFrom(const Document& other);

  // --- identity
  // -----------------------------------------------------------------------------------------
  std::string_view id() const;
  void set_id(std::string_view id);
  Source source() const;
  void set_source(const Source& source);

  // --- text
  // ---------------------------------------------------------------------------------------------
  std::string_view text() const;
  // Sets revision 0, as readers do. bad_input if the text is not UTF-8 (the message names the first
  // bad byte) or larger than kMaxTextBytes. `alignment` leads from the source's content to the
  // text; leave it empty where they are equal. Drops layers and history.
  Status SetText(std::string text, const Alignment& alignment = {});

  // Applies the edits as a new revision under `step`, and carries every annotation over: text
  // outside edits keeps its annotations exactly; an end inside a replaced stretch moves out to that
  // stretch's end; an annotation whose text is deleted stays as an empty span. No edits: no
  // revision. internal if edits overlap, leave the text or split a code point, or a replacement is
  // not UTF-8; the document is then unchanged.
  Status Apply(Edits& edits, std::string_view step);

  std::uint32_t revisions() const;  // number of applied revisions
  // Precondition of the following: revision < revisions().
  std::string_view RevisionStep(std::uint32_t revision) const;
  std::vector<RevisionEdit> RevisionEdits(std::uint32_t revision) const;
  // The text as it was at a revision: 0 is the text as read, revisions() the latest.
  std::string TextAt(std::uint32_t revision) const;

  // --- mapping
  // ------------------------------------------------------------------------------------------ The
  // narrowest stretch of revision `to` that a span of revision `from` came from or went to.
  Span Map(Span span, std::uint32_t from, std::uint32_t to) const;
  // Stretch of the source's content that a span of the given (default: latest) revision came from.
  Span ToSource(Span span) const { return ToSource(span, revisions()); }
  Span ToSource(Span span, std::uint32_t revision) const;

  // --- metadata
  // ----------------------------------------------------------------------------------------- Empty
  // where there is none.
  std::string_view metadata(std::string_view key) const;
  void SetMetadata(std::string_view key, std::string_view value);
  std::size_t metadata_size() const;
  // In ascending order of key.
  std::pair<std::string_view, std::string_view> metadata_at(std::size_t index) const;
  // BCP 47 code of the main language ("nl"), or empty: metadata "language".
  std::string_view language() const { return metadata("language"); }

  // --- layers
  // -------------------------------------------------------------------------------------------
  // Typed view of a layer; it is made by the first Add.
  template <class T>
  Layer<T> layer() {
    return {this, internal::FindLayer(*this, T::kSchema.name)};
  }
  // As above, for reading only: do not Add.
  template <class T>
  Layer<T> layer() const {
    return {const_cast<Document*>(this), internal::FindLayer(*this, T::kSchema.name)};
  }
  bool HasLayer(std::string_view name) const { return internal::FindLayer(*this, name) != nullptr; }
  std::size_t layer_count() const;
  // Untyped access, for exporters: columns by position in schema->features.
  const internal::LayerData& layer_at(std::size_t index) const;
  void RemoveLayer(std::string_view name);

  // --- for the host
  // ------------------------------------------------------------------------------------- Sorts
  // every layer that is out of order; references follow. Runs after each step.
  void Seal();
  // Makes the layer, empty, unless it is there: what ran and found nothing must be told from what
  // never ran.
  void EnsureLayer(const LayerSchema& schema) { internal::EnsureLayer(*this, schema); }
  // Until it is called with null, the names of the layers that somebody looks for, reads, makes or
  // removes through the typed views are appended to `asked`, which is not owned.
  void WatchLayers(std::vector<std::string_view>* asked);
  // internal, naming the first row whose span leaves the text, splits a code point or is reversed,
  // or that refers to a row that is not there.
  Status CheckLayer(std::string_view layer) const;
  // Marks where the document was stored: what follows is a change (koppel/changes.h).
  void MarkStored();
  const DocumentBaseline& baseline() const;
  // The generated message, with absolute columns; for the codec (koppel/codec.h).
  v1::Document& message();
  const v1::Document& message() const;
  // Takes over a decoded, checked message into this document's arena. `schemas` must outlive the
  // document.
  void AdoptLayers(std::span<const LayerSchema* const> schemas);
  // Bytes that the document holds now.
  std::size_t MemoryUsed() const;

  // Offsets are 32-bit, and protobuf ends at 2 GiB.
  static constexpr std::size_t kMaxTextBytes = std::size_t{1} << 30;

 private:
  friend internal::LayerData* internal::FindLayer(const Document&, std::string_view);
  friend internal::LayerData* internal::LookUp(const Document&, std::string_view);
  friend internal::LayerData* internal::EnsureLayer(Document&, const LayerSchema&);
  friend std::int32_t internal::InternString(Document&, std::string_view);
  friend std::string_view internal::StringAt(const Document&, std::int32_t);
  friend void internal::KeepRows(Document&, internal::LayerData&, const std::vector<bool>&);

  struct State;
  std::unique_ptr<State> state_;
};

class PositionMap;

// Document::ToSource for many spans of one revision, best in ascending order: what exporters use.
// Valid until the document changes. Not thread-safe.
class SourceMap {
 public:
  explicit SourceMap(const Document& document);
  SourceMap(const Document& document, std::uint32_t revision);
  ~SourceMap();
  Span operator()(Span span);

 private:
  std::vector<PositionMap> maps_;
};

// Document::Map from one revision to the latest, in the same way.
class LatestMap {
 public:
  LatestMap(const Document& document, std::uint32_t revision);
  ~LatestMap();
  Span operator()(Span span);

 private:
  std::vector<PositionMap> maps_;
};

}  // namespace koppel
