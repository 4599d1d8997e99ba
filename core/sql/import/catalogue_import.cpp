#include "core/sql/import/catalogue_import.h"

#include "core/sql/engine/transaction.h"
#include "core/sql/import/file_import.h"
#include "core/sql/import/recognition/import_fields.h"
#include "core/sql/import/recognition/recognise.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QPromise>
#include <QSet>

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

using FileImports = std::vector<std::unique_ptr<FileImport>>;

bool isFileOf(const CsvTable* table, const char* file)
{
    return qstrcmp(table->file, file) == 0;
}

std::vector<ImportSource> sourcesIn(const QString& folder)
{
    if (!QFileInfo::exists(folder))
        throw Failure(ErrorKind::NotFound, CatalogueImportWords::tr("%1 does not exist.").arg(folder));
    std::vector<ImportSource> sources;
    for (const CsvTable& table : csvTables()) {
        const QString path = QDir(folder).filePath(QString::fromLatin1(table.file));
        if (QFileInfo::exists(path))
            sources.push_back({&table, path, path});
    }
    if (sources.empty())
        throw Failure(
            ErrorKind::NotFound,
            CatalogueImportWords::tr(
                "%1 holds none of the files that can be imported (products.csv, oms_history.csv, …).")
                .arg(folder));
    return sources;
}

/// Table by table, as the files of our own folders are read.
std::vector<ImportSource> sourcesOf(const std::vector<RecognisedFile>& files)
{
    std::vector<ImportSource> sources;
    QSet<const RecognisedFile*> begun;
    for (const CsvTable& table : csvTables()) {
        int number = 0;
        for (const RecognisedFile& file : files) {
            if (!file.tables.contains(nameOfTable(table)))
                continue;
            ImportSource source{&table, file.path, file.text, file.ownTable.isEmpty() ? &file : nullptr};
            source.isFirst = !begun.contains(&file);
            source.isShared = file.tables.size() > 1;
            source.number = number++;
            begun.insert(&file);
            sources.push_back(source);
        }
    }
    return sources;
}

/// Throws Failure for files that somebody has to say something about first.
void requireAnswers(const std::vector<RecognisedFile>& files)
{
    for (const RecognisedFile& file : files) {
        const QString name = QFileInfo(file.path).fileName();
        if (!file.problem.isEmpty())
            throw Failure(ErrorKind::Invalid, QStringLiteral("%1: %2").arg(name, file.problem));
        if (!file.questions.empty())
            throw Failure(ErrorKind::Invalid,
                          QStringLiteral("%1: %2").arg(name, file.questions.front().text));
    }
    if (files.empty())
        throw Failure(ErrorKind::NotFound, CatalogueImportWords::tr("There is no file to import."));
}

/// The files, and what is computed from them, in their stages. Nothing is compared or changed.
void stage(Connection& connection, const std::vector<ImportSource>& sources, QDate today,
           const ImportOptions& options, ImportReport& report, FileImports& files)
{
    // Temporary tables need no turn and no lock.
    Transaction once(connection, {QStringLiteral("BEGIN")});
    bool history = false;
    std::vector<const FileImport*> daily;
    for (const ImportSource& source : sources) {
        history = history || isFileOf(source.table, "oms_history.csv");
        files.push_back(std::make_unique<FileImport>(connection, source, report, options));
        files.back()->read();
        for (std::size_t i = 0; i + 1 < files.size(); ++i)
            files.back()->findConflicts(*files[i]);
        if (isFileOf(source.table, "demand_daily.csv"))
            daily.push_back(files.back().get());
    }
    if (daily.size() > 1 && !history)
        throw Failure(
            ErrorKind::Invalid,
            CatalogueImportWords::tr("Average and trend are computed from one file with daily demand: "
                                     "import several one after the other."));
    if (report.badCellCount == 0 && !daily.empty() && !history) {
        files.push_back(
            std::make_unique<FileImport>(connection, ImportSource{&csvTables()[1], {}, {}}, report, options));
        files.back()->computeFromDailyDemand(*daily.front(), today);
    }
    if (report.badCellCount == 0 && options.dryRun) {
        for (const auto& file : files)
            file->lookAtProducts(files);
    }
    once.commit();
}

Result<ImportReport> importSources(Connection& connection, const std::vector<ImportSource>& sources,
                                   QDate today, const ImportOptions& options)
{
    ImportReport report;
    FileImports files; // Their stages outlive the transactions.
    try {
        if (!connection.dialect().mapping().isEmpty()) {
            throw Failure(
                ErrorKind::Refused,
                CatalogueImportWords::tr("The catalogue is another system's, which is only read here: "
                                         "change it there."));
        }
        stage(connection, sources, today, options, report, files);
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
            return importSources(connection, sourcesIn(folder), today, options);
        });
}

std::vector<ImportField> SqlCatalogueImporter::fields() const
{
    return importFields();
}

QFuture<std::vector<RecognisedFile>> SqlCatalogueImporter::recognise(const QString& path,
                                                                     const std::vector<FileMapping>& given,
                                                                     const FileMapping& corrections)
{
    auto promise = std::make_shared<QPromise<std::vector<RecognisedFile>>>();
    promise->start();
    QFuture<std::vector<RecognisedFile>> recognised = promise->future();
    m_fileReaders.start([promise, path, given, corrections] {
        promise->addResult(recogniseAll(path, given, corrections));
        promise->finish();
    });
    return recognised;
}

QFuture<Result<ImportReport>> SqlCatalogueImporter::import(const std::vector<RecognisedFile>& files,
                                                           const ImportOptions& options)
{
    const QDate today = m_database->clock().now().date();
    return m_database->writeInPieces([files, today, options](Connection& connection) -> Result<ImportReport> {
        requireAnswers(files);
        return importSources(connection, sourcesOf(files), today, options);
    });
}

} // namespace purchasing::sql
