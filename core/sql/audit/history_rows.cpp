#include "core/sql/audit/history_rows.h"

#include "core/sql/audit/audit_log.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>

namespace purchasing::sql {
namespace {

QString traceIn(const QString& payload)
{
    if (!payload.contains(kTraceId))
        return {};
    return QJsonDocument::fromJson(payload.toUtf8()).object().value(kTraceId).toString();
}

std::vector<HistoryEntry> readEntries(Rows rows)
{
    std::vector<HistoryEntry> entries;
    while (rows.next())
        entries.push_back({rows.moment(0), rows.text(1), rows.text(2), rows.text(3), rows.text(4),
                           rows.text(5), traceIn(rows.text(6))});
    return entries;
}

} // namespace

std::vector<HistoryEntry> orderHistory(Connection& connection, const QString& poId)
{
    return readEntries(
        connection.query(QStringLiteral("SELECT at_us, actor_name, action, object_id, text, login, payload "
                                        "FROM {po}audit_event WHERE object_id = ? ORDER BY seq"),
                         {poId}));
}

std::vector<HistoryEntry> productHistory(Connection& connection, const QString& productId, int limit)
{
    // Each side is limited by itself, so that a long history is never sorted as a whole.
    return readEntries(connection.query(
        QStringLiteral(
            "SELECT at_us, actor_name, action, object_id, text, login, payload FROM ("
            "SELECT * FROM (SELECT at_us, actor_name, action, object_id, text, login, payload, 1 AS side, "
            "seq AS position "
            "FROM {po}audit_event WHERE product_id = ? ORDER BY seq DESC LIMIT ?) AS events "
            "UNION ALL "
            "SELECT * FROM (SELECT e.at_us, p.name, 'decision.evaluated', e.product_id, e.text, "
            "NULL, '', 0, e.id "
            "FROM {po}evaluation e JOIN {po}person p ON p.person_id = e.person_id "
            "WHERE e.product_id = ? ORDER BY e.at_us DESC, e.id DESC LIMIT ?) AS evaluations"
            ") AS entries ORDER BY at_us DESC, side DESC, position DESC LIMIT ?"),
        {productId, limit, productId, limit, limit}));
}

} // namespace purchasing::sql
