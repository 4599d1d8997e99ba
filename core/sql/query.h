#pragma once

#include "core/domain/amount.h"
#include "core/domain/result.h"

#include <QDateTime>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

#include <initializer_list>
#include <optional>

namespace purchasing::sql {

/// Thrown inside core/sql only, where it ends a transaction; Database turns it into a Result at the border.
struct Failure
{
    Error error;
};

/// Turns a driver's error into a kind and a sentence: locked, full disk, read-only, a rule of the order
/// tables, …
[[nodiscard]] Error errorOf(const QSqlError& error, const QString& statement);

/// One prepared and executed statement with bound values; rows are read forwards. Throws Failure.
class Query
{
public:
    Query(const QSqlDatabase& connection, const QString& statement,
          std::initializer_list<QVariant> values = {});

    /// Moves to the next row; false after the last.
    bool next();
    [[nodiscard]] int affectedRows() const { return m_query.numRowsAffected(); }

    [[nodiscard]] bool isNull(int column) const { return m_query.isNull(column); }
    [[nodiscard]] QString text(int column) const { return m_query.value(column).toString(); }
    [[nodiscard]] QByteArray bytes(int column) const { return m_query.value(column).toByteArray(); }
    [[nodiscard]] std::int64_t integer(int column) const { return m_query.value(column).toLongLong(); }
    /// Microseconds since 1970 as a time; invalid for NULL.
    [[nodiscard]] QDateTime time(int column) const;
    /// A TIMESTAMP column in UTC, whatever text form the database gives it; invalid for NULL and zero dates.
    [[nodiscard]] QDateTime timestamp(int column) const;
    /// A decimal column rounded to `decimals` (at most 4); unset for NULL. Throws when it holds no number.
    [[nodiscard]] std::optional<Quantity> quantity(int column, int decimals) const;
    [[nodiscard]] std::optional<Money> money(int column) const;
    [[nodiscard]] std::optional<std::int64_t> optionalInteger(int column) const;
    [[nodiscard]] std::optional<bool> optionalBool(int column) const;

private:
    [[nodiscard]] Failure badValue(int column) const;

    QSqlQuery m_query;
    QString m_statement;
};

/// Microseconds since 1970, as all our own tables keep times.
[[nodiscard]] qint64 microseconds(const QDateTime& time);

} // namespace purchasing::sql
