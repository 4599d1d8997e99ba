#include "app/purchasing/import_command.h"

#include "app/purchasing/confirmation.h"
#include "app/purchasing/import_printing.h"
#include "app/purchasing/session.h"
#include "ui/export/table_writer.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <optional>
#include <vector>

namespace purchasing {
namespace {

constexpr int kImportFailed = 1;
constexpr int kWrongUsage = 2;

struct ImportCommandOptions : SessionOptions
{
    std::string path;
    bool dryRun = false;
    std::string map;
    std::string saveMap;
    std::string changes;
    std::string sheet;
    std::string separator;
    std::string encoding;
    std::string decimal;
    std::string dates;
    std::optional<int> header;
    std::vector<std::string> columns;
    std::vector<std::string> values;
};

/// What the options say about the files; nullopt, said on standard error, where one says nothing.
std::optional<FileMapping> correctionsIn(const ImportCommandOptions& options)
{
    FileMapping mapping;
    const auto refused = [](const char* option, const std::string& text) {
        std::fprintf(stderr, "%s: \"%s\" is not one of its values\n", option, text.c_str());
        return std::nullopt;
    };
    if (!options.separator.empty()) {
        const auto separator = separatorFromWord(QString::fromStdString(options.separator));
        if (!separator)
            return refused("--separator", options.separator);
        mapping.form.separator = *separator;
    }
    if (!options.decimal.empty()) {
        const auto decimal = decimalFromWord(QString::fromStdString(options.decimal));
        if (!decimal)
            return refused("--decimal", options.decimal);
        mapping.form.decimal = *decimal;
    }
    if (!options.dates.empty()) {
        const auto dates = dayOrderFromWord(QString::fromStdString(options.dates));
        if (!dates)
            return refused("--dates", options.dates);
        mapping.form.days = *dates;
    }
    mapping.form.sheet = QString::fromStdString(options.sheet);
    mapping.form.encoding = QString::fromStdString(options.encoding);
    mapping.form.headerLine = options.header.value_or(FileForm::kFindHeader);
    for (const std::string& option : options.columns) {
        const QString text = QString::fromStdString(option); // A header may have a sign of equality.
        if (!text.contains(QLatin1Char('=')))
            return refused("--column", option);
        mapping.setColumn(text.section(QLatin1Char('='), 0, -2), text.section(QLatin1Char('='), -1));
    }
    for (const std::string& option : options.values) {
        const QString text = QString::fromStdString(option);
        if (!text.contains(QLatin1Char('=')))
            return refused("--value", option);
        mapping.values.insert(text.section(QLatin1Char('='), 0, 0), text.section(QLatin1Char('='), 1));
    }
    return mapping;
}

Result<std::vector<FileMapping>> mappingsIn(const std::string& path)
{
    if (path.empty())
        return std::vector<FileMapping>();
    QFile file(QString::fromStdString(path));
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorKind::NotFound,
                     QStringLiteral("%1 cannot be read: %2").arg(file.fileName(), file.errorString()),
                     {}};
    return mappingsFromJson(file.readAll());
}

Result<Done> saveMappings(const std::string& path, const std::vector<RecognisedFile>& files)
{
    std::vector<FileMapping> mappings;
    for (const RecognisedFile& file : files) {
        if (file.canBeTaken())
            mappings.push_back(file.mapping);
    }
    QSaveFile file(QString::fromStdString(path));
    if (!file.open(QIODevice::WriteOnly) || file.write(mappingsToJson(mappings)) < 0 || !file.commit())
        return Error{ErrorKind::Unavailable,
                     QStringLiteral("%1 cannot be written: %2").arg(file.fileName(), file.errorString()),
                     {}};
    return Done{};
}

/// The values that an import changes, old beside new, as a file that spreadsheets read and compute nothing
/// of.
Result<Done> saveChanges(const std::string& path, const std::vector<ImportedChange>& changes)
{
    ui::Table table;
    table.headers = QStringLiteral("table,row,field,before,after").split(QLatin1Char(','));
    table.rowCount = static_cast<std::int64_t>(changes.size());
    table.row = [&changes](std::int64_t row, std::vector<ui::Cell>& cells) {
        const ImportedChange& change = changes[static_cast<std::size_t>(row)];
        cells = {change.table, change.key, change.field, change.before, change.after};
    };
    return ui::writeCsv(table, QString::fromStdString(path), {});
}

int showReport(const ImportCommandOptions& options, const std::vector<RecognisedFile>& files,
               const Result<ImportReport>& report)
{
    if (!report)
        return printError(report.error(), options.json);
    if (!options.changes.empty()) {
        // What was taken is taken; that it could not be listed is no reason to say otherwise.
        if (const Result<Done> saved = saveChanges(options.changes, report->changes); !saved)
            printNotes({saved.error().message});
        else if (report->changes.size() >= kMostChanges)
            printNotes({QStringLiteral("Only the first %1 changed values were listed.").arg(kMostChanges)});
    }
    if (options.json) {
        QJsonObject json = jsonOf(*report);
        json.insert(QStringLiteral("recognised"), jsonOf(files));
        printJson(json);
    } else {
        printReport(*report, options.dryRun);
    }
    return report->badCellCount > 0 ? kImportFailed : 0;
}

/// Says what has to be said first.
int ask(const ImportCommandOptions& options, const std::vector<RecognisedFile>& files)
{
    if (options.json)
        printJson({{QStringLiteral("applied"), false}, {QStringLiteral("recognised"), jsonOf(files)}});
    std::fputs("Nothing was imported.\n", stderr);
    return kImportFailed;
}

int import(const ImportCommandOptions& options)
{
    const std::optional<FileMapping> corrections = correctionsIn(options);
    if (!corrections)
        return kWrongUsage;
    const Result<std::vector<FileMapping>> mappings = mappingsIn(options.map);
    if (!mappings)
        return printError(mappings.error(), options.json);
    if (!options.dryRun) {
        if (const Result<Done> confirmed = requireConfirmed(options); !confirmed)
            return printError(confirmed.error(), options.json);
    }
    const Result<Session> session = openSession(options);
    if (!session)
        return printError(session.error(), options.json);
    CatalogueImporter* importer = session->installation.importer.get();
    if (!importer) {
        return printError(
            {ErrorKind::Refused,
             QStringLiteral("The catalogue belongs to the services. Import it into their databases, "
                            "with --database or --mysql."),
             {}},
            options.json);
    }
    ImportOptions how;
    how.dryRun = options.dryRun;
    how.listChanges = !options.changes.empty();
    const QString path = QString::fromStdString(options.path);
    const std::vector<RecognisedFile> files = importer->recognise(path, *mappings, *corrections).result();
    if (files.empty() || !QFileInfo::exists(path)) // Says which files a folder may have.
        return showReport(options, files, importer->import(path, how).result());
    if (!options.json)
        printRecognised(files, options.dryRun);
    if (!std::all_of(files.begin(), files.end(),
                     [](const RecognisedFile& file) { return file.canBeTaken(); }))
        return ask(options, files);
    if (!options.saveMap.empty()) {
        if (const Result<Done> saved = saveMappings(options.saveMap, files); !saved)
            return printError(saved.error(), options.json);
    }
    return showReport(options, files, importer->import(files, how).result());
}

} // namespace

void addImportCommand(CLI::App& app, int& exitCode)
{
    auto options = std::make_shared<ImportCommandOptions>();
    CLI::App* command = addSessionCommand(
        app, "import",
        "Take a CSV file or workbook, or those of a folder, into the catalogue, all of it or nothing",
        *options);
    command->add_option("path", options->path, "The file or folder")->required();
    command->add_flag("--dry-run", options->dryRun,
                      "Only say what the files are and what is new, changed, wrong or has to be said");
    command->add_option("--map", options->map, "A mapping: which column is which field")->check(kNotEmpty);
    command->add_option("--save-map", options->saveMap, "Write what was recognised as a mapping")
        ->check(kNotEmpty);
    command
        ->add_option("--changes", options->changes,
                     "Write the values that change, or would, as CSV: before and after")
        ->check(kNotEmpty);
    command->add_option("--sheet", options->sheet, "Which sheet of a workbook")->check(kNotEmpty);
    command->add_option("--separator", options->separator, "comma, semicolon, tab or pipe")->check(kNotEmpty);
    command->add_option("--encoding", options->encoding, "UTF-8, UTF-16LE, windows-1252, …")
        ->check(kNotEmpty);
    command->add_option("--decimal", options->decimal, "point or comma")->check(kNotEmpty);
    command->add_option("--dates", options->dates, "dmy, mdy or ymd, for dates in numbers")->check(kNotEmpty);
    command->add_option("--header", options->header, "The line with the column names; 0: there is none")
        ->check(CLI::Range(0, 1000000));
    command
        ->add_option("--column", options->columns, "HEADER=FIELD: what a column is; HEADER=: nothing of ours")
        ->type_size(1)
        ->check(kNotEmpty);
    command->add_option("--value", options->values, "FIELD=TEXT: the same in every row, such as the supplier")
        ->type_size(1)
        ->check(kNotEmpty);
    addConfirmOption(*command, options->confirmed);
    command->callback([&exitCode, options] { exitCode = import(*options); });
}

} // namespace purchasing
