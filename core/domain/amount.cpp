#include "core/domain/amount.h"

#include <cmath>

namespace purchasing {
namespace {

// Beyond this a double no longer carries the decimals we would round to.
constexpr double kLargestDouble = 1e14;
constexpr double kLargestExact = 9007199254740992.0; // 2^53: every whole number up to here is a double.

QString digitsOf(std::int64_t scaled, std::int64_t scale, int decimals)
{
    const std::uint64_t magnitude =
        scaled < 0 ? 0 - static_cast<std::uint64_t>(scaled) : static_cast<std::uint64_t>(scaled);
    const auto divisor = static_cast<std::uint64_t>(scale);
    QString text = scaled < 0 ? QStringLiteral("-") : QString();
    text += QString::number(magnitude / divisor);
    if (decimals > 0)
        text += QLatin1Char('.')
            + QString::number(magnitude % divisor).rightJustified(decimals, QLatin1Char('0'));
    return text;
}

std::optional<std::int64_t> scaledFromDouble(double value, std::int64_t scale)
{
    if (!std::isfinite(value) || std::fabs(value) > kLargestDouble)
        return std::nullopt;
    // Mostly the double is the one nearest to a decimal of that scale: then that decimal is what was stored.
    const double guess = std::round(value * static_cast<double>(scale));
    if (std::fabs(guess) < kLargestExact && guess / static_cast<double>(scale) == value)
        return static_cast<std::int64_t>(guess);
    // std::llround rounds half away from zero, but 1.005 * 100 is 100.49999…: the shortest decimal text that
    // reads back as this double is what was stored, so round that instead.
    const QString text = QString::number(value, 'f', 8);
    const bool negative = text.startsWith(QLatin1Char('-'));
    const qsizetype point = text.indexOf(QLatin1Char('.'));
    const std::int64_t whole =
        QStringView(text).mid(negative ? 1 : 0, point - (negative ? 1 : 0)).toLongLong();
    const std::int64_t fraction = QStringView(text).mid(point + 1).toLongLong(); // 10^-8
    const std::int64_t step = 100000000 / scale;
    const std::int64_t scaled = whole * scale + (fraction + step / 2) / step;
    return negative ? -scaled : scaled;
}

std::optional<std::int64_t> scaledFromText(const QString& text, int decimals)
{
    const QString trimmed = text.trimmed();
    const bool negative = trimmed.startsWith(QLatin1Char('-'));
    QStringView rest = QStringView(trimmed).mid(negative || trimmed.startsWith(QLatin1Char('+')) ? 1 : 0);
    if (rest.isEmpty())
        return std::nullopt;
    std::int64_t value = 0;
    int digits = 0;
    int after = -1;
    for (const QChar character : rest) {
        if (character == QLatin1Char('.') && after < 0) {
            after = 0;
            continue;
        }
        if (character < QLatin1Char('0') || character > QLatin1Char('9'))
            return std::nullopt;
        if (after >= 0 && ++after > decimals) {
            if (character != QLatin1Char('0'))
                return std::nullopt;
            continue;
        }
        if (__builtin_mul_overflow(value, 10, &value)
            || __builtin_add_overflow(value, character.digitValue(), &value))
            return std::nullopt;
        ++digits;
    }
    if (digits == 0)
        return std::nullopt;
    for (int place = after < 0 ? 0 : std::min(after, decimals); place < decimals; ++place) {
        if (__builtin_mul_overflow(value, 10, &value))
            return std::nullopt;
    }
    return negative ? -value : value;
}

} // namespace

QString Quantity::toString() const
{
    QString text = digitsOf(tenThousandths, kScale, 4);
    while (text.endsWith(QLatin1Char('0')))
        text.chop(1);
    if (text.endsWith(QLatin1Char('.')))
        text.chop(1);
    return text;
}

std::optional<Quantity> Quantity::fromDouble(double value)
{
    if (const auto scaled = scaledFromDouble(value, kScale))
        return Quantity{*scaled};
    return std::nullopt;
}

std::optional<Quantity> Quantity::parse(const QString& text)
{
    if (const auto scaled = scaledFromText(text, 4))
        return Quantity{*scaled};
    return std::nullopt;
}

QString Money::toString() const
{
    return digitsOf(minor, kScale, 2);
}

std::optional<Money> Money::fromDouble(double value)
{
    if (const auto scaled = scaledFromDouble(value, kScale))
        return Money{*scaled};
    return std::nullopt;
}

std::optional<Money> Money::parse(const QString& text)
{
    if (const auto scaled = scaledFromText(text, 2))
        return Money{*scaled};
    return std::nullopt;
}

int UnitPrice::decimals() const
{
    return tenThousandths % 100 == 0 ? 2 : tenThousandths % 10 == 0 ? 3 : 4;
}

QString UnitPrice::toString() const
{
    QString text = digitsOf(tenThousandths, kScale, 4);
    text.chop(4 - decimals());
    return text;
}

std::optional<UnitPrice> UnitPrice::fromDouble(double value)
{
    if (const auto scaled = scaledFromDouble(value, kScale))
        return UnitPrice{*scaled};
    return std::nullopt;
}

std::optional<UnitPrice> UnitPrice::parse(const QString& text)
{
    if (const auto scaled = scaledFromText(text, 4))
        return UnitPrice{*scaled};
    return std::nullopt;
}

std::optional<Money> UnitPrice::times(std::int64_t units) const
{
    constexpr std::int64_t kStep = kScale / Money::kScale;
    std::int64_t product = 0;
    if (__builtin_mul_overflow(units, tenThousandths, &product))
        return std::nullopt;
    const std::int64_t rest = product % kStep;
    const std::int64_t up = rest * 2 >= kStep ? 1 : rest * 2 <= -kStep ? -1 : 0;
    return Money{product / kStep + up};
}

} // namespace purchasing
