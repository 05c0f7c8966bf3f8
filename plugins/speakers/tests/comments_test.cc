// Comments in plain text and as pages mark them: where they begin, and whose they are.
#include <catch2/catch.hpp>

#include "support.h"

namespace koppel::speakers {

namespace {

std::vector<std::string> Lines(const Outlined& o) {
  std::vector<std::string> lines;
  for (std::size_t i = 0; i < o.outline.turns.size(); ++i) lines.push_back(o.Line(i));
  return lines;
}

using Strings = std::vector<std::string>;

// The text with the comments, authors and dates in it marked as a reader would.
PageMarks Marks(const std::string& text, const Strings& comments, const Strings& authors,
                const Strings& dates = {}) {
  PageMarks marks;
  const auto find = [&](const Strings& parts, std::vector<Span>& spans) {
    std::size_t at = 0;
    for (const std::string& part : parts) {
      at = text.find(part, at);
      REQUIRE(at != std::string::npos);
      const auto begin = static_cast<std::uint32_t>(at);
      at += part.size();
      spans.push_back({begin, static_cast<std::uint32_t>(at)});
    }
  };
  find(comments, marks.comments);
  find(authors, marks.authors);
  find(dates, marks.dates);
  return marks;
}

}  // namespace

TEST_CASE("the headings of comments that blogs make begin them") {
  for (const std::string heading :
       {"2 reacties op “De fiets”", "2 gedachten over “De fiets”", "2 thoughts on “De fiets”",
        "2 responses to De fiets", "Één gedachte over “De fiets”", "Reacties op dit artikel (2)"}) {
    INFO(heading);
    const Outlined o("De fiets is van iedereen.\n\n" + heading +
                     "\n\nAnna schreef:\n3 maart 2020 om 14:05\n\nZo is het.\n\nBo de Wit "
                     "schreef:\n4 maart 2020 om 9:00\n\nNee.");
    CHECK(Lines(o) ==
          Strings{"article -", "boilerplate -", "comment 1 Anna", "comment 2 Bo de Wit"});
  }
}

TEST_CASE("a sentence about reactions is no heading of comments") {
  const Outlined o(
      "Er kwamen drie brieven.\n\n3 reacties op het plan waren boos.\n\nDe wethouder "
      "las ze.");
  CHECK(Lines(o) == Strings{"article -"});
}

TEST_CASE("labels of comments: a verb, a verb with a time, a date below, nicknames") {
  const auto comments = [](const std::string& first, const std::string& second) {
    return Lines(Outlined("Een artikel.\n\n2 reacties\n\n" + first + "\nZo is het.\n\n" + second +
                          "\nNee hoor."));
  };
  const Strings two{"article -", "boilerplate -", "comment 1 Anna", "comment 2 jan_83"};
  CHECK(comments("Anna zegt op 3 maart 2020 om 14:05:", "jan_83 zegt op 3 maart 2020 om 15:05:") ==
        two);
  CHECK(comments("Anna schreef:", "jan_83 schreef:") == two);
  CHECK(comments("Anna says:\n3 maart 2020 om 14:05", "jan_83 says:\n4 maart 2020 om 14:05") ==
        two);
  CHECK(comments("Anna\n3 maart 2020 om 14:05", "jan_83\n4 maart 2020 om 14u05") == two);
  CHECK(comments("Ingediend door Anna op zo, 03/03/2019 - 14:05",
                 "Ingediend door jan_83 op ma, 04/03/2019 - 14:05") == two);
}

TEST_CASE("labels of comments in other languages") {
  const auto lines = [](const std::string& text, std::string_view language) {
    const Lexicon& lexicon = TestLanguages().For(language, "");
    const Words words = lexicon.Scan(text);
    const Outline outline = ReadOutline(words, {}, lexicon);
    Strings speakers;
    for (const TurnDraft& turn : outline.turns) {
      if (turn.kind == Turn::Kind::kComment)
        speakers.push_back(outline.registry[turn.speaker].name);
    }
    return speakers;
  };
  const Strings both{"Anna", "Otto Klein"};
  CHECK(lines("Ein Text.\n\n2 Gedanken zu „Der Text“\n\nAnna sagt:\n3. März 2020 um 14:05 "
              "Uhr\n\nJa.\n\nOtto Klein sagt:\n4. März 2020 um 8:00 Uhr\n\nNein.",
              "de") == both);
  CHECK(lines("Un texte.\n\n2 réflexions sur « Le texte »\n\nAnna dit :\n3 mars 2020 à 14 h "
              "05\n\nOui.\n\nOtto Klein dit :\n4 mars 2020 à 8h00\n\nNon.",
              "fr") == both);
  CHECK(lines("A text.\n\n2 thoughts on “The text”\n\nAnna says:\nMarch 3, 2020 at 2:05 "
              "pm\n\nYes.\n\nReply\n\nOtto Klein says:\nMarch 4th, 2020 at 8:00 am\n\nNo.\n\nReply",
              "en") == both);
}

TEST_CASE("what a comment quotes is no label where labels are dated") {
  const Outlined o(
      "Een artikel.\n\n1 reactie\n\nAnna schreef:\n3 maart 2020 om 14:05\n\nBo "
      "schreef:\nDat het niet kan.\n\nHet kan wel.");
  CHECK(Lines(o) == Strings{"article -", "boilerplate -", "comment 1 Anna"});
}

TEST_CASE("a heading in minutes does not make comments of what follows") {
  const Outlined o(
      "De voorzitter: Ik open de vergadering.\n\nReacties\n\nDe heer Van Dam (PK): Dank u.\n\nDe "
      "heer Van Dam schreef op 3 maart 2020 een brief. Die ligt ter inzage.\n\nDe voorzitter: Dan "
      "sluit ik.");
  CHECK(Lines(o) ==
        Strings{"minutes De voorzitter", "minutes De heer Van Dam (PK)", "minutes De voorzitter"});
}

TEST_CASE("the turn before a heading in minutes ends there") {
  const Outlined o(
      "De voorzitter: Ik open.\n\nReacties\n\nEr kwamen vier brieven.\n\nDe voorzitter: "
      "Dan sluit ik.");
  REQUIRE(o.outline.turns.size() == 2);
  CHECK(o.Text(0) == "De voorzitter: Ik open.");
}

TEST_CASE("who is about to speak below a heading has written no comment") {
  CHECK(Lines(Outlined("Het plan ligt er.\n\nReacties\n\nWethouder Smit reageert:\n\nDit kan "
                       "niet.\n\nMevrouw Haak zegt:\n\nDit kan wel.")) == Strings{"article -"});
  CHECK(Lines(Outlined("Het plan ligt er.\n\nReacties\n\nBo Smit reageert:\n\nDit kan niet.")) ==
        Strings{"article -"});
}

TEST_CASE("a numbered heading is one of a section") {
  const Outlined o("1. Opening\n\nWij zijn er.\n\n2. Reacties\n\nEr zijn vier brieven.\n\n3. Slot");
  CHECK(Lines(o) == Strings{"article -"});
}

TEST_CASE("a word below a comment that names its writer is no signature") {
  const Outlined o(
      "Een artikel.\n\n1 reactie\n\nAnna schreef:\n3 maart 2020 om 14:05\n\nZo is "
      "het.\n\nVerwijderen");
  CHECK(Lines(o) == Strings{"article -", "boilerplate -", "comment 1 Anna"});
}

TEST_CASE("a heading over ordinary paragraphs does not begin comments") {
  const Outlined o(
      "Het plan ligt er.\n\nReacties\n\nBuurtbewoners zijn boos. Wethouder Smit "
      "schreef op 3 maart 2020: dit kan niet.\n\nEr zijn drie punten.\n\n1. Het geld "
      "is op.\n\n2. De tijd is op.");
  CHECK(Lines(o) == Strings{"article -"});
}

TEST_CASE("marked comments need no heading, label or number") {
  const std::string text =
      "Kop\n\nEen artikel.\n\nWat u vindt\n\nAnna zegt:\n\n3 maart "
      "2020\n\nMooi.\n\njan_83\n\nBeste "
      "Anna,\n\nNee.\n\nRoos\n\n@jan_83 Ja.";
  PageMarks marks = Marks(text,
                          {"Anna zegt:\n\n3 maart 2020\n\nMooi.", "jan_83\n\nBeste Anna,\n\nNee.",
                           "Roos\n\n@jan_83 Ja."},
                          {"Anna", "jan_83", "Roos"}, {"3 maart 2020"});
  marks.comment_lists.push_back(
      {static_cast<std::uint32_t>(text.find("Wat u")), static_cast<std::uint32_t>(text.size())});
  const Outlined o(text, marks);
  CHECK(Lines(o) == Strings{"article -", "boilerplate -", "comment 1 Anna", "comment 2 jan_83",
                            "comment 3 Roos"});
  CHECK(o.Text(1) == "Wat u vindt");
  CHECK(o.outline.turns[3].reply_to == 2);
  CHECK(o.outline.turns[4].reply_to == 3);
  const Person& nickname = o.outline.registry[o.outline.turns[3].speaker];
  CHECK(nickname.kind == Entity::Kind::kPerson);
}

TEST_CASE("a marked author of the article is its speaker, and the line a by-line") {
  const std::string text = "Kop\n\njan_83\n\nEen artikel van een paar woorden.";
  const Outlined o(text, Marks(text, {}, {"jan_83"}));
  CHECK(Lines(o) == Strings{"article jan_83", "byline -", "article jan_83"});
  CHECK_FALSE(o.outline.turns[0].inferred);
}

TEST_CASE("the author that the metadata name is the article's speaker") {
  PageMarks marks;
  marks.author = "Anna de Wit; Bo Smit";
  CHECK(Lines(Outlined("Een artikel.", marks)) == Strings{"article Anna de Wit; Bo Smit"});
  marks.author = "jan_83";
  CHECK(Lines(Outlined("Een artikel.", marks)) == Strings{"article jan_83"});
  marks.author = "dr. Bo Smit";
  CHECK(Lines(Outlined("Een artikel.", marks)) == Strings{"article Bo Smit"});
  marks.author = "een trouwe lezer van dit blad";
  const Outlined reader("Een artikel.", marks);
  CHECK(reader.outline.registry[reader.outline.turns[0].speaker].kind == Entity::Kind::kRole);
  marks.author = "admin";
  CHECK(Lines(Outlined("Een artikel.", marks)) == Strings{"article -"});
  marks.author = "Anna de Wit";
  CHECK(Lines(Outlined("Kop\n\nDoor Bo Smit\n\nEen artikel.", marks))[0] == "article Bo Smit");
}

}  // namespace koppel::speakers
