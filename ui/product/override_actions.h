#pragma once

#include "core/domain/override.h"
#include "core/domain/result.h"

#include <QObject>

class QAction;
class QWidget;

namespace purchasing::ui {

class Workspace;

/// Overriding the quantity or the supplier of the current product, and reverting to the rules: the actions,
/// when they may be used and why not, and what they do. Menu, grid and dock share them. GUI thread only.
class OverrideActions : public QObject
{
    Q_OBJECT

public:
    /// `window` is the parent of questions.
    OverrideActions(Workspace& workspace, QWidget* window);

    [[nodiscard]] QAction* editQuantity() const { return m_edit; }
    [[nodiscard]] QAction* changeSupplier() const { return m_supplier; }
    [[nodiscard]] QAction* revert() const { return m_revert; }

    void setProduct(const QString& productId);

    /// Why nothing can be overridden now, in words; empty when it can.
    [[nodiscard]] QString whyNot() const;
    /// Why there is nothing to revert, in words; empty when there is.
    [[nodiscard]] QString whyNotRevert() const;

    /// Overrides the current product's quantity (whole units, above 0); an overridden supplier stays.
    void setQuantity(std::int64_t qty, const QString& reason);
    /// Asks for the reason and overrides the supplier; empty returns to the first one. An overridden quantity
    /// stays.
    void setSupplier(const QString& supplierId);

Q_SIGNALS:
    /// The enablement or its reasons changed.
    void updated();
    /// The planner wants to type a quantity, or to compare suppliers.
    void editWanted();
    void supplierWanted();
    void done(const QString& message);
    void failed(const QString& what, const purchasing::Error& error);

private:
    void update();
    void store(const Override& wanted, std::int64_t seenVersion);
    void clear();
    /// What is overridden now; without version where nothing is.
    [[nodiscard]] Override current() const;

    Workspace& m_workspace;
    QWidget* m_window;
    QAction* m_edit;
    QAction* m_supplier;
    QAction* m_revert;
    QString m_productId;
    bool m_isBusy = false; ///< A change is being stored.
};

} // namespace purchasing::ui
