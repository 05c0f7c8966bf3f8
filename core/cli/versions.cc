#include "versions.h"

#include <fmt/format.h>
#include <google/protobuf/message_lite.h>
#include <oneapi/tbb/version.h>
#include <openssl/crypto.h>
#include <simdjson.h>
#include <spdlog/version.h>
#include <unicode/uchar.h>
#include <unicode/ulocdata.h>
#include <unicode/uversion.h>
#include <zstd.h>

#include <CLI/Version.hpp>
#include <boost/version.hpp>

namespace koppel {
namespace {

std::string IcuVersion(const UVersionInfo& version) {
  char text[U_MAX_VERSION_STRING_LENGTH];
  u_versionToString(version, text);
  return text;
}

std::string Icu() {
  UVersionInfo version;
  u_getVersion(version);
  return IcuVersion(version);
}

std::string Unicode() {
  UVersionInfo version;
  u_getUnicodeVersion(version);
  return IcuVersion(version);
}

std::string Cldr() {
  UVersionInfo version;
  UErrorCode error = U_ZERO_ERROR;
  ulocdata_getCLDRVersion(version, &error);
  return U_SUCCESS(error) ? IcuVersion(version) : "unknown";
}

}  // namespace

std::vector<std::pair<std::string, std::string>> LibraryVersions() {
  return {{"koppel", KOPPEL_VERSION},
          {"protobuf", google::protobuf::internal::VersionString(GOOGLE_PROTOBUF_VERSION)},
          {"icu", Icu()},
          {"unicode", Unicode()},
          {"cldr", Cldr()},
          {"tbb", TBB_runtime_version()},
          {"openssl", OpenSSL_version(OPENSSL_VERSION_STRING)},
          {"zstd", ZSTD_versionString()},
          {"simdjson", fmt::format("{}.{}.{}", int{simdjson::SIMDJSON_VERSION_MAJOR},
                                   int{simdjson::SIMDJSON_VERSION_MINOR},
                                   int{simdjson::SIMDJSON_VERSION_REVISION})},
          {"yaml-cpp", KOPPEL_YAML_CPP_VERSION},
          {"re2", KOPPEL_RE2_VERSION},
          {"hunspell", KOPPEL_HUNSPELL_VERSION},
          {"poppler", KOPPEL_POPPLER_VERSION},
          {"gumbo", KOPPEL_GUMBO_VERSION},
          {"cli11", CLI11_VERSION},
          {"spdlog", fmt::format("{}.{}.{}", SPDLOG_VER_MAJOR, SPDLOG_VER_MINOR, SPDLOG_VER_PATCH)},
          {"fmt", fmt::format("{}.{}.{}", FMT_VERSION / 10000, FMT_VERSION / 100 % 100,
                              FMT_VERSION % 100)},
          {"boost", fmt::format("{}.{}.{}", BOOST_VERSION / 100000, BOOST_VERSION / 100 % 1000,
                                BOOST_VERSION % 100)}};
}

}  // namespace koppel
