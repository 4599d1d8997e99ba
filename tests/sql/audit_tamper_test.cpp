#include "core/sql/audit/audit_log.h"

#include "tests/sql/temporary_database.h"

namespace purchasing::sql {

/// Whoever changes the audit log from outside is noticed, and the first bad event is named.
class AuditTamperTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesTheChangedEvent_data();
    void namesTheChangedEvent();
    void noticesADeletedEvent();
    void noticesAnAddedEvent();
    void noticesSwappedEvents();
    void noticesACutTail();
    void readsLongLogsInPieces();

private:
    /// Changes the log as a program that takes our triggers away first.
    static void tamper(const TemporaryDatabase& db, const QStringList& statements)
    {
        const auto done =
            db.database
                ->write([statements](Connection& connection) -> Result<Done> {
                    for (const char* trigger :
                         {"audit_no_update", "audit_no_delete", "audit_chain", "audit_once"})
                        connection.executeDirectly(QStringLiteral("DROP TRIGGER ") + QLatin1String(trigger));
                    for (const QString& statement : statements)
                        connection.executeDirectly(statement);
                    return Done{};
                })
                .result();
        VERIFY_OK(done);
    }
};

void AuditTamperTest::namesTheChangedEvent_data()
{
    QTest::addColumn<QString>("change");
    const auto row = [](const char* column, const char* value) {
        QTest::newRow(column) << QStringLiteral("%1 = %2").arg(QLatin1String(column), QLatin1String(value));
    };
    row("at_us", "at_us + 1");
    row("actor_id", "'system2'");
    row("actor_name", "actor_name || ' '");
    row("single_operator", "1 - single_operator");
    row("action", "upper(action)");
    row("object_id", "object_id || 'x'");
    row("product_id", "product_id || 'x'");
    row("text", "replace(text, '50', '60') || '.'");
    row("payload", "payload || ' '");
    row("login", "login || 'x'");
    row("prev_hash", "zeroblob(31) || x'01'");
    row("hash", "zeroblob(31) || x'01'");
}

void AuditTamperTest::namesTheChangedEvent()
{
    QFETCH(QString, change);
    const TemporaryDatabase db;
    VERIFY_OK(db.audit().verify().result());
    tamper(db,
           {QStringLiteral("INSERT INTO person VALUES ('system2', 'system2', 'person', 0, NULL)"),
            QStringLiteral("UPDATE audit_event SET %1 WHERE seq = 5")
                .arg(QString(change).replace(QStringLiteral("zeroblob(31) || x'01'"),
                                             QStringLiteral("CAST(zeroblob(31) || x'01' AS BLOB)")))});
    VERIFY_ERROR(db.audit().verify().result(), ErrorKind::Invalid, "event 5 ");
}

void AuditTamperTest::noticesADeletedEvent()
{
    // The rules' own event is not an order's last, so nothing refers to it.
    const TemporaryDatabase db;
    tamper(db, {QStringLiteral("DELETE FROM audit_event WHERE seq = 3")});
    VERIFY_ERROR(db.audit().verify().result(), ErrorKind::Invalid, "event 3 is missing");
    const TemporaryDatabase first;
    tamper(first, {QStringLiteral("DELETE FROM audit_event WHERE seq = 1")});
    VERIFY_ERROR(first.audit().verify().result(), ErrorKind::Invalid, "event 1 is missing");
}

void AuditTamperTest::noticesAnAddedEvent()
{
    const TemporaryDatabase db;
    tamper(
        db,
        {QStringLiteral("INSERT INTO audit_event SELECT -5, at_us, actor_id, actor_name, single_operator, "
                        "action, object_id, product_id, text, payload, randomblob(32), randomblob(32), login "
                        "FROM audit_event WHERE seq = 2")});
    VERIFY_ERROR(db.audit().verify().result(), ErrorKind::Invalid, "event 1 has others before it");
    const TemporaryDatabase end;
    tamper(end,
           {QStringLiteral(
               "INSERT INTO audit_event SELECT seq + 1, at_us, actor_id, actor_name, "
               "single_operator, action, object_id, product_id, text, payload, hash, randomblob(32), login "
               "FROM audit_event ORDER BY seq DESC LIMIT 1")});
    VERIFY_ERROR(end.audit().verify().result(), ErrorKind::Invalid, "event 12 is not what was written");
}

void AuditTamperTest::noticesSwappedEvents()
{
    const TemporaryDatabase db;
    tamper(db,
           {QStringLiteral("UPDATE audit_event SET seq = 100 WHERE seq = 3"),
            QStringLiteral("UPDATE audit_event SET seq = 3 WHERE seq = 4"),
            QStringLiteral("UPDATE audit_event SET seq = 4 WHERE seq = 100")});
    VERIFY_ERROR(db.audit().verify().result(), ErrorKind::Invalid, "event 3 ");
}

void AuditTamperTest::noticesACutTail()
{
    const TemporaryDatabase db;
    const auto made = db.orders()
                          .create(requestFor(db, QStringLiteral("PROD-001"), QStringLiteral("SUP-001"), 100,
                                             QStringLiteral("key")),
                                  db.user)
                          .result();
    VERIFY_OK(made);
    // As a program that does not keep foreign keys.
    VERIFY_OK(db.database
                  ->readInPieces([](Connection& connection) -> Result<Done> {
                      connection.executeDirectly(QStringLiteral("PRAGMA foreign_keys=OFF"));
                      connection.executeDirectly(QStringLiteral("DROP TRIGGER audit_no_delete"));
                      connection.executeDirectly(QStringLiteral(
                          "DELETE FROM audit_event WHERE seq = (SELECT max(seq) FROM audit_event)"));
                      connection.executeDirectly(QStringLiteral("PRAGMA foreign_keys=ON"));
                      return Done{};
                  })
                  .result());
    VERIFY_ERROR(db.audit().verify().result(), ErrorKind::Invalid, "event 12 is missing");
}

void AuditTamperTest::readsLongLogsInPieces()
{
    const TemporaryDatabase db;
    for (int i = 0; i < 25; ++i) {
        VERIFY_OK(db.database
                      ->write([&db](Connection& connection) -> Result<Done> {
                          for (int event = 0; event < 100; ++event) {
                              appendEvent(connection,
                                          {db.clock->now(),
                                           db.user,
                                           QStringLiteral("test"),
                                           QStringLiteral("x"),
                                           {},
                                           QStringLiteral("text"),
                                           {}});
                          }
                          return Done{};
                      })
                      .result());
    }
    QCOMPARE(db.audit().verify().result()->events, std::int64_t{2511});
    tamper(db, {QStringLiteral("UPDATE audit_event SET text = 'Text' WHERE seq = 2001")});
    VERIFY_ERROR(db.audit().verify().result(), ErrorKind::Invalid, "event 2001 is not what was written");
}

} // namespace purchasing::sql

QTEST_GUILESS_MAIN(purchasing::sql::AuditTamperTest)
#include "audit_tamper_test.moc"
