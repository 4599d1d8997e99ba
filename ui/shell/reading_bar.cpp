#include "ui/shell/reading_bar.h"

#include "ui/parts/action_state.h"
#include "ui/parts/panel_layout.h"
#include "ui/workspace/catalogue_feed.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace purchasing::ui {
namespace {

constexpr int kMomentMs = 800; // What takes less is not worth a button that comes and goes.

} // namespace

ReadingBar::ReadingBar(CatalogueFeed& feed, QWidget* window)
    : QWidget(window)
    , m_feed(feed)
    , m_cancel(new QAction(this))
    , m_button(actionButton(m_cancel, QStringLiteral("btn.cancelReading"), this))
{
    setObjectName(QStringLiteral("bar.reading"));
    m_cancel->setProperty(kActName, tr("Cancel reading"));
    m_cancel->setObjectName(QStringLiteral("action.cancelReading"));
    m_cancel->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Period));
    window->addAction(m_cancel);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(new QLabel(tr("Reading…"), this));
    layout->addWidget(m_button);
    m_moment.setSingleShot(true);
    m_moment.setInterval(kMomentMs);
    connect(&m_moment, &QTimer::timeout, this, [this] { setVisible(m_feed.isReading()); });
    connect(m_cancel, &QAction::triggered, &m_feed, &CatalogueFeed::cancelLoading);
    connect(&m_feed, &CatalogueFeed::readingChanged, this, &ReadingBar::update);
    hide();
    update();
}

void ReadingBar::update()
{
    const bool isReading = m_feed.isReading();
    m_cancel->setText(m_feed.isStuck() ? tr("Abandon and reconnect") : tr("Cancel"));
    explainAction(m_cancel,
                  m_feed.isStuck()
                      ? tr("The server does not answer: give this up and connect anew for what comes next")
                      : tr("Stop reading; what is on the screen stays"),
                  isReading ? QString() : tr("nothing is being read"));
    if (!isReading) {
        m_moment.stop();
        hide();
    } else if (isHidden() && !m_moment.isActive()) {
        m_moment.start();
    }
}

} // namespace purchasing::ui
