#include "sample_document.h"

#include <stdexcept>

#include "koppel/io.h"
#include "koppel/layers.h"

namespace koppel {
namespace {

void Require(Status status) {
  if (!status.ok()) throw std::logic_error(status.message());
}

void AddLayers(Document& document) {
  document.layer<Entity>()
      .Add({0, 4})
      .Set(Entity::name, "Zoë")
      .Set(Entity::kind, Entity::Kind::kPerson);
  document.layer<Entity>().Add({14, 18}).Set(Entity::name, "Bram");
  const std::int32_t bram[] = {1};
  document.layer<Turn>()
      .Add({0, 25})
      .Set(Turn::kind, Turn::Kind::kComment)
      .Set(Turn::ordinal, 4)
      .Set(Turn::speaker, {0})
      .Set(Turn::addressees, Refs<Entity>(bram))
      .Set(Turn::inferred, false)
      .Set(Turn::confidence, 0.75);
  document.layer<Turn>().Add({0, 4}).Set(Turn::kind, Turn::Kind::kByline);
  for (const Span span : {Span{0, 4}, Span{5, 10}, Span{10, 11}}) document.layer<Token>().Add(span);
}

}  // namespace

void FillSample(Document& document) {
  document.Reset();
  document.set_id("map/één.txt");
  const std::string digest = Sha256("bytes of the source");
  document.set_source(
      {"file:map/een.txt.gz", digest, "text/plain", 4711, SourceContent::kDecompressed});
  document.SetMetadata("language", "nl");
  document.SetMetadata("author", "Zoë");
  TextBuilder builder("Zo\xEB zegt: dag Br-\nam, tot");
  builder.Copy(2);
  builder.Replace(1, "ë");
  builder.Copy(22);
  const Alignment alignment = builder.alignment();
  Require(document.SetText(builder.TakeText(), alignment));
  Edits edits;
  edits.Delete({17, 19}, "join", 0.9);
  Require(document.Apply(edits, "dehyphenate"));
  edits.Clear();
  edits.Replace({9, 10}, "t:", "colon");
  edits.Replace({9, 9}, " ", "space");
  Require(document.Apply(edits, "normalize"));
  AddLayers(document);
  document.Seal();
}

}  // namespace koppel
