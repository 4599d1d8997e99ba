#pragma once

#include "core/sql/audit/sql_activity_store.h"
#include "core/sql/catalogue/sql_catalogue_source.h"
#include "core/sql/opening/embedded_database.h"
#include "core/sql/opening/mysql_setup.h"
#include "core/sql/orders/sql_order_store.h"
#include "core/sql/orders/sql_outbox_store.h"
#include "core/sql/people/sql_people_store.h"
#include "core/sql/products/sql_sources.h"
#include "core/sql/rules/sql_rule_store.h"
#include "core/sql/verification/sql_audit_store.h"

#include <QDateTime>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>

#include "tests/sql/order_request.h"
#include "tests/sql/test_place.h"

namespace purchasing::sql {

/// A clock that stands until it is moved.
class StandingClock : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override { return QDateTime::fromMSecsSinceEpoch(m_ms, Qt::UTC); }
    void advance(std::chrono::milliseconds by) { m_ms += by.count(); }

private:
    std::atomic<qint64> m_ms = QDateTime({2026, 3, 2}, {9, 0}, Qt::UTC).toMSecsSinceEpoch();
};

inline std::vector<RulePack> testPacks()
{
    return {{QStringLiteral("purchasing_rules.grl"), QStringLiteral("rule A {}"), true},
            {QStringLiteral("safety_stock.grl"), QStringLiteral("rule B {}"), false}};
}

/// Others than the ones in force there.
inline std::vector<RulePack> changedPacks()
{
    std::vector<RulePack> packs = testPacks();
    packs.front().text += QStringLiteral(" // Changed.");
    return packs;
}

/// Says whether the tests run on MariaDB instead of SQLite: ctest runs each program on both.
inline bool isOnMariaDb()
{
    return qEnvironmentVariable("PURCHASING_TEST_DATABASE") == QLatin1String("mariadb");
}

/// A database of its own with every store on it; gone with the object.
struct TemporaryDatabase
{
    explicit TemporaryDatabase(bool fillDemo = true)
    {
        if (isOnMariaDb())
            makeOnMariaDb(fillDemo);
        EmbeddedOptions options;
        options.initialRulePacks = testPacks();
        options.fillDemo = fillDemo;
        options.clock = clock;
        const auto opened = openPlace(file, options);
        if (!opened)
            qFatal("%s (%s)", qPrintable(opened.error().message), qPrintable(opened.error().detail));
        database = *opened;
        if (!admin)
            admin = database;
        user = people().operatingSystemUser().result().value();
    }
    ~TemporaryDatabase()
    {
        if (!isOnMariaDb())
            return;
        const auto dropped =
            admin
                ->readInPieces([](Connection& connection) -> Result<Done> {
                    for (const QString& name : connection.dialect().databases())
                        connection.executeDirectly(QStringLiteral("DROP DATABASE ") + quotedName(name));
                    return Done{};
                })
                .result();
        if (!dropped)
            qWarning("%s", qPrintable(dropped.error().detail));
    }
    TemporaryDatabase(const TemporaryDatabase&) = delete;
    TemporaryDatabase& operator=(const TemporaryDatabase&) = delete;

    [[nodiscard]] SqlOrderStore orders(RelaySettings relay = {}) const
    {
        return SqlOrderStore(database, relay, suppliersBeside());
    }
    [[nodiscard]] SqlOutboxStore outbox(RelaySettings relay = {}) const
    {
        return SqlOutboxStore(database, relay, suppliersBeside());
    }
    /// Whom orders ask what is offered, where that is not in their own database.
    [[nodiscard]] std::shared_ptr<SupplierSource> suppliersBeside() const
    {
        return isOnMariaDb() ? std::make_shared<SqlSupplierSource>(database) : nullptr;
    }
    [[nodiscard]] SqlAuditStore audit() const { return SqlAuditStore(database); }
    [[nodiscard]] SqlPeopleStore people() const { return SqlPeopleStore(database); }
    /// Takes whatever is named rules: what they say is the rule engine's business.
    [[nodiscard]] SqlRuleStore rules() const
    {
        return SqlRuleStore(database, [](const std::vector<RulePack>&) { return std::nullopt; });
    }
    [[nodiscard]] SqlActivityStore activity() const { return SqlActivityStore(database); }

    /// Runs a statement as another program would, past all our code.
    Result<Done> execute(const QString& sql, const QVariantList& values = {}) const
    {
        return admin
            ->write([sql, values](Connection& connection) -> Result<Done> {
                connection.execute(sql, values);
                return Done{};
            })
            .result();
    }
    [[nodiscard]] QVariant scalar(const QString& sql, const QVariantList& values = {}) const
    {
        const auto answer = admin
                                ->read([sql, values](Connection& connection) -> Result<QVariant> {
                                    return connection.scalar(sql, values);
                                })
                                .result();
        if (!answer)
            qFatal("%s (%s)", qPrintable(answer.error().message), qPrintable(answer.error().detail));
        return *answer;
    }

    /// A second person who may approve what `user` orders.
    [[nodiscard]] Actor addPerson(const QString& name) const
    {
        const Person person = people().addPerson(name, user).result().value();
        return {person.personId, person.name, false, QStringLiteral("login of ") + person.name};
    }

    QTemporaryDir folder;
    QString file = folder.filePath(QStringLiteral("planner.db")); ///< For openPlace.
    std::shared_ptr<StandingClock> clock = std::make_shared<StandingClock>();
    std::shared_ptr<Database> database; ///< With the rights of the program.
    std::shared_ptr<Database> admin; ///< With all rights: only the schema can refuse something.
    Actor user;

private:
    void makeOnMariaDb(bool fillDemo)
    {
        static int count = 0;
        const tests::MariaDbServer& server = tests::MariaDbServer::shared();
        const QString prefix = QStringLiteral("t%1").arg(++count);
        MysqlSetup setup;
        setup.initialRulePacks = testPacks();
        setup.fillDemo = fillDemo;
        setup.singleOperator = true; // As the embedded file is, so that a test means the same on both.
        setup.clock = clock;
        setup.users = {{QStringLiteral("planner"),
                        QStringLiteral("pass'word\\"),
                        QStringLiteral("localhost"),
                        {QStringLiteral("oms"), QStringLiteral("inventory"), QStringLiteral("supplier"),
                         QStringLiteral("uom"), QStringLiteral("po")}}};
        const MysqlSettings root = server.administrator(prefix);
        if (const auto made = setUpMysql(root, setup); !made)
            qFatal("%s (%s)", qPrintable(made.error().message), qPrintable(made.error().detail));
        const auto opened = openMysql(root, clock);
        if (!opened)
            qFatal("%s (%s)", qPrintable(opened.error().message), qPrintable(opened.error().detail));
        admin = opened->database;
        file = QStringLiteral("mariadb:%1:%2").arg(prefix, server.socket());
    }
};

inline OrderRequest requestFor(const TemporaryDatabase& db, const QString& productId,
                               const QString& supplierId, std::int64_t qty, const QString& key)
{
    return requestFor(db.database, productId, supplierId, qty, key);
}

/// The error's text, or nothing.
template <typename T> QByteArray errorText(const Result<T>& result)
{
    return result ? QByteArray()
                  : (result.error().message + QStringLiteral(" | ") + result.error().detail).toUtf8();
}

/// Fails the test with the error's text unless the result, evaluated once, is a value.
#define VERIFY_OK(result)                                                                                    \
    do {                                                                                                     \
        const QByteArray failureText = purchasing::sql::errorText(result);                                   \
        QVERIFY2(failureText.isEmpty(), failureText.constData());                                            \
    } while (false)

/// Fails the test unless the result, evaluated once, is an error of that kind whose sentence contains the
/// text.
#define VERIFY_ERROR(result, errorKind, text)                                                                \
    do {                                                                                                     \
        const auto verifiedResult = (result);                                                                \
        QVERIFY(!verifiedResult.isOk());                                                                     \
        QVERIFY2(verifiedResult.error().message.contains(QStringLiteral(text)),                              \
                 qPrintable(verifiedResult.error().message));                                                \
        QCOMPARE(verifiedResult.error().kind, errorKind);                                                    \
    } while (false)

} // namespace purchasing::sql
