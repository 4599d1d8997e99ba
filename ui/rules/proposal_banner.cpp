#include "ui/rules/proposal_banner.h"

#include "core/domain/setting_names.h"
#include "ui/parts/panel_layout.h"
#include "ui/rules/draft_keeper.h"
#include "ui/rules/proposal_dialog.h"
#include "ui/theme/theme.h"
#include "ui/workspace/when_ready.h"
#include "ui/workspace/workspace.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>

#include <algorithm>
#include <utility>

namespace purchasing::ui {

ProposalBanner::ProposalBanner(Workspace& workspace, const DraftKeeper& drafts, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_drafts(drafts)
    , m_text(plainLabel({}, this))
    , m_look(new QPushButton(tr("&Look…"), this))
{
    setObjectName(QStringLiteral("banner.proposal"));
    setAutoFillBackground(true);
    m_text->setObjectName(QStringLiteral("label.proposal"));
    m_look->setObjectName(QStringLiteral("btn.lookAtProposal"));
    m_look->setToolTip(tr("See what the proposed rules change"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 4, 12, 4);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_look);
    hide();
    connect(m_look, &QPushButton::clicked, this, &ProposalBanner::look);
    connect(&m_workspace.feed(), &CatalogueFeed::ordersChanged, this,
            &ProposalBanner::refresh); // Something was written.
    connect(&m_workspace.rulesInForce(), &RulesInForce::rulesChanged, this, &ProposalBanner::refresh);
    connect(&m_workspace.identity(), &Identity::identityChanged, this, &ProposalBanner::showState);
    connect(&drafts, &DraftKeeper::updated, this, &ProposalBanner::showState); // Which version is in force.
    refresh();
}

void ProposalBanner::refresh()
{
    if (m_isReading) {
        m_readAgain = true;
        return;
    }
    m_isReading = true;
    whenReady(m_workspace.connection().ports.rules->proposals(), this,
              [this](const Result<std::vector<RuleProposal>>& waiting) {
                  m_isReading = false;
                  if (std::exchange(m_readAgain, false))
                      return refresh();
                  if (waiting) // Where it cannot be read, neither can the rest, which says so.
                      m_waiting = *waiting;
                  showState();
              });
}

bool ProposalBanner::isOwn(const RuleProposal& proposal) const
{
    return proposal.authorId == m_workspace.identity().actor().personId;
}

int ProposalBanner::waitingOfOthers() const
{
    return static_cast<int>(std::count_if(m_waiting.begin(), m_waiting.end(),
                                          [this](const RuleProposal& one) { return !isOwn(one); }));
}

std::size_t ProposalBanner::foremost() const
{
    const auto found = std::find_if(m_waiting.begin(), m_waiting.end(),
                                    [this](const RuleProposal& one) { return !isOwn(one); });
    return found == m_waiting.end() ? 0 : static_cast<std::size_t>(found - m_waiting.begin());
}

void ProposalBanner::showState()
{
    setVisible(!m_waiting.empty());
    if (!m_waiting.empty()) {
        QPalette colours = palette();
        colours.setColor(QPalette::Window, theme::wash(theme::Tone::Info));
        colours.setColor(QPalette::WindowText, theme::ink(theme::Tone::Info));
        setPalette(colours);
        m_text->setPalette(colours);
        const RuleProposal& one = m_waiting[foremost()];
        const QString version = QString::number(one.basedOn + 1);
        const bool isStale = one.isStale(m_drafts.published().version);
        QString text = isStale && isOwn(one)
            ? tr("What you proposed as version %1 is out of date: another version was published meanwhile. "
                 "Withdraw it, and propose it again.")
                  .arg(version)
            : isStale ? tr("What %1 proposed as version %2 is out of date: another version was published "
                           "meanwhile. It can only be declined.")
                            .arg(one.author, version)
            : isOwn(one) ? tr("You propose version %1: %2. It decides orders once another person "
                              "has confirmed it here, in "
                              "their own session.")
                               .arg(version, one.reason.simplified())
                         : tr("%1 proposes version %2: %3. Look at it, and confirm or decline it.")
                               .arg(one.author, version, one.reason.simplified());
        if (m_waiting.size() > 1)
            text +=
                QLatin1Char(' ') + tr("%n more wait(s).", nullptr, static_cast<int>(m_waiting.size()) - 1);
        m_text->setText(text);
    }
    Q_EMIT waitingChanged(waitingOfOthers());
}

void ProposalBanner::look()
{
    if (m_waiting.empty())
        return;
    const Connection& connection = m_workspace.connection();
    const ProposalViewer viewer{m_workspace.identity().actor().personId, m_workspace.identity().actor().login,
                                connection.readOnly ? connection.readOnlyReason : QString(),
                                m_workspace.identity().settings().value(QLatin1String(kRefuseOneLoginAsTwo))
                                    == QLatin1String("1")};
    ProposalDialog dialog(m_waiting, foremost(), m_drafts.published(), viewer, window());
    if (dialog.exec() != QDialog::Accepted)
        return;
    if (dialog.verdict() == ProposalDialog::Verdict::Confirm)
        confirm(dialog.proposal());
    else
        withdraw(dialog.proposal());
}

void ProposalBanner::confirm(const RuleProposal& proposal)
{
    m_look->setEnabled(false);
    const auto asked = m_workspace.connection().ports.rules->confirm(proposal.id, proposal.hash,
                                                                     m_workspace.identity().actor());
    m_workspace.answers().expect(asked, tr("confirming version %1").arg(proposal.basedOn + 1));
    whenReady(asked, this, [this](const Result<RuleSetVersion>& version) {
        m_look->setEnabled(true);
        refresh();
        if (!version)
            return Q_EMIT failed(tr("Confirming the proposed rules"), version.error());
        m_workspace.noticeChange();
        m_workspace.feed().reload();
        Q_EMIT done(tr("Version %1 of %2 is confirmed and decides orders from now on")
                        .arg(version->version)
                        .arg(version->author));
    });
}

void ProposalBanner::withdraw(const RuleProposal& proposal)
{
    m_look->setEnabled(false);
    const bool own = isOwn(proposal);
    const auto asked =
        m_workspace.connection().ports.rules->withdraw(proposal.id, m_workspace.identity().actor());
    m_workspace.answers().expect(asked, tr("ending the proposal of version %1").arg(proposal.basedOn + 1));
    whenReady(asked, this, [this, own, proposal](const Result<Done>& ended) {
        m_look->setEnabled(true);
        refresh();
        if (!ended)
            return Q_EMIT failed(own ? tr("Withdrawing the proposed rules")
                                     : tr("Declining the proposed rules"),
                                 ended.error());
        m_workspace.noticeChange();
        Q_EMIT done(own ? tr("Your proposal of version %1 is withdrawn").arg(proposal.basedOn + 1)
                        : tr("The proposal of version %1 by %2 is declined")
                              .arg(proposal.basedOn + 1)
                              .arg(proposal.author));
    });
}

} // namespace purchasing::ui
