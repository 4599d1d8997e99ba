#include "ui/shell/verify_dialog.h"

#include "ui/parts/panel_layout.h"
#include "ui/parts/screen_fit.h"
#include "ui/theme/theme.h"
#include "ui/workspace/connection.h"
#include "ui/workspace/when_ready.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace purchasing::ui {

VerifyDialog::VerifyDialog(const Connection& connection, QWidget* parent)
    : QDialog(parent)
    , m_connection(connection)
    , m_text(plainLabel({}, this))
    , m_detail(plainLabel({}, this))
    , m_progress(new QProgressBar(this))
{
    setObjectName(QStringLiteral("dialog.verify"));
    setWindowTitle(tr("Verify the audit log"));
    m_text->setObjectName(QStringLiteral("label.verifyResult"));
    m_detail->setObjectName(QStringLiteral("label.verifyDetail"));
    for (QLabel* label : {m_text, m_detail})
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_progress->setObjectName(QStringLiteral("progress.verify"));
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->setRange(0, 0); // Nobody knows how long it takes.
    auto* buttons = new QDialogButtonBox(this);
    m_copy = buttons->addButton(tr("&Copy"), QDialogButtonBox::ActionRole);
    m_copy->setObjectName(QStringLiteral("btn.copyVerification"));
    m_copy->setAutoDefault(false);
    QPushButton* close = buttons->addButton(tr("C&lose"), QDialogButtonBox::RejectRole);
    close->setObjectName(QStringLiteral("btn.closeVerification"));
    close->setDefault(true);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_text);
    layout->addWidget(m_detail);
    layout->addWidget(m_progress);
    layout->addStretch();
    layout->addWidget(buttons);
    resizeWithin(*this, {560, 240});
    connect(m_copy, &QPushButton::clicked, this, &VerifyDialog::copy);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    m_text->setText(tr("Events, orders, approvals, rules, settings and people are checked against the audit "
                       "log. That may take a while; closing this does not wait for it."));
    m_detail->hide();
    m_copy->setEnabled(false);
    m_copy->setToolTip(tr("Unavailable: the check is running"));
    whenReady(m_connection.ports.audit->verify(), this,
              [this](const Result<AuditReport>& report) { take(report); });
}

void VerifyDialog::take(const Result<AuditReport>& report)
{
    m_progress->hide();
    m_copy->setEnabled(true);
    m_copy->setToolTip(tr("Copy what was found"));
    QPalette palette = m_text->palette();
    if (report) {
        m_text->setText(
            tr("All is as it was written: %n event(s), and all orders, approvals, rules, settings "
               "and people agree with them.",
               nullptr, static_cast<int>(report->events)));
        m_detail->setText(
            report->rememberedEvent > 0
                ? tr("Event %1 is the one that was signed and remembered outside of the database.")
                      .arg(report->rememberedEvent)
                : tr("No event was remembered outside of the database on this account yet, so "
                     "that nothing would show whether the newest ones were cut off."));
        palette.setColor(QPalette::WindowText, theme::ink(theme::Tone::Good));
    } else {
        m_text->setText(report.error().kind == ErrorKind::Invalid
                            ? tr("What is stored is not what was written. The first difference: %1")
                                  .arg(report.error().message)
                            : tr("It could not be verified: %1").arg(report.error().message));
        m_detail->setText(report.error().detail);
        palette.setColor(QPalette::WindowText, theme::ink(theme::Tone::Danger));
    }
    m_text->setPalette(palette);
    m_detail->setVisible(!m_detail->text().isEmpty());
}

void VerifyDialog::copy()
{
    QStringList lines{
        m_connection.location,
        QLocale().toString(m_connection.now().toLocalTime(), QLocale::ShortFormat),
        m_text->text(),
    };
    if (!m_detail->text().isEmpty())
        lines << m_detail->text();
    QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

} // namespace purchasing::ui
