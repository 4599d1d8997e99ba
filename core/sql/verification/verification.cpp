#include "core/sql/verification/verification.h"

#include "core/domain/rule_json.h"
#include "core/sql/orders/order_content.h"
#include "core/sql/orders/order_rows.h"
#include "core/sql/rules/rule_rows.h"
#include "core/sql/verification/differences.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QSet>

namespace purchasing::sql {
namespace {

constexpr int kOrdersAtOnce = 500;

/// A reason as it was written, and what the log tells of it. Events of earlier versions have it in their
/// text.
bool isToldReason(const QString& reason, const QString& told, const QString& text)
{
    return told == reason || (told.isEmpty() && (reason.isEmpty() || text.endsWith(reason)));
}

/// What the order's row says besides its content, from the tables' own columns.
struct OrderRow
{
    QString changedBy;
    QString decidedBy;
    int numberYear = 0;
    int numberInYear = 0;
};

void verifyOrder(const PurchaseOrder& order, const OrderRow& row, const ToldOrder& told)
{
    const auto require = [&order](bool holds, const char* why) {
        if (!holds)
            reportDifference(order.number, QLatin1String(why));
    };
    require(told.changes > 0, "the audit log does not know it");
    require(told.number == order.number, "its number is not the one in the audit log");
    require(order.number
                == QStringLiteral("PO-%1-%2")
                       .arg(row.numberYear, 4, 10, QLatin1Char('0'))
                       .arg(row.numberInYear, 6, 10, QLatin1Char('0')),
            "its number is not its number");
    require(contentHash(order) == order.contentHash, "what it orders is not what was written");
    require(QString::fromLatin1(order.contentHash.toHex()) == told.contentHash,
            "what it orders is not what the audit log says");
    require(order.productId == told.productId, "its product is not the one in the audit log");
    require(order.createdBy == told.createdBy && order.createdAt == told.createdAt,
            "who created it or when is not what the audit log says");
    require(databaseWord(order.state) == told.state, "its state is not what the audit log says");
    require(order.version == told.changes && order.lastEvent == told.lastEvent,
            "its version is not what the audit log says");
    require(row.changedBy == told.lastActor && order.updatedAt == told.lastAt,
            "who changed it or when is not what the audit log says");
    require(row.decidedBy == told.decidedBy && order.decidedAt == told.decidedAt,
            "who decided it or when is not what the audit log says");
    require(isToldReason(order.decisionReason, told.reason, told.reasonText),
            "its reason is not what the audit log says");
    require(order.sentAt == told.sentAt, "when it was sent is not what the audit log says");
    require(order.receivedQty == (told.isWhollyReceived ? order.qty : told.received)
                && order.receivedAt == told.receivedAt,
            "what was received or when is not what the audit log says");
    require(order.closedShort == told.isClosedShort,
            "whether it was closed short is not what the audit log says");
}

std::vector<OrderRow> orderRows(Connection& connection, const QString& after)
{
    std::vector<OrderRow> found;
    Rows rows = connection.query(
        QStringLiteral("SELECT changed_by, decided_by, number_year, number_in_year FROM {po}purchase_order "
                       "WHERE po_id > ? ORDER BY po_id LIMIT ?"),
        {after, kOrdersAtOnce});
    while (rows.next())
        found.push_back({rows.text(0), rows.text(1), static_cast<int>(rows.integer(2)),
                         static_cast<int>(rows.integer(3))});
    return found;
}

void verifyOrders(Connection& connection, const History& history)
{
    qsizetype seen = 0;
    QString after;
    for (;;) {
        const auto orders = readOrders(connection, QStringLiteral("o.po_id > ? ORDER BY o.po_id LIMIT ?"),
                                       {after, kOrdersAtOnce});
        const auto rows = orderRows(connection, after);
        for (std::size_t i = 0; i < orders.size() && i < rows.size(); ++i)
            verifyOrder(orders[i], rows[i], history.orders.value(orders[i].poId));
        if (orders.size() != rows.size())
            reportDifference(QStringLiteral("An order"),
                             QStringLiteral("a person or message it names is not there"));
        seen += static_cast<qsizetype>(orders.size());
        if (orders.empty())
            break;
        after = orders.back().poId;
    }
    if (seen != history.orders.size()) {
        for (auto told = history.orders.begin(); told != history.orders.end(); ++told) {
            if (!findOrder(connection, told.key()))
                reportDifference(told->number, QStringLiteral("the audit log knows it, but it is gone"));
        }
    }
}

void verifyApprovals(Connection& connection, const History& history)
{
    qsizetype seen = 0;
    Rows rows = connection.query(QStringLiteral(
        "SELECT a.po_id, a.approver_id, a.content_hash, a.decision, a.reason, a.single_operator, "
        "a.decided_at_us, o.po_number FROM {po}approval a "
        "LEFT JOIN {po}purchase_order o ON o.po_id = a.po_id ORDER BY a.po_id, a.approver_id"));
    while (rows.next()) {
        const QString what = QStringLiteral("The approval of %1").arg(rows.text(7));
        const auto told = history.approvals.constFind(rows.text(0) + QLatin1Char('\n') + rows.text(1));
        if (told == history.approvals.cend())
            reportDifference(what, QStringLiteral("the audit log does not know it"));
        const QString hash = QString::fromLatin1(rows.bytes(2).toHex());
        if ((!told->contentHash.isEmpty() && hash != told->contentHash)
            || hash != history.orders.value(rows.text(0)).contentHash)
            reportDifference(what, QStringLiteral("it is of another content"));
        if (rows.text(3) != told->decision || rows.moment(6) != told->at
            || (rows.integer(5) != 0) != told->singleOperator
            || !isToldReason(rows.text(4), told->reason,
                             told->decision == QLatin1String("reject") ? told->reasonText : QString()))
            reportDifference(what, QStringLiteral("it is not what the audit log says"));
        ++seen;
    }
    if (seen != history.approvals.size())
        reportDifference(QStringLiteral("An approval"),
                         QStringLiteral("the audit log knows it, but it is gone"));
}

void verifyKeys(Connection& connection, const History& history)
{
    QSet<QString> seen;
    {
        Rows rows = connection.query(QStringLiteral(
            "SELECT idem_key, person_id, po_id, request_hash, request_format, created_at_us, method "
            "FROM {po}idempotency"));
        while (rows.next()) {
            const ToldOrder told = history.orders.value(rows.text(2));
            const qint64 format = rows.integer(4);
            const bool isOld = format == 1;
            if ((!isOld && format != 2) || told.createdBy != rows.text(1) || told.createdAt != rows.moment(5)
                || (isOld ? !told.key.isEmpty()
                          : told.key != rows.text(0) || told.method != rows.text(6)
                            || told.request != QString::fromLatin1(rows.bytes(3).toHex())))
                reportDifference(QStringLiteral("The request \"%1\"").arg(rows.text(0)),
                                 QStringLiteral("it is not the one that its order was made for"));
            seen.insert(rows.text(2));
        }
    }
    for (auto told = history.orders.begin(); told != history.orders.end(); ++told) {
        if (!told->key.isEmpty() && !seen.contains(told.key()))
            reportDifference(QStringLiteral("The request of %1").arg(told->number),
                             QStringLiteral("it is gone"));
    }
}

void verifyRules(Connection& connection, const History& history)
{
    const qint64 newest = newestRuleSet(connection);
    if (newest != history.rules.size())
        reportDifference(
            QStringLiteral("Rules version %1").arg(std::max<qint64>(newest, history.rules.size())),
            QStringLiteral("tables and audit log know different versions"));
    for (qint64 version = 1; version <= newest; ++version) {
        const auto set = readRuleSet(connection, version);
        const QString what = QStringLiteral("Rules version %1").arg(version);
        if (!set)
            reportDifference(what, QStringLiteral("it is gone"));
        const ToldRules told = history.rules.value(version);
        Rows rows = connection.query(
            QStringLiteral("SELECT published_by, second_person, pack_count FROM {po}rule_set_version "
                           "WHERE version = ?"),
            {version});
        if (!rows.next())
            reportDifference(what, QStringLiteral("it is gone"));
        const qint64 last =
            connection
                .scalar(
                    QStringLiteral("SELECT coalesce(max(position), -1) FROM {po}rule_pack WHERE version = ?"),
                    {version})
                .toLongLong();
        if (last != static_cast<qint64>(set->packs.size()) - 1)
            reportDifference(what, QStringLiteral("its packs are not in their places"));
        const bool isNew = !told.author.isEmpty();
        // Events of earlier versions name the second person in their text.
        const bool isSecondTold = isNew ? rows.text(1) == told.second
            : rows.text(1).isEmpty()
            ? !told.text.contains(QLatin1String(", agreed by "))
            : told.text.contains(QStringLiteral(", agreed by %1:").arg(set->confirmedBy));
        if (rows.text(0) != (isNew ? told.author : told.actorId) || !isSecondTold
            || set->publishedAt != told.at || rows.integer(2) != static_cast<qint64>(set->packs.size())
            || !isToldReason(set->reason, told.reason,
                             version == 1 ? QString(told.text).chopped(1) : told.text))
            reportDifference(what,
                             QStringLiteral("who published it, when or why is not what the audit log says"));
    }
}

void verifyProposals(Connection& connection, const History& history)
{
    qsizetype seen = 0;
    Rows rows = connection.query(QStringLiteral(
        "SELECT r.proposal_id, r.based_on, r.packs, r.hash, r.reason, r.proposed_by, r.proposed_at_us, "
        "r.state FROM {po}rule_proposal r ORDER BY r.proposal_id"));
    while (rows.next()) {
        const QString what = QStringLiteral("Rule proposal %1").arg(rows.integer(0));
        const auto told = history.proposals.constFind(rows.integer(0));
        if (told == history.proposals.cend())
            reportDifference(what, QStringLiteral("the audit log does not know it"));
        const auto packs = packsFromJson(QJsonDocument::fromJson(rows.text(2).toUtf8()).array());
        if (ruleSetHash(packs) != rows.bytes(3) || QString::fromLatin1(rows.bytes(3).toHex()) != told->hash)
            reportDifference(what, QStringLiteral("its rules are not what was proposed"));
        if (rows.text(5) != told->authorId || rows.moment(6) != told->at
            || !told->text.startsWith(QStringLiteral("Rules version %1 ").arg(rows.integer(1) + 1))
            || !told->text.endsWith(QStringLiteral(": ") + rows.text(4)))
            reportDifference(what,
                             QStringLiteral("who proposed it, when or why is not what the audit log says"));
        if (rows.text(7) != told->state)
            reportDifference(what, QStringLiteral("its state is not what the audit log says"));
        ++seen;
    }
    if (seen != history.proposals.size())
        reportDifference(QStringLiteral("A rule proposal"),
                         QStringLiteral("the audit log knows it, but it is gone"));
}

void verifyOverrides(Connection& connection, const History& history)
{
    qsizetype seen = 0;
    Rows rows = connection.query(QStringLiteral("SELECT product_id, event, qty, supplier_id, basis, reason, "
                                                "set_by, set_at_us FROM {po}product_override"));
    while (rows.next()) {
        const auto told = history.overrides.constFind(rows.text(0));
        if (told == history.overrides.cend() || told->event != rows.integer(1) || told->qty != rows.integer(2)
            || told->supplierId != rows.text(3) || told->basis != rows.text(4)
            || !told->text.endsWith(QStringLiteral("Reason: ") + rows.text(5)) || told->by != rows.text(6)
            || toMicroseconds(told->at) != rows.integer(7))
            reportDifference(QStringLiteral("The override of %1").arg(rows.text(0)),
                             QStringLiteral("it is not what the audit log says"));
        ++seen;
    }
    if (seen != history.overrides.size())
        reportDifference(QStringLiteral("An override"),
                         QStringLiteral("the audit log knows it, but it is gone"));
}

void verifySettings(Connection& connection, const History& history)
{
    QMap<QString, QString> found;
    Rows rows = connection.query(QStringLiteral("SELECT name, value FROM {po}setting"));
    while (rows.next())
        found.insert(rows.text(0), rows.text(1));
    for (auto setting = found.cbegin(); setting != found.cend(); ++setting) {
        if (!history.settings.contains(setting.key()) || history.settings.value(setting.key()) != *setting)
            reportDifference(QStringLiteral("The setting %1").arg(setting.key()),
                             QStringLiteral("it is not what the audit log says"));
    }
    for (auto told = history.settings.cbegin(); told != history.settings.cend(); ++told) {
        if (!found.contains(told.key()))
            reportDifference(QStringLiteral("The setting %1").arg(told.key()), QStringLiteral("it is gone"));
    }
}

void verifyPeople(Connection& connection, const History& history)
{
    qsizetype seen = 0;
    Rows rows = connection.query(
        QStringLiteral("SELECT person_id, name, kind, added_at_us, disabled_at_us FROM {po}person"));
    while (rows.next()) {
        const auto told = history.people.constFind(rows.text(0));
        if (told == history.people.cend() || told->name != rows.text(1) || told->kind != rows.text(2)
            || told->addedAt != rows.integer(3) || told->disabledAt != rows.integer(4))
            reportDifference(QStringLiteral("The person %1").arg(rows.text(1)),
                             QStringLiteral("what is known of them is not what the audit log says"));
        ++seen;
    }
    if (seen != history.people.size())
        reportDifference(QStringLiteral("A person"),
                         QStringLiteral("the audit log knows them, but they are gone"));
}

/// What no program of ours writes, and what reading would round away: moments between milliseconds, flags
/// that are neither off nor on, formats nobody knows.
void verifyValues(Connection& connection)
{
    struct Odd
    {
        const char* what;
        const char* rows;
    };
    static constexpr Odd kOdd[] = {
        {"An order",
         "{po}purchase_order WHERE content_format NOT IN (1, 2) OR send_intended NOT IN (0, 1) OR "
         "closed_short NOT IN "
         "(0, 1) OR (created_at_us + updated_at_us + coalesce(decided_at_us, 0) + coalesce(sent_at_us, 0) + "
         "coalesce(received_at_us, 0)) % 1000 <> 0"},
        {"An approval", "{po}approval WHERE single_operator NOT IN (0, 1) OR decided_at_us % 1000 <> 0"},
        {"A rule set", "{po}rule_set_version WHERE published_at_us % 1000 <> 0"},
        {"A rule proposal", "{po}rule_proposal WHERE proposed_at_us % 1000 <> 0"},
        {"A rule pack", "{po}rule_pack WHERE active NOT IN (0, 1)"},
        {"A request", "{po}idempotency WHERE created_at_us % 1000 <> 0"},
        {"An event", "{po}audit_event WHERE at_us % 1000 <> 0"},
    };
    for (const Odd& odd : kOdd) {
        if (connection.scalar(QStringLiteral("SELECT count(*) FROM ") + QLatin1String(odd.rows)).toLongLong()
            > 0)
            reportDifference(QLatin1String(odd.what), QStringLiteral("it holds a value that nobody writes"));
    }
}

} // namespace

void reportDifference(const QString& what, const QString& why)
{
    throw Failure(ErrorKind::Invalid, QStringLiteral("%1 was changed from outside: %2.").arg(what, why));
}

qint64 verifyEverything(Connection& connection)
{
    History history;
    const qint64 events =
        verifyChain(connection, [&history](const StoredEvent& event) { history.take(event); });
    verifyValues(connection);
    verifyOrders(connection, history);
    verifyApprovals(connection, history);
    verifyKeys(connection, history);
    verifyRules(connection, history);
    verifyProposals(connection, history);
    verifyOverrides(connection, history);
    if (history.knowsSettings) {
        verifySettings(connection, history);
        verifyPeople(connection, history);
    } else {
        reportDifference(QStringLiteral("The audit log"), QStringLiteral("its beginning is gone"));
    }
    verifyMessages(connection, history);
    verifyGuards(connection);
    return events;
}

} // namespace purchasing::sql
