#include "core/sql/import/workbook/cell_formats.h"

#include <QDateTime>

#include <cmath>

namespace purchasing::sql {
namespace {

constexpr int kDigits = 15; // What spreadsheets show and compute with.
constexpr double kSecondsOfDay = 86400;
constexpr double kLastDay = 2958465; // 9999-12-31

} // namespace

bool showsMoments(const QString& format)
{
    // Only the first part counts: the others are for negative numbers, zero and text.
    for (qsizetype at = 0; at < format.size() && format[at] != QLatin1Char(';'); ++at) {
        const QChar sign = format[at].toLower();
        if (sign == QLatin1Char('"')) { // Words between quotes.
            at = format.indexOf(QLatin1Char('"'), at + 1);
            if (at < 0)
                return false;
        } else if (sign == QLatin1Char('[')) { // Colours, conditions and languages; [h] counts hours.
            const qsizetype end = format.indexOf(QLatin1Char(']'), at);
            const QString inside = format.mid(at + 1, end - at - 1).toLower();
            if (!inside.isEmpty() && (QString(inside).remove(inside[0])).isEmpty()
                && QStringLiteral("hms").contains(inside[0]))
                return true;
            if (end < 0)
                return false;
            at = end;
        } else if (sign == QLatin1Char('\\') || sign == QLatin1Char('_') || sign == QLatin1Char('*')) {
            ++at; // The next one stands for itself, its width, or fills up.
        } else if (QStringLiteral("dmyhs").contains(sign)) {
            return true;
        }
    }
    return false;
}

bool showsMoments(int builtIn)
{
    return (builtIn >= 14 && builtIn <= 22) || (builtIn >= 27 && builtIn <= 36)
        || (builtIn >= 45 && builtIn <= 47) || (builtIn >= 50 && builtIn <= 58);
}

QString plainNumber(const QString& stored)
{
    bool isNumber = false;
    const double value = stored.toDouble(&isNumber);
    if (!isNumber || !std::isfinite(value))
        return stored;
    if (value == 0)
        return QStringLiteral("0");
    const int whole = static_cast<int>(std::floor(std::log10(std::fabs(value)))) + 1;
    QString digits = QString::number(value, 'f', std::max(0, kDigits - whole));
    if (digits.contains(QLatin1Char('.'))) {
        while (digits.endsWith(QLatin1Char('0')))
            digits.chop(1);
        if (digits.endsWith(QLatin1Char('.')))
            digits.chop(1);
    }
    return digits;
}

QString momentOf(const QString& stored, bool countsFrom1904)
{
    bool isNumber = false;
    const double days = stored.toDouble(&isNumber);
    if (!isNumber || days < 0 || days > kLastDay)
        return stored;
    // The first of the two calendars has a day that never was, 1900-02-29; what is before it is no day of
    // business.
    const QDate first = countsFrom1904 ? QDate(1904, 1, 1) : QDate(1899, 12, 30);
    qint64 day = static_cast<qint64>(std::floor(days));
    auto seconds = static_cast<qint64>(std::llround((days - std::floor(days)) * kSecondsOfDay));
    if (seconds == static_cast<qint64>(kSecondsOfDay)) {
        ++day;
        seconds = 0;
    }
    const QDate date = first.addDays(day);
    const QString text = date.toString(Qt::ISODate);
    return seconds == 0
        ? text
        : text + QLatin1Char(' ') + QTime(0, 0).addSecs(static_cast<int>(seconds)).toString(Qt::ISODate);
}

} // namespace purchasing::sql
