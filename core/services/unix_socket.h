#pragma once

#include "core/domain/result.h"

#include <QString>

#include <sys/stat.h>

namespace purchasing::services {

/// The file of "unix:/run/purchasing/po.sock".
[[nodiscard]] QString socketFileOf(const QString& address);

/// Makes sure that a server can listen at that file: makes its folder where there is none, and removes a
/// socket that somebody left behind. Unavailable where another program listens there, or something else has
/// that name.
[[nodiscard]] Result<Done> makeRoomForSocket(const QString& file);

/// While it lives, what this process makes is its user's alone. For the start of a program: it holds for all
/// threads.
class OwnersAlone
{
public:
    OwnersAlone()
        : m_before(::umask(0177))
    {
    }
    ~OwnersAlone() { ::umask(m_before); }
    OwnersAlone(const OwnersAlone&) = delete;
    OwnersAlone& operator=(const OwnersAlone&) = delete;

private:
    mode_t m_before;
};

} // namespace purchasing::services
