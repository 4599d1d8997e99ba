#include "ui/parts/state_panel.h"

#include "ui/parts/long_words.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace purchasing::ui {

StatePanel::StatePanel(QWidget* parent, const QString& name)
    : QWidget(parent)
    , m_icon(new QLabel(this))
    , m_title(new QLabel(this))
    , m_text(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_action(new QPushButton(this))
    , m_copy(new QPushButton(tr("Copy details"), this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
{
    setObjectName(name);
    QFont large = m_title->font();
    large.setPointSizeF(large.pointSizeF() * 1.25);
    large.setBold(true);
    m_title->setFont(large);
    m_title->setObjectName(name + QStringLiteral(".title"));
    m_text->setObjectName(name + QStringLiteral(".text"));
    m_action->setObjectName(name + QStringLiteral(".action"));
    m_cancel->setObjectName(name + QStringLiteral(".cancel"));
    for (QLabel* label : {m_icon, m_title, m_text}) {
        label->setAlignment(Qt::AlignHCenter);
        label->setWordWrap(true);
    }
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_progress->setMaximumWidth(420);

    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_action);
    buttons->addWidget(m_copy);
    buttons->addWidget(m_cancel);
    buttons->addStretch();

    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    layout->addStretch(2);
    layout->addWidget(m_icon);
    layout->addWidget(m_title);
    layout->addWidget(m_text);
    layout->addWidget(m_progress, 0, Qt::AlignHCenter);
    layout->addLayout(buttons);
    layout->addStretch(3);

    connect(m_action, &QPushButton::clicked, this, &StatePanel::actionRequested);
    connect(m_cancel, &QPushButton::clicked, this, &StatePanel::cancelRequested);
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_details); });
}

StatePanel* StatePanel::inRowsOf(QAbstractItemView& view, const QString& name)
{
    auto* panel = new StatePanel(view.viewport(), name);
    panel->hide();
    auto* layout = new QVBoxLayout(view.viewport());
    layout->addWidget(panel);
    return panel;
}

void StatePanel::showMessage(const QString& iconName, const QString& title, const QString& text,
                             const QString& action, const QString& details)
{
    m_icon->setPixmap(theme::icon(iconName, theme::Tone::Muted).pixmap(QSize(48, 48), devicePixelRatioF()));
    m_icon->setVisible(true);
    m_title->setText(title);
    m_text->setText(withBreaks(text));
    m_text->setVisible(!text.isEmpty());
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    m_details = details;
    m_copy->setVisible(!details.isEmpty());
    m_progress->setVisible(false);
    m_cancel->setVisible(false);
}

void StatePanel::setCancelText(const QString& text)
{
    m_cancel->setText(text);
}

void StatePanel::showProgress(const QString& title, qint64 done, qint64 total)
{
    m_icon->setVisible(false);
    m_title->setText(title);
    m_text->setVisible(total > 0);
    m_text->setText(tr("%1 of %2").arg(QLocale().toString(done), QLocale().toString(total)));
    m_progress->setVisible(true);
    // In thousandths, because a progress bar counts in int.
    m_progress->setRange(0, total > 0 ? 1000 : 0);
    m_progress->setValue(total > 0 ? static_cast<int>(std::min<qint64>(1000, done * 1000 / total)) : 0);
    m_action->setVisible(false);
    m_copy->setVisible(false);
    m_cancel->setVisible(true);
}

} // namespace purchasing::ui
