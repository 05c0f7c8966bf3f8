#include "lexicon/word_list.h"

#include <algorithm>
#include <fstream>
#include <functional>
#include <iterator>
#include <utility>

namespace koppel::text {
namespace {

std::size_t PowerOfTwoAbove(std::size_t n) {
  std::size_t power = 16;
  while (power <= n) power *= 2;
  return power;
}

}  // namespace

std::unique_ptr<WordList> WordList::Load(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return nullptr;
  return std::make_unique<WordList>(std::string{std::istreambuf_iterator<char>(file), {}});
}

WordList::WordList(std::string words) : words_(std::move(words)) {
  if (!words_.empty() && words_.back() != '\n') words_.push_back('\n');
  const auto lines = static_cast<std::size_t>(std::count(words_.begin(), words_.end(), '\n'));
  slots_.resize(PowerOfTwoAbove(lines * 3 / 2));
  for (std::size_t begin = 0; begin < words_.size();) {
    const auto offset = static_cast<std::uint32_t>(begin);
    const std::string_view word = WordAt(offset);
    begin += word.size() + 1;
    std::uint32_t& slot = slots_[Find(word)];
    if (word.empty() || slot != 0) continue;
    slot = offset + 1;
    ++size_;
  }
}

std::string_view WordList::WordAt(std::uint32_t offset) const {
  const std::size_t end = words_.find('\n', offset);
  return std::string_view(words_).substr(offset, end - offset);
}

std::size_t WordList::Find(std::string_view word) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t i = std::hash<std::string_view>{}(word)&mask;
  while (slots_[i] != 0) {
    const std::string_view there = std::string_view(words_).substr(slots_[i] - 1);
    if (there.size() > word.size() && there[word.size()] == '\n' &&
        there.substr(0, word.size()) == word) {
      break;
    }
    i = (i + 1) & mask;
  }
  return i;
}

bool WordList::Contains(std::string_view word) const { return slots_[Find(word)] != 0; }

}  // namespace koppel::text
