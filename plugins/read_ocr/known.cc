#include "known.h"

#include <algorithm>
#include <unordered_map>

#include "koppel/utf8.h"
#include "words.h"

namespace koppel::read_ocr {
namespace {

bool InWord(char32_t c) { return IsLetter(c) || IsDigit(c); }

// Bytes of marks before the first letter or digit of a text, all of it if there is none.
std::size_t MarksBefore(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const CodePoint c = DecodeAt(text, at);
    if (InWord(c.value)) break;
    at += c.size;
  }
  return at;
}

std::size_t MarksAfter(std::string_view text) {
  std::size_t end = text.size();
  while (end > 0) {
    const CodePoint c = DecodeBefore(text, end);
    if (InWord(c.value)) break;
    end -= c.size;
  }
  return text.size() - end;
}

BrokenPair MakePair(const Composed& composed, std::uint32_t first, std::uint32_t second) {
  BrokenPair pair{
      first, second, composed.words[first].word->text, composed.words[second].word->text,
      {},    false};
  const std::string& whole = composed.words[first].word->whole;
  const std::string_view before = pair.left.substr(0, MarksBefore(pair.left));
  const std::string_view after = pair.right.substr(pair.right.size() - MarksAfter(pair.right));
  pair.left.remove_prefix(before.size());
  pair.left.remove_suffix(HyphenAtEnd(pair.left));
  pair.right.remove_suffix(after.size());
  // Programs differ in whether the whole word has the quotes and commas that its halves have.
  if (MarksBefore(whole) == 0) pair.word += before;
  pair.word += whole;
  if (MarksAfter(whole) == 0) pair.word += after;
  const std::string_view bare = std::string_view(whole).substr(MarksBefore(whole));
  pair.hyphenated = bare.size() > pair.left.size() && bare[pair.left.size()] == '-' &&
                    bare.starts_with(pair.left);
  return pair;
}

void ReplaceWord(Span span, std::string_view old, std::string_view word, Edits& edits) {
  std::size_t head = 0, tail = 0;
  const std::size_t shorter = std::min(old.size(), word.size());
  while (head < shorter && old[head] == word[head]) ++head;
  while (!OnBoundary(old, head) || !OnBoundary(word, head)) --head;
  while (tail < shorter - head && old[old.size() - 1 - tail] == word[word.size() - 1 - tail])
    ++tail;
  while (!OnBoundary(old, old.size() - tail) || !OnBoundary(word, word.size() - tail)) --tail;
  if (head == old.size() && head == word.size()) return;
  // What is merely inserted at an end would fall outside the annotations of the word.
  if (head + tail == old.size() && tail > 0) {
    tail -= DecodeAt(old, head).size;
  } else if (head == old.size() && head > 0) {
    head -= DecodeBefore(old, head).size;
  }
  edits.Replace(
      {span.begin + static_cast<std::uint32_t>(head), span.end - static_cast<std::uint32_t>(tail)},
      word.substr(head, word.size() - head - tail), kKnownWordRule);
}

// Takes runs of words out of a line with the white space that parts them from the rest.
void CutFromLine(const Composed& composed, const PlacedLine& line, const std::vector<bool>& cut,
                 Edits& edits) {
  const auto& words = composed.words;
  for (std::uint32_t i = line.first; i < line.end; ++i) {
    if (!cut[i]) continue;
    std::uint32_t end = i + 1;
    while (end < line.end && cut[end]) ++end;
    Span span{words[i].span.begin, words[end - 1].span.end};
    if (i == line.first && end == line.end) {
      span = line.span;
    } else if (i == line.first) {
      span.end = words[end].span.begin;
    } else {
      span.begin = words[i - 1].span.end;
    }
    edits.Delete(span, kKnownWordRule);
    i = end;
  }
}

}  // namespace

std::vector<BrokenPair> FindBrokenPairs(const Composed& composed) {
  std::vector<BrokenPair> pairs;
  std::unordered_map<std::string_view, std::uint32_t> waiting;  // first halves by whole word
  for (const PlacedLine& line : composed.lines) {
    if (line.furniture) continue;
    for (std::uint32_t i = line.first; i < line.end; ++i) {
      const ScanWord& word = *composed.words[i].word;
      if (word.half == Half::kNone || word.whole.empty()) continue;
      if (word.half == Half::kFirst) {
        waiting[word.whole] = i;
      } else if (const auto found = waiting.find(word.whole); found != waiting.end()) {
        // Further on, it is a half whose own first half is missing.
        if (composed.words[i].page > composed.words[found->second].page + 1) continue;
        pairs.push_back(MakePair(composed, found->second, i));
        waiting.erase(found);
      }
    }
  }
  return pairs;
}

std::uint32_t KeptHalf(const Composed& composed, const BrokenPair& pair) {
  return composed.words[pair.second].span.size() > composed.words[pair.first].span.size()
             ? pair.second
             : pair.first;
}

void AddWordEdits(const Composed& composed, const std::vector<BrokenPair>& pairs, Edits& edits) {
  if (pairs.empty()) return;
  std::vector<bool> cut(composed.words.size());
  for (const BrokenPair& pair : pairs) {
    const std::uint32_t kept = KeptHalf(composed, pair);
    cut[kept == pair.first ? pair.second : pair.first] = true;
    const Span span = composed.words[kept].span;
    ReplaceWord(span, span.In(composed.text), pair.word, edits);
  }
  for (const PlacedLine& line : composed.lines) CutFromLine(composed, line, cut, edits);
}

}  // namespace koppel::read_ocr
