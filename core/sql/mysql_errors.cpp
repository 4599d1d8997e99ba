#include "core/sql/mysql_errors.h"

#include "core/sql/schema_rules.h"

namespace purchasing::sql {
namespace {

Failure unavailable(const char* sentence, const QString& detail,
                    Failure::Remedy remedy = Failure::Remedy::None)
{
    return Failure(Error{ErrorKind::Unavailable, QLatin1String(sentence), detail}, remedy);
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
        return unavailable("The database is busy with other people's changes. Try again in a moment.", detail,
                           Failure::Remedy::Repeat);
    case 2006: // The server has gone away: closed while idle.
    case 2013: // Lost during a query.
    case 2055: // As 2013, with the system's error.
    case 1053: // The server is shutting down.
    case 1927: // The connection was killed.
    case 4031: // Closed after idling (MySQL 8).
        return unavailable("The connection to the database server broke. Try again.", detail,
                           Failure::Remedy::Reconnect);
    case 2002:
    case 2003:
        return unavailable(
            "The database server does not answer. Check that it runs and that DB_HOST and DB_PORT "
            "name it.",
            detail);
    case 2005: return unavailable("The database server's name is not known. Check DB_HOST.", detail);
    case 2026: return unavailable("No secure connection to the database server could be made.", detail);
    case 1040:
    case 1203:
        return unavailable("The database server has too many connections. Try again in a moment.", detail,
                           Failure::Remedy::Repeat);
    case 1045:
    case 1698:
        return Failure(ErrorKind::Refused,
                       QStringLiteral("The database server does not accept the user name or password. "
                                      "Check DB_USER and DB_PASSWORD."),
                       detail);
    case 1044:
    case 1142:
    case 1143:
    case 1227:
    case 1370:
        return Failure(
            ErrorKind::Refused,
            QStringLiteral("The database user lacks the right for this. Ask whoever set the databases up."),
            detail);
    case 1290:
    case 1792:
    case 1836:
        return Failure(ErrorKind::Refused, QStringLiteral("The database server can only be read."), detail);
    case 1049:
        return unavailable("One of the databases does not exist. Set them up first (purchasing database "
                           "setup) or check their names.",
                           detail);
    case 1146:
        return unavailable("A table is missing from the databases. Bring them up to date first (purchasing "
                           "database setup).",
                           detail);
    case 1054:
        return unavailable("A column is missing from the databases. Bring them up to date first (purchasing "
                           "database setup).",
                           detail);
    case 1021:
    case 1114:
    case 1041:
    case 1038: return unavailable("The database server has no room left. Nothing was changed.", detail);
    case 1034:
    case 1194:
    case 1195: return unavailable("A table of the database is damaged. Restore it from a backup.", detail);
    case 1153:
    case 1406:
    case 1264:
    case 1366:
        return Failure(ErrorKind::Invalid,
                       QStringLiteral("A text or number is too large for the database. Nothing was changed."),
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
        return Failure(ErrorKind::Internal, QStringLiteral("The database could not carry this out."), detail);
    }
}

} // namespace purchasing::sql
