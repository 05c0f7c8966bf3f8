// Rules as the plugin loads them, for tests.
#pragma once

#include <catch2/catch.hpp>

#include "koppel/testkit/harness.h"
#include "rule_book.h"

namespace koppel::segment {

inline const LanguageRules& RulesFor(std::string_view language) {
  static const std::shared_ptr<const RuleBook> book = [] {
    testkit::TestSetup setup(KOPPEL_PLUGIN_DIR);
    auto loaded = RuleBook::Load(setup);
    REQUIRE(loaded.ok());
    return *std::move(loaded);
  }();
  return book->For(language);
}

}  // namespace koppel::segment
