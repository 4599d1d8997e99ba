#pragma once

#include "core/domain/decision.h"

#include <QGroupBox>
#include <QTimer>

class QLabel;
class QLineEdit;
class QPushButton;

namespace purchasing::ui {

class OverrideActions;
class OverrideDrafts;
class Workspace;

/// Where a planner types another quantity and why: what is overridden now, what has changed since, what to
/// think about. A text that is being typed survives every refresh of the product, and with `drafts` the end
/// of the program, however it ends.
class OverrideBox : public QGroupBox
{
    Q_OBJECT

public:
    OverrideBox(Workspace& workspace, OverrideActions& actions, QWidget* parent = nullptr);

    void show(const ProductFacts& facts, const Decision& decision);
    void clear();
    /// Keeps what is typed and not stored yet there, half a second after the last key. Must outlive the box.
    void keepDraftsIn(OverrideDrafts& drafts);
    /// Puts the cursor into the quantity, all of it selected.
    void startEditing();
    using QWidget::show;

private:
    void fill();
    void saveDraft();
    void forgetStored(const Override& stored);
    [[nodiscard]] bool isTyped() const;
    void updateState();
    void accept();
    /// Whole units as typed in the locale's form; 0 for anything else.
    [[nodiscard]] std::int64_t typedQty() const;
    /// Why the typed quantity cannot be stored, in words; empty when it can.
    [[nodiscard]] QString whyNotAccept() const;

    Workspace& m_workspace;
    OverrideActions& m_actions;
    QLabel* m_now; ///< What is overridden, by whom and why.
    QLabel* m_stale; ///< What has changed since.
    QLabel* m_note; ///< Warnings about what is typed, or why an override makes no order.
    QLineEdit* m_qty;
    QLineEdit* m_reason;
    QPushButton* m_accept;
    QPushButton* m_confirm; ///< Shown while the override is stale.
    QPushButton* m_revert;
    OverrideDrafts* m_drafts = nullptr;
    QTimer m_saveTimer;
    ProductFacts m_facts;
    Decision m_decision;
    bool m_isSaving = false; ///< This box itself changes the drafts.
    std::int64_t m_typedOn = 0; ///< The version of the override that what is typed was begun on.
};

} // namespace purchasing::ui
