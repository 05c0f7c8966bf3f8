// Who answers whom among comments, and whose an unsigned comment is because somebody answers it by
// name.
#pragma once

#include <vector>

#include "people/registry.h"
#include "turns/letters.h"

namespace koppel::speakers {

struct TurnDraft;

struct Post {
  int turn = -1;                 // its draft
  int speaker = kNobody;         // by label or signature
  std::vector<Address> greeted;  // as named in the salutation
  std::vector<int> addressees;   // set by Replies::Add
  bool thanks = false;           // thanks for a reaction follow the salutation
};

class Replies {
 public:
  // `author`: of the article, or kNobody.
  Replies(int author, Registry& registry) : author_(author), registry_(registry) {}

  // Posts in the order of the page.
  void Add(Post post, const Words& words);

  // Sets speaker, addressees and reply_to of the posts' turns:
  // - a greeted name answers that person's last post before, else the article if the person wrote
  // it;
  // - a name that no earlier post carries is taken to be the writer of the nearest unsigned post
  // before;
  // - an unsigned post that greets X is by whom X greeted last, if X did so in an earlier post;
  // - what stays unsigned is by an anonymous person called "#<ordinal>".
  void Resolve(std::vector<TurnDraft>& turns);

 private:
  void ResolvePost(std::size_t i, std::vector<TurnDraft>& turns);
  void InferSpeaker(std::size_t i, std::vector<TurnDraft>& turns);
  int LastPostBy(int person, std::size_t before) const;
  int NearestUnsigned(std::size_t before) const;

  const int author_;
  Registry& registry_;
  std::vector<Post> posts_;
};

}  // namespace koppel::speakers
