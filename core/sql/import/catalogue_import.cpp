#include "core/sql/import/catalogue_import.h"

#include "core/sql/engine/transaction.h"
#include "core/sql/import/file_import.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace purchasing::sql {
namespace {

struct CatalogueImportWords
{
    Q_DECLARE_TR_FUNCTIONS(purchasing::sql::CatalogueImport)
};

/// From its beginning changes are not written down one by one (0006_changes.sql); at its end one entry stands
/// for all.
class BulkChange
{
public:
    explicit BulkChange(Connection& connection)
        : m_connection(connection)
    {
        if (!m_connection.dialect().isMysql())
            m_connection.execute(QStringLiteral("INSERT INTO catalogue_bulk(id) VALUES (1)"));
    }
    /// Without it nothing may be committed. Throws Failure.
    void finish()
    {
        if (m_connection.dialect().isMysql())
            return;
        m_connection.execute(QStringLiteral("DELETE FROM catalogue_bulk"));
        m_connection.execute(QStringLiteral("INSERT INTO catalogue_change(product_id) VALUES (NULL)"));
    }

private:
    Connection& m_connection;
};

using Files = std::vector<std::unique_ptr<FileImport>>;

/// The files of the folder, and what is computed from them, in their stages. Nothing is compared or changed.
void stage(Connection& connection, const QString& folder, QDate today, const ImportOptions& options,
           ImportReport& report, Files& files)
{
    // Temporary tables need no turn and no lock.
    Transaction once(connection, {QStringLiteral("BEGIN")});
    bool history = false;
    const FileImport* daily = nullptr;
    for (const CsvTable& table : csvTables()) {
        const QString path = QDir(folder).filePath(QString::fromLatin1(table.file));
        if (!QFileInfo::exists(path))
            continue;
        history = history || qstrcmp(table.file, "oms_history.csv") == 0;
        files.push_back(std::make_unique<FileImport>(connection, table, path, report, options));
        files.back()->read();
        if (qstrcmp(table.file, "demand_daily.csv") == 0)
            daily = files.back().get();
    }
    if (files.empty())
        throw Failure(
            ErrorKind::NotFound,
            CatalogueImportWords::tr(
                "%1 holds none of the files that can be imported (products.csv, oms_history.csv, …).")
                .arg(folder));
    if (report.badCellCount == 0 && daily && !history) {
        files.push_back(std::make_unique<FileImport>(connection, csvTables()[1], QString(), report, options));
        files.back()->computeFromDailyDemand(*daily, today);
    }
    if (report.badCellCount == 0 && options.dryRun) {
        for (const auto& file : files)
            file->lookAtProducts(files);
    }
    once.commit();
}

Result<ImportReport> importFolder(Connection& connection, const QString& folder, QDate today,
                                  const ImportOptions& options)
{
    ImportReport report;
    Files files; // Their stages outlive the transactions.
    try {
        stage(connection, folder, today, options, report, files);
        if (report.badCellCount > 0)
            return report;
        const Dialect& dialect = connection.dialect();
        Transaction all(connection, options.dryRun ? dialect.beginRead() : dialect.beginCatalogueWrite());
        for (const auto& file : files)
            file->count();
        if (!options.dryRun) {
            const bool isNews =
                std::any_of(report.files.begin(), report.files.end(),
                            [](const ImportedFile& file) { return file.added + file.changed > 0; });
            if (isNews) {
                BulkChange bulk(connection);
                for (const auto& file : files)
                    file->apply();
                bulk.finish();
            }
            all.commit();
            report.applied = true;
        }
        return report;
    } catch (const Cancelled&) {
        return Error{ErrorKind::Cancelled,
                     CatalogueImportWords::tr("The import was cancelled; nothing was changed."),
                     {}};
    }
}

} // namespace

SqlCatalogueImporter::SqlCatalogueImporter(std::shared_ptr<Database> database)
    : m_database(std::move(database))
{
}

QFuture<Result<ImportReport>> SqlCatalogueImporter::import(const QString& folder,
                                                           const ImportOptions& options)
{
    const QDate today = m_database->clock().now().date();
    return m_database->writeInPieces(
        [folder, today, options](Connection& connection) -> Result<ImportReport> {
            return importFolder(connection, folder, today, options);
        });
}

} // namespace purchasing::sql
