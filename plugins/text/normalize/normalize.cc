#include "normalize/normalize.h"

#include "normalize/characters.h"
#include "normalize/mojibake.h"
#include "normalize/nfc.h"
#include "normalize/scan.h"

namespace koppel::text {
namespace {

constexpr std::string_view kMojibake = "mojibake";
constexpr std::string_view kNfc = "nfc";

std::vector<std::string> RuleNames() {
  std::vector<std::string> names{std::string(kMojibake), std::string(kNfc)};
  for (const std::string_view rule : kCharacterRules) names.emplace_back(rule);
  return names;
}

}  // namespace

void Normalize::Declare(ParamSpec<Params>& spec) {
  spec.Field("skip", &Params::skip, "Rules that are not applied.").OneOf(RuleNames());
}

Normalize::Normalize(Params params) : skip_(params.skip.begin(), params.skip.end()) {}

// Each stage sees what the one before has made: a mended character may be a no-break space, and one
// that is left may compose with its neighbour.
Status Normalize::Process(Document& document, Context& context) {
  if (FindSuspect(document.text(), 0) == document.text().size()) return Ok();
  Edits edits;
  if (skip_.count(kMojibake) == 0) {
    MendMojibake(document.text(), kMojibake, edits);
    KOPPEL_RETURN_IF_ERROR(document.Apply(edits, context.step()));
    edits.Clear();
  }
  const CharacterRules rules([&](std::string_view rule) { return skip_.count(rule) == 0; });
  rules.Apply(document.text(), edits);
  KOPPEL_RETURN_IF_ERROR(document.Apply(edits, context.step()));
  edits.Clear();
  if (skip_.count(kNfc) == 0) {
    KOPPEL_RETURN_IF_ERROR(Compose(document.text(), kNfc, edits));
    KOPPEL_RETURN_IF_ERROR(document.Apply(edits, context.step()));
  }
  return Ok();
}

}  // namespace koppel::text
