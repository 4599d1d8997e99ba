#pragma once

#include "core/domain/result.h"
#include "core/domain/rule_set.h"

#include <QWidget>

#include <vector>

class QLabel;
class QPushButton;

namespace purchasing::ui {

class DraftKeeper;
class Workspace;

/// Says that proposed rules wait for a second person, and lets that person look at them, confirm or decline
/// them; whoever proposed them may withdraw them. Hidden while nothing waits. GUI thread only.
class ProposalBanner : public QWidget
{
    Q_OBJECT

public:
    /// `drafts` knows the rules in force.
    ProposalBanner(Workspace& workspace, const DraftKeeper& drafts, QWidget* parent = nullptr);

    /// Reads what waits.
    void refresh();
    /// Also after the theme was changed.
    void showState();
    /// How many proposals of others wait, which the person at work may confirm.
    [[nodiscard]] int waitingOfOthers() const;

Q_SIGNALS:
    void waitingChanged(int ofOthers);
    void done(const QString& message);
    void failed(const QString& what, const purchasing::Error& error);

private:
    void look();
    void confirm(const RuleProposal& proposal);
    void withdraw(const RuleProposal& proposal);
    [[nodiscard]] bool isOwn(const RuleProposal& proposal) const;
    /// The one that the banner speaks of: the oldest of others, else the oldest.
    [[nodiscard]] std::size_t foremost() const;

    Workspace& m_workspace;
    const DraftKeeper& m_drafts;
    QLabel* m_text;
    QPushButton* m_look;
    std::vector<RuleProposal> m_waiting;
    bool m_isReading = false;
    bool m_readAgain = false;
};

} // namespace purchasing::ui
