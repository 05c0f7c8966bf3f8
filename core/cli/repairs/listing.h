// Decisions grouped by rule, for a terminal or a script.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "decisions.h"

namespace koppel {

class RepairListing {
 public:
  // Keeps at most `limit` decisions of each rule and counts the rest; 0: keeps all.
  explicit RepairListing(std::size_t limit) : limit_(limit) {}

  void Add(RepairDecision decision);
  bool empty() const { return groups_.empty(); }
  // Rules in alphabetical order, each with count, mean and lowest confidence. Control characters
  // are made visible: they must not reach the terminal.
  std::string Text(bool color) const;

 private:
  struct Group {
    std::uint64_t count = 0, unresolved = 0;
    double sum = 0, lowest = 1;
    std::vector<RepairDecision> shown;
  };

  std::size_t limit_;
  std::map<std::string, Group> groups_;
};

// One line of JSON.
std::string JsonLine(const RepairDecision& decision);

}  // namespace koppel
