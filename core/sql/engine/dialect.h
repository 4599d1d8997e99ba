#pragma once

#include "core/ports/database_settings.h"
#include "core/sql/engine/errors/failure.h"

#include <QHash>
#include <QString>
#include <QStringList>

class QSqlError;

namespace purchasing::sql {

/// The name of one of them ("supplier").
[[nodiscard]] QString databaseOf(const DatabaseNames& names, const QString& schema);

/// A name quoted for MySQL.
[[nodiscard]] QString quotedName(const QString& name);

/// Everything in which the database engines differ: names of schemas, how a writing transaction starts, what
/// errors mean. All other SQL in this library is the same for each engine.
class Dialect
{
public:
    /// One SQLite file holds all tables.
    [[nodiscard]] static Dialect sqlite();
    /// Five databases of one MySQL or MariaDB server.
    [[nodiscard]] static Dialect mysql(const DatabaseNames& names);

    [[nodiscard]] bool isMysql() const { return m_isMysql; }
    /// The driver's name for QSqlDatabase.
    [[nodiscard]] QString driver() const { return m_driver; }
    /// The names of the databases, without repetition; none with SQLite.
    [[nodiscard]] QStringList databases() const { return m_databases; }
    /// The name of one ("supplier"); empty with SQLite.
    [[nodiscard]] QString database(const QString& schema) const { return m_databaseOf.value(schema); }
    /// The folder of the migrations in the resources; MySQL has one folder per database in it.
    [[nodiscard]] QString scripts() const { return m_scripts; }

    /// Replaces {oms}, {inventory}, {supplier}, {uom} and {po} before table names by the schema, if there is
    /// one, and tables that are read by their stand-ins.
    [[nodiscard]] QString expand(const QString& sql) const;
    /// The statements that start a transaction no other writer can interleave with.
    [[nodiscard]] QStringList beginWrite() const { return m_beginWrite; }
    /// The statements that start a transaction whose reads see one moment.
    [[nodiscard]] QStringList beginRead() const { return m_beginRead; }
    /// The statements that start a transaction which changes the catalogue only. On a server it takes no
    /// turn: other systems take none either, and orders go on meanwhile.
    [[nodiscard]] QStringList beginCatalogueWrite() const { return {m_beginWrite.first()}; }
    /// The same for what is only noted beside, on a connection of its own: who evaluates does not wait long
    /// for another program that keeps the file.
    [[nodiscard]] QStringList beginNote() const
    {
        return m_isMysql ? beginCatalogueWrite()
                         : QStringList{QStringLiteral("PRAGMA busy_timeout = 500")} + m_beginWrite;
    }
    /// Says whether a COMMIT that reported "busy" is still open and may be asked again.
    [[nodiscard]] bool canRepeatCommit() const { return !m_isMysql; }

    /// Reads `table` ("{oms}products") through `select` from now on: for databases that lack the table or
    /// columns of it. Changes still go to the table itself.
    void readThrough(const QString& table, const QString& select);

    /// What a table ("{oms}products") and its columns are called in databases of another system.
    [[nodiscard]] const CatalogueMapping& mapping() const { return m_mapping; }
    /// The table itself, whatever stands in for it when it is read: "`oms_db`.products".
    [[nodiscard]] QString tableItself(const QString& table) const;

    /// Notes why a database of the catalogue ("supplier") cannot be read: what it would say is unknown.
    void setUnreadable(const QString& schema, const QString& why) { m_unreadable.insert(schema, why); }
    /// Why, as a sentence; empty where it can be read.
    [[nodiscard]] QString whyUnreadable(const QString& schema) const { return m_unreadable.value(schema); }

    [[nodiscard]] bool readsEverything() const { return m_unreadable.isEmpty(); }

    /// The one database that is ours ("supplier"), where the others are other services'; empty where all are.
    [[nodiscard]] const QString& ownDatabase() const { return m_ownDatabase; }
    void setOwnDatabase(const QString& schema) { m_ownDatabase = schema; }
    /// Says whether orders and their audit log are among what is ours.
    [[nodiscard]] bool hasOrders() const
    {
        return m_ownDatabase.isEmpty() || m_ownDatabase == QLatin1String("po");
    }

    /// Says that finding a range of products costs as much as reading them all.
    [[nodiscard]] bool readsWholeTables() const { return m_readsWholeTables; }
    void setReadsWholeTables() { m_readsWholeTables = true; }

    /// Explains a driver error as a sentence; the driver's text becomes the detail.
    [[nodiscard]] Failure failure(const QSqlError& error, const QString& statement) const;

    friend bool operator==(const Dialect&, const Dialect&) = default;

private:
    bool m_isMysql = false;
    bool m_readsWholeTables = false;
    QString m_driver;
    QString m_scripts;
    QString m_ownDatabase;
    QStringList m_databases;
    CatalogueMapping m_mapping;
    QHash<QString, QString> m_databaseOf; ///< By schema.
    QStringList m_beginWrite;
    QStringList m_beginRead;
    QHash<QString, QString> m_schemas;
    QHash<QString, QString> m_unreadable; ///< Sentences by schema.
    QHash<QString, QString> m_standIns; ///< By "FROM {schema}table".
};

} // namespace purchasing::sql
