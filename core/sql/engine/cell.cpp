#include "core/sql/engine/cell.h"

#include "core/sql/engine/errors/error_words.h"

#include <QDateTime>
#include <QTimeZone>

namespace purchasing::sql {
namespace {

/// A decimal as MySQL writes it, with the decimals beyond the fourth rounded.
std::optional<Quantity> quantityOf(const QString& text)
{
    const qsizetype point = text.indexOf(QLatin1Char('.'));
    if (point < 0 || text.size() - point - 1 <= 4)
        return Quantity::parse(text);
    std::optional<Quantity> kept = Quantity::parse(text.left(point + 5));
    const int next = text[point + 5].digitValue();
    if (!kept || next < 0)
        return std::nullopt;
    if (next >= 5)
        kept->tenThousandths += text.startsWith(QLatin1Char('-')) ? -1 : 1;
    return kept;
}

} // namespace

std::optional<std::int64_t> plainTimestamp(std::string_view text)
{
    if (text.size() != 19 || text[4] != '-' || text[7] != '-' || text[13] != ':' || text[16] != ':')
        return std::nullopt;
    bool isPlain = true;
    const auto number = [&](std::size_t begin, std::size_t digits) {
        int sum = 0;
        for (std::size_t i = begin; i < begin + digits; ++i) {
            const int digit = text[i] - '0';
            isPlain = isPlain && digit >= 0 && digit <= 9;
            sum = sum * 10 + digit;
        }
        return sum;
    };
    const QDate day(number(0, 4), number(5, 2), number(8, 2));
    const QTime time(number(11, 2), number(14, 2), number(17, 2));
    if (!isPlain || !day.isValid() || !time.isValid())
        return std::nullopt;
    constexpr qint64 kJulianDayOf1970 = 2440588;
    constexpr qint64 kMillisecondsOfDay = 86'400'000;
    return (day.toJulianDay() - kJulianDayOf1970) * kMillisecondsOfDay + time.msecsSinceStartOfDay();
}

void Cells::reject(int column, const char* name, const char* expected) const
{
    const QString found = m_rows.text(column).left(40);
    throw Failure(ErrorKind::Unavailable,
                  ErrorWords::tr("%1 of %2 holds \"%3\", which is not %4.")
                      .arg(QLatin1String(name), m_productId, found, QLatin1String(expected)),
                  QStringLiteral("%1.%2").arg(QLatin1String(m_table), QLatin1String(name)));
}

std::optional<Quantity> Cells::quantity(int column, const char* name) const
{
    if (m_rows.isNull(column))
        return std::nullopt;
    const QVariant value = m_rows.value(column);
    std::optional<Quantity> read;
    switch (value.typeId()) {
    case QMetaType::Int:
    case QMetaType::UInt:
    case QMetaType::LongLong:
    case QMetaType::ULongLong: {
        Quantity whole;
        if (!__builtin_mul_overflow(value.toLongLong(), Quantity::kScale, &whole.tenThousandths))
            read = whole;
        break;
    }
    case QMetaType::Double: read = Quantity::fromDouble(value.toDouble()); break;
    default: read = quantityOf(value.toString()); break; // MySQL's exact decimals come as text.
    }
    if (!read)
        reject(column, name, "a number");
    return read;
}

std::optional<UnitPrice> Cells::price(int column, const char* name) const
{
    const auto value = quantity(column, name);
    return value ? std::optional(UnitPrice{value->tenThousandths}) : std::nullopt;
}

std::optional<std::int64_t> Cells::integer(int column, const char* name) const
{
    const auto value = quantity(column, name);
    if (!value)
        return std::nullopt;
    if (!value->isWhole())
        reject(column, name, "a whole number");
    return value->units();
}

std::optional<bool> Cells::flag(int column, const char* name) const
{
    const auto value = integer(column, name);
    if (!value)
        return std::nullopt;
    if (*value != 0 && *value != 1)
        reject(column, name, "yes or no");
    return *value == 1;
}

QDateTime Cells::timestamp(int column) const
{
    const QVariant value = m_rows.value(column);
    if (value.typeId() == QMetaType::QDateTime) {
        QDateTime moment = value.toDateTime();
        moment.setTimeSpec(Qt::UTC); // The databases keep UTC; the value does not say so.
        return moment;
    }
    const QString text = value.toString();
    if (const auto plain = plainTimestamp(text.toLatin1().toStdString()))
        return QDateTime::fromMSecsSinceEpoch(*plain, Qt::UTC);
    QDateTime moment =
        QDateTime::fromString(QString(text).replace(QLatin1Char(' '), QLatin1Char('T')), Qt::ISODateWithMs);
    if (moment.isValid())
        moment.setTimeSpec(Qt::UTC);
    return moment;
}

} // namespace purchasing::sql
