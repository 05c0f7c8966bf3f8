// What each finding is about.
#pragma once

#include <cstddef>
#include <limits>
#include <string_view>
#include <vector>

#include "parse.h"
#include "targets.h"
#include "weigh.h"

namespace koppel::sentiment {

inline constexpr std::size_t kNoTarget = std::numeric_limits<std::size_t>::max();

// Marks the words of the targets.
std::vector<bool> MaskOf(const Words& words, const std::vector<TargetAt>& targets);

// Adds the targets of the list at words that no target has yet, and puts all in order.
void FindTargets(const Words& words, const TargetList& list, std::vector<TargetAt>& targets);

// Where a sentence names no target but has a pronoun (zij) or a demonstrative without a noun (die
// zijn …), that stands for the target before it.
void AddReference(const Words& words, const Modifiers& modifiers, std::string_view previous,
                  std::vector<TargetAt>& targets);

// For each finding an index into `targets` (in the order of the sentence), or kNoTarget: the
// nearest in its clause; else the last of an earlier clause, else the first of a later one. What
// only names something bad ("een enquête over overlast") says nothing about a target, nor does a
// clause with a subject of its own ("…, de zaal steenkoud").
std::vector<std::size_t> AssignTargets(const Words& words, const Parse& parse,
                                       const std::vector<Finding>& findings,
                                       const std::vector<TargetAt>& targets,
                                       const Modifiers& modifiers);

}  // namespace koppel::sentiment
