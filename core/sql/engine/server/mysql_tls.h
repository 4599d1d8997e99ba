#pragma once

#include "core/ports/database_settings.h"

#include <QStringList>

class QSqlDatabase;

namespace purchasing::sql {

/// Has the client library connect once and see that the server is what the settings ask for: encrypted and,
/// with Verify, with a certificate that is signed by somebody trusted and made out to the host. Qt's driver
/// cannot be told to insist on either; it checks the signatures only. Does nothing without TLS; blocks;
/// throws Failure.
void checkServer(const MysqlSettings& settings);

/// Throws Failure unless this open connection is encrypted. The driver goes on in the clear where a server,
/// or somebody in between, says that it cannot encrypt.
void requireEncryption(const QSqlDatabase& connection);

/// The socket of an open connection, or -1.
[[nodiscard]] int socketOf(const QSqlDatabase& connection);

/// The options that make Qt's driver encrypt, and check the signatures, as the settings say.
[[nodiscard]] QStringList tlsOptions(const MysqlSettings& settings);

/// The host to give to the client library. It takes "localhost", and nothing else, for a socket on this
/// machine, whatever the port; where a port or encryption is meant, this is the address.
[[nodiscard]] QString addressOf(const MysqlSettings& settings);

} // namespace purchasing::sql
