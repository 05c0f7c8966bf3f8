// What the program writes besides what the pipeline's writers do.
#pragma once

#include "koppel/provenance/digest_writer.h"
#include "koppel/report/html_report.h"
#include "koppel/runtime/run_options.h"

namespace koppel {

struct OwnWriters {
  const DigestWriter* digests = nullptr;
  const HtmlReport* page = nullptr;  // null: none is wanted
};

// Makes them part of the run that the options are for; they live as long as its options.
OwnWriters AddOwnWriters(bool with_page, RunOptions& options);

}  // namespace koppel
