#include "core/sql/engine/errors/mysql_errors.h"

#include "core/sql/engine/errors/error_words.h"
#include "core/sql/engine/errors/schema_rules.h"

#include <QRegularExpression>

namespace purchasing::sql {
namespace {

Failure unavailable(const char* sentence, const QString& detail,
                    Failure::Remedy remedy = Failure::Remedy::None)
{
    return Failure(Error{ErrorKind::Unavailable, ErrorWords::tr(sentence), detail}, remedy);
}

/// The first thing the server's message puts in quotes that matches; empty when there is none.
QString named(const QString& text, const char* pattern)
{
    return QRegularExpression(QLatin1String(pattern)).match(text).captured(1);
}

/// Losing a connection while it is being made is no reason to make another one at once.
Failure lost(const QString& text, const QString& detail)
{
    if (text.contains(QLatin1String("handshake")) || text.contains(QLatin1String("initial communication"))
        || text.contains(QLatin1String("authorization packet"))) {
        const bool isSilence = text.contains(QLatin1String("error: 11")); // ETIMEDOUT or EAGAIN.
        if (!isSilence) {
            return unavailable(
                QT_TRANSLATE_NOOP(
                    "purchasing::sql::Errors",
                    "The connection to the database server breaks off while it is being made. Check "
                    "that host and port name a database server."),
                detail);
        }
        return unavailable(
            QT_TRANSLATE_NOOP(
                "purchasing::sql::Errors",
                "The database server takes the connection but does not answer. Check that host "
                "and port name a database server, and that the network lets its answers through."),
            detail);
    }
    return unavailable(QT_TRANSLATE_NOOP("purchasing::sql::Errors",
                                         "The connection to the database server broke. Try again."),
                       detail, Failure::Remedy::Reconnect);
}

Failure notSecure(const QString& text, const QString& detail)
{
    if (text.contains(QLatin1String("does not support"), Qt::CaseInsensitive))
        return unavailable(
            QT_TRANSLATE_NOOP(
                "purchasing::sql::Errors",
                "The database server offers no secure connection (TLS), but one is required. Set "
                "TLS up there, or "
                "switch encryption off where the network is to be trusted (DB_TLS=off)."),
            detail);
    if (text.contains(QLatin1String("Validation of"), Qt::CaseInsensitive)
        || text.contains(QLatin1String("hostname"), Qt::CaseInsensitive)) {
        return unavailable(
            QT_TRANSLATE_NOOP(
                "purchasing::sql::Errors",
                "The database server's certificate is made out to another name. Use the host name "
                "that the certificate has, or have a certificate made for this one."),
            detail);
    }
    if (text.contains(QLatin1String("expired"), Qt::CaseInsensitive))
        return unavailable(
            QT_TRANSLATE_NOOP("purchasing::sql::Errors", "The database server's certificate has expired."),
            detail);
    if (text.contains(QLatin1String("self"), Qt::CaseInsensitive)
        || text.contains(QLatin1String("issuer"), Qt::CaseInsensitive)
        || text.contains(QLatin1String("verify"), Qt::CaseInsensitive)) {
        return unavailable(
            QT_TRANSLATE_NOOP(
                "purchasing::sql::Errors",
                "The database server's certificate is not signed by anybody trusted. Name the file "
                "with the certificate of whoever signed it (CA file)."),
            detail);
    }
    return unavailable(QT_TRANSLATE_NOOP("purchasing::sql::Errors",
                                         "No secure connection to the database server could be made."),
                       detail);
}

/// Says whether an encrypted connection ended instead of failing to be made.
bool isBreakOf(const QString& text)
{
    for (const char* words : {"unexpected eof", "reset by peer", "broken pipe"}) {
        if (text.contains(QLatin1String(words), Qt::CaseInsensitive))
            return true;
    }
    return false;
}

/// A right that is missing, with the table it is missing on.
Failure noRight(const QString& text, const QString& detail)
{
    const QString where = named(text, "for table (\\S+)").remove(QLatin1Char('`')).remove(QLatin1Char('\''));
    return Failure(Error{ErrorKind::Refused,
                         where.isEmpty()
                             ? ErrorWords::tr("The database user lacks the right for this. Ask whoever "
                                              "set the databases up.")
                             : ErrorWords::tr("The database user lacks the right for this on %1. Ask "
                                              "whoever set the databases up.")
                                   .arg(where),
                         detail},
                   Failure::Remedy::DoWithout);
}

Failure missing(const QString& what, const QString& detail)
{
    return Failure(Error{ErrorKind::Unavailable,
                         ErrorWords::tr("%1 Set the databases up or bring them up to date (purchasing "
                                        "database setup), or check their names.")
                             .arg(what),
                         detail},
                   Failure::Remedy::DoWithout);
}

} // namespace

// The numbers are those of the MySQL and MariaDB reference manuals; they never change their meaning.
Failure mysqlFailure(int code, const QString& text, const QString& detail)
{
    switch (code) {
    case 1213: // Deadlock: the server rolled this transaction back.
    case 1205: // Lock wait timeout.
    case 1020: // Record changed since the transaction's snapshot.
    case 1412: // A table was redefined since the transaction's snapshot.
    case 1615: // A prepared statement has to be prepared again.
        return unavailable(
            QT_TRANSLATE_NOOP("purchasing::sql::Errors",
                              "The database is busy with other people's changes. Try again in a moment."),
            detail, Failure::Remedy::Repeat);
    case 2006: // The server has gone away: closed while idle.
    case 1053: // The server is shutting down.
    case 1927: // The connection was killed.
    case 4031: // Closed after idling (MySQL 8).
        return unavailable(QT_TRANSLATE_NOOP("purchasing::sql::Errors",
                                             "The connection to the database server broke. Try again."),
                           detail, Failure::Remedy::Reconnect);
    case 2013: // Lost during a query.
    case 2055: // As 2013, with the system's error.
        return lost(text, detail);
    case 2002:
    case 2003:
        return unavailable(
            QT_TRANSLATE_NOOP(
                "purchasing::sql::Errors",
                "The database server does not answer. Check that it runs, and the host and port."),
            detail);
    case 2005:
        return unavailable(QT_TRANSLATE_NOOP("purchasing::sql::Errors",
                                             "The database server's name is not known. Check the host."),
                           detail);
    case 2026:
        // What 2006 and 2013 are in the clear.
        return isBreakOf(text)
            ? unavailable(QT_TRANSLATE_NOOP("purchasing::sql::Errors",
                                            "The connection to the database server broke. Try again."),
                          detail, Failure::Remedy::Reconnect)
            : notSecure(text, detail);
    case 1040:
    case 1203:
        return unavailable(
            QT_TRANSLATE_NOOP("purchasing::sql::Errors",
                              "The database server has too many connections. Try again in a moment."),
            detail, Failure::Remedy::Repeat);
    case 1045:
    case 1698:
        return Failure(ErrorKind::Refused,
                       ErrorWords::tr("The database server does not accept the user name or password. "
                                      "Check user and password."),
                       detail);
    case 1044:
        // The server does not tell people without rights whether there is such a database.
        return Failure(
            Error{ErrorKind::Refused,
                  ErrorWords::tr("The database %1 does not exist, or this user may not use it. Check its "
                                 "name, or ask whoever set the databases up.")
                      .arg(named(text, "to database '([^']+)'")),
                  detail},
            Failure::Remedy::DoWithout);
    case 1142:
    case 1143:
    case 1227:
    case 1370: return noRight(text, detail);
    case 1290:
    case 1792:
    case 1836:
        return Failure(ErrorKind::Refused, ErrorWords::tr("The database server can only be read."), detail);
    case 1049:
        return missing(
            QStringLiteral("The database %1 does not exist.").arg(named(text, "database '([^']+)'")), detail);
    case 1146:
        return missing(QStringLiteral("The table %1 is missing.").arg(named(text, "Table '([^']+)'")),
                       detail);
    case 1054:
        return missing(QStringLiteral("The column %1 is missing.").arg(named(text, "column '([^']+)'")),
                       detail);
    case 1021:
    case 1114:
    case 1041:
    case 1038:
        return unavailable(QT_TRANSLATE_NOOP("purchasing::sql::Errors",
                                             "The database server has no room left. Nothing was changed."),
                           detail);
    case 1034:
    case 1194:
    case 1195:
    case 1932: // The table's file is gone.
        return unavailable(QT_TRANSLATE_NOOP("purchasing::sql::Errors",
                                             "A table of the database is damaged. Restore it from a backup."),
                           detail, Failure::Remedy::DoWithout);
    case 1153:
    case 1406:
    case 1264:
    case 1366:
        return Failure(ErrorKind::Invalid,
                       ErrorWords::tr("A text or number is too large for the database. Nothing was changed."),
                       detail);
    case 1644: // SIGNAL in a trigger.
    case 4025: // CHECK, MariaDB.
    case 3819: // CHECK, MySQL.
    case 1048: // NOT NULL.
    case 1062: // Key exists.
    case 1451:
    case 1452: // Foreign keys.
        return brokenRule(text, detail);
    default:
        return Failure(ErrorKind::Internal, ErrorWords::tr("The database could not carry this out."), detail);
    }
}

} // namespace purchasing::sql
