#pragma once

#include "core/sql/failure.h"

#include <QHash>
#include <QString>

class QSqlError;

namespace purchasing::sql {

/// Everything in which the database engines differ: names of schemas, how a writing transaction starts, what
/// errors mean. All other SQL in this library is the same for each engine.
class Dialect
{
public:
    /// One SQLite file holds all tables.
    [[nodiscard]] static Dialect sqlite();

    /// The driver's name for QSqlDatabase.
    [[nodiscard]] QString driver() const { return m_driver; }
    /// The folder of the migrations in the resources.
    [[nodiscard]] QString scripts() const { return m_scripts; }

    /// Replaces {oms}, {inventory}, {supplier}, {uom} and {po} before table names by the schema, if there is
    /// one.
    [[nodiscard]] QString expand(const QString& sql) const;
    /// The statement that starts a transaction no other writer can interleave with.
    [[nodiscard]] QString beginWrite() const { return m_beginWrite; }
    /// The statement that starts a transaction whose reads see one moment.
    [[nodiscard]] QString beginRead() const { return m_beginRead; }
    /// "insert unless the key exists", up to the table's name.
    [[nodiscard]] QString insertIfAbsent() const { return m_insertIfAbsent; }

    /// Explains a driver error as a sentence; the driver's text becomes the detail.
    [[nodiscard]] Failure failure(const QSqlError& error, const QString& statement) const;

private:
    QString m_driver;
    QString m_scripts;
    QString m_beginWrite;
    QString m_beginRead;
    QString m_insertIfAbsent;
    QHash<QString, QString> m_schemas;
};

} // namespace purchasing::sql
