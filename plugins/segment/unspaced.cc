#include "unspaced.h"

#include <unicode/brkiter.h>
#include <unicode/utext.h>

namespace koppel::segment {

struct UnspacedBreaker::Iterator {
  std::unique_ptr<icu::BreakIterator> words;
};

UnspacedBreaker::UnspacedBreaker() = default;
UnspacedBreaker::~UnspacedBreaker() = default;
UnspacedBreaker::UnspacedBreaker(UnspacedBreaker&&) noexcept = default;
UnspacedBreaker& UnspacedBreaker::operator=(UnspacedBreaker&&) noexcept = default;

const std::vector<std::size_t>& UnspacedBreaker::WordEnds(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  if (!iterator_) {
    iterator_ = std::make_unique<Iterator>();
    iterator_->words.reset(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
  }
  ends_.clear();
  UText utext = UTEXT_INITIALIZER;
  utext_openUTF8(&utext, text.data(), static_cast<std::int64_t>(text.size()), &status);
  if (U_SUCCESS(status)) iterator_->words->setText(&utext, status);
  if (U_SUCCESS(status)) {
    iterator_->words->first();
    for (auto end = iterator_->words->next(); end != icu::BreakIterator::DONE;
         end = iterator_->words->next()) {
      ends_.push_back(static_cast<std::size_t>(end));
    }
  }
  utext_close(&utext);
  if (ends_.empty()) ends_.push_back(text.size());
  return ends_;
}

}  // namespace koppel::segment
