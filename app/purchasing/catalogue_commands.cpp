#include "app/purchasing/catalogue_commands.h"

#include "app/purchasing/confirmation.h"
#include "app/purchasing/printing.h"
#include "app/purchasing/session.h"
#include "core/sql/generator/catalogue_csv.h"

#include <QJsonArray>
#include <QJsonObject>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>

namespace purchasing {
namespace {

constexpr int kFailed = 1;
constexpr std::size_t kCellsPrinted = 50; // The rest is counted; --json has up to a thousand.

struct CatalogueOptions : SessionOptions
{
    std::string folder;
    bool dryRun = false;
    std::int64_t products = 1000;
    std::uint64_t seed = 1;
    bool daily = false;
    bool force = false;
};

QJsonObject jsonOf(const ImportReport& report)
{
    QJsonArray files;
    for (const ImportedFile& file : report.files)
        files.append(QJsonObject{{QStringLiteral("file"), file.file},
                                 {QStringLiteral("new"), static_cast<qint64>(file.added)},
                                 {QStringLiteral("changed"), static_cast<qint64>(file.changed)},
                                 {QStringLiteral("unchanged"), static_cast<qint64>(file.unchanged)}});
    const auto cells = [](const std::vector<BadCell>& list) {
        QJsonArray array;
        for (const BadCell& cell : list)
            array.append(QJsonObject{{QStringLiteral("file"), cell.file},
                                     {QStringLiteral("line"), cell.line},
                                     {QStringLiteral("column"), cell.column},
                                     {QStringLiteral("problem"), cell.problem}});
        return array;
    };
    return {{QStringLiteral("applied"), report.applied},
            {QStringLiteral("files"), files},
            {QStringLiteral("not_taken"), QJsonArray::fromStringList(report.notTaken)},
            {QStringLiteral("warnings"), cells(report.warnings)},
            {QStringLiteral("warning_count"), static_cast<qint64>(report.warningCount)},
            {QStringLiteral("bad_cells"), cells(report.badCells)},
            {QStringLiteral("bad_cell_count"), static_cast<qint64>(report.badCellCount)}};
}

void printReport(const ImportReport& report, bool dryRun)
{
    for (const ImportedFile& file : report.files)
        std::printf("%-22s %8lld new  %8lld changed  %8lld unchanged\n", qUtf8Printable(file.file),
                    static_cast<long long>(file.added), static_cast<long long>(file.changed),
                    static_cast<long long>(file.unchanged));
    printNotes(report.notTaken);
    const auto print = [](const std::vector<BadCell>& cells, const char* kind) {
        for (std::size_t i = 0; i < std::min(cells.size(), kCellsPrinted); ++i) {
            const BadCell& cell = cells[i];
            std::fprintf(stderr, "%s:%d: %s%s%s%s\n", qUtf8Printable(cell.file), cell.line, kind,
                         qUtf8Printable(cell.column), cell.column.isEmpty() ? "" : ": ",
                         qUtf8Printable(cell.problem));
        }
    };
    print(report.warnings, "warning: ");
    print(report.badCells, "");
    if (report.warningCount > 0)
        std::fprintf(stderr, "%lld warnings.\n", static_cast<long long>(report.warningCount));
    if (report.badCellCount > 0)
        std::fprintf(stderr, "%lld bad cells; nothing was imported.\n",
                     static_cast<long long>(report.badCellCount));
    else if (dryRun)
        std::puts("Dry run: nothing was changed.");
}

int importFolder(const CatalogueOptions& options)
{
    if (!options.dryRun) {
        if (const Result<Done> confirmed = requireConfirmed(options); !confirmed)
            return printError(confirmed.error(), options.json);
    }
    const Result<Session> session = openSession(options);
    if (!session)
        return printError(session.error(), options.json);
    if (!session->installation.importer) {
        return printError(
            {ErrorKind::Refused,
             QStringLiteral("The catalogue belongs to the services. Import it into their databases, "
                            "with --database or --mysql."),
             {}},
            options.json);
    }
    ImportOptions import;
    import.dryRun = options.dryRun;
    const Result<ImportReport> report =
        session->installation.importer->import(QString::fromStdString(options.folder), import).result();
    if (!report)
        return printError(report.error(), options.json);
    if (options.json)
        printJson(jsonOf(*report));
    else
        printReport(*report, options.dryRun);
    return report->badCellCount > 0 ? kFailed : 0;
}

int generate(const CatalogueOptions& options)
{
    sql::CatalogueCsvOptions csv;
    csv.products = options.products;
    csv.seed = options.seed;
    csv.dailyDemand = options.daily;
    csv.replace = options.force;
    const Result<Done> written = sql::writeCatalogueCsv(QString::fromStdString(options.folder), csv);
    if (!written)
        return printError(written.error(), false);
    std::printf("%lld products in %s; take them in with: purchasing import %s\n",
                static_cast<long long>(options.products), options.folder.c_str(), options.folder.c_str());
    return 0;
}

} // namespace

void addCatalogueCommands(CLI::App& app, int& exitCode)
{
    auto options = std::make_shared<CatalogueOptions>();
    CLI::App* importCommand = addSessionCommand(
        app, "import", "Take a folder of CSV files into the catalogue, all of it or nothing", *options);
    importCommand->add_option("folder", options->folder, "The folder")->required();
    importCommand->add_flag("--dry-run", options->dryRun, "Only say what is new, changed or wrong");
    addConfirmOption(*importCommand, options->confirmed);
    importCommand->callback([&exitCode, options] { exitCode = importFolder(*options); });

    CLI::App* generateCommand = app.add_subcommand(
        "generate", "Make a catalogue of any size as CSV files, the same for the same seed");
    generateCommand->add_option("folder", options->folder, "Where to")->default_val("catalogue");
    generateCommand->add_option("--products", options->products, "How many products")
        ->check(CLI::Range(1, 100000000));
    generateCommand->add_option("--seed", options->seed, "Number that decides the catalogue");
    generateCommand->add_flag("--daily", options->daily, "Also a year of daily demand for each product");
    generateCommand->add_flag("--force", options->force, "Replace files that are there already");
    generateCommand->callback([&exitCode, options] { exitCode = generate(*options); });
}

} // namespace purchasing
