#pragma once

#include "core/ports/catalogue_importer.h"
#include "core/sql/import/csv_cell.h"
#include "core/sql/import/merge_statements.h"
#include "core/sql/import/people_rows.h"

#include <QDate>

#include <memory>
#include <optional>

namespace purchasing::sql {

class CsvReader;
class StageWriter;

/// The import was asked to stop.
struct Cancelled
{
};

/// A file of one table, or one of the tables that a people's file fills.
struct ImportSource
{
    const CsvTable* table = nullptr;
    QString path; ///< Empty where the rows are computed.
    QString text; ///< Where its text is.
    const RecognisedFile* people = nullptr; ///< Null for a file of our own form.
    bool isFirst = true; ///< Of the file's tables: tells what concerns them all.
    bool isShared = false; ///< The file fills other tables, too, so that rows of this one may repeat.
    int number = 0; ///< Among the files of the same table.
};

/// One file on its way into a temporary table and from there into its table. Everything throws Failure, and
/// Cancelled when that was asked for.
class FileImport
{
public:
    FileImport(Connection& connection, const ImportSource& source, ImportReport& report,
               const ImportOptions& options);
    /// Drops the temporary table.
    ~FileImport();
    FileImport(const FileImport&) = delete;
    FileImport& operator=(const FileImport&) = delete;

    /// Reads the file into the stage; what cannot be taken is noted in the report.
    void read();
    /// Makes the stage from what demand_daily.csv, staged by `daily`, brought instead of from a file. `today`
    /// is the last day that counts.
    void computeFromDailyDemand(const FileImport& daily, QDate today);
    /// Warns of products that nothing else knows, `others` included, and of ids that look like another one.
    void lookAtProducts(const std::vector<std::unique_ptr<FileImport>>& others);
    /// Names rows that say something else than a row of `other`, where both fill the same table.
    void findConflicts(const FileImport& other);
    /// Counts what is new, changed and unchanged.
    void count();
    /// Writes what is new or changed, after count().
    void apply();

private:
    [[nodiscard]] QString fileName() const;
    [[nodiscard]] bool takeHeader(const CsvReader& reader);
    void readPeople();
    void makeStage();
    void readRows(CsvReader& reader);
    [[nodiscard]] bool takeRow(const CsvReader& reader);
    [[nodiscard]] bool takePeopleRow(const CsvReader& reader);
    void listChanges();
    void findUnwritable();
    void addBad(int line, const QString& column, const QString& problem);
    void addWarning(int line, const QString& column, const QString& problem);
    void warnOfUnknown(const std::vector<std::unique_ptr<FileImport>>& others);
    void warnOfAlike();
    void inPieces(const std::function<void(int from, int to)>& step);
    void look(double share) const;

    Connection& m_connection;
    ImportSource m_source;
    const CsvTable& m_expected; ///< What the file may have.
    ImportReport& m_report;
    const ImportOptions& m_options;
    TargetTable m_target;
    std::optional<PeopleRows> m_people;
    std::vector<int> m_header; ///< By position in the file, which of the present columns it is; -1: none.
    std::vector<CsvColumn> m_present; ///< Columns that both file and table have.
    std::optional<MergeStatements> m_statements; ///< From the header on.
    std::vector<CsvCell> m_row;
    std::vector<std::string> m_stores;
    bool m_staged = false;
    bool m_targetIsEmpty = false;
    int m_lastLine = 0;
    std::int64_t m_rows = 0;
    ImportedFile m_counts;
};

} // namespace purchasing::sql
