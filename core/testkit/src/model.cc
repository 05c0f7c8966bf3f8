#include "koppel/testkit/model.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <random>
#include <string>
#include <utility>

namespace koppel::testkit {
namespace {

constexpr std::size_t kOrders = 12;
constexpr std::size_t kDamages = 64;

using Models = std::vector<std::unique_ptr<Model>>;

std::string Saved(const Model& model) {
  std::string bytes;
  model.Save(bytes);
  return bytes;
}

Result<std::unique_ptr<Model>> Learn(Observer& observer,
                                     const std::vector<const Document*>& documents) {
  std::unique_ptr<Model> model = observer.NewModel();
  for (const Document* document : documents)
    KOPPEL_RETURN_IF_ERROR(observer.Observe(*document, *model));
  return model;
}

Result<Models> LearnEach(Observer& observer, const std::vector<const Document*>& documents) {
  Models models;
  for (const Document* document : documents) {
    Result<std::unique_ptr<Model>> model = Learn(observer, {document});
    if (!model.ok()) return std::move(model).status();
    models.push_back(*std::move(model));
  }
  models.push_back(observer.NewModel());  // of a thread that got no document
  return models;
}

// Merges any two until one is left.
std::unique_ptr<Model> MergedAnyhow(Models models, std::mt19937& chance) {
  while (models.size() > 1) {
    std::shuffle(models.begin(), models.end(), chance);
    models.front()->Merge(*models.back());
    models.pop_back();
  }
  return std::move(models.front());
}

Status CheckRefused(Observer& observer, std::string_view bytes, std::string_view how) {
  const Status status = observer.NewModel()->Load(bytes);
  if (!status.ok() && status.kind() == ErrorKind::kBadInput) return Ok();
  return Internal(fmt::format("a stored model that was {} is not refused as bad_input", how));
}

Status CheckDamaged(Observer& observer, const std::string& bytes, std::mt19937& chance) {
  KOPPEL_RETURN_IF_ERROR(CheckRefused(observer, bytes + '\0', "made longer"));
  for (std::size_t i = 0; i < kDamages && !bytes.empty(); ++i) {
    const std::size_t at = chance() % bytes.size();
    KOPPEL_RETURN_IF_ERROR(CheckRefused(observer, bytes.substr(0, at), "cut"));
    std::string changed = bytes;
    changed[at] = static_cast<char>(changed[at] ^ (1 << chance() % 8));
    KOPPEL_RETURN_IF_ERROR(CheckRefused(observer, changed, "changed in a bit"));
  }
  return Ok();
}

}  // namespace

Result<std::unique_ptr<Model>> Reloaded(const Observer& observer, const Model& model) {
  const std::string bytes = Saved(model);
  std::unique_ptr<Model> loaded = observer.NewModel();
  KOPPEL_RETURN_IF_ERROR(loaded->Load(bytes));
  if (Saved(*loaded) != bytes) return Internal("a loaded model is saved as other bytes");
  return loaded;
}

Status CheckModels(Observer& observer, const std::vector<const Document*>& documents) {
  std::mt19937 chance(1);
  Result<std::unique_ptr<Model>> whole = Learn(observer, documents);
  if (!whole.ok()) return std::move(whole).status();
  const std::string bytes = Saved(**whole);
  for (std::size_t i = 0; i < kOrders; ++i) {
    Result<Models> parts = LearnEach(observer, documents);
    if (!parts.ok()) return std::move(parts).status();
    if (Saved(*MergedAnyhow(*std::move(parts), chance)) != bytes)
      return Internal("the order of merging changes a model's stored form");
  }
  KOPPEL_RETURN_IF_ERROR(std::move(Reloaded(observer, **whole)).status());
  return CheckDamaged(observer, bytes, chance);
}

}  // namespace koppel::testkit
