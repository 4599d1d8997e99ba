#pragma once

#include "core/ports/database_settings.h"
#include "core/ports/services_settings.h"

#include <QColor>
#include <QString>

namespace purchasing::ui {

/// Where data can come from.
enum class ConnectionKind {
    Embedded, ///< One SQLite file.
    Mysql, ///< Five databases of a MySQL or MariaDB server.
    Services ///< The services of an installation.
};

/// What happens where the file of a profile does not exist.
enum class MissingFile {
    Refuse, ///< It is said; a database that was there yesterday is not replaced by an empty one.
    MakeDemo, ///< It is made, with the example products.
    MakeEmpty ///< It is made, without any product.
};

/// How to connect to something, as a person set it up. Kept in the settings, the password apart from it.
struct ConnectionProfile
{
    QString id; ///< Stays the same while name and place change.
    QString name;
    ConnectionKind kind = ConnectionKind::Embedded;
    bool readOnly = false;
    bool isProduction = false; ///< Tagged wherever it is shown.
    bool confirmsSending = false; ///< Asks before each order that goes to a supplier.
    QColor color = QColor(0xb3261e); ///< Of the tag.
    QString file; ///< Embedded only.
    MissingFile whenMissing = MissingFile::MakeDemo; ///< Not kept: saved connections refuse.
    QString outbox; ///< MySQL: the folder for messages to suppliers; the user's data folder where empty.
    ServicesSettings services; ///< Services only.
    MysqlSettings server; ///< MySQL only. Its password is only there while connecting.

    /// What is kept apart from the profile: the password, or the token. Null for files, which have none.
    [[nodiscard]] QString* secret()
    {
        return kind == ConnectionKind::Mysql   ? &server.password
            : kind == ConnectionKind::Services ? &services.token
                                               : nullptr;
    }
};

} // namespace purchasing::ui
