// A plugin with nothing wrong: every type of parameter, every kind of layer use, and a layer of its
// own.
#include "koppel/plugin.h"

namespace koppel {
namespace {

enum class Mode { kFast, kThorough };

constexpr std::string_view kColours[] = {"red", "green"};
constexpr FeatureInfo kMarkFeatures[] = {
    {"colour", FeatureType::kEnum, "Colour of the mark.", kColours},
    {"of", FeatureType::kReference, "Token that is marked.", {}, "token"},
    {"size", FeatureType::kFloat, "Height of the mark.", {}, {}, "pt"}};
constexpr LayerSchema kMark{"sound_mark", "A coloured mark.", kMarkFeatures};
constexpr const LayerSchema* kLayers[] = {&kMark};

class Marker : public Processor {
 public:
  static constexpr LayerUse kRequires[] = {{"token", "kind, lower"}, {"sentence", {}, true, true}};
  static constexpr LayerUse kProvides[] = {{"sound_mark", "colour"}};
  static constexpr Traits kTraits{.help = "Marks tokens in colour.",
                                  .requires_layers = kRequires,
                                  .provides_layers = kProvides,
                                  .edits_text = true,
                                  .concurrency = Concurrency::kSerial,
                                  .deterministic = false};
  struct Params {
    bool bold = true;
    std::int64_t least = 3;
    double weight = 0.25;
    Mode mode = Mode::kThorough;
    std::string label;
    std::vector<std::string> languages = {"nl", "en"};
    std::vector<std::string> layers;
    std::vector<std::string> columns;
  };
  static void Declare(ParamSpec<Params>& spec) {
    spec.Field("bold", &Params::bold, "Whether marks are bold.");
    spec.Field("least", &Params::least, "Shortest token marked, in code points.").AtLeast(1);
    spec.Field("weight", &Params::weight, "Weight of a mark.").AtLeast(0).AtMost(1);
    spec.Choice("mode", &Params::mode, {{"fast", Mode::kFast}, {"thorough", Mode::kThorough}},
                "How well to look: \"fast\" | \"thorough\".");
    spec.Field("label", &Params::label, "File with the label.").Path().Required();
    spec.Field("languages", &Params::languages, "Languages to mark.").OneOf({"nl", "en", "de"});
    spec.Field("layers", &Params::layers, "Layers to mark.").Layers().Required();
    spec.Field("columns", &Params::columns, "Columns to mark.").Columns({"text", "begin"});
  }
  explicit Marker(Params) {}
  Status Process(Document&, Context&) override { return Ok(); }
};

class Lines : public Reader {
 public:
  static constexpr std::string_view kExtensions[] = {".lines", ".lines.gz"};
  static constexpr std::string_view kKinds[] = {"prose", "verse"};
  static constexpr MetadataKey kMetadata[] = {{"line", kKinds}, {"*"}};
  static constexpr Traits kTraits{.help = "Reads lines.",
                                  .extensions = kExtensions,
                                  .stored_layers = true,
                                  .metadata = kMetadata};
  using Params = FileParams;
  static void Declare(ParamSpec<Params>& spec) { FileParams::DeclarePaths(spec); }
  explicit Lines(Params) {}
  Status Parse(const Item&, Document&, Context&) override { return Ok(); }
};

constexpr Component kComponents[] = {Describe<Marker>("sound.mark"),
                                     Describe<Lines>("sound.lines")};

}  // namespace
}  // namespace koppel

KOPPEL_PLUGIN("sound", "1.2.3", "Apache-2.0", koppel::kComponents, koppel::kLayers)
