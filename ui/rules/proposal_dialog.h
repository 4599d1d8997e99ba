#pragma once

#include "core/domain/rule_set.h"

#include <QDialog>

#include <vector>

class QComboBox;
class QLabel;
class QPushButton;

namespace purchasing::ui {

class RuleComparison;

/// Who looks at proposals, and what is so at their place.
struct ProposalViewer
{
    QString personId;
    QString login; ///< Empty where unknown: the store decides then.
    QString readOnlyReason; ///< Empty where one may write.
    bool refusesOneLogin = false; ///< One login may not act as two people.
};

/// Rules that wait for a second person: who proposes them, why, and what they change of the rules in force.
/// It only asks; what the person wants is verdict(), once the dialog was accepted.
class ProposalDialog : public QDialog
{
    Q_OBJECT

public:
    enum class Verdict { None, Confirm, Withdraw };

    /// `waiting` must not be empty; `shown` of it is shown first.
    ProposalDialog(std::vector<RuleProposal> waiting, std::size_t shown, RuleSetVersion inForce,
                   ProposalViewer viewer, QWidget* parent = nullptr);

    [[nodiscard]] Verdict verdict() const { return m_verdict; }
    /// What the verdict is about.
    [[nodiscard]] const RuleProposal& proposal() const;

private:
    void showProposal();
    void end(Verdict verdict);
    [[nodiscard]] bool isOwn() const;
    [[nodiscard]] bool isOneLogin() const;
    /// Why the person cannot confirm it, in words; empty when they can.
    [[nodiscard]] QString whyNotConfirm() const;

    std::vector<RuleProposal> m_waiting;
    RuleSetVersion m_inForce;
    ProposalViewer m_viewer;
    Verdict m_verdict = Verdict::None;
    QComboBox* m_which; ///< Shown where several wait.
    QLabel* m_who;
    QLabel* m_reason;
    QLabel* m_changes;
    QLabel* m_note;
    RuleComparison* m_comparison;
    QPushButton* m_confirm;
    QPushButton* m_withdraw;
};

} // namespace purchasing::ui
