#include "koppel/provenance/export.h"

#include <catch2/catch.hpp>
#include <fstream>

#include "export/crate.h"
#include "export/json_node.h"
#include "koppel/io.h"
#include "koppel/provenance/shell_word.h"

namespace koppel {
namespace {

namespace fs = std::filesystem;
using internal::Crate;
using internal::JsonNode;

JsonNode GraphOf(Crate& crate) {
  Result<JsonNode> json = JsonNode::Parse(crate.ToText());
  REQUIRE(json.ok());
  return (*json)["@graph"];
}

TEST_CASE("a file that is not in the crate is named by its digest (the example of RFC 6920)") {
  Crate crate;
  const std::string digest = Hex(Sha256("Hello World!"));
  CHECK(crate.AddOutside("a.txt", digest, 12, "input") ==
        "ni:///sha-256;f4OxZX_x_FO5LcGBSKHWXfwtSx-j1ncoSt3SABJtkGk");
}

TEST_CASE("two files outside with the same bytes are one entity with two names") {
  Crate crate;
  const std::string digest = Hex(Sha256("same"));
  const std::string first = crate.AddOutside("a.txt", digest, 4, "input");
  CHECK(crate.AddOutside("b.txt", digest, 4, "input") == first);
  CHECK(crate.files().size() == 1);
  const JsonNode graph = GraphOf(crate);
  REQUIRE(graph.items().size() == 1);
  CHECK(graph.items()[0]["name"].text() == "a.txt");
  CHECK(graph.items()[0]["alternateName"].text() == "b.txt");
}

TEST_CASE("names become references that an IRI can hold") {
  CHECK(internal::PathId("text/één en #2 50%.txt") == "text/één%20en%20%232%2050%25.txt");
  CHECK(internal::PathId("a:b.txt") == "a%3Ab.txt");
  CHECK(internal::LocalId("step", "who is it") == "#step/who%20is%20it");
}

TEST_CASE("an id stands once in the graph") {
  Crate crate;
  crate.Add("#a", "Person", {{"name", "A"}});
  crate.Add("#a", "Person", {{"name", "B"}});
  CHECK(GraphOf(crate).items().size() == 1);
}

TEST_CASE("a licence is an SPDX identifier, an address or a sentence") {
  Crate crate;
  CHECK(crate.AddLicence("CC-BY-4.0") == "https://spdx.org/licenses/CC-BY-4.0");
  CHECK(crate.AddLicence("https://example.org/terms") == "https://example.org/terms");
  CHECK(crate.AddLicence("Ask us.") == "#licence/Ask%20us.");
  CHECK(crate.AddLicence("").empty());
}

TEST_CASE("JSON keeps the order of members and the kinds of numbers") {
  const std::string text = "{\n  \"b\": 1,\n  \"a\": [\n    1.5,\n    true,\n    null\n  ]\n}\n";
  const Result<JsonNode> node = JsonNode::Parse(text);
  REQUIRE(node.ok());
  CHECK(node->ToText() == text);
  CHECK((*node)["b"].number() == 1);
  CHECK((*node)["none"]["deeper"].text().empty());
}

TEST_CASE("JSON that is damaged or absurdly deep does no harm") {
  CHECK_FALSE(JsonNode::Parse("{\"a\": ").ok());
  std::string deep(100'000, '[');
  deep += std::string(100'000, ']');
  CHECK(JsonNode::Parse(deep).ok());
}

TEST_CASE("an account that names files outside its folder is refused") {
  const fs::path folder = fs::temp_directory_path() / "koppel-export-test";
  fs::remove_all(folder);
  fs::create_directories(folder);
  std::ofstream(folder / "run.json")
      << R"({"invocation": {"id": "x"}, "pipeline": {"copy": "../secret", "sha256": ""}})";
  const Result<RunAccount> account = RunAccount::Read(folder);
  REQUIRE_FALSE(account.ok());
  CHECK(account.status().kind() == ErrorKind::kInvalidParameter);
  fs::remove_all(folder);
}

TEST_CASE("a word is quoted where a shell would take it apart") {
  CHECK(ShellWord("corpus/a.txt") == "corpus/a.txt");
  CHECK(ShellWord("it's *.txt") == R"('it'\''s *.txt')");
  CHECK(ShellWord("") == "''");
}

}  // namespace
}  // namespace koppel
