#include "core/sql/mysql_tls.h"

#include "core/sql/mysql_errors.h"

#include <QDir>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlDriver>
#include <QVariant>

#include <memory>
#include <mutex>
#include <mysql.h>

namespace purchasing::sql {
namespace {

constexpr int kUsualPort = 3306;

/// The certificates the system trusts, where none are named.
QString trustedFile(const MysqlSettings& settings)
{
    return settings.caFile.isEmpty() ? QStringLiteral("/etc/ssl/certs/ca-certificates.crt") : settings.caFile;
}

} // namespace

QString addressOf(const MysqlSettings& settings)
{
    if (!settings.socket.isEmpty())
        return QStringLiteral("localhost");
    const bool meansTcp = settings.port != kUsualPort || settings.tls != TlsMode::Off;
    return meansTcp && settings.host == QLatin1String("localhost") ? QStringLiteral("127.0.0.1")
                                                                   : settings.host;
}

QStringList tlsOptions(const MysqlSettings& settings)
{
    switch (settings.tls) {
    case TlsMode::Off: return {};
    // Any of the driver's options for certificates makes it ask for encryption.
    case TlsMode::Required: return {QStringLiteral("SSL_CIPHER=DEFAULT")};
    case TlsMode::Verify: return {QStringLiteral("SSL_CA=") + trustedFile(settings)};
    }
    return {};
}

void requireEncryption(const QSqlDatabase& connection)
{
    const QVariant handle = connection.driver()->handle();
    MYSQL* mysql = handle.isValid() ? *static_cast<MYSQL* const*>(handle.constData()) : nullptr;
    if (!mysql || !mysql_get_ssl_cipher(mysql))
        throw mysqlFailure(2026, QStringLiteral("does not support"), QStringLiteral("not encrypted"));
}

void checkServer(const MysqlSettings& settings)
{
    if (settings.tls == TlsMode::Off)
        return;
    static std::once_flag prepared; // Several threads may come first.
    std::call_once(prepared, [] { mysql_library_init(0, nullptr, nullptr); });
    const std::unique_ptr<MYSQL, decltype(&mysql_close)> handle(mysql_init(nullptr), &mysql_close);
    if (!handle)
        throw Failure(ErrorKind::Internal, QStringLiteral("The database client cannot start."));
    const my_bool yes = 1;
    const auto time = static_cast<unsigned int>(connectSeconds(settings));
    const unsigned int protocol = settings.socket.isEmpty() ? MYSQL_PROTOCOL_TCP : MYSQL_PROTOCOL_SOCKET;
    mysql_options(handle.get(), MYSQL_OPT_CONNECT_TIMEOUT, &time);
    mysql_options(handle.get(), MYSQL_OPT_READ_TIMEOUT, &time);
    mysql_options(handle.get(), MYSQL_OPT_WRITE_TIMEOUT, &time);
    mysql_options(handle.get(), MYSQL_OPT_PROTOCOL, &protocol);
    mysql_options(handle.get(), MYSQL_OPT_SSL_ENFORCE, &yes);
    if (settings.tls == TlsMode::Verify) {
        const QString trusted = trustedFile(settings);
        if (!QFileInfo(trusted).isReadable()) {
            throw Failure(ErrorKind::Unavailable,
                          QStringLiteral("The file with the trusted certificates, %1, cannot be read.")
                              .arg(QDir::toNativeSeparators(trusted)));
        }
        mysql_options(handle.get(), MYSQL_OPT_SSL_CA, QFile::encodeName(trusted).constData());
        mysql_options(handle.get(), MYSQL_OPT_SSL_VERIFY_SERVER_CERT, &yes);
    }
    const QByteArray socket = QFile::encodeName(settings.socket);
    if (mysql_real_connect(handle.get(), settings.host.toUtf8().constData(),
                           settings.user.toUtf8().constData(), settings.password.toUtf8().constData(),
                           nullptr, static_cast<unsigned int>(settings.port),
                           socket.isEmpty() ? nullptr : socket.constData(), 0))
        return;
    const QString text = QString::fromUtf8(mysql_error(handle.get()));
    const auto code = static_cast<int>(mysql_errno(handle.get()));
    throw mysqlFailure(code, text,
                       QStringLiteral("%1 [%2] looking at %3").arg(text).arg(code).arg(settings.host));
}

} // namespace purchasing::sql
