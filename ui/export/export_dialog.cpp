#include "ui/export/export_dialog.h"

#include "core/flow/work_pool.h"
#include "ui/parts/screen_fit.h"
#include "ui/theme/theme.h"
#include "ui/workspace/when_ready.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>
#include <QStandardPaths>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace purchasing::ui {
namespace {

constexpr std::int64_t kPreviewRows = 4;
constexpr int kParts = 1000; // Of the progress bar.

template <typename Box> Box* named(Box* box, const char* objectName, const QString& accessibleName)
{
    box->setObjectName(QLatin1String(objectName));
    box->setAccessibleName(accessibleName);
    return box;
}

QString countText(const QString& choice, std::int64_t count)
{
    //: A choice of rows and how many they are: "Selected rows (12)"
    return ExportDialog::tr("%1 (%2)").arg(choice, QLocale().toString(static_cast<qlonglong>(count)));
}

QString plainText(const Cell& cell)
{
    if (const auto* text = std::get_if<QString>(&cell))
        return *text;
    if (const auto* number = std::get_if<ExactNumber>(&cell))
        return number->toString(QLocale().decimalPoint().at(0).toLatin1());
    if (const auto* day = std::get_if<QDate>(&cell))
        return QLocale().toString(*day, QLocale::ShortFormat);
    if (const auto* at = std::get_if<QDateTime>(&cell))
        return QLocale().toString(*at, QLocale::ShortFormat);
    return {};
}

/// Lines in columns one below the other, as a worksheet shows them.
QString asColumns(const std::vector<std::vector<Cell>>& lines)
{
    QStringList texts(static_cast<qsizetype>(lines.size()));
    for (std::size_t column = 0; column < lines.front().size(); ++column) {
        QStringList cells;
        for (const std::vector<Cell>& line : lines)
            cells << plainText(line[column]);
        const auto longest =
            std::max_element(cells.begin(), cells.end(),
                             [](const QString& a, const QString& b) { return a.size() < b.size(); });
        const qsizetype width = longest->size() + 2;
        for (qsizetype i = 0; i < cells.size(); ++i)
            texts[i] += cells[i].leftJustified(width);
    }
    return texts.join(QLatin1Char('\n'));
}

} // namespace

ExportDialog::ExportDialog(ExportSource source, QWidget* parent)
    : QDialog(parent)
    , m_source(std::move(source))
    , m_scope(named(new QComboBox(this), "combo.exportRows", tr("Rows")))
    , m_columns(named(new QComboBox(this), "combo.exportColumns", tr("Columns")))
    , m_format(named(new QComboBox(this), "combo.exportFormat", tr("Format")))
    , m_separator(named(new QComboBox(this), "combo.exportSeparator", tr("Separator")))
    , m_mark(named(new QCheckBox(tr("&Mark the file as UTF-8 (some spreadsheets need it)"), this),
                   "check.exportMark", tr("Mark the file as UTF-8")))
    , m_preview(named(new QPlainTextEdit(this), "edit.exportPreview", tr("First lines of the file")))
    , m_progress(named(new QProgressBar(this), "progress.export", tr("Progress")))
    , m_message(named(new QLabel(this), "label.exportMessage", tr("Result")))
{
    setObjectName(QStringLiteral("dialog.export"));
    //: Title: Export – what
    setWindowTitle(tr("Export – %1").arg(m_source.title));
    m_scope->addItem(countText(tr("Selected rows"), m_source.count(ExportScope::Selected)));
    m_scope->addItem(countText(tr("Rows that pass the filters"), m_source.count(ExportScope::Shown)));
    m_scope->addItem(countText(tr("All rows"), m_source.count(ExportScope::All)));
    // A single selected row is where the cursor happens to be.
    m_scope->setCurrentIndex(static_cast<int>(
        m_source.count(ExportScope::Selected) > 1 ? ExportScope::Selected : ExportScope::Shown));
    m_columns->addItems({tr("Columns that are shown"), tr("All columns")});
    m_format->addItems({tr("CSV text file"), tr("XLSX workbook")});
    m_separator->addItems(
        {tr("Semicolon, numbers with a decimal comma"), tr("Comma, numbers with a decimal point")});
    m_separator->setCurrentIndex(QLocale().decimalPoint() == QLatin1String(",") ? 0 : 1);
    m_mark->setChecked(true);
    m_preview->setReadOnly(true);
    m_preview->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_preview->setTabChangesFocus(true);
    m_preview->setFont(theme::fixedFont());
    m_progress->setRange(0, kParts);
    m_message->setWordWrap(true);
    m_message->setTextFormat(Qt::PlainText); // File names may look like markup.

    auto* choices = new QFormLayout;
    choices->addRow(tr("&Rows:"), m_scope);
    choices->addRow(tr("&Columns:"), m_columns);
    choices->addRow(tr("&Format:"), m_format);
    choices->addRow(tr("&Separator:"), m_separator);
    choices->addRow(QString(), m_mark);
    auto* previewLabel = new QLabel(tr("First &lines:"), this);
    previewLabel->setBuddy(m_preview);
    auto* buttons = new QDialogButtonBox(this);
    m_export = buttons->addButton(tr("&Export…"), QDialogButtonBox::ActionRole);
    m_export->setObjectName(QStringLiteral("btn.export"));
    m_export->setDefault(true);
    m_close = buttons->addButton(QDialogButtonBox::Close);
    m_close->setObjectName(QStringLiteral("btn.exportClose"));
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(choices);
    layout->addWidget(previewLabel);
    layout->addWidget(m_preview, 1);
    layout->addWidget(m_message);
    layout->addWidget(m_progress);
    layout->addWidget(buttons);
    resizeWithin(*this, {720, 380});

    for (QComboBox* box : {m_scope, m_columns, m_format, m_separator})
        connect(box, &QComboBox::currentIndexChanged, this, &ExportDialog::update);
    connect(m_export, &QPushButton::clicked, this, &ExportDialog::chooseFile);
    connect(buttons, &QDialogButtonBox::rejected, this, &ExportDialog::reject);
    setRunning(false);
    update();
}

ExportDialog::~ExportDialog()
{
    if (m_cancelled)
        m_cancelled->store(true);
}

ExportScope ExportDialog::scope() const
{
    return static_cast<ExportScope>(m_scope->currentIndex());
}

FileFormat ExportDialog::format() const
{
    return static_cast<FileFormat>(m_format->currentIndex());
}

CsvForm ExportDialog::form() const
{
    const bool isSemicolon = m_separator->currentIndex() == 0;
    return {isSemicolon ? ';' : ',', isSemicolon ? ',' : '.', m_mark->isChecked()};
}

Table ExportDialog::table() const
{
    return m_source.table(scope(), m_columns->currentIndex() == 1);
}

QString ExportDialog::preview() const
{
    const Table rows = table();
    std::vector<std::vector<Cell>> lines;
    lines.emplace_back(rows.headers.begin(), rows.headers.end());
    for (std::int64_t row = 0; row < std::min(kPreviewRows, rows.rowCount); ++row)
        rows.row(row, lines.emplace_back());
    if (format() == FileFormat::Xlsx)
        return asColumns(lines);
    QByteArray text;
    for (const std::vector<Cell>& line : lines)
        text += csvLine(line, form());
    return QString::fromUtf8(text).trimmed();
}

QString ExportDialog::whyNotExport() const
{
    if (m_cancelled)
        return tr("the file is being written");
    if (m_source.count(scope()) == 0)
        return scope() == ExportScope::Selected ? tr("no row is selected") : tr("there are no rows");
    if (format() == FileFormat::Xlsx && m_source.count(scope()) > kMostWorksheetRows)
        return tr("a workbook has room for %1 rows; choose CSV")
            .arg(QLocale().toString(static_cast<qlonglong>(kMostWorksheetRows)));
    return {};
}

void ExportDialog::update()
{
    const bool isCsv = format() == FileFormat::Csv;
    const QString reason = isCsv ? QString() : tr("Unavailable: a workbook has no separators");
    for (QWidget* widget : {static_cast<QWidget*>(m_separator), static_cast<QWidget*>(m_mark)}) {
        widget->setEnabled(isCsv && !m_cancelled);
        widget->setToolTip(reason);
        widget->setAccessibleDescription(reason);
    }
    const QString why = whyNotExport();
    m_export->setEnabled(why.isEmpty());
    m_export->setToolTip(why.isEmpty() ? QString() : tr("Unavailable: %1").arg(why));
    m_export->setAccessibleDescription(m_export->toolTip());
    m_preview->setPlainText(preview());
    say({}, false);
}

void ExportDialog::chooseFile()
{
    const QString ending = format() == FileFormat::Csv ? QStringLiteral(".csv") : QStringLiteral(".xlsx");
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    QString file = QFileDialog::getSaveFileName(
        this, tr("Export"), QDir(folder).filePath(m_source.fileName + ending),
        format() == FileFormat::Csv ? tr("CSV files (*.csv)") : tr("Workbooks (*.xlsx)"));
    if (file.isEmpty())
        return;
    if (QFileInfo(file).suffix().isEmpty() && !QFileInfo::exists(file + ending))
        file += ending; // Otherwise the person was not asked about replacing that one.
    exportTo(file);
}

void ExportDialog::exportTo(const QString& file)
{
    if (!whyNotExport().isEmpty())
        return;
    const Table rows = table();
    const auto cancelled = std::make_shared<std::atomic_bool>(false);
    WriteJob job;
    job.cancelled = cancelled;
    job.progress = [guard = QPointer<ExportDialog>(this), cancelled,
                    total = rows.rowCount](std::int64_t row) {
        QMetaObject::invokeMethod(
            qApp,
            [guard, cancelled, total, row] {
                if (!guard || guard->m_cancelled != cancelled)
                    return;
                // Packing a workbook says nothing on its way: a bar that moves is all there is.
                guard->m_progress->setRange(0, row == total ? 0 : kParts);
                guard->m_progress->setValue(
                    static_cast<int>(row * kParts / std::max<std::int64_t>(1, total)));
            },
            Qt::QueuedConnection);
    };
    m_cancelled = cancelled;
    setRunning(true);
    auto written = inWorkPool([rows, file, job, kind = format(), csv = form()] {
        return kind == FileFormat::Csv ? writeCsv(rows, file, csv, job) : writeXlsx(rows, file, job);
    });
    whenReady(written, this, [this, cancelled, file, count = rows.rowCount](const Result<Done>& result) {
        if (m_cancelled == cancelled) // Otherwise it was cancelled, and another may be under way.
            finish(result, file, count);
    });
}

void ExportDialog::finish(const Result<Done>& written, const QString& file, std::int64_t rows)
{
    m_cancelled.reset();
    setRunning(false);
    if (!written) {
        say(written.error().message, true);
        return;
    }
    Q_EMIT exported(tr("%n row(s) were written to %1", nullptr,
                       static_cast<int>(std::min<std::int64_t>(rows, 1000000000)))
                        .arg(QDir::toNativeSeparators(file)));
    accept();
}

void ExportDialog::reject()
{
    if (!m_cancelled)
        return QDialog::reject();
    // The writer stops at its next look and removes what it has; nobody waits for that.
    m_cancelled->store(true);
    m_cancelled.reset();
    setRunning(false);
    say(tr("Cancelled. No file was written."), false);
}

void ExportDialog::setRunning(bool running)
{
    for (QWidget* widget :
         {static_cast<QWidget*>(m_scope), static_cast<QWidget*>(m_columns), static_cast<QWidget*>(m_format)})
        widget->setEnabled(!running);
    m_progress->setVisible(running);
    m_progress->setRange(0, kParts);
    m_progress->setValue(0);
    m_close->setText(running ? tr("Cancel") : tr("Close"));
    update();
}

void ExportDialog::say(const QString& text, bool isProblem)
{
    QPalette palette = this->palette();
    if (isProblem)
        palette.setColor(QPalette::WindowText, theme::ink(theme::Tone::Danger));
    m_message->setPalette(palette);
    m_message->setText(text);
    m_message->setVisible(!text.isEmpty());
}

} // namespace purchasing::ui
