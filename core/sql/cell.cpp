#include "core/sql/cell.h"

#include <QDateTime>
#include <QTimeZone>

namespace purchasing::sql {
namespace {

/// Rounds ten-thousandths to a coarser scale, half away from zero.
std::int64_t rounded(std::int64_t value, std::int64_t step)
{
    const std::int64_t half = value < 0 ? -(step / 2) : step / 2;
    return (value + half) / step;
}

constexpr std::int64_t stepOf(int decimals)
{
    std::int64_t step = 1;
    for (int place = decimals; place < 4; ++place)
        step *= 10;
    return step;
}

} // namespace

void Cells::reject(int column, const char* name, const char* expected) const
{
    const QString found = m_rows.text(column).left(40);
    throw Failure(ErrorKind::Unavailable,
                  QStringLiteral("%1 of %2 holds \"%3\", which is not %4.")
                      .arg(QLatin1String(name), m_productId, found, QLatin1String(expected)),
                  QStringLiteral("%1.%2").arg(QLatin1String(m_table), QLatin1String(name)));
}

std::optional<Quantity> Cells::exact(int column, const char* name) const
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
    default: read = Quantity::parse(value.toString()); break; // MySQL's exact decimals come as text.
    }
    if (!read)
        reject(column, name, "a number");
    return read;
}

std::optional<Quantity> Cells::quantity(int column, const char* name, int decimals) const
{
    auto value = exact(column, name);
    if (value)
        value->tenThousandths = rounded(value->tenThousandths, stepOf(decimals)) * stepOf(decimals);
    return value;
}

std::optional<Money> Cells::money(int column, const char* name) const
{
    const auto value = exact(column, name);
    if (!value)
        return std::nullopt;
    return Money{rounded(value->tenThousandths, stepOf(2))};
}

std::optional<std::int64_t> Cells::integer(int column, const char* name) const
{
    const auto value = exact(column, name);
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
    QDateTime moment = value.typeId() == QMetaType::QDateTime
        ? value.toDateTime()
        : QDateTime::fromString(value.toString().replace(QLatin1Char(' '), QLatin1Char('T')),
                                Qt::ISODateWithMs);
    // The databases keep UTC; the text does not say so.
    if (moment.isValid())
        moment.setTimeSpec(Qt::UTC);
    return moment;
}

} // namespace purchasing::sql
