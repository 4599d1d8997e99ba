#pragma once

#include "core/domain/result.h"
#include "core/ports/recognised_file.h"

#include <QFuture>
#include <QString>
#include <QStringList>

#include <atomic>
#include <functional>
#include <memory>
#include <vector>

namespace purchasing {

/// One cell that cannot be taken, and why.
struct BadCell
{
    QString file;
    int line = 0; ///< 0: the file as a whole.
    QString column;
    QString problem;
};

/// What a file would do, or did, to its table.
struct ImportedFile
{
    QString file;
    QString table; ///< Which one of those that the file fills; empty for a file of our own form.
    std::int64_t added = 0;
    std::int64_t changed = 0;
    std::int64_t unchanged = 0;
};

/// One value that an import changes or adds.
struct ImportedChange
{
    QString table;
    QString key; ///< "PROD-001 · SUP-001"
    QString field;
    QString before; ///< Null where the row is new.
    QString after;
};

struct ImportReport
{
    std::vector<ImportedFile> files;
    /// Files and columns for which another system's database has no place, in sentences; the rest is taken.
    QStringList notTaken;
    std::vector<BadCell> badCells; ///< The first kMostBadCells of them.
    std::int64_t badCellCount = 0;
    /// Cells that are taken although they will block a product or look like a mistake; the first
    /// kMostBadCells of them. Only a dry run looks for all kinds of them.
    std::vector<BadCell> warnings;
    std::int64_t warningCount = 0;
    std::vector<ImportedChange> changes; ///< The first kMostChanges, where the options ask for them.
    /// Rows of people's files that are none, in sentences: sums, notes, empty rows.
    QStringList leftOut;
    bool applied = false; ///< Never with a bad cell: all of it or nothing.
};

inline constexpr std::size_t kMostBadCells = 1000;
inline constexpr std::size_t kMostChanges = 100000;

struct ImportOptions
{
    bool dryRun = false; ///< Only reports.
    bool listChanges = false; ///< Old and new values, which takes longer.
    /// Told on a worker thread: the file and the share of it that was read, 0 to 1.
    std::function<void(const QString& file, double share)> progress;
    std::shared_ptr<std::atomic_bool> cancelled; ///< Stops soon after it is set; nothing is changed then.
};

/// Takes catalogues in.
class CatalogueImporter
{
public:
    virtual ~CatalogueImporter() = default;
    /// Reads the CSV files of a folder into the catalogue, all in one transaction or nothing. Columns that a
    /// file does not have keep their values. Where demand_daily.csv comes without oms_history.csv, average
    /// and trend are computed from it over what the table then holds: the last 90 days, and the trend by
    /// comparing their two halves, ±10 %.
    [[nodiscard]] virtual QFuture<Result<ImportReport>> import(const QString& folder,
                                                               const ImportOptions& options) = 0;

    /// The fields that columns of people's files can fill.
    [[nodiscard]] virtual std::vector<ImportField> fields() const = 0;
    /// Looks what a file is, or the files of a folder are; `given` are mappings, of which each file takes the
    /// first that fits its header, and `corrections` what somebody says about all of them, or about the file.
    [[nodiscard]] virtual QFuture<std::vector<RecognisedFile>>
    recognise(const QString& path, const std::vector<FileMapping>& given, const FileMapping& corrections) = 0;
    /// The same as import(folder) for files that were recognised, wherever they are. Rows of one file may
    /// fill several tables; a cell that can be meant in two ways is a bad cell.
    [[nodiscard]] virtual QFuture<Result<ImportReport>> import(const std::vector<RecognisedFile>& files,
                                                               const ImportOptions& options) = 0;
};

} // namespace purchasing
