#include <fmt/format.h>

#include <algorithm>

#include "koppel/diff/run_identity.h"
#include "sequence_diff.h"

namespace koppel {
namespace {

constexpr std::size_t kShownDigest = 12;

std::string Digest(const std::string& sha256) {
  return sha256.empty() ? "not there" : sha256.substr(0, kShownDigest) + "…";
}

// Without the quotes of a text: nl rather than "nl".
std::string Plain(const std::string& json) {
  if (json.size() < 2 || json.front() != '"' || json.find('\\') != json.npos) return json;
  return json.size() == 2 ? json : json.substr(1, json.size() - 2);
}

class Comparison {
 public:
  Comparison(const RunIdentity& a, const RunIdentity& b) : a_(a), b_(b) {}

  std::vector<Cause> Run() {
    CompareSteps();
    if (!a_.program.empty() && !b_.program.empty() && a_.program != b_.program) {
      Add(Cause::Kind::kProgram, {},
          fmt::format("program: {} → {}", Digest(a_.program), Digest(b_.program)));
    }
    ForBoth(a_.versions, b_.versions, [&](const std::string& name, auto* old, auto* now) {
      if (old && now) Add(Cause::Kind::kVersion, {}, fmt::format("{} {} → {}", name, *old, *now));
    });
    return std::move(causes_);
  }

 private:
  void Add(Cause::Kind kind, const std::string& step, std::string what) {
    causes_.push_back({kind, step, std::move(what), false});
  }

  // Calls `tell` with what is different; null: one of them has no such entry.
  template <class Tell>
  static void ForBoth(const std::map<std::string, std::string>& a,
                      const std::map<std::string, std::string>& b, Tell tell) {
    for (const auto& [name, value] : a) {
      const auto other = b.find(name);
      if (other == b.end()) {
        tell(name, &value, static_cast<const std::string*>(nullptr));
      } else if (other->second != value) {
        tell(name, &value, &other->second);
      }
    }
    for (const auto& [name, value] : b)
      if (a.count(name) == 0) tell(name, static_cast<const std::string*>(nullptr), &value);
  }

  void CompareSteps() {
    std::map<std::string_view, std::uint32_t> known;
    const auto number = [&](const std::vector<StepFacts>& steps) {
      std::vector<std::uint32_t> numbers;
      for (const StepFacts& step : steps)
        numbers.push_back(
            known.emplace(step.id, static_cast<std::uint32_t>(known.size())).first->second);
      return numbers;
    };
    const auto numbers_a = number(a_.steps), numbers_b = number(b_.steps);
    std::size_t i = 0, j = 0;
    for (const internal::Replaced& replaced : internal::DiffSequences(numbers_a, numbers_b)) {
      for (; i < replaced.a_begin; ++i, ++j) CompareStep(a_.steps[i], b_.steps[j]);
      for (; i < replaced.a_end; ++i) TellOnly(a_.steps[i], b_.steps, "A");
      for (; j < replaced.b_end; ++j) TellOnly(b_.steps[j], a_.steps, "B");
    }
    for (; i < a_.steps.size(); ++i, ++j) CompareStep(a_.steps[i], b_.steps[j]);
  }

  void TellOnly(const StepFacts& step, const std::vector<StepFacts>& others, const char* side) {
    const bool moved = std::any_of(others.begin(), others.end(),
                                   [&](const StepFacts& other) { return other.id == step.id; });
    Add(Cause::Kind::kStep, step.id,
        moved ? fmt::format("step {} stands elsewhere in the pipeline", step.id)
              : fmt::format("step {} is only in {}", step.id, side));
  }

  void CompareStep(const StepFacts& a, const StepFacts& b) {
    const auto changed = [&](Cause::Kind kind, const char* what, const std::string& old,
                             const std::string& now) {
      if (old == now || old.empty() || now.empty()) return;
      Add(kind, a.id, fmt::format("{}: {} → {} of {}", what, old, now, a.id));
    };
    changed(Cause::Kind::kStep, "component", a.component, b.component);
    ForBoth(a.params, b.params, [&](const std::string& name, auto* old, auto* now) {
      Add(Cause::Kind::kParameter, a.id,
          fmt::format("parameter {}: {} → {} of {}", name, old ? Plain(*old) : "(none)",
                      now ? Plain(*now) : "(none)", a.id));
    });
    changed(Cause::Kind::kParameter, "condition", a.when, b.when);
    changed(Cause::Kind::kParameter, "on_error", a.on_error, b.on_error);
    ComparePlugins(a, b);
    const bool other_params = a.params != b.params;
    ForBoth(a.resources, b.resources, [&](const std::string& name, auto* old, auto* now) {
      Add(Cause::Kind::kResource, a.id,
          fmt::format("resource {}: {} → {} of {}", name, old ? Digest(*old) : "not used",
                      now ? Digest(*now) : "not used", a.id));
      causes_.back().follows = other_params && !(old && now);
    });
    if (!a.model.empty() && !b.model.empty() && a.model != b.model) {
      Add(Cause::Kind::kModel, a.id,
          fmt::format("model: {} learned something else from the corpus", a.id));
    }
  }

  void ComparePlugins(const StepFacts& a, const StepFacts& b) {
    if (a.plugin_sha256.empty() || b.plugin_sha256.empty() || a.plugin_sha256 == b.plugin_sha256)
      return;
    Add(Cause::Kind::kPlugin, a.id,
        fmt::format("plugin library: {}, {} → {}, {} of {}", a.plugin, Digest(a.plugin_sha256),
                    b.plugin, Digest(b.plugin_sha256), a.id));
  }

  const RunIdentity& a_;
  const RunIdentity& b_;
  std::vector<Cause> causes_;
};

}  // namespace

std::string_view Name(Cause::Kind kind) {
  static constexpr std::string_view kNames[] = {
      "input", "step", "parameter", "plugin", "resource", "model", "program", "version", "unknown"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::vector<Cause> CompareIdentities(const RunIdentity& a, const RunIdentity& b) {
  return Comparison(a, b).Run();
}

std::vector<Cause> LikelyCauses(const std::vector<Cause>& all, std::string_view step) {
  std::vector<Cause> likely;
  const auto take = [&](auto fits) {
    if (likely.empty()) std::copy_if(all.begin(), all.end(), std::back_inserter(likely), fits);
  };
  take([&](const Cause& cause) {
    return cause.step == step && cause.kind != Cause::Kind::kModel && !cause.follows;
  });
  take([&](const Cause& cause) { return cause.step == step; });
  take([&](const Cause& cause) { return cause.kind == Cause::Kind::kProgram; });
  take([&](const Cause& cause) { return cause.kind == Cause::Kind::kVersion; });
  if (likely.empty()) {
    likely.push_back({Cause::Kind::kUnknown, std::string(step),
                      "nothing that was recorded is different: the step may not be deterministic",
                      false});
  }
  return likely;
}

}  // namespace koppel
