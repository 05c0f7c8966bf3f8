#include "markup.h"

#include <fmt/format.h>
#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>

#include <cstring>
#include <memory>

namespace koppel::read_ocr {
namespace {

constexpr int kDeepest = 256;  // what libxml2 takes in XML, too

std::string_view View(const xmlChar* text) {
  return text ? std::string_view(reinterpret_cast<const char*>(text)) : std::string_view();
}

std::string_view LocalName(const xmlChar* name) {
  const std::string_view whole = View(name);
  return whole.substr(whole.rfind(':') + 1);  // npos + 1 is 0
}

// What the callbacks of libxml2 get as their context.
struct Parse {
  xmlParserCtxtPtr parser;
  MarkupHandler& handler;
  Status status = {};
  int depth = 0;

  void Stop(Status why) {
    if (status.ok()) status = std::move(why);
    xmlStopParser(parser);
  }
  Status At(std::string_view what) const {
    return BadInput(fmt::format("line {}: {}", xmlSAX2GetLineNumber(parser), what));
  }
};

void OnStart(void* context, const xmlChar* name, const xmlChar** attributes) {
  Parse& parse = *static_cast<Parse*>(context);
  if (!parse.status.ok()) return;
  if (++parse.depth > kDeepest) {
    parse.Stop(parse.At(fmt::format("elements nest deeper than {}", kDeepest)));
    return;
  }
  Status status = parse.handler.Start(LocalName(name), Attributes(attributes));
  if (!status.ok()) parse.Stop(std::move(status));
}

void OnEnd(void* context, const xmlChar* name) {
  Parse& parse = *static_cast<Parse*>(context);
  if (!parse.status.ok()) return;
  --parse.depth;
  parse.handler.End(LocalName(name));
}

void OnText(void* context, const xmlChar* text, int size) {
  Parse& parse = *static_cast<Parse*>(context);
  if (!parse.status.ok()) return;
  parse.handler.Text({reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)});
}

// Before any entity is declared, so that none can be expanded.
void OnDocumentType(void* context, const xmlChar*, const xmlChar*, const xmlChar*) {
  Parse& parse = *static_cast<Parse*>(context);
  parse.Stop(parse.At("a document type declaration, which these formats do not have"));
}

xmlSAXHandler Callbacks(bool xml) {
  xmlSAXHandler callbacks = {};
  callbacks.initialized = 1;  // version 1 of the interface: the one that both parsers have
  callbacks.startElement = OnStart;
  callbacks.endElement = OnEnd;
  callbacks.characters = OnText;
  callbacks.ignorableWhitespace = OnText;
  if (xml) {
    callbacks.cdataBlock = OnText;
    callbacks.internalSubset = OnDocumentType;
  }
  return callbacks;
}

struct FreeParser {
  void operator()(xmlParserCtxt* parser) const {
    if (parser->myDoc) xmlFreeDoc(parser->myDoc);
    xmlFreeParserCtxt(parser);
  }
};
using Parser = std::unique_ptr<xmlParserCtxt, FreeParser>;

Status CheckAttributes(std::string_view bytes) {
  if (const std::size_t most = MostAttributes(bytes); most > kMostAttributes) {
    return BadInput(
        fmt::format("an element with {} attributes; at most {} are read", most, kMostAttributes));
  }
  return Ok();
}

std::string Complaint(const xmlError& error) {
  std::string_view message = error.message ? error.message : "malformed";
  while (message.ends_with('\n') || message.ends_with(' ')) message.remove_suffix(1);
  return fmt::format("line {}: {}", error.line, message);
}

}  // namespace

const unsigned char* Attributes::Find(std::string_view name) const {
  for (const unsigned char* const* pair = pairs_; pair && *pair; pair += 2) {
    if (LocalName(pair[0]) == name) return pair[1] ? pair[1] : pair[0];
  }
  return nullptr;
}

std::string_view Attributes::operator[](std::string_view name) const { return View(Find(name)); }

bool Attributes::Has(std::string_view name) const { return Find(name) != nullptr; }

Status ParseXml(std::string_view bytes, MarkupHandler& handler) {
  if (bytes.empty()) return BadInput("an empty file");
  KOPPEL_RETURN_IF_ERROR(CheckAttributes(bytes));
  const Parser parser(xmlNewParserCtxt());
  if (!parser) return Internal("no memory for an XML parser");
  *parser->sax = Callbacks(true);
  Parse parse{parser.get(), handler};
  parser->userData = &parse;
  xmlCtxtReadMemory(parser.get(), bytes.data(), static_cast<int>(bytes.size()), nullptr, nullptr,
                    XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  if (!parse.status.ok()) return std::move(parse.status);
  if (!parser->wellFormed) return BadInput(Complaint(parser->lastError));
  return Ok();
}

Status ParseHtml(std::string_view text, MarkupHandler& handler) {
  if (text.empty()) return BadInput("an empty file");
  KOPPEL_RETURN_IF_ERROR(CheckAttributes(text));
  const Parser parser(htmlNewParserCtxt());
  if (!parser) return Internal("no memory for an HTML parser");
  *parser->sax = Callbacks(false);
  Parse parse{parser.get(), handler};
  parser->userData = &parse;
  htmlCtxtReadMemory(parser.get(), text.data(), static_cast<int>(text.size()), nullptr, "UTF-8",
                     HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING);
  return std::move(parse.status);
}

}  // namespace koppel::read_ocr
