#include "ui/parts/action_state.h"

#include <QAction>
#include <QCoreApplication>

namespace purchasing::ui {
namespace {

struct ActionStateWords
{
    Q_DECLARE_TR_FUNCTIONS(purchasing::ui::ActionState)
};

} // namespace

void explainAction(QAction* action, const QString& tip, const QString& reason)
{
    action->setEnabled(reason.isEmpty());
    const QString keys = action->shortcut().toString(QKeySequence::NativeText);
    QString text = reason.isEmpty() ? tip : ActionStateWords::tr("Unavailable: %1").arg(reason);
    action->setStatusTip(text);
    if (!keys.isEmpty())
        text += QStringLiteral(" (%1)").arg(keys);
    action->setToolTip(text);
    action->setWhatsThis(text);
}

} // namespace purchasing::ui
