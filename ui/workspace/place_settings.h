#pragma once

#include <QCryptographicHash>
#include <QString>

namespace purchasing::ui {

/// The group of settings that belong to one database (see Connection::location), of one kind.
[[nodiscard]] inline QString settingsGroupOf(const QString& kind, const QString& place)
{
    const QByteArray hash = QCryptographicHash::hash(place.toUtf8(), QCryptographicHash::Sha256).toHex();
    return kind + QLatin1Char('/') + QString::fromLatin1(hash.left(16));
}

/// The key of one thing in such a group. Ids may have slashes, which would be groups.
[[nodiscard]] inline QString settingsKeyOf(const QString& group, const QString& id)
{
    return group + QLatin1Char('/') + QString::fromLatin1(id.toUtf8().toPercentEncoding());
}

} // namespace purchasing::ui
