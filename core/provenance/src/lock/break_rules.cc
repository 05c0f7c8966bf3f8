#include "lock/break_rules.h"

#include <unicode/brkiter.h>
#include <unicode/rbbi.h>
#include <unicode/ures.h>

#include <memory>
#include <set>
#include <vector>

#include "koppel/io.h"

namespace koppel::internal {
namespace {

using MakeIterator = icu::BreakIterator* (*)(const icu::Locale&, UErrorCode&);

struct Kind {
  const char* name;
  MakeIterator make;
};
constexpr Kind kKinds[] = {{"word", &icu::BreakIterator::createWordInstance},
                           {"sentence", &icu::BreakIterator::createSentenceInstance},
                           {"line", &icu::BreakIterator::createLineInstance}};

// Empty where there is none.
std::string DigestOfRules(const Kind& kind, const icu::Locale& locale) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> iterator(kind.make(locale, error));
  const auto* rules = dynamic_cast<const icu::RuleBasedBreakIterator*>(iterator.get());
  if (U_FAILURE(error) || rules == nullptr) return {};
  std::string text;
  rules->getRules().toUTF8String(text);
  return Hex(Sha256(text));
}

// Locales that the data of break iterators know.
std::set<std::string> Locales() {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UEnumeration, decltype(&uenum_close)> names(
      ures_openAvailableLocales(U_ICUDATA_NAME U_TREE_SEPARATOR_STRING "brkitr", &error),
      &uenum_close);
  std::set<std::string> locales;
  while (U_SUCCESS(error)) {
    const char* name = uenum_next(names.get(), nullptr, &error);
    if (name == nullptr) break;
    locales.insert(name);
  }
  return locales;
}

}  // namespace

std::map<std::string, std::string> BreakRuleDigests() {
  std::map<std::string, std::string> digests;
  const std::set<std::string> locales = Locales();
  for (const Kind& kind : kKinds) {
    const std::string root = DigestOfRules(kind, icu::Locale::getRoot());
    digests[kind.name] = root;
    for (const std::string& name : locales) {
      const std::string own = DigestOfRules(kind, icu::Locale(name.c_str()));
      if (own != root) digests[std::string(kind.name) + ' ' + name] = own;
    }
  }
  return digests;
}

}  // namespace koppel::internal
