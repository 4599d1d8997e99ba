#pragma once

#include <QByteArray>
#include <QString>

namespace purchasing::sql {

/// What a file is that is no text at all, by its first bytes; empty for one that may be.
[[nodiscard]] QString whyNoText(const QByteArray& start);

/// The name of our own file whose form the header has exactly; empty where it is none.
[[nodiscard]] QString ownTableOf(const QString& path);

} // namespace purchasing::sql
