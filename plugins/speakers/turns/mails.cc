#include "turns/mails.h"

namespace koppel::speakers {

namespace {

// The word behind "Key:" if the line starts with a key of the list, else 0.
std::size_t ValueOf(List list, const Words& words, const Line& line, const Lexicon& lexicon) {
  const std::size_t n = lexicon.Match(list, words, line.first);
  return n > 0 && words.IsMark(line.first + n, ":") ? line.first + n + 1 : 0;
}

bool IsHeader(const Words& words, const Line& line, const Lexicon& lexicon) {
  return ValueOf(List::kMailFrom, words, line, lexicon) > 0 ||
         ValueOf(List::kMailTo, words, line, lexicon) > 0 ||
         ValueOf(List::kMailHeader, words, line, lexicon) > 0;
}

std::optional<Mail> ReadHeader(const Words& words, const std::vector<Line>& lines,
                               std::size_t first, const Lexicon& lexicon) {
  Mail mail;
  mail.first_line = first;
  bool sender = false;
  std::size_t k = first;
  for (; k < lines.size() && lines[k].depth == lines[first].depth &&
         IsHeader(words, lines[k], lexicon);
       ++k) {
    std::size_t end = 0;
    if (const std::size_t from = ValueOf(List::kMailFrom, words, lines[k], lexicon)) {
      sender = true;
      mail.from = MatchAddress(words, from, lexicon, end);
    } else if (const std::size_t to = ValueOf(List::kMailTo, words, lines[k], lexicon)) {
      if (auto who = MatchAddress(words, to, lexicon, end)) mail.to.push_back(std::move(*who));
    }
  }
  if (!sender || k < first + 2) return std::nullopt;
  mail.body_line = k;
  return mail;
}

}  // namespace

std::vector<Mail> FindMails(const Words& words, const std::vector<Line>& lines,
                            const Lexicon& lexicon) {
  std::vector<Mail> mails;
  for (std::size_t k = 0; k < lines.size(); ++k) {
    if (!IsHeader(words, lines[k], lexicon)) continue;
    std::optional<Mail> mail = ReadHeader(words, lines, k, lexicon);
    if (!mail) continue;
    if (!mails.empty()) mails.back().last_line = k;
    mail->last_line = lines.size();
    k = mail->body_line - 1;
    mails.push_back(std::move(*mail));
  }
  return mails;
}

}  // namespace koppel::speakers
