#include "core/sql/audit/audit_log.h"

#include "tests/sql/temporary_database.h"

namespace purchasing::sql {
namespace {

const QString kNewId = QStringLiteral("123456789012345678901234567890123456");

/// 32 bytes as a literal of each dialect.
QString blobOf(char digit)
{
    return QStringLiteral("x'%1'").arg(QString(64, QLatin1Char(digit)));
}

} // namespace

/// The schema refuses by itself what no program may do, tried past all our code.
class SchemaRefusalTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void refuses_data();
    void refuses();
    void refusesAnOrderWithoutItsAuditEvent();
    void refusesAGapInTheNumbers();
    void refusesAnOwnApprovalOutsideSingleOperatorMode();
    void refusesARuleSetWithoutASecondPerson();
    void allowsWhatIsOrdinary();

private:
    /// Runs a statement in one transaction with a proper audit event of the order, so that only the rule in
    /// question can refuse it.
    [[nodiscard]] Result<Done> executeAudited(const QString& poId, const QString& sql) const;
    /// Writes an order past the store: a copy of the approved one with other columns replaced.
    [[nodiscard]] Result<Done> insertCopy(const QHash<QString, QString>& replaced) const;

    TemporaryDatabase m_db;
    PurchaseOrder m_approved;
    PurchaseOrder m_pending;
    PurchaseOrder m_sent;
};

void SchemaRefusalTest::initTestCase()
{
    auto store = m_db.orders();
    m_approved = store
                     .create(requestFor(m_db, QStringLiteral("PROD-001"), QStringLiteral("SUP-001"), 100,
                                        QStringLiteral("a")),
                             m_db.user)
                     .result()
                     .value();
    OrderRequest pending =
        requestFor(m_db, QStringLiteral("PROD-104"), QStringLiteral("SUP-101"), 1, QStringLiteral("b"));
    pending.pendingApproval = true;
    m_pending = store.create(pending, m_db.user).result().value();
    m_sent = store.openOrders(QStringLiteral("PROD-124")).result()->orders.front();
}

void SchemaRefusalTest::refuses_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("rule");
    const auto row = [](const char* name, const char* sql, const char* rule) {
        QTest::newRow(name) << QString::fromLatin1(sql) << QString::fromLatin1(rule);
    };
    // Changes of orders, each with all that a proper change has but for one thing.
    const auto change = [](const char* name, const char* order, const char* columns, const char* rule) {
        QTest::newRow(name) << QStringLiteral("UPDATE purchase_order SET version = version + 1, last_event = "
                                              "(SELECT max(seq) FROM audit_event), %1 WHERE po_id = '%2'")
                                   .arg(QLatin1String(columns), QLatin1String(order))
                            << QString::fromLatin1(rule);
    };
    change("edited quantity", "%a", "qty = qty + 1", "ORDER_FROZEN");
    change("edited price", "%a", "unit_price_e4 = 1", "ORDER_FROZEN");
    change("edited facts", "%a", "facts_json = '{\"x\":1}'", "ORDER_FROZEN");
    change("edited hash", "%p", "content_hash = %z", "ORDER_FROZEN");
    change("fewer approvals", "%p", "approvals_required = 0", "ORDER_FROZEN");
    change("other creator", "%p", "created_by = 'system'", "ORDER_FROZEN");
    change("backwards", "%a", "status = 'PENDING_APPROVAL'", "ORDER_BAD_TRANSITION");
    change("unknown state", "%a", "status = 'LOST'", "ORDER_BAD_TRANSITION");
    change("pending to sent", "%p", "status = 'SENT', sent_at_us = 1", "ORDER_BAD_TRANSITION");
    change("pending to sending", "%p", "status = 'SENDING'", "ORDER_");
    change("approved by nobody", "%p", "status = 'APPROVED'", "ORDER_UNAPPROVED");
    change("rejected by nobody", "%p", "status = 'REJECTED', reason = 'x'", "ORDER_UNDECIDED");
    change("rejected without reason", "%p", "status = 'REJECTED'", "ORDER_UNDECIDED");
    change("sending without message", "%a", "status = 'SENDING'", "ORDER_NOT_LEASED");
    change("sent at once", "%a", "status = 'SENT', sent_at_us = 1", "ORDER_BAD_TRANSITION");
    change("decided afterwards", "%a", "decided_by = '%u'", "ORDER_DECIDED");
    change("receipt before sending", "%a", "received_qty = 1", "ORDER_RECEIPT");
    change("receipt beyond the order", "%s", "received_qty = 51", "CHECK");
    change("received in part", "%s", "received_qty = 5, status = 'RECEIVED'", "CHECK");
    change("all received but not said", "%s", "received_qty = 50", "CHECK");
    change("sent back", "%s", "status = 'APPROVED'", "ORDER_BAD_TRANSITION");
    change("cancelled after sending", "%s", "status = 'CANCELLED'", "ORDER_BAD_TRANSITION");
    change("unsent", "%s", "sent_at_us = NULL", "CHECK");
    row("same version",
        "UPDATE purchase_order SET status = 'CANCELLED', last_event = (SELECT max(seq) FROM audit_event) "
        "WHERE po_id = '%a'",
        "ORDER_BAD_TRANSITION");
    row("change without event",
        "UPDATE purchase_order SET status = 'CANCELLED', version = version + 1 WHERE po_id = '%a'",
        "ORDER_NOT_AUDITED");
    row("event of another order",
        "UPDATE purchase_order SET status = 'CANCELLED', version = version + 1, last_event = "
        "(SELECT max(seq) FROM audit_event WHERE object_id = '%p') WHERE po_id = '%a'",
        "ORDER_NOT_AUDITED");
    row("deleted order", "DELETE FROM purchase_order WHERE po_id = '%a'", "ORDER_NO_DELETE");
    row("message for a pending order",
        "INSERT INTO outbox(msg_id, po_id, kind, channel, not_before_us, created_at_us) VALUES "
        "('123456789012345678901234567890123456', '%p', 'send', 'folder', 0, 0)",
        "OUTBOX_NOT_APPROVED");
    row("delivered without lease",
        "INSERT INTO outbox(msg_id, po_id, kind, channel, not_before_us, created_at_us, state) VALUES "
        "('123456789012345678901234567890123456', '%a', 'send', 'folder', 0, 0, 'DONE')",
        "OUTBOX_NOT_APPROVED");
    row("deleted message", "DELETE FROM outbox", "OUTBOX_NO_DELETE");
    row("undone message", "UPDATE outbox SET state = 'READY' WHERE state = 'DONE'", "OUTBOX_BAD_CHANGE");
    row("approval of an approved order",
        "INSERT INTO approval SELECT po_id, '%u', content_hash, 'approve', '', 1, 0 FROM purchase_order "
        "WHERE po_id = '%a'",
        "APPROVAL_NOT_PENDING");
    row("approval of other content", "INSERT INTO approval VALUES ('%p', '%u', %z, 'approve', '', 1, 0)",
        "APPROVAL_STALE");
    row("approval by the program",
        "INSERT INTO approval SELECT po_id, 'system', content_hash, 'approve', '', 1, 0 FROM purchase_order "
        "WHERE po_id = '%p'",
        "APPROVAL_PERSON");
    row("approval by nobody known",
        "INSERT INTO approval SELECT po_id, 'ghost', content_hash, 'approve', '', 1, 0 FROM purchase_order "
        "WHERE po_id = '%p'",
        "APPROVAL_PERSON");
    row("rejection without reason",
        "INSERT INTO approval SELECT po_id, '%u', content_hash, 'reject', ' ', 1, 0 FROM purchase_order "
        "WHERE po_id = '%p'",
        "CHECK");
    row("changed event", "UPDATE audit_event SET text = 'x' WHERE seq = 1", "APPEND_ONLY");
    row("deleted event", "DELETE FROM audit_event WHERE seq = 1", "APPEND_ONLY");
    row("event out of turn",
        "INSERT INTO audit_event SELECT max(seq) + 2, 0, 'system', 'system', 0, 'a', 'b', '', 'c', '{}', "
        "%z, %r, 'login' FROM audit_event",
        "AUDIT_CHAIN");
    row("event off the chain",
        "INSERT INTO audit_event SELECT max(seq) + 1, 0, 'system', 'system', 0, 'a', 'b', '', 'c', '{}', "
        "%r, %r, 'login' FROM audit_event",
        "AUDIT_CHAIN");
    row("lowered basis", "UPDATE product_basis SET version = 0 WHERE product_id = 'PROD-001'",
        "BASIS_ONLY_RISES");
    row("deleted basis", "DELETE FROM product_basis", "BASIS_ONLY_RISES");
    row("changed rules", "UPDATE rule_pack SET text = 'x'", "APPEND_ONLY");
    row("deleted rules", "DELETE FROM rule_set_version", "APPEND_ONLY");
    row("pack added later", "INSERT INTO rule_pack VALUES (1, 2, 'late', '', 1)", "RULE_SET_COMPLETE");
    row("skipped rule set", "INSERT INTO rule_set_version VALUES (7, 0, %z, 'system', NULL, 0, 'x')",
        "RULE_SET_NUMBER");
    row("deleted person", "DELETE FROM person WHERE person_id = '%u'", "PERSON_NO_DELETE");
    row("person turned program", "UPDATE person SET kind = 'system' WHERE person_id = '%u'", "PERSON_FROZEN");
    row("changed key", "UPDATE idempotency SET idem_key = 'x'", "APPEND_ONLY");
    row("setting without value", "UPDATE setting SET value = NULL WHERE name = 'currency'", "null");
}

void SchemaRefusalTest::refuses()
{
    QFETCH(QString, sql);
    QFETCH(QString, rule);
    sql.replace(QLatin1String("%a"), m_approved.poId).replace(QLatin1String("%p"), m_pending.poId);
    sql.replace(QLatin1String("%z"), blobOf('0')).replace(QLatin1String("%r"), blobOf('7'));
    sql.replace(QLatin1String("%s"), m_sent.poId).replace(QLatin1String("%u"), m_db.user.personId);
    const auto orders = {m_approved.poId, m_pending.poId, m_sent.poId};
    const auto changed = std::find_if(orders.begin(), orders.end(), [&](const QString& poId) {
        return sql.startsWith(QLatin1String("UPDATE purchase_order"))
            && sql.endsWith(poId + QLatin1Char('\''));
    });
    const auto done = changed != orders.end() ? executeAudited(*changed, sql) : m_db.execute(sql);
    QVERIFY(!done);
    QVERIFY2(done.error().detail.contains(rule, Qt::CaseInsensitive), qPrintable(done.error().detail));
    QVERIFY(!done.error().message.isEmpty());
}

Result<Done> SchemaRefusalTest::executeAudited(const QString& poId, const QString& sql) const
{
    return m_db.admin
        ->write([&](Connection& connection) -> Result<Done> {
            appendEvent(
                connection,
                {m_db.clock->now(), m_db.user, QStringLiteral("test"), poId, {}, QStringLiteral("test"), {}});
            connection.execute(sql);
            return Done{};
        })
        .result();
}

Result<Done> SchemaRefusalTest::insertCopy(const QHash<QString, QString>& replaced) const
{
    const QStringList columns =
        QStringLiteral(
            "po_id po_number number_year number_in_year product_id product_name supplier_id "
            "supplier_name supplier_email qty uom currency unit_price_e4 total_minor "
            "discount_minor tax_minor to_pay_minor lead_time_days rule_set_version facts_json "
            "decision_json content_format content_hash approvals_required send_intended created_by "
            "created_at_us status last_event changed_by updated_at_us")
            .split(QLatin1Char(' '));
    QStringList values;
    for (const QString& column : columns)
        values += replaced.value(column, column);
    const QString sql =
        QStringLiteral("INSERT INTO purchase_order(%1) SELECT %2 FROM purchase_order WHERE po_id = '%3'")
            .arg(columns.join(QLatin1Char(',')), values.join(QLatin1Char(',')), m_approved.poId);
    return replaced.value(QStringLiteral("last_event")) != QLatin1String("1") ? executeAudited(kNewId, sql)
                                                                              : m_db.execute(sql);
}

void SchemaRefusalTest::refusesAnOrderWithoutItsAuditEvent()
{
    QHash<QString, QString> next = {{QStringLiteral("po_id"), QStringLiteral("'%1'").arg(kNewId)},
                                    {QStringLiteral("number_in_year"), QStringLiteral("6")},
                                    {QStringLiteral("po_number"), QStringLiteral("'PO-2026-000006'")},
                                    {QStringLiteral("last_event"), QStringLiteral("1")}};
    const auto done = insertCopy(next);
    QVERIFY(!done);
    QVERIFY2(done.error().detail.contains(QStringLiteral("ORDER_NOT_AUDITED")),
             qPrintable(done.error().detail));
    next.insert(QStringLiteral("last_event"), QStringLiteral("(SELECT max(seq) FROM audit_event)"));
    const QHash<QString, QString> badBirths[] = {
        {{QStringLiteral("status"), QStringLiteral("'SENT'")}},
        {{QStringLiteral("status"), QStringLiteral("'PENDING_APPROVAL'")}}, // It needs no approval.
        {{QStringLiteral("approvals_required"), QStringLiteral("1")}}, // It starts approved.
        {{QStringLiteral("rule_set_version"), QStringLiteral("NULL")}},
        {{QStringLiteral("changed_by"), QStringLiteral("'system'")}},
    };
    for (const auto& bad : badBirths) {
        QHash<QString, QString> columns = next;
        columns.insert(bad);
        const auto born = insertCopy(columns);
        QVERIFY(!born);
        QVERIFY2(born.error().detail.contains(QStringLiteral("ORDER_BAD_BIRTH")),
                 qPrintable(born.error().detail));
    }
    for (const char* amount : {"total_minor", "to_pay_minor", "discount_minor", "unit_price_e4", "qty"}) {
        QHash<QString, QString> columns = next;
        columns.insert(QLatin1String(amount), QLatin1String(amount) + QStringLiteral(" + 1"));
        const auto born = insertCopy(columns);
        QVERIFY(!born);
        QVERIFY2(born.error().detail.contains(QStringLiteral("CHECK")), qPrintable(born.error().detail));
    }
}

void SchemaRefusalTest::refusesAGapInTheNumbers()
{
    const auto done =
        insertCopy({{QStringLiteral("po_id"), QStringLiteral("'%1'").arg(kNewId)},
                    {QStringLiteral("last_event"), QStringLiteral("(SELECT max(seq) FROM audit_event)")},
                    {QStringLiteral("number_in_year"), QStringLiteral("99")},
                    {QStringLiteral("po_number"), QStringLiteral("'PO-2026-000099'")}});
    QVERIFY(!done);
    QVERIFY2(done.error().detail.contains(QStringLiteral("ORDER_NUMBER")), qPrintable(done.error().detail));
}

void SchemaRefusalTest::refusesAnOwnApprovalOutsideSingleOperatorMode()
{
    const TemporaryDatabase db;
    OrderRequest request =
        requestFor(db, QStringLiteral("PROD-104"), QStringLiteral("SUP-101"), 1, QStringLiteral("b"));
    request.pendingApproval = true;
    const PurchaseOrder order = db.orders().create(request, db.user).result().value();
    (void)db.addPerson(QStringLiteral("Second"));
    VERIFY_OK(db.people().setSingleOperator(false, db.user).result());
    const auto done =
        db.execute(QStringLiteral("INSERT INTO approval SELECT po_id, ?, content_hash, 'approve', '', 1, "
                                  "0 FROM purchase_order WHERE po_id = ?"),
                   {db.user.personId, order.poId});
    VERIFY_ERROR(done, ErrorKind::Refused, "Nobody approves their own order");
}

void SchemaRefusalTest::refusesARuleSetWithoutASecondPerson()
{
    const TemporaryDatabase db;
    (void)db.addPerson(QStringLiteral("Second"));
    VERIFY_OK(db.people().setSingleOperator(false, db.user).result());
    const auto done = db.execute(
        QStringLiteral("INSERT INTO rule_set_version VALUES (2, 0, %1, ?, NULL, 0, 'x')").arg(blobOf('0')),
        {db.user.personId});
    VERIFY_ERROR(done, ErrorKind::Refused, "second person");
}

void SchemaRefusalTest::allowsWhatIsOrdinary()
{
    // The refusals above are not refusals of everything: the same orders still go their way.
    auto store = m_db.orders();
    VERIFY_OK(store.approve(m_pending.poId, m_pending.version, m_pending.contentHash, m_db.user).result());
    VERIFY_OK(store.cancel(m_approved.poId, m_approved.version, QString(), m_db.user).result());
    VERIFY_OK(m_db.audit().verify().result());
}

} // namespace purchasing::sql

QTEST_GUILESS_MAIN(purchasing::sql::SchemaRefusalTest)
#include "schema_refusal_test.moc"
