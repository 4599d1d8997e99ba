#include "ui/catalogue/import_report_page.h"

#include "core/domain/table_titles.h"
#include "ui/export/export_dialog.h"
#include "ui/parts/panel_layout.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace purchasing::ui {
namespace {

constexpr std::size_t kMostShown = 1000; // The rest is in the exported list.
constexpr int kWidestReportColumn = 300;

void narrowColumns(QTableWidget* table)
{
    table->horizontalHeader()->setStretchLastSection(false);
    table->resizeColumnsToContents();
    for (int column = 0; column < table->columnCount(); ++column)
        table->setColumnWidth(column, std::min(table->columnWidth(column), kWidestReportColumn));
    widenToHeaders(*table);
    table->horizontalHeader()->setStretchLastSection(true);
}

/// The changes with tables and fields as the program calls them, and numbers as the language writes them.
std::vector<ImportedChange> inWords(std::vector<ImportedChange> changes,
                                    const std::vector<ImportField>& fields)
{
    for (ImportedChange& change : changes) {
        const auto known = std::find_if(fields.begin(), fields.end(), [&change](const ImportField& one) {
            return one.field == change.field;
        });
        change.table = titleOfTable(change.table);
        if (known == fields.end())
            continue;
        change.field = known->title;
        change.before = known->inWords(change.before);
        change.after = known->inWords(change.after);
    }
    return changes;
}

Cell textOrNothing(const QString& text)
{
    return text.isEmpty() ? Cell() : Cell(text);
}

} // namespace

ImportReportPage::ImportReportPage(QWidget* parent)
    : QWidget(parent)
    , m_files(plainTable({tr("File"), tr("New"), tr("Changed"), tr("Unchanged"), tr("Fills")},
                         QStringLiteral("table.importFiles"), this))
    , m_cells(plainTable({tr("File"), tr("Line"), tr("Column"), tr("Kind"), tr("Problem")},
                         QStringLiteral("table.badCells"), this))
    , m_changesTitle(new QLabel(this))
    , m_export(new QPushButton(tr("E&xport this list…"), this))
    , m_changes(plainTable({tr("Table"), tr("Id"), tr("Field"), tr("Before"), tr("After")},
                           QStringLiteral("table.importChanges"), this))
{
    m_files->setAccessibleName(tr("What each file would change"));
    m_cells->setAccessibleName(tr("Cells that cannot be taken, and warnings"));
    m_changes->setAccessibleName(tr("Values that change"));
    m_changesTitle->setObjectName(QStringLiteral("label.importChanges"));
    m_export->setObjectName(QStringLiteral("btn.importExportChanges"));
    auto* row = new QHBoxLayout;
    row->addWidget(m_changesTitle, 1);
    row->addWidget(m_export);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_files, 1);
    layout->addWidget(m_cells, 1);
    layout->addLayout(row);
    layout->addWidget(m_changes, 1);
    connect(m_export, &QPushButton::clicked, this, &ImportReportPage::exportChanges);
    clear();
}

void ImportReportPage::clear()
{
    m_changed.reset();
    for (QTableWidget* table : {m_files, m_cells, m_changes})
        table->setRowCount(0);
    for (QWidget* widget : {static_cast<QWidget*>(m_cells), static_cast<QWidget*>(m_changesTitle),
                            static_cast<QWidget*>(m_export), static_cast<QWidget*>(m_changes)})
        widget->hide();
}

void ImportReportPage::show(const ImportReport& report, const std::vector<ImportField>& fields)
{
    clear();
    showFiles(report);
    showCells(report);
    if (report.badCellCount == 0)
        showChanges(report, fields);
}

void ImportReportPage::showFiles(const ImportReport& report)
{
    const QLocale locale;
    for (const ImportedFile& file : report.files) {
        const int row = m_files->rowCount();
        m_files->insertRow(row);
        setCell(m_files, row, 0, file.file);
        setCell(m_files, row, 1, locale.toString(static_cast<qlonglong>(file.added)), true);
        setCell(m_files, row, 2, locale.toString(static_cast<qlonglong>(file.changed)), true);
        setCell(m_files, row, 3, locale.toString(static_cast<qlonglong>(file.unchanged)), true);
        setCell(m_files, row, 4,
                titleOfTable(file.table.isEmpty() ? QFileInfo(file.file).completeBaseName() : file.table));
    }
    narrowColumns(m_files);
    m_files->setVisible(m_files->rowCount() > 0);
}

void ImportReportPage::showCells(const ImportReport& report)
{
    const QLocale locale;
    const auto add = [&](const std::vector<BadCell>& cells, const QString& kind) {
        for (const BadCell& cell : cells) {
            const int row = m_cells->rowCount();
            m_cells->insertRow(row);
            setCell(m_cells, row, 0, cell.file);
            setCell(m_cells, row, 1, cell.line > 0 ? locale.toString(cell.line) : QString(), true);
            setCell(m_cells, row, 2, cell.column);
            setCell(m_cells, row, 3, kind);
            setCell(m_cells, row, 4, cell.problem);
        }
    };
    add(report.badCells, tr("Mistake"));
    add(report.warnings, tr("Warning"));
    narrowColumns(m_cells);
    m_cells->setVisible(m_cells->rowCount() > 0);
}

void ImportReportPage::showChanges(const ImportReport& report, const std::vector<ImportField>& fields)
{
    m_changed = std::make_shared<const std::vector<ImportedChange>>(inWords(report.changes, fields));
    const std::size_t shown = std::min(m_changed->size(), kMostShown);
    for (std::size_t i = 0; i < shown; ++i) {
        const ImportedChange& change = (*m_changed)[i];
        const int row = m_changes->rowCount();
        m_changes->insertRow(row);
        setCell(m_changes, row, 0, change.table);
        setCell(m_changes, row, 1, change.key);
        setCell(m_changes, row, 2, change.field);
        setCell(m_changes, row, 3, change.before.isNull() ? tr("new") : change.before);
        setCell(m_changes, row, 4, change.after);
    }
    narrowColumns(m_changes);
    const QLocale locale;
    const QString all = locale.toString(static_cast<qulonglong>(m_changed->size()));
    const QString here = locale.toString(static_cast<qulonglong>(shown));
    const bool isWhole = shown == m_changed->size();
    m_changesTitle->setText(m_changed->empty() ? tr("Nothing changes: everything is as the files say.")
                                : m_changed->size() >= kMostChanges
                                ? tr("The first %1 values that change; %2 of them here:").arg(all, here)
                                : isWhole ? (report.applied ? tr("Values that were changed: %1").arg(all)
                                                            : tr("Values that would change: %1").arg(all))
                                : report.applied
                                ? tr("Values that were changed: %1; %2 of them here:").arg(all, here)
                                : tr("Values that would change: %1; %2 of them here:").arg(all, here));
    m_changesTitle->show();
    m_export->setVisible(!m_changed->empty());
    m_changes->setVisible(!m_changed->empty());
}

void ImportReportPage::exportChanges()
{
    ExportSource source;
    source.title = tr("Changes of the import");
    source.fileName = tr("import-changes");
    const auto count = static_cast<std::int64_t>(m_changed->size());
    source.counts = {0, count, count};
    source.table = [changed = m_changed,
                    headers = QStringList{tr("Table"), tr("Id"), tr("Field"), tr("Before"), tr("After")}](
                       ExportScope, bool) {
        Table table;
        table.headers = headers;
        table.rowCount = static_cast<std::int64_t>(changed->size());
        table.row = [changed](std::int64_t row, std::vector<Cell>& cells) {
            const ImportedChange& change = (*changed)[static_cast<std::size_t>(row)];
            cells = {change.table, change.key, change.field, textOrNothing(change.before),
                     textOrNothing(change.after)};
        };
        return table;
    };
    ExportDialog(source, this).exec();
}

} // namespace purchasing::ui
