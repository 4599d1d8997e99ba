#pragma once

#include "core/domain/override.h"
#include "core/domain/purchase_order.h"
#include "core/domain/result.h"

#include <QObject>

#include <optional>

class QAction;
class QWidget;

namespace purchasing::ui {

class OverrideHistory;
struct OverrideChange;
class Workspace;

/// Overriding the quantity or the supplier of the current product, confirming a stale override, and reverting
/// to the rules: the actions,
/// when they may be used and why not, and what they do. Menu, grid and dock share them. GUI thread only.
class OverrideActions : public QObject
{
    Q_OBJECT

public:
    /// `window` is the parent of questions.
    OverrideActions(Workspace& workspace, QWidget* window);

    [[nodiscard]] QAction* editQuantity() const { return m_edit; }
    [[nodiscard]] QAction* changeSupplier() const { return m_supplier; }
    [[nodiscard]] QAction* confirm() const { return m_confirm; }
    [[nodiscard]] QAction* revert() const { return m_revert; }
    /// What was done here, to be undone.
    [[nodiscard]] OverrideHistory& history() const { return *m_history; }

    void setProduct(const QString& productId);

    /// Why nothing can be overridden now, in words; empty when it can.
    [[nodiscard]] QString whyNot() const;
    /// Why no stale override can be confirmed, in words; empty when one can.
    [[nodiscard]] QString whyNotConfirm() const;
    /// Why there is nothing to revert, in words; empty when there is.
    [[nodiscard]] QString whyNotRevert() const;

    /// Overrides the current product's quantity (whole units, above 0); an overridden supplier stays.
    /// `seenVersion` is the override's version when the person began to type: when it is another one now, the
    /// person chooses between the two.
    void setQuantity(std::int64_t qty, const QString& reason, std::int64_t seenVersion);
    /// Asks for the reason and overrides the supplier; empty returns to the first one. An overridden quantity
    /// stays.
    void setSupplier(const QString& supplierId);

Q_SIGNALS:
    /// The enablement or its reasons changed.
    void updated();
    /// The planner wants to type a quantity, or to compare suppliers.
    void editWanted();
    void supplierWanted();
    /// An override is in the database.
    void stored(const purchasing::Override& override);
    /// The person chose what is stored instead of what they typed for the product.
    void dropped(const QString& productId);
    void done(const QString& message);
    void failed(const QString& what, const purchasing::Error& error);

private:
    void update();
    void store(const Override& wanted, const std::optional<Override>& seen, const QString& name);
    void askAboutConflict(const Override& mine, const QString& name, const Error& error);
    void finish(const QString& productId);
    /// Whoever works here now undoes only what they did themselves.
    void record(const OverrideChange& change, const Actor& by);
    void confirmStale();
    void clear();
    [[nodiscard]] std::optional<Override> current() const;
    /// What is overridden now as a start for a change; without version where nothing is.
    [[nodiscard]] Override draft() const;

    Workspace& m_workspace;
    QWidget* m_window;
    QAction* m_edit;
    QAction* m_supplier;
    QAction* m_confirm;
    QAction* m_revert;
    QString m_productId;
    OverrideHistory* m_history;
};

} // namespace purchasing::ui
