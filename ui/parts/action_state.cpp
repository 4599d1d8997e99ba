#include "ui/parts/action_state.h"

#include <QAction>
#include <QCoreApplication>
#include <QWidget>

namespace purchasing::ui {
namespace {

struct ActionStateWords
{
    Q_DECLARE_TR_FUNCTIONS(purchasing::ui::ActionState)
};

QString tipOrReason(const QString& tip, const QString& reason)
{
    return reason.isEmpty() ? tip : ActionStateWords::tr("Unavailable: %1").arg(reason);
}

} // namespace

void explainAction(QAction* action, const QString& tip, const QString& reason)
{
    action->setEnabled(reason.isEmpty());
    action->setProperty(kWhyNot, reason);
    action->setStatusTip(tipOrReason(tip, reason));
    tellKeys(action);
}

void tellKeys(QAction* action)
{
    const QString keys = action->shortcut().toString(QKeySequence::NativeText);
    QString text = action->statusTip();
    if (text.isEmpty())
        text = QString(action->text()).remove(QLatin1Char('&')).remove(QChar(0x2026));
    if (!keys.isEmpty())
        text += QStringLiteral(" (%1)").arg(keys);
    action->setToolTip(text);
    action->setWhatsThis(text);
}

void explainWidget(QWidget* widget, const QString& tip, const QString& reason)
{
    const QString text = tipOrReason(tip, reason);
    widget->setEnabled(reason.isEmpty());
    widget->setToolTip(text);
    widget->setStatusTip(text);
    widget->setAccessibleDescription(text);
}

} // namespace purchasing::ui
