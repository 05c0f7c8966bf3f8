// Components write.csv and write.tsv: annotations as rows of a table.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "koppel/component.h"
#include "single_file.h"
#include "table_columns.h"
#include "table_format.h"

namespace koppel::write {

struct TableParams {
  std::string path = {};
  std::vector<std::string> layers = {};
  std::vector<std::string> columns = {};
  std::vector<std::string> skip_kinds = {};

  template <class P>
  static void DeclareTable(ParamSpec<P>& spec);
};

// Rows of several layers stand in the order of their places in the text.
class TableWriter : public Writer {
 public:
  Status Open(Setup& setup) override;
  Status Render(const Document& document, std::string& out) const override;
  Status Append(std::string_view, std::string_view rendered) override {
    return file_.Append(rendered);
  }
  Status Close() override { return file_.Close(); }

 protected:
  TableWriter(TableParams params, char separator, std::string_view line_end)
      : params_(std::move(params)), separator_(separator), line_end_(line_end) {}

 private:
  virtual void AppendField(std::string_view field, std::string& out) const = 0;
  void AppendLine(const std::function<std::string(const TableColumn&)>& cell,
                  std::string& out) const;

  TableParams params_;
  char separator_;
  std::string_view line_end_;
  std::vector<TableColumn> columns_;
  SingleFile file_;
};

class CsvWriter final : public TableWriter {
 public:
  struct Params : TableParams {
    Params() { path = "table.csv"; }
    bool guard_formulas = false;
  };
  static void Declare(ParamSpec<Params>& spec);
  static constexpr Traits kTraits{.help = "Writes annotations as rows of a comma-separated table.",
                                  .concurrency = Concurrency::kParallel};
  explicit CsvWriter(Params params)
      : TableWriter(params, ',', kCsvLineEnd), guard_(params.guard_formulas) {}

 private:
  void AppendField(std::string_view field, std::string& out) const override {
    AppendCsvField(field, guard_, out);
  }
  bool guard_;
};

class TsvWriter final : public TableWriter {
 public:
  struct Params : TableParams {
    Params() { path = "table.tsv"; }
  };
  static void Declare(ParamSpec<Params>& spec);
  static constexpr Traits kTraits{.help = "Writes annotations as rows of a tab-separated table.",
                                  .concurrency = Concurrency::kParallel};
  explicit TsvWriter(Params params) : TableWriter(std::move(params), '\t', kTsvLineEnd) {}

 private:
  void AppendField(std::string_view field, std::string& out) const override {
    AppendTsvField(field, out);
  }
};

}  // namespace koppel::write
