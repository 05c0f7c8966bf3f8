#include "koppel/provenance/determinism.h"

#include <algorithm>
#include <tuple>

namespace koppel {
namespace {

using Entries = std::map<std::string, std::string>;

// What two trials do not agree on.
struct Differing {
  std::size_t count = 0;
  std::string first;
  TrialOutcome outcome;  // of the second one

  void Add(const std::string& name) {
    if (count++ == 0 || name < first) first = name;
  }
};

Differing Compare(const Entries& a, const Entries& b) {
  Differing differing;
  for (const auto& [name, value] : a) {
    const auto other = b.find(name);
    if (other == b.end() || other->second != value) differing.Add(name);
  }
  for (const auto& [name, value] : b) {
    if (!a.contains(name)) differing.Add(name);
  }
  return differing;
}

class Judge {
 public:
  Judge(const Pipeline& pipeline, const Trial& trial)
      : pipeline_(pipeline), trial_(trial), whole_{{}, pipeline.steps.size(), {}, false} {}

  Result<DeterminismReport> Run(const std::vector<Circumstances>& all) {
    DeterminismReport report;
    for (const Circumstances& circumstances : all) {
      Result<Differing> differing = Differ(circumstances, whole_);
      if (!differing.ok()) return std::move(differing).status();
      if (differing->count == 0) {
        report.same.push_back(circumstances);
        continue;
      }
      Result<const Step*> step = Accuse(circumstances, differing->outcome);
      if (!step.ok()) return std::move(step).status();
      report.dependences.push_back({circumstances, *step, differing->count, differing->first});
    }
    Result<TrialOutcome> plain = Plain(whole_);
    if (!plain.ok()) return std::move(plain).status();
    report.documents = plain->documents.size();
    return report;
  }

 private:
  // Of each excerpt once: most are asked for under several circumstances.
  Result<TrialOutcome> Plain(const Excerpt& excerpt) {
    const auto key = std::tuple(excerpt.reader, excerpt.steps, excerpt.writer, excerpt.no_writers);
    const auto known = plain_.find(key);
    if (known != plain_.end()) return known->second;
    Result<TrialOutcome> outcome = trial_(Circumstances{}, excerpt);
    if (outcome.ok()) plain_.emplace(key, *outcome);
    return outcome;
  }

  // Documents that differ from a plain run; where none do, files.
  Result<Differing> Differ(const Circumstances& circumstances, const Excerpt& excerpt) {
    Result<TrialOutcome> plain = Plain(excerpt);
    if (!plain.ok()) return std::move(plain).status();
    Result<TrialOutcome> other = trial_(circumstances, excerpt);
    if (!other.ok()) return std::move(other).status();
    Differing differing = Compare(plain->documents, other->documents);
    // A file holds the documents in their order.
    if (differing.count == 0 && !circumstances.backwards)
      differing = Compare(plain->files, other->files);
    differing.outcome = *std::move(other);
    return differing;
  }

  static constexpr int kRepeats = 2;
  static constexpr int kTries = 3;
  static constexpr int kTriesToClear = 12;

  // Whether the trials that differed come out the same when they are repeated. With threads they
  // may do so twice and not the third time.
  Status AskChance(const Circumstances& circumstances, const TrialOutcome& outcome) {
    Result<TrialOutcome> plain = Plain(whole_);
    if (!plain.ok()) return std::move(plain).status();
    chance_ = circumstances.threads > 1;
    for (int i = 0; i < kRepeats && !chance_; ++i) {
      Result<bool> same = ComesOut(circumstances, outcome);
      if (same.ok() && *same) same = ComesOut({}, *plain);
      if (!same.ok()) return std::move(same).status();
      chance_ = !*same;
    }
    return Ok();
  }

  Result<bool> ComesOut(const Circumstances& circumstances, const TrialOutcome& expected) {
    Result<TrialOutcome> outcome = trial_(circumstances, whole_);
    if (!outcome.ok()) return std::move(outcome).status();
    return *outcome == expected;
  }

  // The step that a difference lies on. While one hangs on chance and should not, it is no use to
  // look for what else might: it is in every trial.
  Result<const Step*> Accuse(const Circumstances& circumstances, const TrialOutcome& outcome) {
    KOPPEL_RETURN_IF_ERROR(AskChance(circumstances, outcome));
    const bool by_chance = chance_ && circumstances.threads == 1;
    if (by_chance && by_chance_) return by_chance_;
    Result<const Step*> step = FirstStep(circumstances);
    if (by_chance && step.ok() && *step && (*step)->component->deterministic) by_chance_ = *step;
    return step;
  }

  // What hangs on chance, or on the order in which threads come by, does not show every time.
  Result<bool> DiffersEver(const Circumstances& circumstances, const Excerpt& excerpt,
                           int tries = kTries) {
    for (int i = 0; i < (chance_ ? tries : 1); ++i) {
      Result<Differing> differing = Differ(circumstances, excerpt);
      if (!differing.ok()) return std::move(differing).status();
      if (differing->count > 0) return true;
    }
    return false;
  }

  // Null where the difference does not show again.
  Result<const Step*> FirstStep(const Circumstances& circumstances) {
    // The smallest number of steps after which it shows lies from `low` to `high`; one more than
    // there are: only in what writers make of the documents.
    std::size_t low = 0, high = pipeline_.steps.size() + 1;
    while (low < high) {
      const std::size_t middle = low + (high - low) / 2;
      Result<bool> shows = DiffersEver(circumstances, {{}, middle, {}, true});
      if (!shows.ok()) return std::move(shows).status();
      *shows ? high = middle : low = middle + 1;
    }
    Result<std::size_t> sure = Clear(circumstances, low);
    if (!sure.ok()) return std::move(sure).status();
    low = *sure;
    if (low == 0) return FirstReader(circumstances);
    if (low > pipeline_.steps.size()) return FirstWriter(circumstances);
    return &pipeline_.steps[low - 1];
  }

  // Before a step is accused, those before it are tried once more, and often: a difference that
  // shows only now and then may have hidden.
  Result<std::size_t> Clear(const Circumstances& circumstances, std::size_t accused) {
    while (chance_ && accused > 0) {
      Result<bool> shows = DiffersEver(circumstances, {{}, accused - 1, {}, true}, kTriesToClear);
      if (!shows.ok()) return std::move(shows).status();
      if (!*shows) break;
      --accused;
    }
    return accused;
  }

  Result<const Step*> FirstReader(const Circumstances& circumstances) {
    return FirstOf(circumstances, pipeline_.readers, [](std::size_t i) {
      return Excerpt{i, 0, {}, true};
    });
  }

  Result<const Step*> FirstWriter(const Circumstances& circumstances) {
    return FirstOf(circumstances, pipeline_.writers, [this](std::size_t i) {
      return Excerpt{{}, pipeline_.steps.size(), i, false};
    });
  }

  template <class Make>
  Result<const Step*> FirstOf(const Circumstances& circumstances, const std::vector<Step>& list,
                              Make excerpt) {
    for (std::size_t i = 0; i < list.size(); ++i) {
      Result<bool> shows = DiffersEver(circumstances, excerpt(i));
      if (!shows.ok()) return std::move(shows).status();
      if (*shows) return &list[i];
    }
    return nullptr;
  }

  const Pipeline& pipeline_;
  const Trial& trial_;
  const Excerpt whole_;
  bool chance_ = false;              // under the circumstances that are looked into
  const Step* by_chance_ = nullptr;  // declares itself deterministic, and is not with one thread
  std::map<std::tuple<std::optional<std::size_t>, std::size_t, std::optional<std::size_t>, bool>,
           TrialOutcome>
      plain_;
};

}  // namespace

std::vector<Circumstances> UsualCircumstances() {
  const auto with = [](std::string name, auto change) {
    Circumstances circumstances{std::move(name)};
    change(circumstances);
    return circumstances;
  };
  using C = Circumstances;
  return {
      with("nothing changed", [](C&) {}),
      with("2 threads", [](C& c) { c.threads = 2; }),
      with("8 threads", [](C& c) { c.threads = 8; }),
      with("the files in reverse order", [](C& c) { c.backwards = true; }),
      with("locale de_DE", [](C& c) { c.locale = "de_DE.UTF-8"; }),
      with("locale tr_TR", [](C& c) { c.locale = "tr_TR.UTF-8"; }),
      with("time zone Pacific/Kiritimati", [](C& c) { c.time_zone = "Pacific/Kiritimati"; }),
      with("time zone America/St_Johns", [](C& c) { c.time_zone = "America/St_Johns"; }),
      with("memory in other places", [](C& c) { c.other_memory = true; }),
      with("its work in small parts, used again", [](C& c) { c.kept = true; }),
  };
}

bool DeterminismReport::good() const {
  return std::all_of(dependences.begin(), dependences.end(),
                     [](const Dependence& dependence) { return dependence.excused(); });
}

Result<DeterminismReport> CheckDeterminism(const Pipeline& pipeline,
                                           const std::vector<Circumstances>& all,
                                           const Trial& trial) {
  return Judge(pipeline, trial).Run(all);
}

}  // namespace koppel
