#include "turns/replies.h"

#include <algorithm>
#include <string>

#include "turns/outline.h"

namespace koppel::speakers {

namespace {

// How far back an answer is looked for: threads of comments are short, texts made to be slow are
// not.
constexpr std::size_t kReach = 200;

constexpr double kGreetedByName =
    0.75;  // an unsigned post that the next one answers by name and thanks for
constexpr double kGreetedOnly = 0.6;
constexpr double kAnswersBack = 0.7;  // an unsigned post that greets who greeted somebody before

std::string NumberSign(std::int64_t ordinal) {
  std::string sign(1, '#');
  return sign.append(std::to_string(ordinal));
}

}  // namespace

void Replies::Add(Post post, const Words& words) {
  for (const Address& who : post.greeted) {
    const int person =
        who.name ? registry_.Intern(*who.name,
                                    words.Join(words.At(who.name->bare.begin), who.name->last))
                 : registry_.InternLabel(who.span.In(words.text()), who.span, who.kind);
    registry_.AddMention(
        who.span, person,
        who.name && who.name->lone ? Mention::Form::kForename : Mention::Form::kFull);
    post.addressees.push_back(person);
  }
  posts_.push_back(std::move(post));
}

int Replies::LastPostBy(int person, std::size_t before) const {
  for (std::size_t i = before; i > 0 && before - i < kReach; --i) {
    if (posts_[i - 1].speaker == person) return static_cast<int>(i - 1);
  }
  return -1;
}

int Replies::NearestUnsigned(std::size_t before) const {
  for (std::size_t i = before; i > 0 && before - i < kReach; --i) {
    if (posts_[i - 1].speaker == kNobody) return static_cast<int>(i - 1);
  }
  return -1;
}

void Replies::InferSpeaker(std::size_t i, std::vector<TurnDraft>& turns) {
  Post& post = posts_[i];
  if (post.speaker != kNobody || post.addressees.empty()) return;
  const int asked = LastPostBy(post.addressees.front(), i);
  if (asked < 0 || posts_[static_cast<std::size_t>(asked)].addressees.empty()) return;
  post.speaker = posts_[static_cast<std::size_t>(asked)].addressees.front();
  TurnDraft& turn = turns[static_cast<std::size_t>(post.turn)];
  turn.inferred = true;
  turn.confidence = kAnswersBack;
}

void Replies::ResolvePost(std::size_t i, std::vector<TurnDraft>& turns) {
  InferSpeaker(i, turns);
  Post& post = posts_[i];
  TurnDraft& turn = turns[static_cast<std::size_t>(post.turn)];
  turn.addressees = post.addressees;
  for (const int person : post.addressees) {
    int answered = LastPostBy(person, i);
    if (answered < 0 && person == author_) {
      const auto article = std::find_if(turns.begin(), turns.end(), [](const TurnDraft& t) {
        return t.kind == Turn::Kind::kArticle;
      });
      if (article != turns.end()) turn.reply_to = static_cast<int>(article - turns.begin());
      continue;
    }
    if (answered < 0) {
      answered = NearestUnsigned(i);
      if (answered < 0) continue;
      Post& unsigned_post = posts_[static_cast<std::size_t>(answered)];
      unsigned_post.speaker = person;
      turns[static_cast<std::size_t>(unsigned_post.turn)].inferred = true;
      turns[static_cast<std::size_t>(unsigned_post.turn)].confidence =
          post.thanks ? kGreetedByName : kGreetedOnly;
    }
    turn.reply_to = posts_[static_cast<std::size_t>(answered)].turn;
  }
}

void Replies::Resolve(std::vector<TurnDraft>& turns) {
  for (std::size_t i = 0; i < posts_.size(); ++i) ResolvePost(i, turns);
  for (Post& post : posts_) {
    TurnDraft& turn = turns[static_cast<std::size_t>(post.turn)];
    if (post.speaker == kNobody) {
      const Span start{turn.span.begin, turn.span.begin};
      post.speaker =
          registry_.InternLabel(NumberSign(turn.ordinal), start, Entity::Kind::kAnonymous);
      turn.confidence = 1;
    }
    turn.speaker = post.speaker;
  }
}

}  // namespace koppel::speakers
