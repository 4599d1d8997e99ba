#include "ui/export/table_writer.h"
#include "ui/export/write_errors.h"
#include "ui/export/zip_entry.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryFile>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <xlsxwriter.h>

namespace purchasing::ui {
namespace {

struct XlsxWriterWords
{
    Q_DECLARE_TR_FUNCTIONS(purchasing::ui::TableWriter)
};

constexpr qsizetype kLongestText = 32767; // Of a cell, by the format.
constexpr double kWidestColumn = 40;

/// A workbook with one sheet that goes to the disk row by row.
class Workbook
{
public:
    /// Temporary files stand beside the workbook: /tmp may be memory.
    Workbook(const QByteArray& file, QByteArray folder)
        : m_folder(std::move(folder))
    {
        lxw_workbook_options options{};
        options.constant_memory = LXW_TRUE;
        options.tmpdir = m_folder.data();
        m_workbook = workbook_new_opt(file.constData(), &options);
        m_sheet = m_workbook ? workbook_add_worksheet(m_workbook, nullptr) : nullptr;
        if (!m_sheet)
            return;
        m_bold = workbook_add_format(m_workbook);
        format_set_bold(m_bold);
        m_money = numberFormat("#,##0.00");
        m_day = numberFormat("yyyy-mm-dd");
        m_time = numberFormat("yyyy-mm-dd hh:mm:ss");
    }
    Workbook(const Workbook&) = delete;
    Workbook& operator=(const Workbook&) = delete;
    ~Workbook()
    {
        if (isOpen())
            std::fclose(m_sheet->optimize_tmpfile); // The library does so only when it closes the workbook.
        if (m_workbook)
            lxw_workbook_free(m_workbook);
    }

    [[nodiscard]] bool isOpen() const { return m_sheet && m_sheet->optimize_tmpfile; }

    void writeHeaders(const QStringList& headers, std::int64_t rows)
    {
        for (qsizetype i = 0; i < headers.size(); ++i) {
            const auto column = static_cast<lxw_col_t>(i);
            worksheet_set_column(m_sheet, column, column,
                                 std::clamp(static_cast<double>(headers[i].size()) + 4, 12.0, kWidestColumn),
                                 nullptr);
        }
        worksheet_freeze_panes(m_sheet, 1, 0);
        if (!headers.isEmpty())
            worksheet_autofilter(m_sheet, 0, 0, static_cast<lxw_row_t>(rows),
                                 static_cast<lxw_col_t>(headers.size() - 1));
        for (qsizetype i = 0; i < headers.size(); ++i)
            worksheet_write_string(m_sheet, 0, static_cast<lxw_col_t>(i), headers[i].toUtf8().constData(),
                                   m_bold);
    }

    /// False when the cell holds more than the format takes.
    bool write(lxw_row_t row, lxw_col_t column, const Cell& cell)
    {
        if (const auto* text = std::get_if<QString>(&cell)) {
            if (text->size() > kLongestText)
                return false;
            QString clean = *text;
            clean.replace(QChar(0), QChar::ReplacementCharacter); // The library would stop reading there.
            worksheet_write_string(m_sheet, row, column, clean.toUtf8().constData(), nullptr);
        } else if (const auto* number = std::get_if<ExactNumber>(&cell)) {
            worksheet_write_number(m_sheet, row, column, number->toDouble(),
                                   number->decimals == 2 ? m_money : nullptr);
        } else if (const auto* day = std::get_if<QDate>(&cell)) {
            writeTime(row, column, QDateTime(*day, QTime(0, 0)), m_day);
        } else if (const auto* at = std::get_if<QDateTime>(&cell)) {
            writeTime(row, column, *at, m_time);
        }
        return true;
    }

    /// The library does not look whether its temporary file takes what it writes.
    [[nodiscard]] bool hasFailed() const { return std::ferror(m_sheet->optimize_tmpfile) != 0; }
    [[nodiscard]] qint64 bytesOfRows() const { return std::ftell(m_sheet->optimize_tmpfile); }

    lxw_error close()
    {
        m_sheet = nullptr;
        return workbook_close(std::exchange(m_workbook, nullptr));
    }

private:
    lxw_format* numberFormat(const char* code)
    {
        lxw_format* format = workbook_add_format(m_workbook);
        format_set_num_format(format, code);
        return format;
    }

    void writeTime(lxw_row_t row, lxw_col_t column, const QDateTime& at, lxw_format* format)
    {
        if (!at.isValid() || at.date().year() < 1900)
            return; // Worksheets know no day before.
        lxw_datetime when{at.date().year(), at.date().month(),  at.date().day(),
                          at.time().hour(), at.time().minute(), static_cast<double>(at.time().second())};
        worksheet_write_datetime(m_sheet, row, column, &when, format);
    }

    QByteArray m_folder;
    lxw_workbook* m_workbook = nullptr;
    lxw_worksheet* m_sheet = nullptr;
    lxw_format* m_bold = nullptr;
    lxw_format* m_money = nullptr;
    lxw_format* m_day = nullptr;
    lxw_format* m_time = nullptr;
};

Result<Done> writeRows(Workbook& workbook, const Table& table, const QString& file, const WriteJob& job)
{
    workbook.writeHeaders(table.headers, table.rowCount);
    std::vector<Cell> cells(static_cast<std::size_t>(table.headers.size()));
    for (std::int64_t row = 0; row < table.rowCount; ++row) {
        if (row % kRowsBetweenLooks == 0) {
            if (job.isCancelled())
                return writingCancelled();
            if (workbook.hasFailed())
                return cannotWrite(file, ENOSPC);
            if (job.progress)
                job.progress(row);
        }
        table.row(row, cells);
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (!workbook.write(static_cast<lxw_row_t>(row + 1), static_cast<lxw_col_t>(i), cells[i]))
                return Error{
                    ErrorKind::Invalid,
                    XlsxWriterWords::tr(
                        "Row %1 has a text that is too long for a workbook. Write a CSV file instead.")
                        .arg(row + 2),
                    {}};
        }
    }
    if (workbook.hasFailed())
        return cannotWrite(file, ENOSPC);
    return Done{};
}

} // namespace

Result<Done> writeXlsx(const Table& table, const QString& file, const WriteJob& job)
{
    if (table.rowCount > kMostWorksheetRows)
        return Error{ErrorKind::Invalid,
                     XlsxWriterWords::tr(
                         "A workbook has room for %L1 rows, and these are %L2. Write a CSV file instead.")
                         .arg(kMostWorksheetRows)
                         .arg(table.rowCount),
                     {}};
    const QFileInfo target(file);
    errno = 0;
    QTemporaryFile draft(target.absolutePath() + QStringLiteral("/.") + target.fileName()
                         + QStringLiteral(".XXXXXX"));
    if (!draft.open())
        return cannotWrite(file, errno);
    draft.close();
    Workbook workbook(QFile::encodeName(draft.fileName()), QFile::encodeName(target.absolutePath()));
    if (!workbook.isOpen())
        return cannotWrite(file, errno);
    if (const Result<Done> rows = writeRows(workbook, table, file, job); !rows)
        return rows;
    if (job.progress)
        job.progress(table.rowCount);
    const qint64 bytes = workbook.bytesOfRows();
    errno = 0;
    if (workbook.close() != LXW_NO_ERROR)
        return cannotWrite(file, errno);
    if (job.isCancelled())
        return writingCancelled();
    // What the library lost on a full disk without noticing is missing in the archive.
    if (zipEntrySize(draft.fileName(), "xl/worksheets/sheet1.xml") < bytes)
        return cannotWrite(file, ENOSPC);
    draft.setPermissions(target.exists()
                             ? QFile::permissions(file)
                             : QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther);
    if (std::rename(QFile::encodeName(draft.fileName()).constData(), QFile::encodeName(file).constData())
        != 0)
        return cannotWrite(file, errno);
    draft.setAutoRemove(false);
    return Done{};
}

} // namespace purchasing::ui
