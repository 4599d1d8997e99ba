#pragma once

#include "core/domain/catalogue_mapping.h"

#include <QString>

namespace purchasing {

/// The names of the five databases on a server, and of what is in those of the catalogue.
struct DatabaseNames
{
    QString oms = QStringLiteral("oms_db");
    QString inventory = QStringLiteral("inventory_db");
    QString supplier = QStringLiteral("supplier_db");
    QString uom = QStringLiteral("uom_db");
    QString po = QStringLiteral("po_db");
    CatalogueMapping mapping; ///< Empty where the tables have our names.
};

/// How the way to the server is protected.
enum class TlsMode {
    Off, ///< Not at all; for sockets and networks one trusts.
    Required, ///< Encrypted, or there is no connection. Says nothing about who answers.
    Verify ///< Encrypted, and the server proves with a certificate that it is the one that was named.
};

/// Where the five databases are, who asks, and how long an answer may take.
struct MysqlSettings
{
    QString host = QStringLiteral("localhost");
    int port = 3306;
    QString socket; ///< A Unix socket; wins over host and port.
    QString user;
    QString password;
    DatabaseNames names;
    TlsMode tls = TlsMode::Off;
    QString caFile; ///< Certificates to trust, PEM; the system's where empty.
    QString certificateFile; ///< The certificate to show to the server, PEM; none where empty.
    QString keyFile; ///< The private key of that certificate, PEM, without a passphrase.
    int answerSeconds = 30; ///< No answer within this time is a failure.
    bool readOnly = false; ///< Changes nothing, and the server is told so.
};

/// The most that connecting may take, in seconds: an answer to that is quick or does not come.
[[nodiscard]] inline int connectSeconds(const MysqlSettings& settings)
{
    return settings.answerSeconds < 5 ? settings.answerSeconds : 5;
}

} // namespace purchasing
