#pragma once

#include <QString>
#include <QStringList>

namespace purchasing {

/// Whether an address is a socket of this machine's file system ("unix:/run/purchasing/po.sock"), which only
/// those reach who may read and write that file: nothing on it is encrypted.
[[nodiscard]] inline bool isUnixAddress(const QString& address)
{
    return address.startsWith(QLatin1String("unix:"));
}

/// The addresses of a list with commas between.
[[nodiscard]] inline QStringList addressesIn(const QString& list)
{
    QStringList addresses;
    for (const QString& address : list.split(QLatin1Char(','), Qt::SkipEmptyParts))
        addresses << address.trimmed();
    return addresses;
}

} // namespace purchasing
