// How two texts correspond: stretches that were replaced, with everything between them copied byte
// for byte.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "koppel/span.h"

namespace koppel {

// Stretches in ascending order, disjoint; they may touch. Lengths are bytes.
class Alignment {
 public:
  // Appends a stretch. Precondition: `begin` is not before the end of the last one.
  void Replace(std::uint32_t begin, std::uint32_t removed, std::uint32_t inserted);

  bool empty() const { return begin_.empty(); }
  std::size_t size() const { return begin_.size(); }
  std::uint32_t begin(std::size_t i) const { return begin_[i]; }
  std::uint32_t removed(std::size_t i) const { return removed_[i]; }
  std::uint32_t inserted(std::size_t i) const { return inserted_[i]; }
  void Clear();

 private:
  std::vector<std::uint32_t> begin_, removed_, inserted_;
};

// Builds a text together with its alignment to the source it is decoded from: for readers.
//
//   builder.Copy(4);              // the next 4 source bytes as they are
//   builder.Replace(1, "\xC3\xA9");  // one Latin-1 byte became two
//   builder.Skip(3);              // a byte-order mark
class TextBuilder {
 public:
  explicit TextBuilder(std::string_view source) : source_(source) {}

  // Each consumes `bytes` of the source from the current position. Precondition: that many are
  // left.
  void Copy(std::uint32_t bytes);
  void Replace(std::uint32_t bytes, std::string_view text);
  void Skip(std::uint32_t bytes) { Replace(bytes, {}); }
  // Text that stands nowhere in the source.
  void Insert(std::string_view text) { Replace(0, text); }

  std::uint32_t position() const { return position_; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(text_.size()); }
  const std::string& text() const { return text_; }
  std::string TakeText() { return std::move(text_); }
  const Alignment& alignment() const { return alignment_; }

 private:
  std::string_view source_;
  std::uint32_t position_ = 0;
  std::string text_;
  Alignment alignment_;
};

}  // namespace koppel
