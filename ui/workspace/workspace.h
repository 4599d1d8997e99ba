#pragma once

#include "ui/workspace/answer_watch.h"
#include "ui/workspace/catalogue_feed.h"
#include "ui/workspace/connection.h"
#include "ui/workspace/delivery.h"
#include "ui/workspace/identity.h"
#include "ui/workspace/rules_in_force.h"

#include <QObject>
#include <QThreadPool>

#include <memory>

namespace purchasing {
class OutboxRelay;
}

namespace purchasing::ui {

/// One connection and the rooms that all screens share: the catalogue feed, the rules in force, who works
/// here, the delivery. Wires them and hands them out; what they hand out lives as long as it. Lives on the
/// GUI thread.
class Workspace : public QObject
{
    Q_OBJECT

public:
    explicit Workspace(Connection connection, QObject* parent = nullptr);
    /// Waits for what still asks the database.
    ~Workspace() override;

    [[nodiscard]] const Connection& connection() const { return m_connection; }
    [[nodiscard]] PurchasingFlow& flow() { return m_flow; }
    [[nodiscard]] OrderStore& orders() const { return *m_connection.ports.orders; }
    /// Whoever asks the database something that a person waits for says so there.
    [[nodiscard]] AnswerWatch& answers() { return m_answers; }
    [[nodiscard]] Identity& identity() { return m_identity; }
    [[nodiscard]] const Identity& identity() const { return m_identity; }
    [[nodiscard]] RulesInForce& rulesInForce() { return m_rulesInForce; }
    [[nodiscard]] CatalogueFeed& feed() { return m_feed; }
    [[nodiscard]] const CatalogueFeed& feed() const { return m_feed; }

public Q_SLOTS:
    /// Something was written by this program: sends and shows it now instead of at the next poll.
    void noticeChange();

private:
    // Each uses those above it, so that the last one ends first; the background waits for its work, which
    // uses the flow.
    Connection m_connection;
    std::shared_ptr<OutboxRelay> m_relay; ///< Null where nothing is sent from here.
    PurchasingFlow m_flow;
    AnswerWatch m_answers;
    QThreadPool m_background; ///< The relay and the rules.
    Delivery m_delivery;
    Identity m_identity;
    RulesInForce m_rulesInForce;
    CatalogueFeed m_feed;
};

} // namespace purchasing::ui
