#include "core/sql/engine/server/mysql_tls.h"

#include "core/sql/engine/errors/error_words.h"
#include "core/sql/engine/errors/mysql_errors.h"

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

/// Reads a PEM file at once, because the client library does not say which of them it dislikes.
void requireFile(const QString& file, const char* what)
{
    // The driver's options are one text, parted by semicolons.
    if (file.contains(QLatin1Char(';'))) {
        throw Failure(ErrorKind::Invalid,
                      ErrorWords::tr("The file with %1, %2, has a semicolon in its name. Rename it.")
                          .arg(QLatin1String(what), QDir::toNativeSeparators(file)));
    }
    QFile content(file);
    if (!content.exists()) {
        throw Failure(ErrorKind::Unavailable,
                      ErrorWords::tr("The file with %1, %2, does not exist.")
                          .arg(QLatin1String(what), QDir::toNativeSeparators(file)));
    }
    if (!QFileInfo(file).isFile() || !content.open(QIODevice::ReadOnly)) {
        throw Failure(ErrorKind::Unavailable,
                      ErrorWords::tr("The file with %1, %2, cannot be read.")
                          .arg(QLatin1String(what), QDir::toNativeSeparators(file)));
    }
    const QByteArray text = content.read(1 << 20);
    if (text.contains("ENCRYPTED")) {
        // The client library would ask for it on the terminal.
        throw Failure(
            ErrorKind::Invalid,
            ErrorWords::tr("The file with %1, %2, is protected by a passphrase, which nobody can be "
                           "asked for here. Take one without, that nobody else can read.")
                .arg(QLatin1String(what), QDir::toNativeSeparators(file)));
    }
    if (!text.contains("-----BEGIN ")) {
        throw Failure(ErrorKind::Invalid,
                      ErrorWords::tr("%2 is no PEM file with %1.")
                          .arg(QLatin1String(what), QDir::toNativeSeparators(file)));
    }
}

void requireFiles(const MysqlSettings& settings)
{
    if (settings.tls == TlsMode::Verify)
        requireFile(trustedFile(settings), "the trusted certificates");
    if (settings.certificateFile.isEmpty() && settings.keyFile.isEmpty())
        return;
    if (settings.certificateFile.isEmpty() || settings.keyFile.isEmpty()) {
        throw Failure(ErrorKind::Invalid,
                      ErrorWords::tr("A certificate to show and the file with its key belong together."));
    }
    requireFile(settings.certificateFile, "your certificate");
    requireFile(settings.keyFile, "the key of your certificate");
}

MYSQL* handleOf(const QSqlDatabase& connection)
{
    const QVariant handle = connection.driver()->handle();
    return handle.isValid() ? *static_cast<MYSQL* const*>(handle.constData()) : nullptr;
}

/// Says whether a failing handshake is about the server's certificate, which has its own sentences.
bool isAboutServer(const QString& text)
{
    for (const char* words : {"support", "validation", "hostname", "expired", "self", "issuer", "verify"}) {
        if (text.contains(QLatin1String(words), Qt::CaseInsensitive)
            && !text.contains(QLatin1String("unsupported")))
            return true;
    }
    return false;
}

/// What the server or the client library said, as far as it may be about the certificate we show.
Failure refusal(const MysqlSettings& settings, int code, const QString& text)
{
    const QString detail = QStringLiteral("%1 [%2] looking at %3").arg(text).arg(code).arg(settings.host);
    const bool shows = !settings.certificateFile.isEmpty();
    if (code == 1045 && !shows) {
        return Failure(ErrorKind::Refused,
                       ErrorWords::tr("The database server does not accept the user name or password, or it "
                                      "asks this user for a certificate. Check user and password, or name "
                                      "your certificate and its key."),
                       detail);
    }
    if (code == 1045) {
        return Failure(ErrorKind::Refused,
                       ErrorWords::tr("The database server does not accept the user name or password, or not "
                                      "this certificate for the user. Check all three."),
                       detail);
    }
    const auto about = [&](const char* words) {
        return text.contains(QLatin1String(words), Qt::CaseInsensitive);
    };
    if (code == 2026 && shows && about("mismatch")) {
        return Failure(ErrorKind::Invalid,
                       ErrorWords::tr("The key in %1 does not belong to the certificate in %2.")
                           .arg(QDir::toNativeSeparators(settings.keyFile),
                                QDir::toNativeSeparators(settings.certificateFile)),
                       detail);
    }
    if (code == 2026 && shows && about("alert")) {
        return Failure(
            ErrorKind::Refused,
            ErrorWords::tr("The database server does not accept your certificate. Have it signed by "
                           "somebody whom the server trusts, and see that it has not expired."),
            detail);
    }
    const Failure failure = mysqlFailure(code, text, detail);
    if (code != 2026 || !shows || failure.isDisconnect() || isAboutServer(text))
        return failure;
    return Failure(
        ErrorKind::Invalid,
        ErrorWords::tr("Your certificate in %1, or its key in %2, cannot be used. One of the files "
                       "may be damaged.")
            .arg(QDir::toNativeSeparators(settings.certificateFile),
                 QDir::toNativeSeparators(settings.keyFile)),
        detail);
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
    if (settings.tls == TlsMode::Off)
        return {};
    // Any of the driver's options for certificates makes it ask for encryption.
    QStringList options{settings.tls == TlsMode::Required
                            ? QStringLiteral("SSL_CIPHER=DEFAULT")
                            : QStringLiteral("SSL_CA=") + trustedFile(settings)};
    if (!settings.certificateFile.isEmpty())
        options << QStringLiteral("SSL_CERT=") + settings.certificateFile
                << QStringLiteral("SSL_KEY=") + settings.keyFile;
    return options;
}

int socketOf(const QSqlDatabase& connection)
{
    MYSQL* mysql = handleOf(connection);
    return mysql ? static_cast<int>(mysql_get_socket(mysql)) : -1;
}

void requireEncryption(const QSqlDatabase& connection)
{
    MYSQL* mysql = handleOf(connection);
    if (!mysql || !mysql_get_ssl_cipher(mysql))
        throw mysqlFailure(2026, QStringLiteral("does not support"), QStringLiteral("not encrypted"));
}

void checkServer(const MysqlSettings& settings)
{
    if (settings.tls == TlsMode::Off)
        return;
    requireFiles(settings);
    static std::once_flag prepared; // Several threads may come first.
    std::call_once(prepared, [] { mysql_library_init(0, nullptr, nullptr); });
    const std::unique_ptr<MYSQL, decltype(&mysql_close)> handle(mysql_init(nullptr), &mysql_close);
    if (!handle)
        throw Failure(ErrorKind::Internal, ErrorWords::tr("The database client cannot start."));
    const my_bool yes = 1;
    const auto time = static_cast<unsigned int>(connectSeconds(settings));
    const unsigned int protocol = settings.socket.isEmpty() ? MYSQL_PROTOCOL_TCP : MYSQL_PROTOCOL_SOCKET;
    mysql_options(handle.get(), MYSQL_OPT_CONNECT_TIMEOUT, &time);
    mysql_options(handle.get(), MYSQL_OPT_READ_TIMEOUT, &time);
    mysql_options(handle.get(), MYSQL_OPT_WRITE_TIMEOUT, &time);
    mysql_options(handle.get(), MYSQL_OPT_PROTOCOL, &protocol);
    mysql_options(handle.get(), MYSQL_OPT_SSL_ENFORCE, &yes);
    if (settings.tls == TlsMode::Verify) {
        mysql_options(handle.get(), MYSQL_OPT_SSL_CA, QFile::encodeName(trustedFile(settings)).constData());
        mysql_options(handle.get(), MYSQL_OPT_SSL_VERIFY_SERVER_CERT, &yes);
    }
    if (!settings.certificateFile.isEmpty()) {
        mysql_options(handle.get(), MYSQL_OPT_SSL_CERT,
                      QFile::encodeName(settings.certificateFile).constData());
        mysql_options(handle.get(), MYSQL_OPT_SSL_KEY, QFile::encodeName(settings.keyFile).constData());
    }
    const QByteArray socket = QFile::encodeName(settings.socket);
    if (mysql_real_connect(handle.get(), settings.host.toUtf8().constData(),
                           settings.user.toUtf8().constData(), settings.password.toUtf8().constData(),
                           nullptr, static_cast<unsigned int>(settings.port),
                           socket.isEmpty() ? nullptr : socket.constData(), 0))
        return;
    const QString text = QString::fromUtf8(mysql_error(handle.get()));
    const auto code = static_cast<int>(mysql_errno(handle.get()));
    throw refusal(settings, code, text);
}

} // namespace purchasing::sql
