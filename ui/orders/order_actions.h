#pragma once

#include "core/domain/decision.h"
#include "core/domain/result.h"

#include <QObject>
#include <QSet>

#include <optional>

class QAction;
class QWidget;

namespace purchasing::ui {

class Workspace;

/// Evaluate, Create PO, Create and send, and Send PO for the current product: the actions, when they may be
/// used and why not, and what they do. Menu, toolbar, dock and shortcuts share these actions.
class OrderActions : public QObject
{
    Q_OBJECT

public:
    /// `window` is the parent of questions.
    OrderActions(Workspace& workspace, QWidget* window);

    [[nodiscard]] QAction* evaluate() const { return m_evaluate; }
    [[nodiscard]] QAction* evaluateAll() const { return m_evaluateAll; }
    /// Creates; sends too where the person chose that as the default (createSends()).
    [[nodiscard]] QAction* createOrder() const { return m_create; }
    /// Creates and sends, after a look at the message.
    [[nodiscard]] QAction* createAndSend() const { return m_createAndSend; }
    /// Checkable: whether Create PO sends as well. Off unless somebody wants it.
    [[nodiscard]] QAction* createSends() const { return m_createSends; }
    [[nodiscard]] QAction* sendOrder() const { return m_send; }

    void setProduct(const QString& productId);
    /// Whether the product is on the screen: nothing is ordered that the planner does not see.
    void setProductShown(bool shown);
    /// Whether a filter hides the product's row.
    void setProductFiltered(bool filtered);
    /// How many products are selected beside it: of several, nobody knows which one is meant.
    void setSelectedCount(int products);
    [[nodiscard]] const QString& product() const { return m_productId; }

    /// Why no order can be created now, in words; empty when it can.
    [[nodiscard]] QString whyNotCreate() const;
    /// Why it could be created, but not be sent at once; empty where both can be.
    [[nodiscard]] QString whyNotCreateAndSend() const;
    /// Why the product's order cannot be sent now, in words; empty when it can.
    [[nodiscard]] QString whyNotSend() const;

Q_SIGNALS:
    /// The enablement or its reasons changed.
    void updated();
    void done(const QString& message);
    void failed(const QString& what, const purchasing::Error& error);

private:
    void update();
    void create(bool sends);
    void order(const Decision& seen, bool sends);
    void send();
    [[nodiscard]] std::optional<PurchaseOrder> sendableOrder() const;

    Workspace& m_workspace;
    QWidget* m_window;
    QAction* m_evaluate;
    QAction* m_evaluateAll;
    QAction* m_create;
    QAction* m_createAndSend;
    QAction* m_createSends;
    QAction* m_send;
    QString m_productId;
    QString m_justCreated; ///< The product whose order was made last: sending it may follow at once.
    bool m_productShown = true;
    bool m_productFiltered = false;
    int m_selected = 0;
    QSet<QString> m_beingCreated; ///< Products whose order was asked for and is not answered yet.
};

/// Asks whether to send to a supplier whose message can be addressed to nobody.
[[nodiscard]] bool confirmWithoutAddress(QWidget* parent, const QString& supplier);

} // namespace purchasing::ui
