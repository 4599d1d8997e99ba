#pragma once

#include "core/domain/decision.h"
#include "core/domain/result.h"

#include <QObject>

#include <optional>

class QAction;
class QWidget;

namespace purchasing::ui {

class Workspace;

/// Evaluate, Create PO and Send PO for the current product: the actions, when they may be used and why not,
/// and what they do. Menu, toolbar, dock and shortcuts share these actions.
class OrderActions : public QObject
{
    Q_OBJECT

public:
    /// `window` is the parent of questions.
    OrderActions(Workspace& workspace, QWidget* window);

    [[nodiscard]] QAction* evaluate() const { return m_evaluate; }
    [[nodiscard]] QAction* evaluateAll() const { return m_evaluateAll; }
    [[nodiscard]] QAction* createOrder() const { return m_create; }
    [[nodiscard]] QAction* sendOrder() const { return m_send; }

    void setProduct(const QString& productId);
    /// Whether the product is on the screen: nothing is ordered that the planner does not see.
    void setProductShown(bool shown);
    [[nodiscard]] const QString& product() const { return m_productId; }

    /// Why no order can be created now, in words; empty when it can.
    [[nodiscard]] QString whyNotCreate() const;
    /// Why the product's order cannot be sent now, in words; empty when it can.
    [[nodiscard]] QString whyNotSend() const;

Q_SIGNALS:
    /// The enablement or its reasons changed.
    void updated();
    void done(const QString& message);
    void failed(const QString& what, const purchasing::Error& error);

private:
    void update();
    void create();
    void send();
    [[nodiscard]] std::optional<PurchaseOrder> sendableOrder() const;

    Workspace& m_workspace;
    QWidget* m_window;
    QAction* m_evaluate;
    QAction* m_evaluateAll;
    QAction* m_create;
    QAction* m_send;
    QString m_productId;
    bool m_productShown = true;
    QString m_pendingKey; ///< Idempotency key of the click that is running; empty when none is.
};

/// Sets an action's tip and, when `reason` is not empty, disables it and says "Unavailable: …" everywhere it
/// is shown.
void explainAction(QAction* action, const QString& tip, const QString& reason);

/// Asks whether to send to a supplier whose message can be addressed to nobody. Where `withhold` is given,
/// creating without sending is offered too and set there.
[[nodiscard]] bool confirmWithoutAddress(QWidget* parent, const QString& supplier, bool* withhold = nullptr);

} // namespace purchasing::ui
