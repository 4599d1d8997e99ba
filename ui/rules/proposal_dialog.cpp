#include "ui/rules/proposal_dialog.h"

#include "ui/parts/panel_layout.h"
#include "ui/parts/screen_fit.h"
#include "ui/rules/publish_dialog.h"
#include "ui/rules/rule_comparison.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace purchasing::ui {
namespace {

QLabel* namedLabel(const char* name, QWidget* parent)
{
    QLabel* label = plainLabel({}, parent);
    label->setObjectName(QLatin1String(name));
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

void setReason(QPushButton* button, const QString& tip, const QString& reason)
{
    const QString text = reason.isEmpty() ? tip : ProposalDialog::tr("Unavailable: %1").arg(reason);
    button->setEnabled(reason.isEmpty());
    button->setToolTip(text);
    button->setAccessibleDescription(text);
}

} // namespace

ProposalDialog::ProposalDialog(std::vector<RuleProposal> waiting, std::size_t shown, RuleSetVersion inForce,
                               ProposalViewer viewer, QWidget* parent)
    : QDialog(parent)
    , m_waiting(std::move(waiting))
    , m_inForce(std::move(inForce))
    , m_viewer(std::move(viewer))
    , m_which(new QComboBox(this))
    , m_who(namedLabel("label.proposer", this))
    , m_reason(namedLabel("label.proposalReason", this))
    , m_changes(namedLabel("label.proposalChanges", this))
    , m_note(namedLabel("label.proposalNote", this))
    , m_comparison(new RuleComparison(this))
{
    setObjectName(QStringLiteral("dialog.proposal"));
    setWindowTitle(tr("Proposed rules"));
    m_which->setObjectName(QStringLiteral("combo.proposals"));
    m_which->setAccessibleName(tr("Proposals that wait"));
    for (const RuleProposal& one : m_waiting) {
        const QString text =
            tr("Version %1 by %2: %3").arg(one.basedOn + 1).arg(one.author, one.reason.simplified().left(60));
        m_which->addItem(one.isStale(m_inForce.version) ? tr("%1 (out of date)").arg(text) : text);
    }
    m_which->setVisible(m_waiting.size() > 1);
    m_which->setCurrentIndex(static_cast<int>(std::min(shown, m_waiting.size() - 1)));

    auto* form = new QFormLayout;
    form->addRow(tr("Proposed by"), m_who);
    form->addRow(tr("Reason"), m_reason);
    form->addRow(tr("What changes"), m_changes);
    auto* buttons = new QDialogButtonBox(this);
    QPushButton* close = buttons->addButton(tr("C&lose"), QDialogButtonBox::RejectRole);
    close->setObjectName(QStringLiteral("btn.closeProposal"));
    m_confirm = buttons->addButton(tr("Con&firm: these rules decide orders"), QDialogButtonBox::ActionRole);
    m_confirm->setObjectName(QStringLiteral("btn.confirmProposal"));
    m_withdraw = buttons->addButton(QString(), QDialogButtonBox::ActionRole);
    m_withdraw->setObjectName(QStringLiteral("btn.withdrawProposal"));
    for (QPushButton* button : {m_confirm, m_withdraw})
        button->setAutoDefault(false); // Enter must not decide.
    close->setDefault(true);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_which);
    layout->addLayout(form);
    layout->addWidget(m_comparison, 1);
    layout->addWidget(m_note);
    layout->addWidget(buttons);
    resizeWithin(*this, {980, 640});
    connect(m_which, qOverload<int>(&QComboBox::currentIndexChanged), this, &ProposalDialog::showProposal);
    connect(m_confirm, &QPushButton::clicked, this, [this] { end(Verdict::Confirm); });
    connect(m_withdraw, &QPushButton::clicked, this, [this] { end(Verdict::Withdraw); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    close->setFocus();
    showProposal();
}

const RuleProposal& ProposalDialog::proposal() const
{
    return m_waiting[static_cast<std::size_t>(std::max(0, m_which->currentIndex()))];
}

void ProposalDialog::end(Verdict verdict)
{
    m_verdict = verdict;
    accept();
}

bool ProposalDialog::isOwn() const
{
    return proposal().authorId == m_viewer.personId;
}

bool ProposalDialog::isOneLogin() const
{
    return !m_viewer.login.isEmpty() && proposal().authorLogin == m_viewer.login;
}

QString ProposalDialog::whyNotConfirm() const
{
    if (!m_viewer.readOnlyReason.isEmpty())
        return tr("the database is open read-only: %1").arg(m_viewer.readOnlyReason);
    if (isOwn())
        return tr("nobody confirms their own proposal; another person does, in their own session");
    if (proposal().isStale(m_inForce.version))
        return tr("version %1 was published meanwhile, and these rules would undo what it changed; they have "
                  "to be proposed again")
            .arg(m_inForce.version);
    if (proposal().basedOn > m_inForce.version)
        return tr("the rules in force are being read; open this once more");
    if (isOneLogin() && m_viewer.refusesOneLogin)
        return tr("%1 proposed this with your login, %2; another login has to confirm it")
            .arg(proposal().author, m_viewer.login);
    return {};
}

void ProposalDialog::showProposal()
{
    const RuleProposal& shown = proposal();
    const QString when = QLocale().toString(shown.proposedAt.toLocalTime(), QLocale::ShortFormat);
    m_who->setText(shown.authorLogin.isEmpty()
                       ? tr("%1, %2").arg(shown.author, when)
                       : tr("%1 (login %2), %3").arg(shown.author, shown.authorLogin, when));
    m_reason->setText(shown.reason);
    const QStringList changes = packChanges(m_inForce.packs, shown.packs);
    m_changes->setText(changes.isEmpty() ? tr("nothing") : changes.join(QLatin1Char('\n')));
    m_comparison->compare(m_inForce.packs, tr("In force: version %1").arg(m_inForce.version), shown.packs,
                          shown.isStale(m_inForce.version)
                              ? tr("Out of date: proposed when version %1 was in force").arg(shown.basedOn)
                              : tr("Proposed: version %1").arg(shown.basedOn + 1));
    const QString reason = whyNotConfirm();
    setReason(m_confirm, tr("Publish these rules; the version names you as the second person"), reason);
    m_withdraw->setText(isOwn() ? tr("&Withdraw") : tr("&Decline"));
    setReason(m_withdraw,
              isOwn() ? tr("End this proposal; your draft stays")
                      : tr("End this proposal; the draft of %1 stays").arg(shown.author),
              m_viewer.readOnlyReason.isEmpty()
                  ? QString()
                  : tr("the database is open read-only: %1").arg(m_viewer.readOnlyReason));
    m_note->setText(!reason.isEmpty() ? tr("Confirming is unavailable: %1.").arg(reason)
                        : isOneLogin()
                        ? tr("You and %1 work with the same login, %2. The version and the audit log say so.")
                              .arg(shown.author, m_viewer.login)
                        : QString());
    m_note->setVisible(!m_note->text().isEmpty());
    QPalette palette = m_note->palette();
    palette.setColor(QPalette::WindowText, theme::ink(theme::Tone::Attention));
    m_note->setPalette(palette);
}

} // namespace purchasing::ui
