#include "ui/shell/stale_banner.h"

#include "ui/theme/theme.h"
#include "ui/workspace/workspace.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>

namespace purchasing::ui {

StaleBanner::StaleBanner(Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_text(new QLabel(this))
    , m_retry(new QPushButton(tr("Try now"), this))
{
    setObjectName(QStringLiteral("banner.stale"));
    setAutoFillBackground(true);
    m_text->setObjectName(QStringLiteral("label.banner"));
    m_text->setWordWrap(true);
    m_retry->setObjectName(QStringLiteral("btn.retryLoading"));
    connect(m_retry, &QPushButton::clicked, &m_workspace.feed(), &CatalogueFeed::reload);
    connect(&m_workspace.answers(), &AnswerWatch::changed, this, &StaleBanner::showState);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 4, 12, 4);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_retry);
}

void StaleBanner::showState()
{
    const QString& reason = m_workspace.feed().staleReason();
    QStringList outages;
    for (const SourceOutage& outage : m_workspace.feed().outages())
        outages += outageInWords(outage);
    const QString heldBack = m_workspace.feed().heldBackReason();
    const QStringList waiting = m_workspace.answers().overdue();
    setVisible(!reason.isEmpty() || !outages.isEmpty() || !heldBack.isEmpty() || !waiting.isEmpty());
    m_retry->setVisible(!reason.isEmpty() || !heldBack.isEmpty());
    QPalette colours = palette();
    colours.setColor(QPalette::Window, theme::wash(theme::Tone::Attention));
    colours.setColor(QPalette::WindowText, theme::ink(theme::Tone::Attention));
    setPalette(colours);
    m_text->setPalette(colours);
    if (reason.isEmpty()) {
        QStringList texts;
        if (!waiting.isEmpty())
            texts << tr("The database has not answered for %n second(s). What waits for it: %1.", nullptr,
                        m_workspace.answers().silentSeconds())
                         .arg(waiting.join(QLatin1String(", ")));
        if (!outages.isEmpty())
            texts << tr("%1. What comes from there is grey and as it was known before; nothing can "
                        "be ordered until it is back.")
                         .arg(outages.join(QLatin1String("; ")));
        if (!heldBack.isEmpty())
            texts << heldBack;
        m_text->setText(texts.join(QLatin1Char(' ')));
        return;
    }
    m_text->setText(
        m_workspace.feed().asOf().isValid()
            ? tr("The data cannot be read: %1 You see what was read at %2. Orders wait until it can be read "
                 "again.")
                  .arg(reason,
                       QLocale().toString(m_workspace.feed().asOf().toLocalTime().time(),
                                          QLocale::ShortFormat))
            : tr("The data cannot be read: %1").arg(reason));
}

} // namespace purchasing::ui
