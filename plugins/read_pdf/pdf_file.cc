#include "pdf_file.h"

#include <fmt/format.h>
#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <mutex>

#include "koppel/utf8.h"

namespace koppel::read_pdf {
namespace {

// Poppler reports to one function for the whole process, in the thread that reads the file.
thread_local std::string first_complaint;

void KeepFirst(const std::string& message, void*) {
  if (!first_complaint.empty()) return;
  first_complaint = message.substr(0, message.find_last_not_of(" \r\n") + 1);
}

constexpr std::string_view kEmptyPage =
    "%PDF-1.1\n"
    "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n"
    "trailer<</Root 1 0 R>>\n%%EOF\n";

// With the first page, poppler makes the colour profile that all pages share, without a lock: it
// must be there before the threads come.
void MakeColourProfile() {
  const std::unique_ptr<poppler::document> document(poppler::document::load_from_raw_data(
      kEmptyPage.data(), static_cast<int>(kEmptyPage.size())));
  const std::unique_ptr<poppler::page> page(document->create_page(0));
  page->text_list();
}

void PreparePoppler() {
  static std::once_flag once;
  std::call_once(once, [] {
    poppler::set_debug_error_function(&KeepFirst, nullptr);
    MakeColourProfile();
  });
}

std::string Utf8(const poppler::ustring& text) {
  const poppler::byte_array bytes = text.to_utf8();
  std::string out(bytes.begin(), bytes.end());
  // Broken fonts may map to half a surrogate pair or to NUL.
  if (FindInvalidUtf8(out) != std::string::npos) return "\uFFFD";
  out.erase(std::remove(out.begin(), out.end(), '\0'), out.end());
  return out;
}

// "ABCDEF+Name": a subset of font Name. Names in other encodings than UTF-8 are dropped.
std::string FontName(std::string name) {
  if (name.size() > 7 && name[6] == '+') name.erase(0, 7);
  return FindInvalidUtf8(name) == std::string::npos ? name : std::string();
}

// The file must end in this mark, within its last kilobyte.
bool HasEndMark(std::string_view bytes) {
  const std::size_t tail = std::min<std::size_t>(bytes.size(), 1024);
  return bytes.substr(bytes.size() - tail).find("%%EOF") != std::string_view::npos;
}

// Hostile files have coordinates that can't be compared.
bool IsPlace(const Rect& box) {
  return std::isfinite(box.left) && std::isfinite(box.top) && std::isfinite(box.right) &&
         std::isfinite(box.bottom);
}

void AddWord(const poppler::text_box& box, PdfPage& page) {
  Word word;
  word.text = Utf8(box.text());
  if (word.text.empty()) return;
  const poppler::rectf rect = box.bbox();
  page.boxes.push_back({rect.left(), rect.top(), rect.right(), rect.bottom()});
  if (box.has_font_info()) {
    word.font_size = box.get_font_size();
    word.font = FontName(box.get_font_name());
  }
  word.space_after = box.has_space_after();
  word.placed = box.rotation() == 0 && IsPlace(page.boxes.back());
  page.words.push_back(std::move(word));
}

}  // namespace

struct PdfFile::State {
  std::unique_ptr<poppler::document> document;
};

PdfFile::PdfFile(std::unique_ptr<State> state) : state_(std::move(state)) {}
PdfFile::~PdfFile() = default;

Result<std::unique_ptr<PdfFile>> PdfFile::Open(std::string_view bytes) {
  PreparePoppler();
  first_complaint.clear();
  if (bytes.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) {
    return BadInput("PDF of more than 2 GiB");
  }
  if (bytes.substr(0, 1024).find("%PDF-") == std::string_view::npos) {
    return BadInput("not a PDF file: it does not begin with %PDF-");
  }
  auto state = std::make_unique<State>();
  state->document.reset(
      poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
  // Poppler repairs what it can of a truncated file, and would give a part of it as if it were all.
  if (!HasEndMark(bytes) && (!state->document || !first_complaint.empty())) {
    return BadInput(fmt::format("truncated PDF: no end mark after {} bytes", bytes.size()));
  }
  if (!state->document) return BadInput(fmt::format("not a readable PDF: {}", first_complaint));
  if (state->document->is_locked()) {
    return BadInput("encrypted PDF: it needs a password; decrypt it first (qpdf --decrypt)");
  }
  return std::unique_ptr<PdfFile>(new PdfFile(std::move(state)));
}

int PdfFile::pages() const { return state_->document->pages(); }

Result<PdfPage> PdfFile::ReadPage(int index) const {
  const std::unique_ptr<poppler::page> source(state_->document->create_page(index));
  if (!source)
    return BadInput(fmt::format("page {} can't be read: {}", index + 1, first_complaint));
  PdfPage page;
  const poppler::rectf rect = source->page_rect();
  page.width = rect.width();
  page.height = rect.height();
  const auto orientation = source->orientation();
  if (orientation == poppler::page::landscape || orientation == poppler::page::seascape) {
    std::swap(page.width, page.height);
  }
  page.label = Utf8(source->label());
  if (page.label == std::to_string(index + 1)) page.label.clear();
  for (const poppler::text_box& box : source->text_list(poppler::page::text_list_include_font)) {
    AddWord(box, page);
  }
  return page;
}

std::string PdfFile::title() const { return Utf8(state_->document->get_title()); }
std::string PdfFile::author() const { return Utf8(state_->document->get_author()); }
std::string PdfFile::complaint() const { return first_complaint; }

}  // namespace koppel::read_pdf
