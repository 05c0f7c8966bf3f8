#include "cld.h"

#include <cstdio>  // compact_lang_det.h names FILE without it

#include <cld2/public/compact_lang_det.h>

namespace koppel::language {

CldGuess GuessByCld(std::string_view text) {
  CLD2::Language languages[3] = {};
  int percents[3] = {};
  double scores[3] = {};
  int text_bytes = 0;
  int valid_bytes = 0;
  bool reliable = false;
  // Best effort: short texts get an answer too; how far to trust it is decided by the caller.
  CLD2::ExtDetectLanguageSummaryCheckUTF8(text.data(), static_cast<int>(text.size()), true, nullptr,
                                          CLD2::kCLDFlagBestEffort, languages, percents, scores,
                                          nullptr, &text_bytes, &reliable, &valid_bytes);
  if (languages[0] == CLD2::UNKNOWN_LANGUAGE) return {};
  return {CLD2::LanguageCode(languages[0]), percents[0] / 100.0, reliable};
}

}  // namespace koppel::language
