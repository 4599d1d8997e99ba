#include "ui/catalogue/import_dialog.h"

#include "ui/catalogue/import_columns_page.h"
#include "ui/catalogue/import_files.h"
#include "ui/catalogue/import_form_page.h"
#include "ui/catalogue/import_report_page.h"
#include "ui/parts/panel_layout.h"
#include "ui/parts/screen_fit.h"
#include "ui/workspace/when_ready.h"
#include "ui/workspace/workspace.h"

#include <QApplication>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace purchasing::ui {
namespace {

constexpr int kProgressParts = 1000;

int asCount(std::int64_t count)
{
    return static_cast<int>(std::min<std::int64_t>(count, 1000000000));
}

} // namespace

ImportDialog::ImportDialog(Workspace& workspace, QSettings& settings, QWidget* parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_remembered(settings)
    , m_files(new ImportFiles(*workspace.connection().importer, m_remembered, this))
    , m_step(new QLabel(this))
    , m_summary(plainLabel({}, this))
    , m_progress(new QProgressBar(this))
    , m_stack(new QStackedWidget(this))
    , m_filePage(new QWidget(this))
    , m_path(new QLineEdit(m_filePage))
    , m_form(new ImportFormPage(*m_files, this))
    , m_columns(new ImportColumnsPage(*m_files, this))
    , m_report(new ImportReportPage(this))
{
    setObjectName(QStringLiteral("dialog.import"));
    setWindowTitle(tr("Import tables"));
    m_step->setObjectName(QStringLiteral("label.importStep"));
    QFont bold = m_step->font();
    bold.setBold(true);
    m_step->setFont(bold);
    m_summary->setObjectName(QStringLiteral("label.importSummary"));
    m_progress->setAccessibleName(tr("How far it is"));
    m_progress->setRange(0, kProgressParts);
    buildFilePage();
    for (QWidget* page : {m_filePage, static_cast<QWidget*>(m_form), static_cast<QWidget*>(m_columns),
                          static_cast<QWidget*>(m_report)})
        m_stack->addWidget(page);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_step);
    layout->addWidget(m_summary);
    layout->addWidget(m_progress);
    layout->addWidget(m_stack, 1);
    buildButtons();
    resizeWithin(*this, {900, 600});
    connect(m_files, &ImportFiles::changed, this, &ImportDialog::filesChanged);
    goTo(FileStep);
    setRunning(false);
}

void ImportDialog::buildFilePage()
{
    m_path->setObjectName(QStringLiteral("edit.importFolder"));
    m_path->setAccessibleName(tr("File or folder"));
    m_path->setPlaceholderText(tr("A price list, a stock list, an export of another program, …"));
    auto* file = new QPushButton(tr("Choose &file…"), m_filePage);
    file->setObjectName(QStringLiteral("btn.importChooseFile"));
    auto* folder = new QPushButton(tr("&Choose folder…"), m_filePage);
    folder->setObjectName(QStringLiteral("btn.importChoose"));
    auto* row = new QHBoxLayout;
    row->addWidget(m_path, 1);
    row->addWidget(file);
    row->addWidget(folder);
    auto* layout = new QVBoxLayout(m_filePage);
    layout->setContentsMargins({});
    layout->addLayout(row);
    layout->addWidget(plainLabel(
        tr("Tables of any program can be taken: workbooks (.xlsx), and text with any separator and "
           "encoding, with titles above the table and sums below it. What is in them is "
           "recognised, and asked where it can be meant in two ways."),
        m_filePage));
    layout->addStretch(1);
    connect(m_path, &QLineEdit::textEdited, this, &ImportDialog::update);
    connect(file, &QPushButton::clicked, this, &ImportDialog::chooseFile);
    connect(folder, &QPushButton::clicked, this, &ImportDialog::chooseFolder);
}

void ImportDialog::buildButtons()
{
    auto* buttons = new QDialogButtonBox(this);
    const auto add = [&](const QString& text, const char* name) {
        QPushButton* button = buttons->addButton(text, QDialogButtonBox::ActionRole);
        button->setObjectName(QLatin1String(name));
        button->setAutoDefault(false);
        return button;
    };
    m_back = add(tr("&Back"), "btn.importBack");
    m_next = add(tr("&Next"), "btn.importNext");
    m_import = add(tr("&Import"), "btn.import");
    m_close = buttons->addButton(QDialogButtonBox::Close);
    m_close->setObjectName(QStringLiteral("btn.importClose"));
    m_close->setAutoDefault(false); // Enter goes on; it neither imports nor throws away what was said.
    m_next->setDefault(true);
    layout()->addWidget(buttons);
    connect(m_back, &QPushButton::clicked, this, [this] { goTo(m_stack->currentIndex() - 1); });
    connect(m_next, &QPushButton::clicked, this, &ImportDialog::next);
    connect(m_import, &QPushButton::clicked, this, [this] { run(false); });
    connect(buttons, &QDialogButtonBox::rejected, this, &ImportDialog::reject);
}

void ImportDialog::chooseFile()
{
    const QString file = QFileDialog::getOpenFileName(
        this, tr("File to import"), {}, tr("Tables (*.csv *.tsv *.txt *.tab *.xlsx);;All files (*)"));
    if (!file.isEmpty())
        setPath(file);
}

void ImportDialog::chooseFolder()
{
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Folder with the files"));
    if (!folder.isEmpty())
        setPath(folder);
}

void ImportDialog::setPath(const QString& path)
{
    m_path->setText(path);
    if (!QFileInfo::exists(path))
        return m_summary->setText(tr("%1 does not exist.").arg(QDir::toNativeSeparators(path)));
    m_opened = path;
    m_isNew = true;
    m_clean = false;
    m_files->open(path);
}

void ImportDialog::filesChanged()
{
    m_form->update();
    m_columns->update();
    if (!m_files->isBusy() && m_isNew) {
        m_isNew = false;
        if (m_files->all().empty()) {
            goTo(FileStep);
            m_summary->setText(tr("The folder holds no file that can be imported (CSV, TSV or text)."));
        } else {
            goTo(m_files->areOurs() ? CheckStep : FormStep);
        }
    }
    update();
}

void ImportDialog::goTo(int step)
{
    m_stack->setCurrentIndex(step);
    const QStringList names{tr("What to import"), tr("How the file is written"), tr("What the columns are"),
                            tr("What would change")};
    m_step->setText(tr("Step %1 of %2: %3").arg(step + 1).arg(names.size()).arg(names[step]));
    if (step == FileStep)
        m_summary->setText(tr("Nothing is changed until you click Import. All files are taken, or none."));
    else if (step == FormStep)
        m_summary->setText(
            tr("This is how the file was understood. Correct it until the rows below are right."));
    else if (step == ColumnsStep) {
        m_summary->setText(
            tr("Choose what each column fills. It is remembered for files with the same columns."));
        m_columns->focusFirst();
    } else
        run(true);
    update();
}

void ImportDialog::next()
{
    if (!whyNotNext().isEmpty())
        return;
    if (isTyped())
        setPath(typedPath());
    else
        goTo(m_stack->currentIndex() + 1);
}

QString ImportDialog::typedPath() const
{
    QString typed = m_path->text().trimmed();
    if (typed.size() > 1 && typed.startsWith(QLatin1Char('"')) && typed.endsWith(QLatin1Char('"')))
        typed = typed.mid(1, typed.size() - 2); // As file managers copy paths.
    return typed.startsWith(QLatin1String("file:")) ? QUrl(typed).toLocalFile() : typed;
}

bool ImportDialog::isTyped() const
{
    return m_stack->currentIndex() == FileStep && !typedPath().isEmpty() && typedPath() != m_opened;
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
    options.listChanges = true;
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
                guard->m_progress->setValue(static_cast<int>(share * kProgressParts));
            },
            Qt::QueuedConnection);
    };
    if (!dryRun)
        m_files->remember();
    m_summary->setText(dryRun ? tr("The files are being read…") : tr("The catalogue is being changed…"));
    setRunning(true);
    whenReady(m_workspace.connection().importer->import(m_files->all(), options), this,
              [this, dryRun](const Result<ImportReport>& report) {
                  setRunning(false);
                  show(report, dryRun);
              });
}

void ImportDialog::show(const Result<ImportReport>& report, bool dryRun)
{
    m_clean = false;
    m_report->clear();
    if (!report) {
        m_summary->setText(report.error().message);
        return update();
    }
    m_report->show(*report, m_files->fields());
    if (report->badCellCount > 0) {
        m_summary->setText(tr("%n cell(s) cannot be taken, so nothing is imported. Correct the files and "
                              "choose them again.",
                              nullptr, asCount(report->badCellCount)));
    } else if (report->applied) {
        m_step->setText(tr("What was changed"));
        m_summary->setText(tr("Imported. The lists show it in a moment."));
        m_workspace.noticeChange();
    } else {
        m_clean = dryRun;
        m_summary->setText(
            report->warningCount > 0
                ? tr("%n value(s) can be taken but deserve a look. Import takes what is new or "
                     "changed.",
                     nullptr, asCount(report->warningCount))
                : tr("Nothing is wrong with the files. Import takes what is new or changed."));
    }
    QStringList notes = report->notTaken + report->leftOut;
    const QString lacking = whatNewRowsLack();
    const bool hasNew = std::any_of(report->files.begin(), report->files.end(),
                                    [](const ImportedFile& file) { return file.added > 0; });
    if (hasNew && !lacking.isEmpty())
        notes += tr("The files do not say: %1. What is new is blocked until somebody does; the step about "
                    "the columns "
                    "takes a value for every row.")
                     .arg(lacking);
    if (!notes.isEmpty())
        m_summary->setText(m_summary->text() + QLatin1Char('\n') + notes.join(QLatin1Char('\n')));
    update();
}

QString ImportDialog::whatNewRowsLack() const
{
    QStringList titles;
    for (const ImportField& field : m_files->fields()) {
        for (const RecognisedFile& file : m_files->all()) {
            if (file.lacking.contains(field.field) && !titles.contains(field.title))
                titles += field.title;
        }
    }
    return titles.join(QStringLiteral(", "));
}

void ImportDialog::setRunning(bool running)
{
    m_running = running;
    m_progress->setVisible(running);
    m_progress->setValue(0);
    m_close->setText(running ? tr("Cancel") : tr("Close"));
    update();
}

QString ImportDialog::whyNotNext() const
{
    const int step = m_stack->currentIndex();
    if (m_running || m_files->isBusy())
        return tr("the files are being read");
    if (step == CheckStep)
        return tr("this is the last step");
    if (isTyped())
        return {};
    if (m_files->all().empty())
        return tr("choose a file or folder first");
    if (step == FormStep && !m_form->isDone())
        return tr("first say how %1 is written").arg(m_files->nextToAsk());
    return step == ColumnsStep && !m_files->canBeTaken()
        ? tr("first say what the columns of %1 are").arg(m_files->nextToAsk())
        : QString();
}

void ImportDialog::update()
{
    if (!m_close) // The pages are being made.
        return;
    const int step = m_stack->currentIndex();
    m_filePage->setEnabled(!m_running && !m_files->isBusy());
    m_back->setEnabled(step > FileStep && !m_running);
    m_back->setToolTip(m_back->isEnabled() ? QString()
                           : m_running     ? tr("Unavailable: the files are being read")
                                           : tr("Unavailable: this is the first step"));
    const QString whyNot = whyNotNext();
    m_next->setEnabled(whyNot.isEmpty());
    m_next->setToolTip(whyNot.isEmpty() ? QString() : tr("Unavailable: %1").arg(whyNot));
    const bool readOnly = m_workspace.connection().readOnly;
    m_import->setEnabled(!m_running && m_clean && !readOnly && step == CheckStep);
    m_import->setToolTip(readOnly        ? tr("Unavailable: the database is open read-only")
                             : m_running ? tr("Unavailable: the files are being read")
                             : step != CheckStep
                             ? tr("Unavailable: the last step shows first what would change")
                             : !m_clean ? tr("Unavailable: choose files that have no mistakes")
                                        : QString());
    for (QPushButton* button : {m_back, m_next, m_import})
        button->setAccessibleDescription(button->toolTip());
}

} // namespace purchasing::ui
