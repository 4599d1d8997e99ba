#include "core/domain/purchase_order.h"
#include "core/sql/engine/migration.h"
#include "core/sql/verification/differences.h"

#include <QDateTime>
#include <QMap>
#include <QSet>

namespace purchasing::sql {
namespace {

constexpr int kStateCount = static_cast<int>(OrderState::Cancelled) + 1; ///< It is the last of them.

/// The triggers of an embedded database as they were written, by name. SQLite puts quotes around names when
/// it renames what they speak of.
QMap<QString, QString> triggersOf(Connection& connection)
{
    QMap<QString, QString> found;
    Rows rows =
        connection.query(QStringLiteral("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"));
    while (rows.next())
        found.insert(rows.text(0), rows.text(1).remove(QLatin1Char('"')).simplified());
    return found;
}

/// The triggers that this program's own scripts make.
QMap<QString, QString> scriptedTriggers()
{
    ConnectionSettings settings;
    settings.databaseName = QStringLiteral(":memory:");
    Connection empty(settings);
    for (const Migration& migration : migrations(empty.dialect().scripts())) {
        if (!migration.isData)
            applyMigration(empty, migration, QDateTime::currentDateTimeUtc());
    }
    return triggersOf(empty);
}

void verifyTriggers(Connection& connection)
{
    const auto found = triggersOf(connection);
    const auto scripted = scriptedTriggers();
    for (auto guard = scripted.cbegin(); guard != scripted.cend(); ++guard) {
        const QString what = QStringLiteral("The guard %1").arg(guard.key());
        if (!found.contains(guard.key()))
            reportDifference(what, QStringLiteral("it is gone, and what it refuses can be written"));
        if (found.value(guard.key()) != guard.value())
            reportDifference(what, QStringLiteral("it is not what this program wrote"));
    }
    for (auto guard = found.cbegin(); guard != found.cend(); ++guard) {
        if (!scripted.contains(guard.key()))
            reportDifference(QStringLiteral("The trigger %1").arg(guard.key()),
                             QStringLiteral("this program did not write it"));
    }
}

/// A state that follows itself: a further approval, a request to send, a part delivery, a changed draft.
bool mayRepeat(OrderState state)
{
    return state == OrderState::Draft || state == OrderState::PendingApproval || state == OrderState::Approved
        || state == OrderState::Sent;
}

void verifyStates(Connection& connection)
{
    const QString what = QStringLiteral("What states an order may have");
    int states = 0;
    Rows rows = connection.query(QStringLiteral("SELECT name, on_order FROM {po}order_state"));
    while (rows.next()) {
        const auto state = orderStateFromDatabase(rows.text(0));
        if (!state || countsAsOnOrder(*state) != (rows.integer(1) == 1))
            reportDifference(what, QStringLiteral("%1 is not as this program wrote it").arg(rows.text(0)));
        ++states;
    }
    if (states != kStateCount)
        reportDifference(what, QStringLiteral("one is gone"));
}

void verifyTransitions(Connection& connection)
{
    const QString what = QStringLiteral("How an order's states may follow each other");
    QSet<std::pair<QString, QString>> found;
    Rows rows = connection.query(QStringLiteral("SELECT * FROM {po}order_transition"));
    while (rows.next()) {
        const auto from = orderStateFromDatabase(rows.text(0));
        const auto to = orderStateFromDatabase(rows.text(1));
        if (!from || !to || !(canFollow(*from, *to) || (*from == *to && mayRepeat(*from))))
            reportDifference(what,
                             QStringLiteral("%1 was never let follow %2").arg(rows.text(1), rows.text(0)));
        found.insert({rows.text(0), rows.text(1)});
    }
    for (int from = 0; from < kStateCount; ++from) {
        for (int to = 0; to < kStateCount; ++to) {
            const auto old = static_cast<OrderState>(from);
            const auto next = static_cast<OrderState>(to);
            if (canFollow(old, next) && !found.contains({databaseWord(old), databaseWord(next)}))
                reportDifference(
                    what,
                    QStringLiteral("%1 can no longer follow %2").arg(databaseWord(next), databaseWord(old)));
        }
    }
}

} // namespace

void verifyGuards(Connection& connection)
{
    verifyStates(connection);
    verifyTransitions(connection);
    if (!connection.dialect().isMysql())
        verifyTriggers(connection);
}

} // namespace purchasing::sql
