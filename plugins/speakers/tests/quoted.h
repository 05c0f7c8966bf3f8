// A document whose turns and quotations are found, for tests that compare them as lines.
#pragma once

#include <catch2/catch.hpp>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "quotes/quotes.h"
#include "support.h"
#include "turns/turns.h"

namespace koppel::speakers {

using Strings = std::vector<std::string>;

struct Quoted {
  explicit Quoted(std::string_view text, std::string_view language = "nl")
      : document(testkit::MakeDocument(text, language)) {
    testkit::TestSetup setup(KOPPEL_PLUGIN_DIR);
    testkit::TestContext context;
    Turns turns;
    Quotes quotes{{}};
    REQUIRE(testkit::Run(turns, *document, setup, context).ok());
    REQUIRE(testkit::Run(quotes, *document, setup, context).ok());
  }
  // "direct Els Verhoef: text", speakers by name, "-" for none.
  std::string Line(std::uint32_t i) const {
    const auto quote = document->layer<Quote>()[i];
    std::string line(Quote::kKinds[static_cast<std::size_t>(quote[Quote::kind])]);
    const Ref<Entity> speaker = quote[Quote::speaker];
    line.append(" ").append(speaker ? document->layer<Entity>()[speaker][Entity::name] : "-");
    return line.append(": ").append(quote.text());
  }
  std::vector<std::string> Lines() const {
    std::vector<std::string> lines;
    for (std::uint32_t i = 0; i < document->layer<Quote>().size(); ++i) lines.push_back(Line(i));
    return lines;
  }
  std::unique_ptr<Document> document;
};

}  // namespace koppel::speakers
