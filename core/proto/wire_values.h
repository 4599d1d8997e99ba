#pragma once

#include "core/domain/amount.h"

#include <QDateTime>
#include <QString>

#include <cstdint>
#include <google/protobuf/repeated_field.h>
#include <optional>
#include <string>
#include <vector>

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
/// Null for 0, which means unknown; so does what is 0 in milliseconds, finer than which we keep nothing.
[[nodiscard]] inline QDateTime timeOf(std::int64_t us)
{
    const std::int64_t ms = us / 1000;
    return ms == 0 ? QDateTime() : QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
}

/// An exact amount of the wire; throws OutOfRange beyond what a fact can hold.
template <typename Amount> [[nodiscard]] Amount amountOf(std::int64_t value, const char* field)
{
    if (value > Quantity::kLargest || value < -Quantity::kLargest)
        throw OutOfRange{QString::fromLatin1(field)};
    return Amount{value};
}

/// Sets a field where there is an amount: set(ten-thousandths).
template <typename Amount, typename Set> void putAmount(const std::optional<Amount>& amount, Set set)
{
    if (amount)
        set(amount->tenThousandths);
}

/// What `read` makes of each message.
template <typename Message, typename Value, typename Read>
std::vector<Value> valuesOf(const google::protobuf::RepeatedPtrField<Message>& messages, Read read)
{
    std::vector<Value> values;
    values.reserve(static_cast<std::size_t>(messages.size()));
    for (const Message& message : messages)
        values.push_back(read(message));
    return values;
}

} // namespace purchasing::wire
