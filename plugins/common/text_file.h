// Parameters and first step that all readers of text files share.
#pragma once

#include <string>
#include <string_view>

#include "common/detect.h"
#include "koppel/component.h"

namespace koppel::common {

struct TextParams : FileParams {
  Declared encoding = Declared::kAuto;
  OnInvalid invalid = OnInvalid::kFail;

  template <class P>
  static void DeclareText(ParamSpec<P>& spec) {
    DeclarePaths(spec);
    spec.Choice("encoding", &P::encoding,
                {{"auto", Declared::kAuto},
                 {"utf-8", Declared::kUtf8},
                 {"utf-16", Declared::kUtf16},
                 {"utf-16le", Declared::kUtf16Le},
                 {"utf-16be", Declared::kUtf16Be},
                 {"iso-8859-1", Declared::kLatin1},
                 {"windows-1252", Declared::kWindows1252}},
                "Character encoding of the files; auto tells it from the bytes.");
    spec.Choice("invalid", &P::invalid,
                {{"fail", OnInvalid::kFail}, {"replace", OnInvalid::kReplace}},
                "Bytes that are no character: refuse the document, or put U+FFFD for each.");
  }
};

// The bytes of a file, decompressed where its name says so. Sets the source's media type and kind
// of content.
Result<std::string> LoadBytes(const Item& item, std::string_view media_type, Document& document);

}  // namespace koppel::common
