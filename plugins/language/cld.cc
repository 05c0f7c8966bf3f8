#include "cld.h"

#include <cstdio>  // compact_lang_det.h names FILE without it

#include <cld2/public/compact_lang_det.h>

namespace koppel::language {

const std::vector<CldLanguage>& CldLanguages() {
  static const std::vector<CldLanguage> kAll = [] {
    std::vector<CldLanguage> all;
    for (int i = 0; i < CLD2::NUM_LANGUAGES; ++i) {
      const auto language = static_cast<CLD2::Language>(i);
      const std::string_view code = CLD2::LanguageCode(language);
      const bool real = language != CLD2::UNKNOWN_LANGUAGE && language != CLD2::TG_UNKNOWN_LANGUAGE;
      if (real && !code.empty()) all.push_back({code, CLD2::LanguageName(language)});
    }
    return all;
  }();
  return kAll;
}

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
