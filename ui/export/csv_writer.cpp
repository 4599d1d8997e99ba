#include "ui/export/table_writer.h"
#include "ui/export/write_errors.h"

#include <QSaveFile>

#include <cerrno>
#include <cmath>

namespace purchasing::ui {
namespace {

constexpr qsizetype kBuffer = 1 << 18;
constexpr int kMoneyDecimals = 2;

QByteArray quoted(QString text)
{
    text.replace(QChar(0), QChar::ReplacementCharacter); // Programs in C would stop reading there.
    text = inertText(text);
    return '"' + text.replace(QLatin1Char('"'), QLatin1String("\"\"")).toUtf8() + '"';
}

struct CsvCell
{
    const CsvForm& form;

    QByteArray operator()(std::monostate) const { return {}; }
    QByteArray operator()(const QString& text) const { return text.isEmpty() ? QByteArray() : quoted(text); }
    QByteArray operator()(const ExactNumber& number) const
    {
        return number.toString(form.decimalPoint).toLatin1();
    }
    // Dates as every spreadsheet in every language reads them.
    QByteArray operator()(QDate day) const { return day.toString(Qt::ISODate).toLatin1(); }
    QByteArray operator()(const QDateTime& at) const
    {
        return at.isValid() ? at.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")).toLatin1() : QByteArray();
    }
};

} // namespace

QString inertText(const QString& text)
{
    // Also the wide forms of the signs, as Asian keyboards write them.
    static const QString kSigns = QStringLiteral("=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20");
    return !text.isEmpty() && kSigns.contains(text.front()) ? QLatin1Char('\'') + text : text;
}

QString plainCellText(const Cell& cell)
{
    struct PlainCell
    {
        QString operator()(std::monostate) const { return {}; }
        QString operator()(const QString& text) const { return inertText(text); }
        QString operator()(const ExactNumber& number) const { return number.toString(); }
        QString operator()(QDate day) const { return day.toString(Qt::ISODate); }
        QString operator()(const QDateTime& at) const
        {
            return at.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
        }
    };
    return std::visit(PlainCell(), cell);
}

QString ExactNumber::toString(char point) const
{
    QString digits =
        QString::number(scaled < 0 ? 0 - static_cast<quint64>(scaled) : static_cast<quint64>(scaled))
            .rightJustified(decimals + 1, QLatin1Char('0'));
    QString text = digits.chopped(decimals);
    QString fraction = digits.right(decimals);
    while (decimals != kMoneyDecimals && fraction.endsWith(QLatin1Char('0')))
        fraction.chop(1);
    if (!fraction.isEmpty())
        text += QLatin1Char(point) + fraction;
    return scaled < 0 ? QLatin1Char('-') + text : text;
}

double ExactNumber::toDouble() const
{
    return static_cast<double>(scaled) / std::pow(10.0, decimals);
}

QByteArray csvLine(const std::vector<Cell>& cells, const CsvForm& form)
{
    QByteArray line;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0)
            line += form.separator;
        line += std::visit(CsvCell{form}, cells[i]);
    }
    return line += "\r\n";
}

Result<Done> writeCsv(const Table& table, const QString& file, const CsvForm& form, const WriteJob& job)
{
    QSaveFile out(file); // Writes beside the file and renames at the end.
    errno = 0;
    const auto failed = [&] { return cannotWrite(file, errno); };
    if (!out.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return failed();
    std::vector<Cell> cells(table.headers.begin(), table.headers.end());
    QByteArray pending = form.byteOrderMark ? QByteArrayLiteral("\xEF\xBB\xBF") : QByteArray();
    pending += csvLine(cells, form);
    for (std::int64_t row = 0; row < table.rowCount; ++row) {
        if (row % kRowsBetweenLooks == 0) {
            if (job.isCancelled())
                return writingCancelled();
            if (job.progress)
                job.progress(row);
        }
        table.row(row, cells);
        pending += csvLine(cells, form);
        if (pending.size() < kBuffer)
            continue;
        if (out.write(pending) != pending.size())
            return failed();
        pending.clear();
    }
    if (out.write(pending) != pending.size())
        return failed();
    if (job.isCancelled())
        return writingCancelled();
    return out.commit() ? Result<Done>(Done{}) : failed();
}

} // namespace purchasing::ui
