#include "ui/rules/publish_dialog.h"

#include "ui/parts/screen_fit.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSet>
#include <QVBoxLayout>

#include <algorithm>

namespace purchasing::ui {
namespace {

/// Lines of one text that the other has not: close enough to say how much changed.
int linesNotIn(const QString& text, const QString& other)
{
    const QStringList otherLines = other.split(QLatin1Char('\n'));
    const QSet<QString> known(otherLines.begin(), otherLines.end());
    const QStringList lines = text.split(QLatin1Char('\n'));
    return static_cast<int>(std::count_if(lines.begin(), lines.end(),
                                          [&known](const QString& line) { return !known.contains(line); }));
}

} // namespace

QStringList packChanges(const std::vector<RulePack>& before, const std::vector<RulePack>& after)
{
    QStringList changes;
    for (const RulePack& pack : after) {
        const auto old = std::find_if(before.begin(), before.end(),
                                      [&pack](const RulePack& other) { return other.name == pack.name; });
        if (old == before.end()) {
            changes << PublishDialog::tr("%1: new").arg(pack.name);
            continue;
        }
        if (old->active != pack.active)
            changes << (pack.active ? PublishDialog::tr("%1: switched on").arg(pack.name)
                                    : PublishDialog::tr("%1: switched off").arg(pack.name));
        if (old->text != pack.text)
            changes << PublishDialog::tr(
                           "%1: %n line(s) changed", nullptr,
                           std::max(linesNotIn(pack.text, old->text), linesNotIn(old->text, pack.text)))
                           .arg(pack.name);
    }
    for (const RulePack& pack : before) {
        if (std::none_of(after.begin(), after.end(),
                         [&pack](const RulePack& other) { return other.name == pack.name; }))
            changes << PublishDialog::tr("%1: removed").arg(pack.name);
    }
    const auto order = [](const std::vector<RulePack>& packs, const std::vector<RulePack>& others) {
        QStringList names;
        for (const RulePack& pack : packs) {
            if (std::any_of(others.begin(), others.end(),
                            [&pack](const RulePack& other) { return other.name == pack.name; }))
                names << pack.name;
        }
        return names;
    };
    if (order(before, after) != order(after, before))
        changes << PublishDialog::tr("The packs are in another order");
    return changes;
}

PublishDialog::PublishDialog(const RuleSetVersion& published, const std::vector<RulePack>& draft,
                             bool isProposal, const QString& reason, QWidget* parent)
    : QDialog(parent)
    , m_reason(new QPlainTextEdit(reason, this))
{
    setObjectName(QStringLiteral("dialog.publish"));
    setWindowTitle((isProposal ? tr("Propose rule set version %1") : tr("Publish rule set version %1"))
                       .arg(published.version + 1));
    auto* what = new QLabel(
        (isProposal ? tr("Once another person has confirmed them in Rules, in their own session, these rules "
                         "decide orders:")
                    : tr("From now on these rules decide orders:"))
            + QLatin1Char('\n') + packChanges(published.packs, draft).join(QLatin1Char('\n')),
        this);
    what->setTextFormat(Qt::PlainText);
    what->setWordWrap(true);
    auto* label = new QLabel(tr("&Reason (kept with the version)"), this);
    label->setBuddy(m_reason);
    m_reason->setObjectName(QStringLiteral("edit.publishReason"));
    m_reason->setAccessibleName(tr("Reason"));
    m_reason->setTabChangesFocus(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_publish =
        buttons->addButton(isProposal ? tr("&Propose") : tr("&Publish"), QDialogButtonBox::AcceptRole);
    m_publish->setObjectName(QStringLiteral("btn.publishNow"));
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(what);
    layout->addWidget(label);
    layout->addWidget(m_reason);
    layout->addWidget(buttons);
    connect(m_reason, &QPlainTextEdit::textChanged, this, &PublishDialog::updateButton);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    resizeWithin(*this, {460, 300});
    m_reason->setFocus();
    m_reason->selectAll();
    updateButton();
}

void PublishDialog::updateButton()
{
    const bool reasonGiven = !m_reason->toPlainText().trimmed().isEmpty();
    m_publish->setEnabled(reasonGiven);
    m_publish->setToolTip(reasonGiven ? QString() : tr("Unavailable: a reason is needed"));
}

QString PublishDialog::reason() const
{
    return m_reason->toPlainText().trimmed();
}

} // namespace purchasing::ui
