#pragma once

#include <QDateTime>

namespace purchasing {

/// The time, so that tests can freeze it.
class Clock
{
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual QDateTime now() const { return QDateTime::currentDateTimeUtc(); }
};

} // namespace purchasing
