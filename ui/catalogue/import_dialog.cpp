#include "ui/catalogue/import_dialog.h"

#include "ui/parts/panel_layout.h"
#include "ui/parts/screen_fit.h"
#include "ui/workspace/when_ready.h"
#include "ui/workspace/workspace.h"

#include <QApplication>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace purchasing::ui {

ImportDialog::ImportDialog(Workspace& workspace, QWidget* parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_folder(new QLineEdit(this))
    , m_choose(new QPushButton(tr("&Choose folder…"), this))
    , m_progress(new QProgressBar(this))
    , m_summary(new QLabel(this))
    , m_files(plainTable({tr("File"), tr("New"), tr("Changed"), tr("Unchanged")},
                         QStringLiteral("table.importFiles"), this))
    , m_cells(plainTable({tr("File"), tr("Line"), tr("Column"), tr("Kind"), tr("Problem")},
                         QStringLiteral("table.badCells"), this))
{
    setObjectName(QStringLiteral("dialog.import"));
    setWindowTitle(tr("Import CSV files"));
    m_folder->setObjectName(QStringLiteral("edit.importFolder"));
    m_folder->setReadOnly(true);
    m_folder->setAccessibleName(tr("Folder with the CSV files"));
    m_folder->setPlaceholderText(tr("A folder with products.csv, oms_history.csv, inventory_levels.csv, …"));
    m_summary->setObjectName(QStringLiteral("label.importSummary"));
    m_summary->setWordWrap(true);
    m_summary->setText(tr("Nothing is changed until you click Import. All files are taken, or none."));
    m_files->setAccessibleName(tr("What each file would change"));
    m_cells->setAccessibleName(tr("Cells that cannot be taken, and warnings"));
    m_progress->setRange(0, 1000);
    m_progress->hide();
    auto* row = new QHBoxLayout;
    row->addWidget(m_folder, 1);
    row->addWidget(m_choose);
    auto* buttons = new QDialogButtonBox(this);
    m_import = buttons->addButton(tr("&Import"), QDialogButtonBox::ActionRole);
    m_import->setObjectName(QStringLiteral("btn.import"));
    m_close = buttons->addButton(QDialogButtonBox::Close);
    m_close->setObjectName(QStringLiteral("btn.importClose"));
    m_choose->setObjectName(QStringLiteral("btn.importChoose"));
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(row);
    layout->addWidget(m_summary);
    layout->addWidget(m_progress);
    layout->addWidget(m_files, 1);
    layout->addWidget(m_cells, 1);
    layout->addWidget(buttons);
    m_cells->hide();
    resizeWithin(*this, {680, 520});
    connect(m_choose, &QPushButton::clicked, this, [this] {
        const QString folder = QFileDialog::getExistingDirectory(this, tr("Folder with the CSV files"));
        if (!folder.isEmpty())
            setFolder(folder);
    });
    connect(m_import, &QPushButton::clicked, this, [this] { run(false); });
    connect(buttons, &QDialogButtonBox::rejected, this, &ImportDialog::reject);
    setRunning(false);
}

void ImportDialog::setFolder(const QString& folder)
{
    m_folder->setText(folder);
    run(true);
}

void ImportDialog::reject()
{
    if (m_running)
        m_cancelled->store(true); // The report of the cancelled run brings the dialog back.
    else
        QDialog::reject();
}

void ImportDialog::run(bool dryRun)
{
    ImportOptions options;
    options.dryRun = dryRun;
    m_cancelled = std::make_shared<std::atomic_bool>(false);
    options.cancelled = m_cancelled;
    options.progress = [guard = QPointer<ImportDialog>(this), cancelled = m_cancelled](const QString& file,
                                                                                       double share) {
        if (cancelled->load())
            return;
        QMetaObject::invokeMethod(
            qApp,
            [guard, file, share] {
                if (!guard || !guard->m_running)
                    return;
                guard->m_progress->setFormat(tr("%1: %p %").arg(file));
                guard->m_progress->setValue(static_cast<int>(share * 1000));
            },
            Qt::QueuedConnection);
    };
    setRunning(true);
    whenReady(m_workspace.connection().importer->import(m_folder->text(), options), this,
              [this, dryRun](const Result<ImportReport>& report) {
                  setRunning(false);
                  show(report, dryRun);
              });
}

void ImportDialog::show(const Result<ImportReport>& report, bool dryRun)
{
    m_clean = false;
    m_files->setRowCount(0);
    m_cells->setRowCount(0);
    m_cells->setVisible(report && !(report->badCells.empty() && report->warnings.empty()));
    if (!report) {
        m_summary->setText(report.error().message);
        return setRunning(false);
    }
    const QLocale locale;
    for (const ImportedFile& file : report->files) {
        const int row = m_files->rowCount();
        m_files->insertRow(row);
        setCell(m_files, row, 0, file.file);
        setCell(m_files, row, 1, locale.toString(static_cast<qlonglong>(file.added)), true);
        setCell(m_files, row, 2, locale.toString(static_cast<qlonglong>(file.changed)), true);
        setCell(m_files, row, 3, locale.toString(static_cast<qlonglong>(file.unchanged)), true);
    }
    const auto addCells = [&](const std::vector<BadCell>& cells, const QString& kind) {
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
    addCells(report->badCells, tr("Mistake"));
    addCells(report->warnings, tr("Warning"));
    m_files->resizeColumnsToContents();
    m_cells->resizeColumnsToContents();
    if (report->badCellCount > 0) {
        m_summary->setText(tr("%n cell(s) cannot be taken, so nothing is imported. Correct the files and "
                              "choose the folder again.",
                              nullptr,
                              static_cast<int>(std::min<std::int64_t>(report->badCellCount, 1000000000))));
    } else if (report->applied) {
        m_summary->setText(tr("Imported. The catalogue is being read again."));
        m_workspace.noticeChange();
    } else {
        m_clean = dryRun;
        m_summary->setText(
            report->warningCount > 0
                ? tr("%n value(s) can be taken but deserve a look. Import takes what is new or "
                     "changed.",
                     nullptr, static_cast<int>(std::min<std::int64_t>(report->warningCount, 1000000000)))
                : tr("Nothing is wrong with the files. Import takes what is new or changed."));
    }
    if (!report->notTaken.isEmpty())
        m_summary->setText(m_summary->text() + QLatin1Char('\n') + report->notTaken.join(QLatin1Char('\n')));
    setRunning(false);
}

void ImportDialog::setRunning(bool running)
{
    m_running = running;
    m_progress->setVisible(running);
    m_progress->setValue(0);
    m_choose->setEnabled(!running);
    const bool readOnly = m_workspace.connection().readOnly;
    m_import->setEnabled(!running && m_clean && !readOnly);
    m_import->setToolTip(readOnly       ? tr("Unavailable: the database is open read-only")
                             : running  ? tr("Unavailable: the files are being read")
                             : !m_clean ? tr("Unavailable: choose a folder whose files have no mistakes")
                                        : QString());
    m_close->setText(running ? tr("Cancel") : tr("Close"));
}

} // namespace purchasing::ui
