#include "koppel/plugin.h"

#include "lexicon_sentiment.h"

namespace koppel::sentiment {
namespace {

constexpr Component kComponents[] = {Describe<LexiconSentiment>("sentiment.lexicon")};

}  // namespace
}  // namespace koppel::sentiment

KOPPEL_PLUGIN("sentiment", "0.1.0", "Apache-2.0", koppel::sentiment::kComponents)
