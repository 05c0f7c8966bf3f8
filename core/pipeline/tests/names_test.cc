// Parameters that name layers and columns.
#include <catch2/catch.hpp>

#include "fake_registry.h"

namespace koppel {
namespace {

using Told = std::vector<std::string>;

// A table after the given steps; its parameters stand on line 5.
std::string WithTable(const std::string& params, const std::string& steps = "segment.sentences",
                      const std::string& read = "read.text") {
  return "koppel: 1\nread: {use: " + read + "}\nsteps: [{use: " + steps +
         "}]\nwrite:\n  {use: write.table, with: {" + params + "}}\n";
}

TEST_CASE("a layer that there is not is told with the nearest one, or with all") {
  CHECK(ProblemsOf(WithTable("layers: [sentence]")) == Told{});
  CHECK(ProblemsOf(WithTable("layers: [sentence, tokn]")) ==
        Told{"5:48: write.table: no layer 'tokn'; did you mean 'token'? [invalid_parameter]"});
  const Told far = ProblemsOf(WithTable("layers: [weather]"));
  REQUIRE(far.size() == 1);
  CHECK_THAT(far[0], Catch::StartsWith("5:38: write.table: no layer 'weather'; expected page, ") &&
                         Catch::EndsWith("or rhyme [invalid_parameter]"));
}

TEST_CASE("a column is a general one or a feature of the layers beside it") {
  CHECK(ProblemsOf(WithTable("layers: [token], columns: [text, lemma, what=kind]",
                             "segment.sentences}, {use: segment.tokens}, {use: tag.lemma")) ==
        Told{});
  CHECK(ProblemsOf(WithTable("layers: [sentence], columns: [txet]")) ==
        Told{"5:59: write.table: no column 'txet'; did you mean 'text'? [invalid_parameter]"});
  CHECK(ProblemsOf(WithTable("layers: [sentence], columns: [text, lemma]")) ==
        Told{"5:65: write.table: no column 'lemma'; expected document, text or "
             "word [invalid_parameter]"});
  CHECK(ProblemsOf(WithTable("layers: [sentence], columns: [lemma=txet]")) ==
        Told{"5:59: write.table: no column 'txet'; did you mean 'text'? [invalid_parameter]"});
}

TEST_CASE("a slip in a layer is not told again at the columns that are meant for it") {
  CHECK(ProblemsOf(WithTable("layers: [turm], columns: [speaker]")) ==
        Told{"5:38: write.table: no layer 'turm'; did you mean 'turn'? [invalid_parameter]"});
}

TEST_CASE("what stands twice, or without a header, is told") {
  CHECK(ProblemsOf(WithTable("layers: [sentence, sentence]")) ==
        Told{"5:48: write.table: the layer 'sentence' stands here twice [invalid_parameter]"});
  CHECK(ProblemsOf(WithTable("layers: [sentence], columns: [text, text=document]")) ==
        Told{"5:65: write.table: two columns have the header 'text'; write another one before the "
             "column: other=document [invalid_parameter]"});
  CHECK(ProblemsOf(WithTable("layers: [sentence], columns: [=text]")) ==
        Told{"5:59: write.table: '=text' has no header before the '=' [invalid_parameter]"});
}

TEST_CASE("a comma that is missing before a header is told") {
  CHECK(ProblemsOf(WithTable("layers: [sentence], columns: [text doc=document]")) ==
        Told{"5:59: write.table: 'text doc=document' begins with the column 'text'; put a comma "
             "behind that [invalid_parameter]"});
  CHECK(ProblemsOf(WithTable("layers: [sentence], columns: [the doc=document]")) == Told{});
}

TEST_CASE("a list that is required is not empty") {
  CHECK(ProblemsOf(WithTable("layers: []")) ==
        Told{"5:37: write.table: 'layers' must be a list of layers, not empty; got [] "
             "[invalid_parameter]"});
}

TEST_CASE("a layer that is named must be made, and is told with who makes it") {
  CHECK(ProblemsOf(WithTable("layers: [sentence, token]")) ==
        Told{"5:48: write.table names the layer 'token', which nothing before it makes; put "
             "segment.tokens or tag.lemma before it, under 'steps' [unmet_layer]"});
  CHECK(ProblemsOf(WithTable("layers: [page]")) ==
        Told{"5:38: write.table names the layer 'page', which nothing before it makes; read with "
             "read.pdf [unmet_layer]"});
  CHECK(ProblemsOf(WithTable("layers: [rhyme], columns: [scheme]")) ==
        Told{"5:38: write.table names the layer 'rhyme', which nothing before it makes; no "
             "installed component makes it [unmet_layer]"});
}

TEST_CASE("a column that shows a layer needs it made, or would be empty") {
  CHECK(ProblemsOf(WithTable("layers: [sentence], columns: [text, word]")) ==
        Told{"5:65: write.table: the column 'word' shows the layer 'token', which nothing before "
             "it makes; put segment.tokens or tag.lemma before it, under 'steps' [unmet_layer]"});
  CHECK(ProblemsOf(WithTable("layers: [sentence], columns: [text, word]",
                             "segment.sentences}, {use: segment.tokens")) == Told{});
}

TEST_CASE("a name in capitals, with its parts exchanged or without its family is understood") {
  for (const char* name : {"SEGMENT.Sentences", "sentences.segment", "sentences"}) {
    const Told told = ProblemsOf(WithTable("layers: [sentence]", name));
    REQUIRE(told.size() == 1);
    CHECK_THAT(told[0], Catch::EndsWith("did you mean 'segment.sentences'? [invalid_pipeline]"));
  }
}

TEST_CASE("a reader of stored documents may bring any layer") {
  CHECK(ProblemsOf(WithTable("layers: [rhyme]", "segment.tokens", "read.store")) == Told{});
  CHECK(ProblemsOf(WithTable("layers: [rime]", "segment.tokens", "read.store")).size() == 1);
}

TEST_CASE("names from the command line are checked as those of the file") {
  const std::string yaml = WithTable("layers: [sentence], columns: [lemma]");
  CHECK(ProblemsOf(yaml, {{"write.table.columns=[text]"}}) == Told{});
  CHECK(ProblemsOf(yaml, {{"write.table.columns=[txet]"}}) ==
        Told{"--set write.table.columns=[txet]: write.table: no column 'txet'; did you mean "
             "'text'? [invalid_parameter]"});
  CHECK(ProblemsOf(WithTable("layers: [sentence]"), {{"write.table.layers=[page]"}}) ==
        Told{"--set write.table.layers=[page]: write.table names the layer 'page', which nothing "
             "before it makes; read with read.pdf [unmet_layer]"});
}

}  // namespace
}  // namespace koppel
