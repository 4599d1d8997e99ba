#include "core/sql/query.h"

#include <QCoreApplication>
#include <QSqlError>
#include <QSqlRecord>
#include <QTimeZone>

#include <cmath>

namespace purchasing::sql {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(purchasing::sql::Query)
};

/// SQLite's primary result codes; extended ones carry them in the low byte.
enum SqliteCode {
    Busy = 5,
    Locked = 6,
    ReadOnly = 8,
    IoError = 10,
    Corrupt = 11,
    Full = 13,
    CannotOpen = 14,
    Constraint = 19,
    NotADatabase = 26
};

std::optional<Error> orderRuleError(const QString& text)
{
    struct Rule
    {
        const char* word;
        ErrorKind kind;
        QString sentence;
    };
    const Rule rules[] = {
        {"ORDER_BAD_BIRTH", ErrorKind::Refused, Words::tr("An order cannot start in this state.")},
        {"ORDER_BAD_TRANSITION", ErrorKind::Conflict,
         Words::tr("The order is no longer in a state that allows this.")},
        {"ORDER_FROZEN", ErrorKind::Refused, Words::tr("An order cannot be edited after it was created.")},
        {"ORDER_NO_DELETE", ErrorKind::Refused, Words::tr("Orders cannot be deleted.")},
        {"ORDER_UNAPPROVED", ErrorKind::Refused, Words::tr("The order does not have the approval it needs.")},
        {"APPROVAL_NOT_PENDING", ErrorKind::Conflict, Words::tr("The order no longer waits for approval.")},
        {"APPROVAL_STALE", ErrorKind::Stale,
         Words::tr("The order's content is not the one that was looked at.")},
        {"APPROVAL_OWN_ORDER", ErrorKind::Refused, Words::tr("Nobody approves an order that they created.")},
        {"APPROVAL_PERSON", ErrorKind::Refused, Words::tr("This person may not approve orders.")},
        {"AUDIT_CHAIN", ErrorKind::Conflict, Words::tr("Another program wrote at the same time; try again.")},
        {"APPEND_ONLY", ErrorKind::Refused, Words::tr("This record can only be added to.")},
    };
    for (const Rule& rule : rules) {
        if (text.contains(QLatin1String(rule.word)))
            return Error{rule.kind, rule.sentence, text};
    }
    return std::nullopt;
}

} // namespace

Error errorOf(const QSqlError& error, const QString& statement)
{
    const QString detail =
        QStringLiteral("%1 [%2] %3").arg(error.text(), error.nativeErrorCode(), statement.simplified());
    if (const std::optional<Error> rule = orderRuleError(error.text()))
        return {rule->kind, rule->message, detail};
    switch (error.nativeErrorCode().toInt() & 0xff) {
    case Busy:
    case Locked:
        return {ErrorKind::Unavailable, Words::tr("The database is in use by another program; try again."),
                detail};
    case ReadOnly: return {ErrorKind::Unavailable, Words::tr("The database file is read-only."), detail};
    case Full:
        return {ErrorKind::Unavailable,
                Words::tr("The disk is full; nothing was changed. Free some space and try again."), detail};
    case IoError:
        return {ErrorKind::Unavailable, Words::tr("The database file cannot be read or written."), detail};
    case Corrupt: return {ErrorKind::Unavailable, Words::tr("The database file is damaged."), detail};
    case NotADatabase: return {ErrorKind::Invalid, Words::tr("The file is not a database."), detail};
    case CannotOpen:
        return {ErrorKind::Unavailable, Words::tr("The database file cannot be opened."), detail};
    case Constraint:
        return {ErrorKind::Refused, Words::tr("The database refused a value that breaks its rules."), detail};
    default: return {ErrorKind::Unavailable, Words::tr("The database could not do what was asked."), detail};
    }
}

Query::Query(const QSqlDatabase& connection, const QString& statement, std::initializer_list<QVariant> values)
    : m_query(connection)
    , m_statement(statement)
{
    m_query.setForwardOnly(true);
    if (!m_query.prepare(statement))
        throw Failure{errorOf(m_query.lastError(), statement)};
    for (const QVariant& value : values)
        m_query.addBindValue(value);
    if (!m_query.exec())
        throw Failure{errorOf(m_query.lastError(), statement)};
}

bool Query::next()
{
    if (m_query.next())
        return true;
    if (m_query.lastError().isValid())
        throw Failure{errorOf(m_query.lastError(), m_statement)};
    return false;
}

QDateTime Query::time(int column) const
{
    return isNull(column) ? QDateTime() : QDateTime::fromMSecsSinceEpoch(integer(column) / 1000, Qt::UTC);
}

QDateTime Query::timestamp(int column) const
{
    const QVariant value = m_query.value(column);
    QDateTime time = value.typeId() == QMetaType::QDateTime
        ? value.toDateTime()
        : QDateTime::fromString(value.toString(), QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    if (!time.isValid())
        time = QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
    time.setTimeSpec(Qt::UTC);
    return time;
}

std::optional<Quantity> Query::quantity(int column, int decimals) const
{
    if (isNull(column))
        return std::nullopt;
    const QVariant value = m_query.value(column);
    std::optional<Quantity> read;
    if (value.typeId() == QMetaType::LongLong || value.typeId() == QMetaType::Int)
        read = Quantity::fromDouble(static_cast<double>(value.toLongLong()));
    else if (value.typeId() == QMetaType::Double)
        read = Quantity::fromDouble(value.toDouble());
    else
        read = Quantity::parse(value.toString());
    if (!read)
        throw badValue(column);
    std::int64_t step = 1;
    for (int place = decimals; place < 4; ++place)
        step *= 10;
    const std::int64_t half = read->tenThousandths < 0 ? -step / 2 : step / 2;
    return Quantity{(read->tenThousandths + half) / step * step};
}

std::optional<Money> Query::money(int column) const
{
    if (isNull(column))
        return std::nullopt;
    const QVariant value = m_query.value(column);
    const std::optional<Money> read = value.typeId() == QMetaType::Double
            || value.typeId() == QMetaType::LongLong || value.typeId() == QMetaType::Int
        ? Money::fromDouble(value.toDouble())
        : Money::parse(value.toString());
    if (!read)
        throw badValue(column);
    return read;
}

std::optional<std::int64_t> Query::optionalInteger(int column) const
{
    if (isNull(column))
        return std::nullopt;
    bool ok = false;
    const QVariant value = m_query.value(column);
    const qint64 number =
        value.typeId() == QMetaType::Double && value.toDouble() == std::floor(value.toDouble())
        ? static_cast<qint64>(value.toDouble())
        : value.toLongLong(&ok);
    if (!ok && value.typeId() != QMetaType::Double)
        throw badValue(column);
    if (value.typeId() == QMetaType::Double && value.toDouble() != std::floor(value.toDouble()))
        throw badValue(column);
    return number;
}

std::optional<bool> Query::optionalBool(int column) const
{
    const std::optional<std::int64_t> number = optionalInteger(column);
    return number ? std::optional<bool>(*number != 0) : std::nullopt;
}

Failure Query::badValue(int column) const
{
    const QString name = m_query.record().fieldName(column);
    return {{ErrorKind::Invalid,
             Words::tr("%1 holds \"%2\", which is not a usable number")
                 .arg(name, m_query.value(column).toString().left(40)),
             m_statement.simplified()}};
}

qint64 microseconds(const QDateTime& time)
{
    return time.toMSecsSinceEpoch() * 1000;
}

} // namespace purchasing::sql
