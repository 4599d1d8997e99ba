#include "core/grl/values/decimal.h"

#include <array>
#include <charconv>
#include <cmath>
#include <limits>

namespace purchasing::grl {
namespace {

__extension__ typedef unsigned __int128 UInt128;

constexpr Int128 kInt128Max = static_cast<Int128>(~static_cast<UInt128>(0) >> 1);

constexpr std::array<Int128, 39> makePowers()
{
    std::array<Int128, 39> powers{};
    Int128 power = 1;
    for (std::size_t index = 0; index < powers.size(); ++index) {
        powers[index] = power;
        if (index + 1 < powers.size())
            power *= 10;
    }
    return powers;
}

constexpr std::array<Int128, 39> kPowers = makePowers();

constexpr UInt128 magnitude(Int128 value)
{
    return value < 0 ? ~static_cast<UInt128>(value) + 1 : static_cast<UInt128>(value);
}

constexpr bool fits64(Int128 value)
{
    return value >= std::numeric_limits<std::int64_t>::min()
        && value <= std::numeric_limits<std::int64_t>::max();
}

// The most negative 128-bit value is left out, so that every result can be negated.
std::optional<Int128> withSign(UInt128 value, bool negative)
{
    if (value > static_cast<UInt128>(kInt128Max))
        return std::nullopt;
    return negative ? -static_cast<Int128>(value) : static_cast<Int128>(value);
}

// Written without __builtin_mul_overflow: clang turns it into a call that libgcc does not have.
std::optional<Int128> multiply(Int128 left, Int128 right)
{
    if (fits64(left) && fits64(right))
        return left * right;
    const UInt128 a = magnitude(left);
    const UInt128 b = magnitude(right);
    if (a != 0 && b > static_cast<UInt128>(kInt128Max) / a)
        return std::nullopt;
    return withSign(a * b, (left < 0) != (right < 0));
}

std::optional<Int128> add(Int128 left, Int128 right)
{
    Int128 sum = 0;
    if (__builtin_add_overflow(left, right, &sum) || sum < -kInt128Max)
        return std::nullopt;
    return sum;
}

struct Aligned
{
    Int128 left;
    Int128 right;
    int scale;
};

std::optional<Aligned> align(const Decimal& left, const Decimal& right)
{
    if (left.scale() == right.scale())
        return Aligned{left.mantissa(), right.mantissa(), left.scale()};
    if (left.scale() < right.scale()) {
        const auto raised = multiply(left.mantissa(), powerOfTen(right.scale() - left.scale()));
        return raised ? std::optional(Aligned{*raised, right.mantissa(), right.scale()}) : std::nullopt;
    }
    const auto raised = multiply(right.mantissa(), powerOfTen(left.scale() - right.scale()));
    return raised ? std::optional(Aligned{left.mantissa(), *raised, left.scale()}) : std::nullopt;
}

std::optional<Aligned> alignTrimmed(const Decimal& left, const Decimal& right)
{
    if (const auto direct = align(left, right))
        return direct;
    return align(left.trimmed(), right.trimmed());
}

std::optional<Decimal> product(const Decimal& left, const Decimal& right)
{
    if (left.scale() + right.scale() > Decimal::kMaxScale)
        return std::nullopt;
    const auto mantissa = multiply(left.mantissa(), right.mantissa());
    if (!mantissa)
        return std::nullopt;
    return Decimal::fromParts(*mantissa, left.scale() + right.scale());
}

std::string digitsOf(UInt128 value)
{
    std::array<char, 40> buffer{};
    std::size_t position = buffer.size();
    do {
        buffer[--position] = static_cast<char>('0' + static_cast<int>(value % 10));
        value /= 10;
    } while (value != 0);
    return {buffer.data() + position, buffer.size() - position};
}

bool isDigit(char character)
{
    return character >= '0' && character <= '9';
}

} // namespace

Int128 powerOfTen(int exponent)
{
    return kPowers[static_cast<std::size_t>(exponent)];
}

std::optional<Decimal> Decimal::parse(std::string_view text)
{
    std::size_t position = 0;
    bool negative = false;
    if (position < text.size() && (text[position] == '-' || text[position] == '+'))
        negative = text[position++] == '-';

    std::string digits;
    long scale = 0;
    bool anyDigit = false;
    bool afterPoint = false;
    for (; position < text.size(); ++position) {
        const char character = text[position];
        if (character == '.' && !afterPoint) {
            afterPoint = true;
        } else if (isDigit(character)) {
            anyDigit = true;
            if (!digits.empty() || character != '0')
                digits.push_back(character);
            if (afterPoint)
                ++scale;
        } else {
            break;
        }
    }
    if (!anyDigit)
        return std::nullopt;
    if (position < text.size()) {
        if (text[position] != 'e' && text[position] != 'E')
            return std::nullopt;
        ++position;
        bool exponentNegative = false;
        if (position < text.size() && (text[position] == '-' || text[position] == '+'))
            exponentNegative = text[position++] == '-';
        if (position == text.size())
            return std::nullopt;
        long exponent = 0;
        for (; position < text.size(); ++position) {
            if (!isDigit(text[position]))
                return std::nullopt;
            if (exponent < 100'000'000)
                exponent = exponent * 10 + (text[position] - '0');
        }
        scale += exponentNegative ? exponent : -exponent;
    }
    if (digits.empty())
        return Decimal{};
    while (scale > 0 && digits.back() == '0') {
        digits.pop_back();
        --scale;
    }
    if (scale > kMaxScale || digits.size() > 39)
        return std::nullopt;
    if (scale < 0) {
        if (static_cast<long>(digits.size()) - scale > 39)
            return std::nullopt;
        digits.append(static_cast<std::size_t>(-scale), '0');
        scale = 0;
    }
    UInt128 value = 0;
    for (const char digit : digits) {
        const UInt128 next = static_cast<UInt128>(digit - '0');
        if (value > (static_cast<UInt128>(kInt128Max) - next) / 10)
            return std::nullopt;
        value = value * 10 + next;
    }
    const auto mantissa = withSign(value, negative);
    return mantissa ? std::optional(fromParts(*mantissa, static_cast<int>(scale))) : std::nullopt;
}

std::optional<Decimal> Decimal::fromDouble(double value)
{
    if (!std::isfinite(value))
        return std::nullopt;
    std::array<char, 64> buffer{};
    const auto written = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    if (const auto exact = parse({buffer.data(), static_cast<std::size_t>(written.ptr - buffer.data())}))
        return exact;
    if (std::fabs(value) >= 1.0)
        return std::nullopt;
    // More decimals than fit: the number is tiny, so twelve decimals say what is left of it.
    return Decimal::fromParts(static_cast<Int128>(std::llround(value * 1e12)), kDivisionScale).trimmed();
}

std::optional<Decimal> Decimal::plus(const Decimal& other) const
{
    const auto aligned = alignTrimmed(*this, other);
    if (!aligned)
        return std::nullopt;
    const auto sum = add(aligned->left, aligned->right);
    return sum ? std::optional(fromParts(*sum, aligned->scale)) : std::nullopt;
}

std::optional<Decimal> Decimal::minus(const Decimal& other) const
{
    return plus(other.negated());
}

std::optional<Decimal> Decimal::times(const Decimal& other) const
{
    if (const auto direct = product(*this, other))
        return direct;
    return product(trimmed(), other.trimmed());
}

std::optional<Decimal> Decimal::dividedBy(const Decimal& other) const
{
    if (other.isZero())
        return std::nullopt;
    const bool negative = isNegative() != other.isNegative();
    const UInt128 numerator = magnitude(m_mantissa);
    const UInt128 denominator = magnitude(other.m_mantissa);
    const int shift = kDivisionScale + other.m_scale - m_scale;

    UInt128 quotient = 0;
    UInt128 rest = 0;
    bool roundUp = false;
    if (shift >= 0) {
        const Int128 factor = shift <= 38 ? powerOfTen(shift) : 0;
        if (factor != 0 && numerator <= static_cast<UInt128>(kInt128Max) / static_cast<UInt128>(factor)) {
            const UInt128 raised = numerator * static_cast<UInt128>(factor);
            quotient = raised / denominator;
            rest = raised % denominator;
        } else {
            quotient = numerator / denominator;
            rest = numerator % denominator;
            for (int digit = 0; digit < shift; ++digit) {
                // rest * 10 / denominator without overflow: ten additions, each reduced at once.
                UInt128 next = 0;
                UInt128 sum = 0;
                for (int step = 0; step < 10; ++step) {
                    if (sum >= denominator - rest) {
                        sum -= denominator - rest;
                        ++next;
                    } else {
                        sum += rest;
                    }
                }
                rest = sum;
                if (quotient > (static_cast<UInt128>(kInt128Max) - next) / 10)
                    return std::nullopt;
                quotient = quotient * 10 + next;
            }
        }
        roundUp = rest >= denominator - rest;
    } else {
        // Too many decimals: what the first division left over cannot reach the half by itself.
        const UInt128 factor = static_cast<UInt128>(powerOfTen(-shift));
        quotient = numerator / denominator;
        const UInt128 low = quotient % factor;
        quotient /= factor;
        roundUp = low >= factor - low;
    }
    if (roundUp)
        ++quotient;
    const auto mantissa = withSign(quotient, negative);
    return mantissa ? std::optional(fromParts(*mantissa, kDivisionScale)) : std::nullopt;
}

std::optional<Decimal> Decimal::remainder(const Decimal& other) const
{
    if (other.isZero())
        return std::nullopt;
    const auto aligned = alignTrimmed(*this, other);
    if (!aligned)
        return std::nullopt;
    return fromParts(aligned->left % aligned->right, aligned->scale);
}

Decimal Decimal::rounded(int scale) const
{
    if (scale >= m_scale)
        return *this;
    if (m_scale - scale > 38)
        return Decimal{};
    const Int128 factor = powerOfTen(m_scale - scale);
    if (scale >= 0 && fits64(m_mantissa) && fits64(factor)) {
        // The usual case, in one machine division.
        const auto value = static_cast<std::int64_t>(m_mantissa);
        const auto divisor = static_cast<std::int64_t>(factor);
        const std::int64_t left = value % divisor;
        const std::int64_t away = value < 0 ? -1 : 1;
        return fromParts(value / divisor + (left * away >= divisor - left * away ? away : 0), scale);
    }
    Int128 quotient = m_mantissa / factor;
    const UInt128 rest = magnitude(m_mantissa % factor);
    if (rest >= static_cast<UInt128>(factor) - rest)
        quotient += m_mantissa < 0 ? -1 : 1;
    if (scale >= 0)
        return fromParts(quotient, scale);
    const auto raised = multiply(quotient, powerOfTen(-scale));
    return raised ? fromParts(*raised, 0) : *this;
}

Decimal Decimal::roundedToEven(int scale) const
{
    if (scale < 0 || scale >= m_scale)
        return rounded(scale);
    const Int128 factor = powerOfTen(m_scale - scale);
    Int128 quotient = m_mantissa / factor;
    const UInt128 rest = magnitude(m_mantissa % factor);
    const UInt128 missing = static_cast<UInt128>(factor) - rest;
    if (rest > missing || (rest == missing && quotient % 2 != 0))
        quotient += m_mantissa < 0 ? -1 : 1;
    return fromParts(quotient, scale);
}

Decimal Decimal::truncated() const
{
    return m_scale == 0 ? *this : fromParts(m_mantissa / powerOfTen(m_scale), 0);
}

Decimal Decimal::floor() const
{
    const Decimal whole = truncated();
    return m_mantissa < 0 && whole != *this ? fromParts(whole.m_mantissa - 1, 0) : whole;
}

Decimal Decimal::ceil() const
{
    const Decimal whole = truncated();
    return m_mantissa > 0 && whole != *this ? fromParts(whole.m_mantissa + 1, 0) : whole;
}

Decimal Decimal::trimmed() const
{
    Decimal result = *this;
    while (result.m_scale > 0 && result.m_mantissa % 10 == 0) {
        result.m_mantissa /= 10;
        --result.m_scale;
    }
    return result;
}

std::optional<std::int64_t> Decimal::storedAt(int scale) const
{
    const Decimal value = rounded(scale);
    const auto raised = value.m_scale == scale
        ? std::optional(value.m_mantissa)
        : multiply(value.m_mantissa, powerOfTen(scale - value.m_scale));
    if (!raised || *raised > kMaxStored || *raised < -kMaxStored)
        return std::nullopt;
    return static_cast<std::int64_t>(*raised);
}

std::optional<std::int64_t> Decimal::toInteger() const
{
    const Decimal value = trimmed();
    if (value.m_scale != 0 || !fits64(value.m_mantissa))
        return std::nullopt;
    return static_cast<std::int64_t>(value.m_mantissa);
}

double Decimal::toDouble() const
{
    const std::string text = toString();
    double value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value); // strtod would follow the locale
    return value;
}

std::string Decimal::toString() const
{
    return trimmed().toFixedString();
}

std::string Decimal::toFixedString() const
{
    std::string text = digitsOf(magnitude(m_mantissa));
    if (m_scale > 0) {
        const auto decimals = static_cast<std::size_t>(m_scale);
        if (text.size() <= decimals)
            text.insert(0, decimals + 1 - text.size(), '0');
        text.insert(text.size() - decimals, 1, '.');
    }
    if (m_mantissa < 0)
        text.insert(0, 1, '-');
    return text;
}

std::strong_ordering Decimal::operator<=>(const Decimal& other) const
{
    if (m_scale == other.m_scale)
        return m_mantissa <=> other.m_mantissa;
    constexpr int kSafeShift = 18; // a 64-bit number times 10^18 stays within 128 bits
    if (fits64(m_mantissa) && fits64(other.m_mantissa)) {
        const int shift = other.m_scale - m_scale;
        if (shift > 0 && shift <= kSafeShift)
            return m_mantissa * powerOfTen(shift) <=> other.m_mantissa;
        if (shift < 0 && shift >= -kSafeShift)
            return m_mantissa <=> other.m_mantissa * powerOfTen(-shift);
    }
    // Whole parts first, then decimals brought to one scale: neither step can overflow.
    const Int128 wholeLeft = m_mantissa / powerOfTen(m_scale);
    const Int128 wholeRight = other.m_mantissa / powerOfTen(other.m_scale);
    if (wholeLeft != wholeRight)
        return wholeLeft <=> wholeRight;
    Int128 left = m_mantissa % powerOfTen(m_scale);
    Int128 right = other.m_mantissa % powerOfTen(other.m_scale);
    if (m_scale < other.m_scale)
        left *= powerOfTen(other.m_scale - m_scale);
    else
        right *= powerOfTen(m_scale - other.m_scale);
    return left <=> right;
}

} // namespace purchasing::grl
