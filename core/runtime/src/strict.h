// Strict mode: whether a step keeps to what its component declares.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "koppel/document.h"
#include "koppel/registry/registry.h"

namespace koppel {

// Watches one call of a component on one document. What it can't see is a change of spans or
// references in a layer that the component may not write: the core itself moves those.
class StrictWatch {
 public:
  // `document` and `component` must outlive the watch.
  StrictWatch(Document& document, const ComponentInfo& component);
  ~StrictWatch() { document_.WatchLayers(nullptr); }
  StrictWatch(const StrictWatch&) = delete;
  StrictWatch& operator=(const StrictWatch&) = delete;

  // internal, naming the component and the layer, if it read a layer that it does not declare,
  // wrote one that it does not provide, or changed the text without saying so. To be asked once the
  // call is over.
  Status Verdict();

 private:
  using Contents = std::map<std::string_view, std::string>;  // of layers, by name

  // Of the layers that the component must leave as they are.
  Contents ForeignContents() const;
  bool Provides(std::string_view layer) const;
  bool Declares(std::string_view layer) const;

  Document& document_;
  const ComponentInfo& component_;
  std::vector<std::string_view> asked_;
  std::uint32_t revisions_;
  Contents before_;
};

}  // namespace koppel
