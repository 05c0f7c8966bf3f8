#include "canonical_hash.h"

namespace koppel::internal {
namespace {

// Fetched once: looking the algorithm up costs more than hashing a kilobyte.
const EVP_MD* Algorithm() {
  static EVP_MD* const algorithm = EVP_MD_fetch(nullptr, "SHA256", nullptr);
  return algorithm;
}

}  // namespace

CanonicalHash::CanonicalHash() : context_(EVP_MD_CTX_new()) {
  EVP_DigestInit_ex2(context_.get(), Algorithm(), nullptr);
}

void CanonicalHash::Bytes(std::string_view bytes) {
  if (bytes.size() <= block_.size() - used_) {
    used_ += bytes.copy(block_.data() + used_, bytes.size());
    return;
  }
  Flush();
  EVP_DigestUpdate(context_.get(), bytes.data(), bytes.size());
}

void CanonicalHash::Flush() {
  EVP_DigestUpdate(context_.get(), block_.data(), used_);
  used_ = 0;
}

std::string CanonicalHash::Digest() const {
  const std::unique_ptr<EVP_MD_CTX, Free> copy(EVP_MD_CTX_new());
  EVP_MD_CTX_copy_ex(copy.get(), context_.get());
  EVP_DigestUpdate(copy.get(), block_.data(), used_);
  std::string digest(32, '\0');
  unsigned int size = 0;
  EVP_DigestFinal_ex(copy.get(), reinterpret_cast<unsigned char*>(digest.data()), &size);
  return digest;
}

}  // namespace koppel::internal
