#include "yaml_tree.h"

#include <fmt/format.h>
#include <re2/re2.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <map>
#include <optional>
#include <sstream>

#include "koppel/utf8.h"

namespace koppel::internal {
namespace {

// Thrown out of the event handler: the parser of yaml-cpp can't be stopped otherwise.
struct Stop {
  Location location;
  std::string message;
};

// Lines of a text, to turn the parser's bytes into what an editor shows.
class Lines {
 public:
  explicit Lines(std::string_view text) : text_(text), begins_{0} {
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (text[i] == '\n') begins_.push_back(i + 1);
    }
  }

  Location At(std::size_t offset) const {
    const auto next = std::upper_bound(begins_.begin(), begins_.end(), offset);
    const auto line = static_cast<std::size_t>(next - begins_.begin());
    const std::size_t begin = begins_[line - 1];
    const std::size_t column = CodePoints(text_.substr(begin, offset - begin)) + 1;
    return {static_cast<int>(line), static_cast<int>(column)};
  }

  std::size_t Offset(const YAML::Mark& mark) const {
    if (mark.line < 0 || mark.column < 0) return 0;
    const auto line = std::min(static_cast<std::size_t>(mark.line), begins_.size() - 1);
    return std::min(begins_[line] + static_cast<std::size_t>(mark.column), text_.size());
  }

  Location At(const YAML::Mark& mark) const { return At(Offset(mark)); }

 private:
  std::string_view text_;
  std::vector<std::size_t> begins_;
};

class TreeBuilder : public YAML::EventHandler {
 public:
  TreeBuilder(std::string_view text, const Lines& lines, YamlTree& tree, Problems& problems)
      : text_(text), lines_(lines), tree_(tree), problems_(problems) {}

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (tree_.root == nullptr) return;
    const bool marked = text_.substr(lines_.Offset(mark), 3) == "---";
    throw Stop{lines_.At(mark),
               marked ? "a pipeline file holds one YAML document; this starts a second one"
                      : "this does not belong to what stands before it; check the indentation"};
  }
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    Add(YamlNode::Kind::kNull, NullLocation(mark), anchor);
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    CheckQuote(mark);
    YamlNode& node = Add(YamlNode::Kind::kScalar, lines_.At(mark), anchor, &value);
    node.quoted = tag == "!";  // yaml-cpp's sign for anything but a plain scalar
    RefuseTag(node, tag);
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    const YamlNode* node = anchors_[anchor];
    const auto holds = [node](const Frame& frame) { return frame.node == node; };
    if (std::any_of(open_.begin(), open_.end(), holds)) {
      throw Stop{lines_.At(mark), "this alias stands inside what it refers to"};
    }
    Count(node->size, lines_.At(mark));
    Attach(node);
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    Open(YamlNode::Kind::kList, mark, tag, anchor);
  }
  void OnSequenceEnd() override { Close(); }

  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    Open(YamlNode::Kind::kMap, mark, tag, anchor);
  }
  void OnMapEnd() override { Close(); }

 private:
  struct Frame {
    YamlNode* node;
    const YamlNode* key = nullptr;  // of a map, while its value is awaited
  };

  YamlNode& Add(YamlNode::Kind kind, Location location, YAML::anchor_t anchor,
                const std::string* text = nullptr) {
    Count(1, location);
    YamlNode& node = tree_.nodes.emplace_back();
    node.kind = kind;
    node.location = location;
    if (text != nullptr) node.text = *text;
    if (anchor != YAML::NullAnchor) anchors_[anchor] = &node;
    if (kind == YamlNode::Kind::kNull || kind == YamlNode::Kind::kScalar) Attach(&node);
    return node;
  }

  void Open(YamlNode::Kind kind, const YAML::Mark& mark, const std::string& tag,
            YAML::anchor_t anchor) {
    if (open_.size() >= kMaxYamlDepth) {
      throw Stop{lines_.At(mark), fmt::format("nested deeper than {} levels", kMaxYamlDepth)};
    }
    YamlNode& node = Add(kind, lines_.At(mark), anchor);
    RefuseTag(node, tag);
    open_.push_back({&node});
  }

  void Close() {
    const YamlNode* node = open_.back().node;
    open_.pop_back();
    Attach(node);
  }

  void Attach(const YamlNode* node) {
    if (open_.empty()) {
      tree_.root = node;
      return;
    }
    Frame& frame = open_.back();
    frame.node->size += node->size;
    if (frame.node->kind == YamlNode::Kind::kList) {
      frame.node->items.push_back(node);
    } else if (frame.key == nullptr) {
      CheckKey(*node);
      frame.key = node;
    } else {
      frame.node->entries.push_back({frame.key, node});
      frame.key = nullptr;
    }
  }

  void CheckKey(const YamlNode& key) const {
    if (key.kind != YamlNode::Kind::kScalar) throw Stop{key.location, "a key must be a name"};
    if (key.text == "<<" && !key.quoted) {
      throw Stop{key.location, "merge keys ('<<') are not supported; write the keys out"};
    }
  }

  // A quote that is not closed would swallow the lines below it without a word.
  void CheckQuote(const YAML::Mark& mark) const {
    const std::size_t begin = lines_.Offset(mark);
    const char quote = begin < text_.size() ? text_[begin] : '\0';
    if (quote != '"' && quote != '\'') return;
    for (std::size_t i = begin + 1; i < text_.size() && text_[i] != '\n'; ++i) {
      if (text_[i] == quote) return;
      if (text_[i] == '\\' && quote == '"') ++i;
    }
    throw Stop{lines_.At(begin), "this quote is not closed on its line"};
  }

  void RefuseTag(const YamlNode& node, const std::string& tag) {
    if (tag.empty() || tag == "?" || tag == "!") return;
    problems_.Add(node.location, fmt::format("tags are not supported; leave out '{}'", tag));
  }

  void Count(std::size_t nodes, Location location) {
    nodes_ += nodes;
    if (nodes_ > kMaxYamlNodes) {
      throw Stop{location,
                 fmt::format("more than {} nodes after aliases are followed", kMaxYamlNodes)};
    }
  }

  // yaml-cpp puts a value that is left out where the next token stands, often lines below: it is
  // told at its key, or at the dash of its list.
  Location NullLocation(const YAML::Mark& mark) const {
    const std::size_t offset = lines_.Offset(mark);
    const std::string_view rest = text_.substr(offset);
    if (rest.substr(0, 1) == "~" || rest.substr(0, 4) == "null") return lines_.At(offset);
    if (open_.empty()) return lines_.At(offset);
    if (open_.back().key != nullptr) return open_.back().key->location;
    const std::size_t dash = offset == 0 ? text_.npos : text_.rfind('-', offset - 1);
    return dash == text_.npos ? open_.back().node->location : lines_.At(dash);
  }

  std::string_view text_;
  const Lines& lines_;
  YamlTree& tree_;
  Problems& problems_;
  std::vector<Frame> open_;
  std::map<YAML::anchor_t, const YamlNode*> anchors_;
  std::size_t nodes_ = 0;
};

// What the parser's words mean for a pipeline file.
struct Meaning {
  std::string_view parser;
  std::string_view ours;
};
constexpr Meaning kMeanings[] = {
    {"end of map not found",
     "this line does not fit the ones above it; check its indentation and its dash (keys of one "
     "map "
     "begin in one column, so do the dashes of one list)"},
    {"end of sequence not found",
     "this line does not fit the list above it; check its indentation (the dashes of one list "
     "begin "
     "in one column)"},
    {"end of map flow not found",
     "a '{' is not closed, or a comma or a colon with a space is missing before this"},
    {"end of sequence flow not found", "a '[' is not closed, or a comma is missing before this"},
    {"illegal flow end", "a bracket closes here that fits none that is open"},
    {"illegal map value",
     "a second key on one line; check the line's indentation, or put a text that holds ': ' in "
     "quotes"},
    {"illegal tab when looking for indentation", "a tab in the indentation; use spaces"},
};

// `key:value` is a plain text to YAML, and what fails is the line below it.
std::optional<Location> ColonWithoutSpace(std::string_view text, const Lines& lines,
                                          std::size_t error) {
  static const RE2 kPattern(R"((?m)^[ ]*(?:- )?[a-z_]+:[^ \n][^\n]*$)");
  const std::size_t end = text.rfind('\n', error == 0 ? 0 : error - 1);
  if (end == text.npos || end == 0) return std::nullopt;
  const std::size_t before = text.rfind('\n', end - 1);
  const std::size_t begin = before == text.npos ? 0 : before + 1;
  const std::string_view line = text.substr(begin, end - begin);
  if (!RE2::FullMatch(line, kPattern)) return std::nullopt;
  return lines.At(begin + line.find(':'));
}

void AddParserProblem(const YAML::Exception& error, std::string_view text, const Lines& lines,
                      Problems& problems) {
  const std::size_t offset = lines.Offset(error.mark);
  if (const auto colon = ColonWithoutSpace(text, lines, offset)) {
    problems.Add(*colon, "not valid YAML: put a space after the colon");
    return;
  }
  std::string_view what = error.msg;
  for (const Meaning& meaning : kMeanings) {
    if (meaning.parser == what) what = meaning.ours;
  }
  problems.Add(lines.At(offset), fmt::format("not valid YAML: {}", what));
}

// False if the parser must not see the text.
bool CheckText(std::string_view text, const Lines& lines, Problems& problems) {
  if (text.size() > kMaxYamlBytes) {
    problems.Add({1, 1},
                 fmt::format("larger than {} bytes; is this a pipeline file?", kMaxYamlBytes));
    return false;
  }
  // NUL bytes first: UTF-16 is full of them, and it is the likeliest wrong encoding.
  const auto control = std::find_if(text.begin(), text.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r';
  });
  const std::size_t invalid = FindInvalidUtf8(text);
  if (invalid == text.npos && control == text.end()) return true;
  const auto at = std::min(invalid, static_cast<std::size_t>(control - text.begin()));
  if (at == invalid) {
    problems.Add(lines.At(at), "not valid UTF-8; save the file as UTF-8");
  } else {
    problems.Add(lines.At(at), fmt::format("control character U+{:04X}; a pipeline file is plain "
                                           "UTF-8 text",
                                           static_cast<unsigned>(text[at])));
  }
  return false;
}

}  // namespace

YamlTree ParseYaml(std::string_view text, Problems& problems) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (text.substr(0, 3) == kByteOrderMark) text.remove_prefix(3);
  const Lines lines(text);
  YamlTree tree;
  if (!CheckText(text, lines, problems)) return tree;
  try {
    std::istringstream stream{std::string(text)};
    YAML::Parser parser(stream);
    TreeBuilder builder(text, lines, tree, problems);
    while (parser.HandleNextDocument(builder)) {
    }
    return tree;
  } catch (const Stop& stop) {
    problems.Add(stop.location, stop.message);
  } catch (const YAML::Exception& error) {
    AddParserProblem(error, text, lines, problems);
  }
  tree.root = nullptr;
  return tree;
}

}  // namespace koppel::internal
