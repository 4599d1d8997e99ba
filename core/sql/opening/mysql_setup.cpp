#include "core/sql/opening/mysql_setup.h"

#include "core/domain/setting_names.h"
#include "core/sql/audit/actors.h"
#include "core/sql/audit/baseline.h"
#include "core/sql/engine/errors/error_words.h"
#include "core/sql/engine/migration.h"
#include "core/sql/engine/transaction.h"
#include "core/sql/generator/demo_demand.h"
#include "core/sql/generator/demo_orders.h"
#include "core/sql/people/setting_rows.h"
#include "core/sql/rules/rule_rows.h"

#include <QCryptographicHash>
#include <QDateTime>

namespace purchasing::sql {
namespace {

/// One of the five, by the name of its folder of scripts.
struct Part
{
    const char* schema;
    const QString DatabaseNames::*database;
};

constexpr Part kParts[] = {
    {"oms", &DatabaseNames::oms},
    {"inventory", &DatabaseNames::inventory},
    {"supplier", &DatabaseNames::supplier},
    {"uom", &DatabaseNames::uom},
    {"po", &DatabaseNames::po},
};

void report(const MysqlSetup& setup, const QString& sentence)
{
    if (setup.report)
        setup.report(sentence);
}

bool isMariaDb(Connection& connection)
{
    return connection.scalar(QStringLiteral("SELECT version()"))
        .toString()
        .contains(QLatin1String("MariaDB"), Qt::CaseInsensitive);
}

/// Compares texts byte by byte, as SQLite does: product ids that differ in case are different products.
QString serverCollation(Connection& connection)
{
    return isMariaDb(connection) ? QStringLiteral("utf8mb4_nopad_bin") : QStringLiteral("utf8mb4_0900_bin");
}

/// Holds a lock of the server's while it lives; it goes with the connection in any case.
class SetupLock
{
public:
    explicit SetupLock(Connection& connection)
        : m_connection(connection)
    {
        if (connection.scalar(QStringLiteral("SELECT GET_LOCK('purchasing database setup', 60)")).toInt()
            != 1) {
            throw Failure(ErrorKind::Unavailable,
                          ErrorWords::tr("Somebody else is setting the databases up. Try again later."));
        }
    }
    ~SetupLock()
    {
        try {
            m_connection.executeDirectly(QStringLiteral("DO RELEASE_LOCK('purchasing database setup')"));
        } catch (const Failure&) {
            // The connection broke, and the lock with it.
        }
    }
    SetupLock(const SetupLock&) = delete;
    SetupLock& operator=(const SetupLock&) = delete;

private:
    Connection& m_connection;
};

/// Makes the database and runs the scripts it does not have yet. A definition commits by itself, so every
/// script can be repeated, and is noted as done only at its end.
void upgrade(Connection& connection, const Part& part, const MysqlSettings& admin, const MysqlSetup& setup,
             const QDateTime& now)
{
    const QString database = admin.names.*part.database;
    const bool existed =
        connection
            .scalar(QStringLiteral("SELECT count(*) FROM information_schema.schemata WHERE schema_name = ?"),
                    {database})
            .toInt()
        > 0;
    if (!existed) {
        connection.executeDirectly(
            QStringLiteral("CREATE DATABASE IF NOT EXISTS %1 CHARACTER SET utf8mb4 COLLATE %2")
                .arg(quotedName(database), serverCollation(connection)));
    }
    connection.executeDirectly(QStringLiteral("USE ") + quotedName(database));
    // Databases may share a server's schema in small installations, so each part counts by itself.
    connection.executeDirectly(QStringLiteral(
        "CREATE TABLE IF NOT EXISTS schema_migration(part VARCHAR(20) NOT NULL, number INT NOT "
        "NULL, applied_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP, PRIMARY KEY(part, "
        "number)) ENGINE=InnoDB"));
    const QString numbers =
        QStringLiteral("SELECT coalesce(max(number), 0) FROM %1.schema_migration WHERE part = ?")
            .arg(quotedName(database));
    const int before = connection.scalar(numbers, {QLatin1String(part.schema)}).toInt();
    // Somebody may have made it by the server's own default, in which most letters cannot be written. What is
    // there stays as it is.
    if (existed && before == 0 && QLatin1String(part.schema) == QLatin1String("po")) {
        connection.executeDirectly(QStringLiteral("ALTER DATABASE %1 CHARACTER SET utf8mb4 COLLATE %2")
                                       .arg(quotedName(database), serverCollation(connection)));
    }
    int after = before;
    for (const Migration& migration :
         migrations(connection.dialect().scripts() + QLatin1Char('/') + QLatin1String(part.schema))) {
        if (migration.number <= before)
            continue;
        applyMigration(connection, migration, now);
        connection.execute(QStringLiteral("INSERT INTO %1.schema_migration(part, number) VALUES (?, ?)")
                               .arg(quotedName(database)),
                           {QLatin1String(part.schema), migration.number});
        after = migration.number;
    }
    if (!existed)
        report(setup, QStringLiteral("%1 was made.").arg(database));
    else if (after > before)
        report(setup,
               QStringLiteral("%1 was brought from schema %2 to %3.").arg(database).arg(before).arg(after));
    else
        report(setup, QStringLiteral("%1 is up to date.").arg(database));
}

bool isCatalogueEmpty(Connection& connection)
{
    for (const char* table : {"{oms}products", "{oms}oms_history", "{inventory}inventory_levels",
                              "{supplier}supplier_info", "{uom}uom_conversion", "{po}purchase_order"}) {
        if (connection.scalar(QStringLiteral("SELECT EXISTS(SELECT 1 FROM %1)").arg(QLatin1String(table)))
                .toBool())
            return false;
    }
    return true;
}

/// Says what whoever sets up has yet to hear: alone, nobody gets a large order approved.
void reportMode(Connection& connection, const MysqlSetup& setup)
{
    report(setup,
           isSingleOperator(connection)
               ? QStringLiteral("One person works alone here and approves what they ask for.")
               : QStringLiteral("Orders that need approval and new rules take two people, each with a login "
                                "of their own. Whoever works alone sets up with --single-operator."));
}

/// Rules, and the demo where the catalogue is empty: all or nothing.
void fill(Connection& connection, const MysqlSetup& setup, bool isCatalogueOurs, const QDateTime& now)
{
    Transaction transaction(connection, connection.dialect().beginWrite());
    recordBaseline(connection, now);
    if (setup.singleOperator && !isSingleOperator(connection)) {
        writeSetting(connection, QLatin1String(kSingleOperator), QStringLiteral("1"), "mode.changed",
                     QStringLiteral("Single-operator mode switched on by setting the databases up."),
                     systemActor(), now);
    }
    if (newestRuleSet(connection) == 0) {
        publishInitialRules(connection, setup.initialRulePacks, now);
        report(setup, QStringLiteral("The delivered rules were published as version 1."));
    }
    if (setup.fillDemo && isCatalogueOurs && isCatalogueEmpty(connection)) {
        for (const Migration& script : migrations(Dialect::sqlite().scripts())) {
            if (script.isData)
                applyMigration(connection, script, now);
        }
        insertDemoDemand(connection, now.date());
        insertDemoOrders(connection, now);
        report(setup, QStringLiteral("The empty catalogue was filled with example products."));
    }
    transaction.commit();
}

/// Where somebody has said what another system's tables are called, none of the catalogue is ours to change.
bool isOurs(const Part& part, const DatabaseNames& names)
{
    return names.mapping.isEmpty() || qstrcmp(part.schema, "po") == 0;
}

/// The rights on one part. Each line is a table, or * for all tables, and what may be done with it.
std::vector<std::pair<QString, QString>> rightsOn(const QString& schema, bool isOurs)
{
    const auto right = [](const char* table, const char* rights) {
        return std::pair(QString::fromLatin1(table), QString::fromLatin1(rights));
    };
    if (!isOurs)
        return {right("*", "SELECT")};
    if (schema != QLatin1String("po"))
        return {right("*", "SELECT, INSERT, UPDATE, DELETE")};
    return {
        right("*", "SELECT, CREATE TEMPORARY TABLES"), // An import compares its files in some.
        right("audit_event", "INSERT"),
        right("approval", "INSERT"),
        right("idempotency", "INSERT"),
        right("evaluation", "INSERT"),
        right("rule_set_version", "INSERT"),
        right("rule_pack", "INSERT"),
        right("rule_proposal", "INSERT, UPDATE(state)"),
        right("rule_draft", "INSERT, UPDATE, DELETE"),
        right("setting", "INSERT, UPDATE(value)"),
        right("person", "INSERT, UPDATE(disabled_at_us)"),
        right("product_basis", "INSERT, UPDATE(version)"),
        right("product_override", "INSERT, UPDATE, DELETE"),
        right("order_batch", "INSERT, UPDATE(closed_at_us)"),
        right("order_batch_item", "INSERT"),
        right("purchase_order",
              "INSERT, UPDATE(status, version, last_event, changed_by, updated_at_us, decided_by, "
              "decided_at_us, "
              "reason, sent_at_us, received_qty, received_at_us, closed_short)"),
        right("outbox",
              "INSERT, UPDATE(state, attempts, not_before_us, lease_owner, lease_until_us, last_error, "
              "letter_id, "
              "channel, without_address)"),
        right("write_turn", "UPDATE"), // To lock it.
    };
}

/// A text as a literal of this session, whose mode has no backslash escapes.
QString literal(QString text)
{
    return QLatin1Char('\'') + text.replace(QLatin1Char('\''), QLatin1String("''")) + QLatin1Char('\'');
}

/// How the server is told a password. MariaDB writes statements into its log as they are, so it gets what it
/// would store; MySQL hides passwords by itself, and knows other ways to store them.
QString identifiedBy(Connection& connection, const QString& password)
{
    if (!isMariaDb(connection))
        return QStringLiteral("IDENTIFIED BY ") + literal(password);
    constexpr auto kSha1 = QCryptographicHash::Sha1;
    const QByteArray hash =
        QCryptographicHash::hash(QCryptographicHash::hash(password.toUtf8(), kSha1), kSha1);
    return QStringLiteral("IDENTIFIED BY PASSWORD '*%1'").arg(QString::fromLatin1(hash.toHex().toUpper()));
}

/// The name of a whole database in a GRANT, where _ and % are wildcards.
QString literalDatabase(const QString& name)
{
    QString escaped = name;
    escaped.replace(QLatin1Char('_'), QLatin1String("\\_")).replace(QLatin1Char('%'), QLatin1String("\\%"));
    return quotedName(escaped);
}

/// Rights that earlier versions gave on every database whose name fits the wildcards.
void revokeWildcards(Connection& connection, const QString& account, const QString& database)
{
    if (literalDatabase(database) == quotedName(database))
        return;
    try {
        connection.executeDirectly(
            QStringLiteral("REVOKE ALL PRIVILEGES ON %1.* FROM %2").arg(quotedName(database), account));
    } catch (const Failure&) {
        // There were none.
    }
}

/// Takes back what an earlier version gave on single tables: rights only add up otherwise.
void revokeTableRights(Connection& connection, const QString& database, const MysqlUser& user)
{
    const QString account = literal(user.name) + QLatin1Char('@') + literal(user.host);
    QStringList tables;
    {
        Rows rows = connection.query(
            QStringLiteral("SELECT DISTINCT table_name FROM information_schema.table_privileges "
                           "WHERE table_schema = ? AND grantee = ?"),
            {database, account});
        while (rows.next())
            tables += rows.text(0);
    }
    for (const QString& table : tables) {
        connection.executeDirectly(QStringLiteral("REVOKE ALL PRIVILEGES ON %1.%2 FROM %3")
                                       .arg(quotedName(database), quotedName(table), account));
    }
}

void grant(Connection& connection, const MysqlUser& user, const DatabaseNames& names)
{
    const QString account = literal(user.name) + QLatin1Char('@') + literal(user.host);
    connection.executeDirectly(QStringLiteral("CREATE USER IF NOT EXISTS %1").arg(account));
    try {
        connection.executeDirectly(
            QStringLiteral("ALTER USER %1 %2").arg(account, identifiedBy(connection, user.password)));
    } catch (const Failure& failure) {
        // Without the detail, which has the password in it.
        throw Failure(
            failure.error().kind,
            QStringLiteral("The password of %1 cannot be set. %2").arg(user.name, failure.error().message));
    }
    for (const Part& part : kParts) {
        const QString schema = QLatin1String(part.schema);
        if (!user.schemas.contains(schema))
            continue;
        const QString database = names.*part.database;
        revokeWildcards(connection, account, database);
        revokeTableRights(connection, database, user);
        for (const auto& [table, rights] : rightsOn(schema, isOurs(part, names))) {
            const bool isWhole = table == QLatin1String("*");
            connection.executeDirectly(QStringLiteral("GRANT %1 ON %2.%3 TO %4")
                                           .arg(rights,
                                                isWhole ? literalDatabase(database) : quotedName(database),
                                                isWhole ? table : quotedName(table), account));
        }
    }
}

void setUp(const MysqlSettings& admin, const MysqlSetup& setup)
{
    const std::shared_ptr<const Clock> clock = setup.clock ? setup.clock : std::make_shared<const Clock>();
    Connection connection(mysqlConnection(admin, QString()));
    const SetupLock lock(connection);
    for (const Part& part : kParts) {
        if (isOurs(part, admin.names))
            upgrade(connection, part, admin, setup, clock->now());
        else
            report(
                setup,
                QStringLiteral("%1 is another system's and is left alone.").arg(admin.names.*part.database));
    }
    fill(connection, setup, admin.names.mapping.isEmpty(), clock->now());
    reportMode(connection, setup);
    for (const MysqlUser& user : setup.users) {
        grant(connection, user, admin.names);
        report(setup,
               QStringLiteral("The user %1 may use: %2.")
                   .arg(user.name, user.schemas.join(QLatin1String(", "))));
    }
}

} // namespace

Result<Done> setUpMysql(const MysqlSettings& admin, const MysqlSetup& setup)
{
    try {
        setUp(admin, setup);
        return Done{};
    } catch (const Failure& failure) {
        return failure.error();
    } catch (const std::exception& exception) {
        return Error{ErrorKind::Internal, ErrorWords::tr("The databases could not be set up."),
                     QString::fromUtf8(exception.what())};
    }
}

} // namespace purchasing::sql
