#pragma once

#include "core/domain/amount.h"

#include <QDateTime>
#include <QString>

#include <cstdint>
#include <optional>
#include <string>

namespace purchasing::wire {

/// A value on the wire that we cannot hold; caught where a message is turned into what it means.
struct OutOfRange
{
    QString field;
};

[[nodiscard]] inline QString text(const std::string& value)
{
    return QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size()));
}

[[nodiscard]] inline std::int64_t microseconds(const QDateTime& at)
{
    return at.isValid() ? at.toMSecsSinceEpoch() * 1000 : 0;
}
/// Null for 0, which means unknown.
[[nodiscard]] inline QDateTime timeOf(std::int64_t us)
{
    return us == 0 ? QDateTime() : QDateTime::fromMSecsSinceEpoch(us / 1000, Qt::UTC);
}

/// An exact amount of the wire; throws OutOfRange beyond what a fact can hold.
template <typename Amount> [[nodiscard]] Amount amountOf(std::int64_t value, const char* field)
{
    if (value > Quantity::kLargest || value < -Quantity::kLargest)
        throw OutOfRange{QString::fromLatin1(field)};
    return Amount{value};
}

} // namespace purchasing::wire
