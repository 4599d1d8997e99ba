#include "core/sql/audit/actors.h"
#include "core/sql/audit/audit_log.h"
#include "core/sql/engine/audit_keeper.h"
#include "core/sql/overrides/sql_override_store.h"

#include <QFile>
#include <QRandomGenerator>

#include <sqlite3.h>

#include "tests/attack/attack_seed.h"
#include "tests/sql/temporary_database.h"

namespace purchasing::sql {
namespace {

/// The tables that say who ordered, approved and decided what, and the tables their meaning hangs on.
const QStringList kTables = {QStringLiteral("purchase_order"), QStringLiteral("approval"),
                             QStringLiteral("audit_event"),    QStringLiteral("rule_set_version"),
                             QStringLiteral("rule_pack"),      QStringLiteral("idempotency"),
                             QStringLiteral("setting"),        QStringLiteral("person"),
                             QStringLiteral("rule_proposal"),  QStringLiteral("product_override")};

/// Somebody who has the file, takes every guard of the schema away and puts them back in the end.
class Attacker
{
public:
    explicit Attacker(const QString& file)
    {
        if (sqlite3_open(QFile::encodeName(file).constData(), &m_database) != SQLITE_OK)
            qFatal("cannot open %s", qPrintable(file));
        run(QStringLiteral("PRAGMA foreign_keys=OFF"));
        run(QStringLiteral("PRAGMA ignore_check_constraints=ON"));
        run(QStringLiteral("PRAGMA synchronous=OFF"));
        m_guards = column(QStringLiteral("SELECT sql FROM sqlite_master WHERE type = 'trigger'"));
        for (const QString& trigger :
             column(QStringLiteral("SELECT name FROM sqlite_master WHERE type = 'trigger'")))
            run(QStringLiteral("DROP TRIGGER ") + trigger);
    }
    ~Attacker()
    {
        for (const QString& guard : std::as_const(m_guards))
            run(guard);
        sqlite3_close(m_database);
    }
    Attacker(const Attacker&) = delete;
    Attacker& operator=(const Attacker&) = delete;

    /// Returns how many rows changed; -1 where the database itself refuses.
    int run(const QString& sql)
    {
        if (sqlite3_exec(m_database, sql.toUtf8().constData(), nullptr, nullptr, nullptr) != SQLITE_OK)
            return -1;
        return sqlite3_changes(m_database);
    }
    QStringList column(const QString& sql)
    {
        QStringList found;
        sqlite3_exec(
            m_database, sql.toUtf8().constData(),
            [](void* to, int, char** values, char**) {
                *static_cast<QStringList*>(to) += QString::fromUtf8(values[0]);
                return 0;
            },
            &found, nullptr);
        return found;
    }

private:
    sqlite3* m_database = nullptr;
    QStringList m_guards;
};

/// SQL for another value of the column's kind.
QString otherValue(const QString& column)
{
    return QStringLiteral(
               "CASE typeof(%1) WHEN 'integer' THEN %1 + 1 WHEN 'text' THEN %1 || 'x' "
               "WHEN 'blob' THEN CAST(randomblob(32) AS BLOB) ELSE "
               "(SELECT CASE type WHEN 'INTEGER' THEN 1 WHEN 'BLOB' THEN zeroblob(32) ELSE 'x' END "
               "FROM pragma_table_info('%2') WHERE name = '%1') END")
        .arg(column);
}

} // namespace

/// Whatever is changed in the file from outside, the check names something.
class TamperingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyColumnOfEveryTable();
    void everyRowTakenAway();
    void messagesThatNobodyAskedFor_data();
    void messagesThatNobodyAskedFor();
    void changedGuards_data();
    void changedGuards();
    void replacingRefusedBySchema_data();
    void replacingRefusedBySchema();
    void editedOrdersAreNeitherApprovedNorSent();
    void anotherStateOrLastEventIsEnough_data();
    void anotherStateOrLastEventIsEnough();
    void editedRulesDecideNothing();
    void aRewrittenEventIsNamedByTheNext();
    void aCutTailShows();

private:
    [[nodiscard]] QString copy()
    {
        const QString file = m_folder.filePath(QStringLiteral("copy%1.db").arg(++m_copies));
        if (!QFile::copy(m_db->file, file))
            qFatal("cannot copy");
        return file;
    }
    [[nodiscard]] static Result<AuditReport> verify(const QString& file)
    {
        const auto opened = openEmbedded(file, {});
        return opened ? SqlAuditStore(*opened).verify().result() : opened.error();
    }

    QTemporaryDir m_folder;
    std::unique_ptr<TemporaryDatabase> m_db;
    PurchaseOrder m_pending;
    PurchaseOrder m_approved;
    int m_copies = 0;
};

void TamperingTest::initTestCase()
{
    m_db = std::make_unique<TemporaryDatabase>();
    const TemporaryDatabase& db = *m_db;
    auto store = db.orders();
    auto outbox = db.outbox();
    const Actor second = db.addPerson(QStringLiteral("Second"));
    const Actor third = db.addPerson(QStringLiteral("Third"));
    VERIFY_OK(db.people().setPersonEnabled(third.personId, false, db.user).result());
    VERIFY_OK(
        db.people().setSetting(QStringLiteral("company_name"), QStringLiteral("Ours"), db.user).result());
    const auto create = [&](const char* product, const char* supplier, std::int64_t qty, bool pending) {
        OrderRequest request = requestFor(db, QLatin1String(product), QLatin1String(supplier), qty,
                                          QStringLiteral("key-%1").arg(QLatin1String(product)));
        request.pendingApproval = pending;
        return store.create(request, db.user).result().value();
    };
    const PurchaseOrder rejected = create("PROD-104", "SUP-101", 1, true);
    VERIFY_OK(store.reject(rejected.poId, rejected.version, QStringLiteral("Too dear"), second).result());
    const PurchaseOrder sent = create("PROD-001", "SUP-001", 100, true);
    VERIFY_OK(store.approve(sent.poId, sent.version, sent.contentHash, second).result());
    VERIFY_OK(store.requestSend(sent.poId, db.user).result());
    for (auto message = leaseOne(outbox, QStringLiteral("r")); message;
         message = leaseOne(outbox, QStringLiteral("r")))
        VERIFY_OK(outbox.messageDelivered(message->messageId, QStringLiteral("r")).result());
    const auto current = store.find(sent.poId).result();
    VERIFY_OK(store.receive(sent.poId, current->version, 40, db.user).result());
    VERIFY_OK(store.closeShort(sent.poId, current->version + 1, QStringLiteral("No more"), db.user).result());
    const PurchaseOrder cancelled = create("PROD-003", "SUP-003", 10, false);
    VERIFY_OK(store.requestSend(cancelled.poId, db.user).result());
    VERIFY_OK(
        store.cancel(cancelled.poId, cancelled.version + 1, QStringLiteral("Not needed"), db.user).result());
    m_pending = create("PROD-002", "SUP-002", 100, true);
    m_approved = create("PROD-101", "SUP-101", 1, false);
    VERIFY_OK(db.rules().publish(changedPacks(), 1, QStringLiteral("Again"), db.user).result());
    Override overridden;
    overridden.productId = QStringLiteral("PROD-103");
    overridden.qty = 12;
    overridden.reason = QStringLiteral("Fair");
    VERIFY_OK(SqlOverrideStore(db.database).set(overridden, 0, db.user).result());
    const auto declined = db.rules().propose(testPacks(), 2, QStringLiteral("Once more"), db.user).result();
    VERIFY_OK(declined);
    VERIFY_OK(db.rules().withdraw(declined->id, second).result());
    VERIFY_OK(db.rules().propose(testPacks(), 2, QStringLiteral("Please"), second).result());
    VERIFY_OK(db.audit().verify().result());
    m_db->database.reset(); // Copies are taken of a file at rest.
    m_db->admin.reset();
}

void TamperingTest::everyColumnOfEveryTable()
{
    // Whoever only looks leaves nothing behind, so that what is found is what was changed.
    const QString untouched = copy();
    Attacker(untouched).run(QStringLiteral("UPDATE person SET name = name"));
    VERIFY_OK(verify(untouched));
    const bool isLong = qEnvironmentVariableIsSet("PURCHASING_LONG_TESTS");
    QRandomGenerator random = tests::attackRandom();
    int attacks = 0;
    QStringList unnoticed;
    for (const QString& table : kTables) {
        const QString look = copy();
        QStringList columns;
        QStringList rows;
        {
            Attacker attacker(look);
            columns = attacker.column(QStringLiteral("SELECT name FROM pragma_table_info('%1')").arg(table));
            rows = attacker.column(QStringLiteral("SELECT rowid FROM %1").arg(table));
        }
        QVERIFY2(!rows.isEmpty(), qPrintable(table));
        for (const QString& column : columns) {
            QStringList chosen = rows;
            if (!isLong)
                chosen = {rows[random.bounded(rows.size())]};
            for (const QString& row : chosen) {
                const QString file = copy();
                int changed = 0;
                {
                    Attacker attacker(file);
                    changed = attacker.run(
                        QStringLiteral("UPDATE %1 SET %2 = %3 WHERE rowid = %4")
                            .arg(table, column, otherValue(column).replace(QLatin1String("%2"), table), row));
                }
                if (changed == 1) {
                    ++attacks;
                    if (verify(file))
                        unnoticed += QStringLiteral("%1.%2 of row %3").arg(table, column, row);
                }
                QFile::remove(file);
            }
        }
    }
    QVERIFY2(unnoticed.isEmpty(), qPrintable(unnoticed.join(QLatin1Char('\n'))));
    QVERIFY(attacks >= 70);
}

void TamperingTest::everyRowTakenAway()
{
    for (const QString& table : kTables) {
        const QString file = copy();
        {
            Attacker attacker(file);
            QVERIFY(attacker.run(
                        QStringLiteral("DELETE FROM %1 WHERE rowid = (SELECT max(rowid) FROM %1)").arg(table))
                    == 1);
        }
        QVERIFY2(!verify(file), qPrintable(table));
    }
}

void TamperingTest::messagesThatNobodyAskedFor_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("why");
    const auto row = [](const char* name, const char* sql, const char* why) {
        QTest::newRow(name) << QString::fromLatin1(sql) << QString::fromLatin1(why);
    };
    row("of a pending order",
        "INSERT INTO outbox(msg_id, po_id, kind, channel, not_before_us, created_at_us) "
        "SELECT po_id, po_id, 'send', 'folder', 0, 0 FROM purchase_order WHERE status = 'PENDING_APPROVAL'",
        "nobody asked to send the order");
    row("of an order that is not there",
        "INSERT INTO outbox(msg_id, po_id, kind, channel, not_before_us, created_at_us) "
        "VALUES ('000000000000000000000000000000000000', 'x', 'send', 'folder', 0, 0)",
        "nobody asked to send the order");
    row("sent again", "UPDATE outbox SET state = 'READY' WHERE state = 'DONE'",
        "whether it was delivered is not");
    row("never sent", "UPDATE outbox SET state = 'DONE' WHERE state = 'DEAD'",
        "whether it was delivered is not");
    row("taken", "UPDATE outbox SET state = 'LEASED' WHERE state = 'DEAD'",
        "whether it is being sent is not");
    row("waits again", "UPDATE outbox SET state = 'READY' WHERE state = 'DEAD'",
        "it waits to be sent, and the order must not be");
    row("another letter",
        "UPDATE outbox SET letter_id = '00000000-0000-0000-0000-000000000000' WHERE state = 'DONE'",
        "how it was delivered is not");
    row("another channel", "UPDATE outbox SET channel = 'elsewhere' WHERE state = 'DONE'",
        "how it was delivered is not");
    row("gone", "DELETE FROM outbox WHERE state = 'DONE'", "the message is gone");
    row("gone before it was sent", "DELETE FROM outbox WHERE state = 'DEAD'", "the message is gone");
}

void TamperingTest::messagesThatNobodyAskedFor()
{
    QFETCH(const QString, sql);
    QFETCH(const QString, why);
    const QString file = copy();
    QVERIFY(Attacker(file).run(sql) > 0);
    const auto verified = verify(file);
    QVERIFY(!verified);
    QVERIFY2(verified.error().message.contains(why), qPrintable(verified.error().message));
}

void TamperingTest::changedGuards_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("why");
    const auto row = [](const char* name, const char* sql, const char* why) {
        QTest::newRow(name) << QString::fromLatin1(sql) << QString::fromLatin1(why);
    };
    row("gone", "DROP TRIGGER outbox_born", "The guard outbox_born was changed from outside: it is gone");
    row("without teeth",
        "DROP TRIGGER order_unapproved; CREATE TRIGGER order_unapproved BEFORE UPDATE ON purchase_order "
        "BEGIN "
        "SELECT 1; END",
        "The guard order_unapproved was changed from outside: it is not what this program wrote");
    row("one more", "CREATE TRIGGER helpful AFTER INSERT ON purchase_order BEGIN DELETE FROM evaluation; END",
        "The trigger helpful was changed from outside: this program did not write it");
    row("a way round approval",
        "DROP TRIGGER order_transition_kept; INSERT INTO order_transition VALUES ('PENDING_APPROVAL', "
        "'SENT')",
        "SENT was never let follow PENDING_APPROVAL");
    row("a way gone",
        "DROP TRIGGER order_transition_no_delete; DELETE FROM order_transition WHERE new = 'SENT'",
        "SENT can no longer follow");
    row("not on order", "DROP TRIGGER order_state_no_update; UPDATE order_state SET on_order = 0",
        "is not as this program wrote it");
    row("no state", "DROP TRIGGER order_state_no_delete; DELETE FROM order_state WHERE name = 'SEND_UNKNOWN'",
        "one is gone");
}

void TamperingTest::changedGuards()
{
    QFETCH(const QString, sql);
    QFETCH(const QString, why);
    const QString file = copy();
    sqlite3* database = nullptr;
    QCOMPARE(sqlite3_open(QFile::encodeName(file).constData(), &database), SQLITE_OK);
    QCOMPARE(sqlite3_exec(database, sql.toUtf8().constData(), nullptr, nullptr, nullptr), SQLITE_OK);
    sqlite3_close(database);
    const auto verified = verify(file);
    QVERIFY(!verified);
    QVERIFY2(verified.error().message.contains(why), qPrintable(verified.error().message));
}

void TamperingTest::replacingRefusedBySchema_data()
{
    QTest::addColumn<QString>("sql");
    const auto row = [](const char* name, const char* sql) {
        QTest::newRow(name) << QString::fromLatin1(sql);
    };
    row("pending order becomes approved",
        "INSERT OR REPLACE INTO purchase_order SELECT po_id, po_number, number_year, number_in_year, "
        "batch_id, "
        "product_id, product_name, supplier_id, supplier_name, supplier_email, qty, uom, currency, "
        "unit_price_e4, "
        "total_minor, discount_minor, tax_minor, to_pay_minor, lead_time_days, rule_set_version, facts_json, "
        "decision_json, content_format, content_hash, 0, send_intended, created_by, created_at_us, "
        "'APPROVED', 1, "
        "last_event, changed_by, updated_at_us, NULL, NULL, '', NULL, 0, NULL, 0 FROM purchase_order "
        "WHERE status = 'PENDING_APPROVAL'");
    row("limit in a published rule set",
        "INSERT OR REPLACE INTO rule_pack SELECT version, position, name, 'rule C {}', active FROM "
        "rule_pack");
    row("rule set", "INSERT OR REPLACE INTO rule_set_version SELECT * FROM rule_set_version");
    row("approval", "INSERT OR REPLACE INTO approval SELECT * FROM approval");
    row("event", "INSERT OR REPLACE INTO audit_event SELECT * FROM audit_event WHERE seq = 3");
    row("single-operator mode", "INSERT OR REPLACE INTO setting VALUES ('single_operator', '0')");
    row("setting", "UPDATE setting SET value = '0' WHERE name = 'single_operator'");
    row("setting as another", "UPDATE OR REPLACE setting SET name = 'currency' WHERE name = 'company_name'");
    row("deleted setting", "DELETE FROM setting");
    row("person", "INSERT OR REPLACE INTO person SELECT * FROM person");
    row("renamed person", "UPDATE OR REPLACE person SET name = 'Third' WHERE name = 'Second'");
    row("person let in again", "UPDATE person SET disabled_at_us = NULL");
    row("request", "INSERT OR REPLACE INTO idempotency SELECT * FROM idempotency");
    row("deleted request", "DELETE FROM idempotency");
    row("message", "INSERT OR REPLACE INTO outbox SELECT * FROM outbox");
    row("basis", "INSERT OR REPLACE INTO product_basis VALUES ('PROD-001', 0)");
    row("transition", "INSERT INTO order_transition VALUES ('PENDING_APPROVAL', 'SENT')");
    row("state", "UPDATE order_state SET on_order = 0");
    row("evaluation", "DELETE FROM evaluation");
}

void TamperingTest::replacingRefusedBySchema()
{
    QFETCH(QString, sql);
    const QString file = copy();
    sqlite3* database = nullptr;
    QCOMPARE(sqlite3_open(QFile::encodeName(file).constData(), &database), SQLITE_OK);
    sqlite3_exec(
        database,
        "INSERT INTO evaluation(at_us, product_id, person_id, word, order_qty, total_minor, "
        "rule_set_version, orders_version, text) SELECT 0, 'P', person_id, 'x', '1', 1, 1, 1, '' FROM person",
        nullptr, nullptr, nullptr);
    char* error = nullptr;
    const int code = sqlite3_exec(database, sql.toUtf8().constData(), nullptr, nullptr, &error);
    const QByteArray told(error ? error : "");
    sqlite3_free(error);
    sqlite3_close(database);
    QCOMPARE(code, SQLITE_CONSTRAINT);
    QVERIFY2(told == told.toUpper(), told.constData()); // The name of a rule, not of a constraint.
}

void TamperingTest::anotherStateOrLastEventIsEnough_data()
{
    QTest::addColumn<QString>("order");
    QTest::addColumn<QString>("edit");
    QTest::newRow("state") << m_pending.poId << QStringLiteral("status = 'APPROVED'");
    QTest::newRow("last event") << m_approved.poId << QStringLiteral("last_event = last_event + 1000");
}

void TamperingTest::anotherStateOrLastEventIsEnough()
{
    QFETCH(const QString, order);
    QFETCH(const QString, edit);
    const QString file = copy();
    {
        Attacker attacker(file);
        QCOMPARE(
            attacker.run(QStringLiteral("UPDATE purchase_order SET %1 WHERE po_id = '%2'").arg(edit, order)),
            1);
    }
    const auto opened = openEmbedded(file, {});
    VERIFY_OK(opened);
    SqlOrderStore store(*opened);
    VERIFY_ERROR(store.requestSend(order, Actor{m_db->user}, {true, 0}).result(), ErrorKind::Refused,
                 "not in the state that its history says");
}

void TamperingTest::editedOrdersAreNeitherApprovedNorSent()
{
    const QStringList edits = {
        QStringLiteral("supplier_email = 'thief@example.com'"),
        QStringLiteral("qty = qty * 10, total_minor = total_minor * 10, to_pay_minor = "
                       "total_minor * 10 + tax_minor")};
    for (const QString& edit : edits) {
        const QString file = copy();
        {
            Attacker attacker(file);
            QVERIFY(attacker.run(QStringLiteral("UPDATE purchase_order SET %1").arg(edit)) > 1);
        }
        const auto opened = openEmbedded(file, {});
        VERIFY_OK(opened);
        SqlOrderStore store(*opened);
        const Actor second{m_db->user};
        VERIFY_ERROR(store.approve(m_pending.poId, m_pending.version, m_pending.contentHash, second).result(),
                     ErrorKind::Refused, "was changed from outside");
        VERIFY_ERROR(store.requestSend(m_approved.poId, second, {true, 0}).result(), ErrorKind::Refused,
                     "was changed from outside");
    }
}

void TamperingTest::editedRulesDecideNothing()
{
    const QString file = copy();
    {
        Attacker attacker(file);
        QVERIFY(attacker.run(QStringLiteral("UPDATE rule_pack SET text = 'rule Mine {}' WHERE version = 2"))
                > 0);
    }
    const auto opened = openEmbedded(file, {});
    VERIFY_OK(opened);
    VERIFY_ERROR(SqlRuleStore(*opened).current().result(), ErrorKind::Invalid,
                 "Rules version 2 is not what was published");
}

void TamperingTest::aRewrittenEventIsNamedByTheNext()
{
    // The event's own hash is made anew: its place in the chain gives it away.
    const QString file = copy();
    {
        const auto opened = openEmbedded(file, {});
        VERIFY_OK(opened);
        const QStringList drops = {QStringLiteral("audit_no_update"), QStringLiteral("audit_no_delete"),
                                   QStringLiteral("audit_chain"), QStringLiteral("audit_once")};
        VERIFY_OK(
            (*opened)
                ->readInPieces([&](Connection& connection) -> Result<Done> {
                    connection.executeDirectly(QStringLiteral("PRAGMA foreign_keys=OFF"));
                    for (const QString& trigger : drops)
                        connection.executeDirectly(QStringLiteral("DROP TRIGGER ") + trigger);
                    // A forged event 3, whose hash is right, in the place of the true one.
                    connection.executeDirectly(
                        QStringLiteral("CREATE TEMP TABLE rest AS SELECT * FROM audit_event WHERE seq > 3"));
                    connection.executeDirectly(QStringLiteral("DELETE FROM audit_event WHERE seq >= 3"));
                    appendEvent(connection,
                                {QDateTime::currentDateTimeUtc(),
                                 systemActor(),
                                 QStringLiteral("order.created"),
                                 QStringLiteral("forged"),
                                 {},
                                 QStringLiteral("forged"),
                                 {}});
                    connection.executeDirectly(QStringLiteral("INSERT INTO audit_event SELECT * FROM rest"));
                    return Done{};
                })
                .result());
    }
    VERIFY_ERROR(verify(file), ErrorKind::Invalid, "event 4 does not continue the one before it");
}

void TamperingTest::aCutTailShows()
{
    const QString file = copy();
    EmbeddedOptions options;
    options.keeper = std::make_shared<AuditKeeper>(m_folder.filePath(QStringLiteral("audit")));
    qint64 newest = 0;
    {
        const auto opened = openEmbedded(file, options);
        VERIFY_OK(opened);
        VERIFY_OK(SqlPeopleStore(*opened)
                      .setSetting(QStringLiteral("company_name"), QStringLiteral("Theirs"), m_db->user)
                      .result());
        const auto report = SqlAuditStore(*opened).verify().result();
        VERIFY_OK(report);
        QCOMPARE(report->rememberedEvent, report->events);
        newest = report->events;
    }
    {
        Attacker attacker(file);
        QCOMPARE(attacker.run(QStringLiteral("DELETE FROM audit_event WHERE seq = %1").arg(newest)), 1);
        QCOMPARE(
            attacker.run(QStringLiteral("UPDATE setting SET value = 'Ours' WHERE name = 'company_name'")), 1);
    }
    {
        const auto opened = openEmbedded(file, options);
        VERIFY_OK(opened);
        VERIFY_ERROR(SqlAuditStore(*opened).verify().result(), ErrorKind::Invalid,
                     "is missing, and with it all after");
        // Nor does it heal by itself: what is written after it brings no new event into its place.
        for (const char* name : {"Others", "And others"})
            VERIFY_OK(SqlPeopleStore(*opened)
                          .setSetting(QStringLiteral("company_name"), QLatin1String(name), m_db->user)
                          .result());
        VERIFY_ERROR(SqlAuditStore(*opened).verify().result(), ErrorKind::Invalid,
                     "is not the one that was signed");
    }
    // What was remembered cannot be edited either, and a key that others can read signs nothing.
    const QDir folder(m_folder.filePath(QStringLiteral("audit")));
    QFile head(folder.filePath(folder.entryList({QStringLiteral("*.head")}).value(0)));
    QVERIFY(head.open(QIODevice::ReadWrite));
    const QByteArray content = head.readAll().replace("\"event\": " + QByteArray::number(newest),
                                                      "\"event\": " + QByteArray::number(newest - 1));
    head.resize(0);
    head.seek(0);
    head.write(content);
    head.close();
    const auto opened = openEmbedded(file, options);
    VERIFY_OK(opened);
    VERIFY_ERROR(SqlAuditStore(*opened).verify().result(), ErrorKind::Invalid, "signed with another key");
    QVERIFY(QFile::setPermissions(folder.filePath(QStringLiteral("audit.key")),
                                  QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
    VERIFY_ERROR(SqlAuditStore(*opened).verify().result(), ErrorKind::Unavailable, "chmod 600");
}

} // namespace purchasing::sql

QTEST_GUILESS_MAIN(purchasing::sql::TamperingTest)
#include "tampering_test.moc"
