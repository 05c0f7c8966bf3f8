#include "output/sink.h"

#include <fmt/format.h>

#include "guard.h"
#include "koppel/io.h"

namespace koppel {
namespace {

StoredDocument ListedAs(const Work& work) {
  const std::string& given = work.remembered.record.id;
  StoredDocument document{work.item.id, given.empty() ? work.item.id : given, work.item.uri,
                          work.digest};
  if (work.fate == Fate::kOutput) return document;
  const bool filtered = work.fate == Fate::kFiltered;
  document.outcome = filtered ? Outcome::kFiltered : Outcome::kQuarantined;
  document.step = work.step;
  document.reason = filtered ? work.reason : work.status.message();
  return document;
}

}  // namespace

Sink::Sink(const Pipeline& pipeline, RunOptions& options, Instances& instances, Memory* memory,
           RunReport& report)
    : pipeline_(pipeline),
      options_(options),
      instances_(instances),
      memory_(memory),
      report_(report),
      quarantine_(options.out) {}

Status Sink::Finish(Work& work) {
  if (work.fate == Fate::kFailed) {
    return std::move(work.status).WithContext(fmt::format("{}: {}", work.step, work.item.id));
  }
  if (work.fate == Fate::kLeftOut) return Ok();
  CheckId(work);
  KOPPEL_RETURN_IF_ERROR(Remember(work));
  ++report_.read;
  CountMended(work);
  if (work.remembered.decided) ++report_.reused;
  report_.bytes += work.item.bytes.size();
  for (std::string& warning : work.warnings) {
    if (report_.warnings.size() < RunReport::kMaxListed)
      report_.warnings.push_back(std::move(warning));
  }
  switch (work.fate) {
    case Fate::kOutput:
      KOPPEL_RETURN_IF_ERROR(Write(work));
      return work.skipped.empty() ? Ok() : CountSkipped(work);
    case Fate::kFiltered:
      return Filter(work);
    default:
      return PutAside(work);
  }
}

Status Sink::Close() {
  if (memory_) KOPPEL_RETURN_IF_ERROR(memory_->Finish());
  KOPPEL_RETURN_IF_ERROR(quarantine_.Close());
  if (!report_.failure.ok()) return Ok();
  // A run that ended before the rate began to count.
  if (!report_.cancelled) KOPPEL_RETURN_IF_ERROR(CheckRate(1));
  for (const auto& writer : instances_.writers()) KOPPEL_RETURN_IF_ERROR(writer->Close());
  for (const ExtraWriter& extra : options_.extra_writers)
    KOPPEL_RETURN_IF_ERROR(extra.writer->Close());
  return Ok();
}

void Sink::CheckId(Work& work) {
  if (work.fate == Fate::kQuarantined || ids_.insert(work.item.id).second) return;
  work.Stop(Fate::kQuarantined, pipeline_.readers[work.file->reader].id,
            BadInput(fmt::format("a document with the id '{}' was read before; ids must be unique",
                                 work.item.id)));
  work.stored.clear();  // its id is the other one's
}

void Sink::CountMended(const Work& work) {
  if (work.mended == nullptr) return;
  const MendedCopy& copy = *work.mended;
  // Many documents may be of one file, and come one behind the other.
  if (!report_.mended.empty() && report_.mended.back().in_place_of == copy.uri) return;
  report_.mended.push_back(
      {copy.file, ValidName(copy.file.string()), Hex(copy.sha256), StampOf(copy.file), copy.uri});
}

Status Sink::Remember(const Work& work) {
  if (!memory_) return Ok();
  KOPPEL_RETURN_IF_ERROR(memory_->List(ListedAs(work)));
  return memory_->Keep(work.remembered, work.stored, work.source_bytes);
}

Status Sink::Write(Work& work) {
  const std::size_t own = instances_.writers().size();
  for (std::size_t w = 0; w < work.rendered.size(); ++w) {
    if (!work.written[w]) continue;
    Writer& writer = w < own ? *instances_.writers()[w] : *options_.extra_writers[w - own].writer;
    KOPPEL_RETURN_IF_ERROR(Guarded([&] { return writer.Append(work.item.id, work.rendered[w]); }));
  }
  ++report_.output;
  return Ok();
}

Status Sink::Filter(Work& work) {
  ++report_.filtered;
  if (report_.filter.size() < RunReport::kMaxListed) {
    report_.filter.push_back({work.item.id, work.item.uri, work.step, work.reason});
  }
  return Ok();
}

Status Sink::PutAside(Work& work) {
  ++report_.quarantined;
  const Casualty casualty{work.item.id, work.item.uri, work.step, work.status.message(),
                          work.status.kind()};
  Result<std::string> file =
      work.loaded ? Result<std::string>(std::string()) : ReadFile(work.file->content);
  const std::string* bytes = work.loaded ? &work.item.bytes : file.ok() ? &*file : nullptr;
  KOPPEL_RETURN_IF_ERROR(quarantine_.Add(casualty, bytes));
  if (report_.quarantine.size() < RunReport::kMaxListed) report_.quarantine.push_back(casualty);
  last_ = fmt::format("{}: {}: {}", casualty.step, casualty.document, casualty.reason);
  last_kind_ = casualty.kind;
  return CheckRate(static_cast<std::uint64_t>(pipeline_.max_error_rate_after));
}

Status Sink::CountSkipped(const Work& work) {
  ++skipped_;
  last_ = work.skipped;
  last_kind_ = ErrorKind::kBadInput;
  return CheckRate(static_cast<std::uint64_t>(pipeline_.max_error_rate_after));
}

Status Sink::CheckRate(std::uint64_t at_least) const {
  const auto errors = static_cast<double>(report_.quarantined + skipped_);
  const auto seen = static_cast<double>(report_.read);
  if (report_.read < at_least || errors == 0) return Ok();
  if (errors <= pipeline_.max_error_rate * seen) return Ok();
  const std::string skipped =
      skipped_ > 0 ? fmt::format(" and {} with a skipped step", skipped_) : "";
  return {
      last_kind_,
      fmt::format("{} of {} documents quarantined{}, more than max_rate {} allows; the last: {}",
                  report_.quarantined, report_.read, skipped, pipeline_.max_error_rate, last_)};
}

}  // namespace koppel
