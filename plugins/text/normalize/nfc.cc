#include "normalize/nfc.h"

#include <unicode/bytestream.h>
#include <unicode/edits.h>
#include <unicode/normalizer2.h>

#include <string>

#include "lines/characters.h"
#include "normalize/scan.h"

namespace koppel::text {
namespace {

std::uint32_t Offset(std::int32_t icu) { return static_cast<std::uint32_t>(icu); }

void Copy(const icu::Edits& changes, std::string_view composed, std::string_view rule,
          Edits& edits) {
  UErrorCode error = U_ZERO_ERROR;
  auto change = changes.getFineChangesIterator();
  while (change.next(error) != 0) {
    const std::uint32_t begin = Offset(change.sourceIndex());
    edits.Replace({begin, begin + Offset(change.oldLength())},
                  composed.substr(Offset(change.destinationIndex()), Offset(change.newLength())),
                  rule);
  }
}

// Nothing below U+0300 has another normal form or composes with what stands before it.
constexpr char32_t kFirstMark = 0x300;

bool MayCompose(std::string_view text) {
  for (std::size_t pos = FindSuspect(text, 0); pos < text.size(); pos = FindSuspect(text, pos)) {
    const Character c = CharacterAt(text, pos);
    if (c.code >= kFirstMark) return true;
    pos += c.size;
  }
  return false;
}

}  // namespace

Status Compose(std::string_view text, std::string_view rule, Edits& edits) {
  if (!MayCompose(text)) return Ok();
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(error);
  if (U_FAILURE(error)) return Internal(std::string("ICU has no NFC data: ") + u_errorName(error));
  const icu::StringPiece source(text.data(), static_cast<std::int32_t>(text.size()));
  if (nfc->isNormalizedUTF8(source, error) != 0 && U_SUCCESS(error)) return Ok();
  std::string composed;
  icu::StringByteSink<std::string> sink(&composed, source.size());
  icu::Edits changes;
  nfc->normalizeUTF8(0, source, sink, &changes, error);
  if (U_FAILURE(error)) return Internal(std::string("NFC failed: ") + u_errorName(error));
  Copy(changes, composed, rule, edits);
  return Ok();
}

}  // namespace koppel::text
