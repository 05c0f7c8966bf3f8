#include "turns/outline.h"

#include <algorithm>

#include "turns/bylines.h"
#include "turns/comments.h"
#include "turns/interning.h"
#include "turns/labels.h"
#include "turns/letters.h"
#include "turns/mails.h"
#include "turns/marked_comments.h"
#include "turns/replies.h"

namespace koppel::speakers {

namespace {

class OutlineReader {
 public:
  OutlineReader(const Words& words, const PageMarks& marks, const Lexicon& lexicon)
      : words_(words),
        marks_(marks),
        lexicon_(lexicon),
        lines_(SplitLines(words, marks, lexicon)) {}

  Outline Read() {
    if (const std::vector<Mail> mails = FindMails(words_, lines_, lexicon_); !mails.empty()) {
      ReadArticle(0, mails.front().first_line);
      for (const Mail& mail : mails) ReadMail(mail);
    } else {
      ReadPage();
    }
    AddBoilerplate();
    SortTurns();
    return std::move(outline_);
  }

 private:
  template <typename Who>
  int Intern(const Who& who) {
    return speakers::Intern(who, words_, outline_.registry);
  }

  TurnDraft& Add(Turn::Kind kind, Span span) {
    outline_.turns.push_back({});
    outline_.turns.back().kind = kind;
    outline_.turns.back().span = span;
    return outline_.turns.back();
  }

  Span LineSpan(std::size_t first, std::size_t last) const {
    return {lines_[first].span.begin, lines_[last - 1].span.end};
  }

  void ReadPage() {
    std::optional<CommentSection> section = FindMarkedComments(words_, lines_, marks_, lexicon_);
    if (!section) section = FindUnmarkedComments();
    const std::size_t end = section ? section->heading : lines_.size();
    KeepHeadings(end);
    const std::vector<LabelledTurn> labelled = FindLabelledTurns(words_, lines_, 0, end, lexicon_);
    if (labelled.empty()) {
      ReadArticle(0, end);
    } else {
      ReadLabelled(labelled, end);
    }
    if (section) ReadComments(*section);
  }

  // Minutes that go on below a heading "Reacties" have no comments there.
  std::optional<CommentSection> FindUnmarkedComments() const {
    std::optional<CommentSection> section = FindComments(words_, lines_, lexicon_);
    if (!section || !HasMinutes(0, section->heading)) return section;
    return HasMinutes(section->heading, lines_.size()) ? std::nullopt : std::move(section);
  }

  bool HasMinutes(std::size_t first, std::size_t last) const {
    const std::vector<LabelledTurn> turns =
        FindLabelledTurns(words_, lines_, first, last, lexicon_);
    return !turns.empty() && turns.front().kind == Turn::Kind::kMinutes;
  }

  // "Reacties" over an ordinary paragraph is a heading of the text.
  void KeepHeadings(std::size_t end) {
    for (std::size_t k = 0; k + 1 < end; ++k) {
      std::size_t count = 0;
      const bool heads_text = lines_[k].heads_comments && !lines_[k + 1].boilerplate &&
                              IsCommentHeading(words_, lines_[k], lexicon_, count) && count == 0;
      if (heads_text) lines_[k].boilerplate = false;
    }
  }

  // --- article ---

  void ReadArticle(std::size_t first, std::size_t last) {
    if (first >= last) return;
    const Authorship authorship = FindAuthorship(words_, lines_, first, last, lexicon_);
    std::vector<bool> taken(last - first, false);
    for (const Byline& byline : authorship.bylines) {
      Add(Turn::Kind::kByline, lines_[byline.line].span);
      taken[byline.line - first] = true;
    }
    MarkBylines(authorship.notes, first, taken);
    const bool named = SetAuthors(authorship, first, last);
    AddNotes(authorship, last);
    AddArticlePieces(taken, first, std::min(last, authorship.notes), named);
  }

  // Lines that hold little else than a marked author are by-lines.
  void MarkBylines(std::size_t last, std::size_t first, std::vector<bool>& taken) {
    for (std::size_t k = first; k < last; ++k) {
      const Line& line = lines_[k];
      if (taken[k - first] || line.size() > kLongestByline ||
          FirstIn(line.span, marks_.authors).empty())
        continue;
      Add(Turn::Kind::kByline, line.span);
      taken[k - first] = true;
    }
  }

  // Returns whether mark-up, a by-line or the introduction names them, rather than a note below the
  // article.
  bool SetAuthors(const Authorship& authorship, std::size_t first, std::size_t last) {
    std::vector<int> authors;
    const auto add_person = [&](int person) {
      if (std::find(authors.begin(), authors.end(), person) == authors.end())
        authors.push_back(person);
    };
    const auto add = [&](const Name& name) { add_person(Intern(name)); };
    for (const Name& name : authorship.introduced) add(name);
    for (const Byline& byline : authorship.bylines) {
      for (const Name& name : byline.authors) add(name);
    }
    if (authors.empty()) {
      const std::vector<int> marked =
          InternAuthors(marks_, LineSpan(first, last), words_, lexicon_, outline_.registry);
      for (const int person : marked) add_person(person);
    }
    const bool named = !authors.empty();
    for (const Bio& bio : authorship.bios) {
      if (named) {
        Intern(bio.about);
      } else {
        add(bio.about);
      }
    }
    author_ = Group(authors);
    return named;
  }

  int Group(const std::vector<int>& people) {
    if (people.size() < 2) return people.empty() ? kNobody : people.front();
    std::string label;
    for (const int person : people) {
      if (!label.empty()) label += "; ";
      label += outline_.registry[person].name;
    }
    return outline_.registry.InternLabel(label, outline_.registry[people.front()].first,
                                         Entity::Kind::kGroup);
  }

  // Bios, and what the editors say below them.
  void AddNotes(const Authorship& authorship, std::size_t last) {
    for (const Bio& bio : authorship.bios) Add(Turn::Kind::kBio, bio.span);
    for (std::size_t k = authorship.notes; k < last; ++k) {
      const bool bio = std::any_of(authorship.bios.begin(), authorship.bios.end(),
                                   [&](const Bio& b) { return b.span.Overlaps(lines_[k].span); });
      if (!bio && !lines_[k].boilerplate) Add(Turn::Kind::kByline, lines_[k].span);
    }
  }

  void AddArticlePieces(const std::vector<bool>& taken, std::size_t first, std::size_t last,
                        bool named) {
    for (std::size_t k = first; k < last;) {
      std::size_t end = k;
      while (end < last && !lines_[end].boilerplate && !taken[end - first]) ++end;
      if (end > k) {
        TurnDraft& turn = Add(Turn::Kind::kArticle, LineSpan(k, end));
        turn.speaker = author_;
        turn.inferred = !named;
        turn.confidence = author_ == kNobody ? 0 : named ? 0.98 : 0.9;
      }
      k = std::max(end, k + 1);
    }
  }

  // --- minutes and interviews ---

  void ReadLabelled(const std::vector<LabelledTurn>& labelled, std::size_t end) {
    const bool minutes = labelled.front().kind == Turn::Kind::kMinutes;
    const Authorship authorship = FindAuthorship(words_, lines_, 0, end, lexicon_);
    const std::uint32_t notes = authorship.notes < end
                                    ? lines_[authorship.notes].span.begin
                                    : static_cast<std::uint32_t>(words_.text().size());
    if (!minutes) {
      const std::uint32_t begin = words_[labelled.front().first].span.begin;
      std::size_t top = 0;
      while (top < end && lines_[top].span.begin < begin) ++top;
      ReadArticle(0, top);
      SetAuthors(authorship, 0, end);
      AddNotes(authorship, end);
    }
    for (const LabelledTurn& turn : labelled) AddLabelled(turn, minutes ? ~0U : notes);
  }

  void AddLabelled(const LabelledTurn& labelled, std::uint32_t limit) {
    Span span = words_.Cover(labelled.first, std::max(labelled.last, labelled.body));
    if (span.begin >= limit) return;
    for (std::size_t last = labelled.last; span.end > limit && last > labelled.body; --last) {
      span.end = words_[last - 1].span.end;
    }
    const int speaker = labelled.label.empty() ? kNobody : LabelSpeaker(labelled);
    TurnDraft& turn = Add(labelled.kind, span);
    turn.speaker = speaker;
    turn.confidence = 0.98;
  }

  int LabelSpeaker(const LabelledTurn& turn) {
    const std::string label = words_.Join(turn.first, turn.body - 1);
    const std::size_t length = turn.body - 1 - turn.first;
    const bool letter = lexicon_.Match(List::kQuestion, words_, turn.first) == length ||
                        lexicon_.Match(List::kAnswer, words_, turn.first) == length;
    if (!turn.name || letter) {
      const bool anonymous = lexicon_.Match(List::kAnonymous, words_, turn.first) > 0;
      const int person = outline_.registry.InternLabel(
          label, turn.label, anonymous ? Entity::Kind::kAnonymous : Entity::Kind::kRole);
      outline_.registry.AddMention(turn.label, person, Mention::Form::kRole);
      return person;
    }
    const int person = Intern(*turn.name);
    outline_.registry.NameByLabel(person, label);
    return person;
  }

  // --- mails ---

  void ReadMail(const Mail& mail) {
    const int from = mail.from ? Intern(*mail.from) : kNobody;
    std::vector<int> to;
    for (const Address& who : mail.to) to.push_back(Intern(who));
    if (mail.body_line >= mail.last_line) return;
    const std::size_t body = lines_[mail.body_line].first;
    const auto signature =
        FindSignature(words_, lines_, mail.body_line, mail.last_line, body, lexicon_);
    const std::size_t end = signature ? signature->first_line : mail.last_line;
    TurnDraft& turn =
        Add(Turn::Kind::kEmail, LineSpan(mail.first_line, std::max(end, mail.body_line)));
    turn.speaker = from;
    turn.addressees = to;
    turn.confidence = 0.99;
    if (signature) AddSignature(*signature, mail.last_line, from);
  }

  void AddSignature(const Signature& signature, std::size_t last_line, int speaker) {
    Span span = LineSpan(signature.first_line, last_line);
    span.begin = words_[signature.first_word].span.begin;
    TurnDraft& turn = Add(Turn::Kind::kSignature, span);
    turn.speaker = speaker;
    turn.confidence = 0.98;
  }

  // --- comments ---

  void ReadComments(const CommentSection& section) {
    Replies replies(author_, outline_.registry);
    for (const Comment& comment : section.comments) ReadComment(comment, replies);
    replies.Resolve(outline_.turns);
  }

  void ReadComment(const Comment& comment, Replies& replies) {
    const auto salutation = MatchSalutation(words_, comment.body, lexicon_);
    auto signature = FindSignature(words_, lines_, comment.first_line, comment.last_line,
                                   comment.body, lexicon_);
    Post post;
    if (comment.label) post.speaker = Intern(*comment.label);
    // "Verwijderen" below a comment that names its writer is no signature.
    if (post.speaker != kNobody && signature && !signature->closing &&
        !IsNamed(*signature->who, post.speaker))
      signature.reset();
    if (signature && signature->who && post.speaker == kNobody)
      post.speaker = Intern(*signature->who);
    if (!salutation) {
      const auto greeted = MatchGreeted(words_, comment.body, lexicon_);
      if (greeted && outline_.registry.FindLabel(greeted->span.In(words_.text())) != kNobody)
        post.greeted.push_back(*greeted);
    } else {
      for (const Address& who : salutation->people) post.greeted.push_back(who);
      post.thanks = lexicon_.Match(List::kThanks, words_, salutation->end) > 0;
    }
    const std::size_t end =
        signature ? std::max(signature->first_line, comment.first_line + 1) : comment.last_line;
    TurnDraft& turn = Add(Turn::Kind::kComment, LineSpan(comment.first_line, end));
    turn.ordinal = comment.ordinal;
    turn.speaker = post.speaker;
    turn.confidence = comment.label || (signature && signature->closing) ? 0.98 : 0.9;
    post.turn = static_cast<int>(outline_.turns.size()) - 1;
    if (signature) AddSignature(*signature, comment.last_line, post.speaker);
    replies.Add(std::move(post), words_);
  }

  bool IsNamed(const Address& who, int person) {
    return who.name && outline_.registry.Find(*who.name) == person;
  }

  // --- all ---

  void AddBoilerplate() {
    for (const Line& line : lines_) {
      if (line.boilerplate) Add(Turn::Kind::kBoilerplate, line.span);
    }
  }

  // By place; the indexes in reply_to follow.
  void SortTurns() {
    std::vector<int> order(outline_.turns.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = static_cast<int>(i);
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
      return outline_.turns[static_cast<std::size_t>(a)].span.begin <
             outline_.turns[static_cast<std::size_t>(b)].span.begin;
    });
    std::vector<int> place(order.size());
    std::vector<TurnDraft> sorted;
    for (std::size_t i = 0; i < order.size(); ++i) {
      place[static_cast<std::size_t>(order[i])] = static_cast<int>(i);
      sorted.push_back(std::move(outline_.turns[static_cast<std::size_t>(order[i])]));
    }
    for (TurnDraft& turn : sorted) {
      if (turn.reply_to >= 0) turn.reply_to = place[static_cast<std::size_t>(turn.reply_to)];
    }
    outline_.turns = std::move(sorted);
  }

  const Words& words_;
  const PageMarks& marks_;
  const Lexicon& lexicon_;
  std::vector<Line> lines_;
  int author_ = kNobody;
  Outline outline_;
};

}  // namespace

Outline ReadOutline(const Words& words, const PageMarks& marks, const Lexicon& lexicon) {
  return OutlineReader(words, marks, lexicon).Read();
}

}  // namespace koppel::speakers
