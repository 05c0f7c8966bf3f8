#pragma once

#include <cstddef>
#include <cstdint>

// Weights of the evidence about a line-end hyphen, in natural log-odds against the neutral 0.
// Positive counts for the outcome that it is listed under. They were set by hand from the
// reliability of each source; the order of magnitude matters, not the second digit.
namespace koppel::text::weights {

// Join.
inline constexpr double kJoin = 4;  // 97 to 98 of 100 line-end hyphens are joined
inline constexpr double kListed = 4;
inline constexpr double kCompound = 1.5;  // also given to one in ten wrong joins
inline constexpr double kCompoundParts = 1.7;
inline constexpr double kCorpusJoined = 4;
inline constexpr double kDocumentJoined = 2;
inline constexpr std::uint32_t kSettled = 2;  // occurrences that settle it
inline constexpr double kBrokenElsewhere = 2;
inline constexpr double kTwoWords = -3;  // a written hyphen may have stood there
inline constexpr double kLinkingElement = 1.5;
inline constexpr double kForbiddenBreak = -3.3;
inline constexpr double kForeignRight = 3.5;       // against
inline constexpr double kLostContinuation = -100;  // more than any count of the joined form gives
inline constexpr std::size_t kLongWord = 4;        // shorter rests are words by chance
inline constexpr std::size_t kShortWord = 3;
inline constexpr std::size_t kLongestNamePart = 5;

// Keep.
inline constexpr double kCorpusHyphenated = 7;
inline constexpr double kDocumentHyphenated = 3;
// One word breaks at several places, two words at one: of equally many, the hyphen is likelier.
inline constexpr double kBothWays = 0.6;
inline constexpr double kListedHyphen = 8;
inline constexpr double kListedNow = 3.8;  // which says less about an earlier spelling
inline constexpr double kFamily = 2.4;
inline constexpr double kFamilyOfRight = 1;  // common nouns stand behind much
inline constexpr double kFamilyOfBound = 3;  // of a right half that only stands behind hyphens
inline constexpr double kDigit = 14;
inline constexpr double kNumbered = 7;
inline constexpr double kAcronym = 10;
inline constexpr double kAcronymPair = 5.5;
inline constexpr double kInitialism = 6;
inline constexpr double kListedFamily = 2.4;  // and the log-odds of the hyphen in the family
inline constexpr double kCapital = 10;
inline constexpr double kNoSyllable = 7;
inline constexpr double kSingleLetter = 4;
inline constexpr double kRepetition = 3;
inline constexpr double kPrefix = 6;
inline constexpr double kSuffix = 6;
inline constexpr double kVowelCollision = 5.5;
inline constexpr double kCoordination = 6.5;
inline constexpr double kAdjective = 5.5;
inline constexpr double kName = 5;
inline constexpr double kNameParticle = 11;
inline constexpr double kOpenCompound = 5.5;
inline constexpr double kForbiddenWords = 2.5;
inline constexpr double kChain = 6;
inline constexpr double kOtherHyphen = 3.5;  // typesetters break at a hyphen that is there
inline constexpr double kOtherHyphenOfUnknown = 5.5;
inline constexpr double kOldSpelling = 2.6;
inline constexpr double kNameHabit = 6;
inline constexpr double kOldPair = 2.5;
inline constexpr double kOldRepetition = 5.5;
inline constexpr double kOldFamily = 1.5;
inline constexpr double kRelative = 5.5;
inline constexpr double kParticle = 5.5;
inline constexpr double kPrefixOfListed = 2.5;
inline constexpr double kPrefixOfUnknown = 4.5;
inline constexpr std::uint32_t kInUse = 2;        // occurrences that make a right half a word
inline constexpr std::uint32_t kFewestNames = 2;  // hyphenated given names that make a habit
inline constexpr std::uint32_t kManyNames = 4;
inline constexpr double kHabit = 0.9;  // for each such word in a thousand
inline constexpr double kStrongestHabit = 2.3;

// Suspended.
inline constexpr double kConjunction = 9;
inline constexpr double kSuspendedSeen = 2;
inline constexpr double kLeftWord = 1;
inline constexpr double kNoLeftWord = -3;
inline constexpr double kCompoundFollows = 4;
inline constexpr double kNoCompoundFollows = -3;
// Against a plural (industrie-/en as industrieën) where what follows shares its end with the left
// half.
inline constexpr double kSharesEnd = 6;

// Restored letters.
inline constexpr double kRestored = 13;
inline constexpr double kProductive = 15;

inline constexpr double kPerDoubling = 0.7;  // each doubling of a count
inline constexpr double kAbstain = 0;        // an outcome below this is worse than none
inline constexpr double kLookAlike = 0.9;    // least confidence where there may be no hyphen
inline constexpr double kCertain = 0.999;    // of decisions that no evidence competes for
// Of decisions by what stands around a hyphen.
inline constexpr double kDash = 0.95;
inline constexpr double kAddress = 0.95;
inline constexpr double kBrokenAddress = 0.8;

// What a margin between two outcomes is worth. Reasons are not independent, and below the knee
// stand the breaks of which nothing is known but that both halves, or neither, are words: on text
// of other sources 5 to 10 of 100 of these are decided wrongly, and next to none above it.
struct Calibration {
  double margin;
  double log_odds;
};
inline constexpr Calibration kCalibration[] = {
    {0, 0}, {5.2, 2.15}, {5.5, 4.5}, {8, 6.5}, {12, 7.5}};

}  // namespace koppel::text::weights
