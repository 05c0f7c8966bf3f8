#include "table_writer.h"

#include <catch2/catch.hpp>

#include "koppel/layers.h"
#include "write_harness.h"

namespace koppel::write {
namespace {

using testkit::MakeDocument;

//                         0         1         2         3         4
//                         0123456789012345678901234567890123456789012
constexpr char kText[] = "Bram: \"Mooi plan\", zei ik.\nAnna: Nee, slecht.\n";

std::unique_ptr<Document> Conversation() {
  auto document = MakeDocument(kText);
  document->layer<Entity>().Add({0, 4}).Set(Entity::name, "Bram de Wit");
  document->layer<Entity>().Add({27, 31}).Set(Entity::name, "Anna");
  const std::int32_t both[] = {0, 1}, bram[] = {0};
  auto turns = document->layer<Turn>();
  turns.Add({0, 26})
      .Set(Turn::kind, Turn::Kind::kComment)
      .Set(Turn::speaker, {0})
      .Set(Turn::addressees, Refs<Entity>(both));
  turns.Add({27, 45})
      .Set(Turn::kind, Turn::Kind::kAnswer)
      .Set(Turn::speaker, {1})
      .Set(Turn::addressees, Refs<Entity>(bram));
  document->layer<Quote>()
      .Add({6, 17})
      .Set(Quote::kind, Quote::Kind::kDirect)
      .Set(Quote::speaker, {0});
  auto sentiment = document->layer<Sentiment>();
  using Scope = Sentiment::Scope;
  using Label = Sentiment::Label;
  sentiment.Add({0, 26}).Set(Sentiment::scope, Scope::kTurn).Set(Sentiment::label, Label::kNeutral);
  sentiment.Add({7, 16})
      .Set(Sentiment::scope, Scope::kQuote)
      .Set(Sentiment::label, Label::kPositive)
      .Set(Sentiment::value, 0.5);
  sentiment.Add({12, 16}).Set(Sentiment::scope, Scope::kTarget).Set(Sentiment::target, "plan");
  sentiment.Add({27, 45})
      .Set(Sentiment::scope, Scope::kTurn)
      .Set(Sentiment::label, Label::kNegative)
      .Set(Sentiment::target, "voorstel");
  document->Seal();
  return document;
}

std::string Csv(const Document& document, CsvWriter::Params params) {
  TemporaryFolder folder;
  CsvWriter writer(params);
  REQUIRE(WriteAll(writer, {&document}, folder.path()).ok());
  return folder.Read(params.path);
}

CsvWriter::Params CsvParams(std::vector<std::string> layers, std::vector<std::string> columns) {
  CsvWriter::Params params;
  params.layers = std::move(layers);
  params.columns = std::move(columns);
  return params;
}

TEST_CASE(
    "statements: turns and quotes in the order of the text, names for references, sentiment by "
    "scope") {
  CHECK(Csv(*Conversation(),
            CsvParams({"turn", "quote"},
                      {"document", "speaker", "kind", "addressee=addressees", "text", "sentiment",
                       "sentiment_value", "target", "source_begin", "source_end"})) ==
        "document,speaker,kind,addressee,text,sentiment,sentiment_value,target,source_begin,source_"
        "end\r\n"
        "test,Bram de Wit,comment,Bram de Wit; Anna,\"Bram: \"\"Mooi plan\"\", zei "
        "ik.\",neutral,,plan,0,26\r\n"
        "test,Bram de Wit,direct,,\"\"\"Mooi plan\"\"\",positive,0.5,plan,6,17\r\n"
        "test,Anna,answer,Bram de Wit,\"Anna: Nee, slecht.\",negative,,voorstel,27,45\r\n");
}

TEST_CASE("the text of a quotation in pieces is what was said, without what stands between") {
  auto document = MakeDocument("\"Mooi,\" zei Bram, \"maar duur.\"");
  document->layer<QuotePart>().Add({0, 7});
  document->layer<QuotePart>().Add({18, 30});
  const std::int32_t parts[] = {0, 1};
  document->layer<Quote>().Add({0, 30}).Set(Quote::parts, Refs<QuotePart>(parts));
  document->layer<Quote>().Add({8, 16});
  CHECK(Csv(*document, CsvParams({"quote"}, {"text", "begin", "end"})) ==
        "text,begin,end\r\n\"\"\"Mooi,\"\" … \"\"maar duur.\"\"\",0,30\r\nzei Bram,8,16\r\n");
}

TEST_CASE(
    "rows of kinds that are not wanted are left out, and a kind that there is not is refused") {
  CsvWriter::Params params = CsvParams({"turn", "quote"}, {"kind"});
  params.skip_kinds = {"comment", "direct"};
  CHECK(Csv(*Conversation(), params) == "kind\r\nanswer\r\n");
  params.skip_kinds = {"comment", "drect"};
  TemporaryFolder folder;
  CsvWriter writer(params);
  const Status status = WriteAll(writer, {}, folder.path());
  REQUIRE_FALSE(status.ok());
  CHECK_THAT(status.message(), Catch::StartsWith("'skip_kinds' must be one of ") &&
                                   Catch::EndsWith("got \"drect\"; did you mean 'direct'?"));
}

TEST_CASE("artefacts: what was seen and decided, with line breaks escaped") {
  auto document = MakeDocument("maatschappe-\nlijk");
  document->layer<Artefact>()
      .Add({0, 17})
      .Set(Artefact::kind, "hyphen")
      .Set(Artefact::left, "maatschappe-\n")
      .Set(Artefact::right, "C:\\x\ty")
      .Set(Artefact::decision, "join")
      .Set(Artefact::confidence, 0.98)
      .Set(Artefact::resolved, true);
  TemporaryFolder folder;
  TsvWriter::Params params;
  params.layers = {"artefact"};
  params.columns = {"document", "kind",       "left",     "right",       "decision",
                    "rule",     "confidence", "resolved", "source_begin"};
  TsvWriter writer(params);
  REQUIRE(WriteAll(writer, {document.get()}, folder.path()).ok());
  CHECK(folder.Read("table.tsv") ==
        "document\tkind\tleft\tright\tdecision\trule\tconfidence\tresolved\tsource_begin\n"
        "test\thyphen\tmaatschappe-\\n\tC:\\\\x\\ty\tjoin\t\t0.98\ttrue\t0\n");
}

TEST_CASE("without columns a table has place, text and every feature once") {
  CHECK_THAT(Csv(*MakeDocument("een"), CsvParams({"mention", "token"}, {})),
             Catch::Equals("document,layer,begin,end,source_begin,source_end,text,entity,form,kind,"
                           "lower,lemma\r\n"));
}

TEST_CASE("sentences and paragraphs are numbered from 1; a row outside them has none") {
  auto document = MakeDocument("Een. Twee.\n\nDrie. x");
  document->layer<Sentence>().Add({0, 4});
  document->layer<Sentence>().Add({5, 10});
  document->layer<Sentence>().Add({12, 17});
  document->layer<Paragraph>().Add({0, 10});
  document->layer<Paragraph>().Add({12, 17});
  for (const Span span : {Span{0, 3}, Span{5, 9}, Span{12, 16}, Span{18, 19}})
    document->layer<Token>().Add(span);
  CHECK(Csv(*document, CsvParams({"token"}, {"text", "sentence", "paragraph"})) ==
        "text,sentence,paragraph\r\nEen,1,1\r\nTwee,2,1\r\nDrie,3,2\r\nx,,\r\n");
}

TEST_CASE("a row without a judgement has no sentiment, and does not take that of another scope") {
  auto document = MakeDocument("Mooi.");
  document->layer<Turn>().Add({0, 5});
  document->layer<Sentiment>()
      .Add({0, 5})
      .Set(Sentiment::scope, Sentiment::Scope::kSentence)
      .Set(Sentiment::value, 1);
  CHECK(Csv(*document, CsvParams({"turn"}, {"text", "sentiment", "sentiment_value", "target"})) ==
        "text,sentiment,sentiment_value,target\r\nMooi.,,,\r\n");
}

TEST_CASE("a column has its own name as header unless it gets another") {
  const std::vector<TableColumn> columns =
      ParseColumns({"turn"}, {"speaker", "to=addressees", "place=source_begin"});
  REQUIRE(columns.size() == 3);
  CHECK(columns[0].header == "speaker");
  CHECK(columns[1].header == "to");
  CHECK(columns[1].name == "addressees");
  CHECK(columns[1].shows == Shows::kFeature);
  CHECK(columns[2].shows == Shows::kSourceBegin);
}

TEST_CASE("cells hold what the format can, and formulas are guarded on request") {
  const auto csv = [](std::string_view field, bool guard) {
    std::string out;
    AppendCsvField(field, guard, out);
    return out;
  };
  CHECK(csv("a\nb", false) == "\"a\nb\"");
  CHECK(csv("", false).empty());
  CHECK(csv(std::string_view("a\0\x1B\xFF", 4), false) == "a\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
  CHECK(csv("=1+1", false) == "=1+1");
  CHECK(csv("=1+1", true) == "'=1+1");
  CHECK(csv("-a,b", true) == "\"'-a,b\"");
  std::string tsv;
  AppendTsvField("a\"b\r\x07", tsv);
  CHECK(tsv == "a\"b\\r\xEF\xBF\xBD");
}

}  // namespace
}  // namespace koppel::write
