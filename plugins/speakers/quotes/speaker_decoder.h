// Gives the quotations of one turn their speakers.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "language/lexicon.h"
#include "language/words.h"
#include "people/registry.h"
#include "quotes/cast.h"
#include "quotes/draft.h"

namespace koppel::speakers {

struct TurnRange {
  std::size_t first = 0, last = 0;  // words
  int speaker = kNobody;
  std::vector<int> addressees;
};

// From the surest evidence to the least: the reporting clause; the quotation before in the same
// paragraph; who is the subject of the sentence before; who was named before in the paragraph; the
// alternation of two voices; who was named last. All but the first are inferred.
class SpeakerDecoder {
 public:
  SpeakerDecoder(const Words& words, const Lexicon& lexicon, Registry& registry, const Cast& cast,
                 const TurnRange& turn)
      : words_(words), lexicon_(lexicon), registry_(registry), cast_(cast), turn_(turn) {}

  // Speech only, in the order of the text.
  void Decode(const std::vector<QuoteDraft*>& quotes);

 private:
  void FromSubject(QuoteDraft& quote);
  std::vector<int> Others(const QuoteDraft& quote) const;
  int PersonOf(const Appearance& named);
  bool Infer(QuoteDraft& quote);
  bool IsExhibit(const QuoteDraft& quote) const;
  bool FromBeat(QuoteDraft& quote);
  bool FromParagraph(QuoteDraft& quote);
  bool FromAlternation(QuoteDraft& quote);
  // What the other of the last two voices said last; null where there are not two.
  const QuoteDraft* OtherVoice(const QuoteDraft& quote) const;
  int UnnamedVoice(const QuoteDraft& quote) const;
  bool FromNearest(QuoteDraft& quote);
  // First word of the paragraph, as far back as one is looked for.
  std::size_t ParagraphBegin(std::size_t word) const;
  bool SameParagraph(std::size_t a, std::size_t b) const;
  void Take(QuoteDraft& quote, const QuoteDraft& from, std::string_view rule, double confidence);
  void TakeNamed(QuoteDraft& quote, const Appearance& named, std::string_view rule,
                 double confidence);
  void FindAddressees(QuoteDraft& quote);

  const Words& words_;
  const Lexicon& lexicon_;
  Registry& registry_;
  const Cast& cast_;
  const TurnRange& turn_;
  std::vector<QuoteDraft*> decided_;
};

// Adds those whom reporting clauses name to the registry, so that a Cast can find them everywhere.
void RegisterSubject(const Words& words, const Subject& subject, Registry& registry);

}  // namespace koppel::speakers
