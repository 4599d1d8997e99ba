#include "core/sql/engine/errors/sqlite_errors.h"

#include "core/sql/engine/errors/error_words.h"
#include "core/sql/engine/errors/schema_rules.h"

namespace purchasing::sql {
namespace {

constexpr int kBusy = 5;
constexpr int kLocked = 6;
constexpr int kInputOutput = 10;
constexpr int kCorrupt = 11;
constexpr int kFull = 13;
constexpr int kCannotOpen = 14;
constexpr int kProtocol = 15; ///< Too many began to read at the same time.
constexpr int kConstraint = 19;

Failure unavailable(const QString& message, const QString& detail, bool retryable = false)
{
    return Failure(Error{ErrorKind::Unavailable, message, detail}, retryable);
}

} // namespace

Failure sqliteFailure(int extendedCode, const QString& text, const QString& detail)
{
    switch (primaryCode(extendedCode)) {
    case kBusy:
    case kLocked:
    case kProtocol:
        return unavailable(
            ErrorWords::tr("The database is in use by another program. Try again in a moment."), detail,
            true);
    case kSqliteReadOnly:
        return Failure(
            Error{ErrorKind::Refused, ErrorWords::tr("The database can only be read here."), detail});
    case kInputOutput:
        return unavailable(ErrorWords::tr("The disk reported an error while the database was used."), detail);
    case kCorrupt:
        return unavailable(ErrorWords::tr("The database file is damaged. Restore it from a backup."), detail);
    case kFull:
        return unavailable(
            ErrorWords::tr("The disk is full. Nothing was changed; free some space and try again."), detail);
    case kCannotOpen:
        return unavailable(
            ErrorWords::tr("The database file cannot be opened. Check that it exists and that you "
                           "may read it."),
            detail);
    case kSqliteNotADatabase: return unavailable(ErrorWords::tr("The file is not a database."), detail);
    case kConstraint: return brokenRule(text, detail);
    default:
        return Failure(
            Error{ErrorKind::Internal, ErrorWords::tr("The database could not carry this out."), detail});
    }
}

} // namespace purchasing::sql
