#include "ui/shell/undo_actions.h"

#include "ui/parts/action_state.h"
#include "ui/product/override_history.h"
#include "ui/rules/rules_page.h"
#include "ui/theme/theme.h"

#include <QAction>

namespace purchasing::ui {

UndoActions::UndoActions(RulesPage& rules, OverrideHistory& overrides, QObject* parent)
    : QObject(parent)
    , m_rules(rules)
    , m_overrides(overrides)
    , m_undo(new QAction(theme::icon(QStringLiteral("undo")), tr("&Undo"), this))
    , m_redo(new QAction(theme::icon(QStringLiteral("redo")), tr("&Redo"), this))
{
    m_undo->setObjectName(QStringLiteral("action.undo"));
    m_undo->setIconText(tr("Undo")); // The toolbar has no room for what is undone.
    m_undo->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Z));
    m_redo->setObjectName(QStringLiteral("action.redo"));
    m_redo->setIconText(tr("Redo"));
    m_redo->setShortcuts(
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)});
    connect(m_undo, &QAction::triggered, this, [this] { act(true); });
    connect(m_redo, &QAction::triggered, this, [this] { act(false); });
    connect(&m_rules, &RulesPage::undoChanged, this, &UndoActions::update);
    connect(&m_overrides, &OverrideHistory::updated, this, &UndoActions::update);
    update();
}

void UndoActions::setScope(Scope scope)
{
    m_scope = scope;
    update();
}

void UndoActions::act(bool isUndo)
{
    if (m_scope == Scope::Rules)
        isUndo ? m_rules.undo() : m_rules.redo();
    else if (m_scope == Scope::Overrides)
        isUndo ? m_overrides.undo() : m_overrides.redo();
}

void UndoActions::update()
{
    const bool areOverrides = m_scope == Scope::Overrides;
    const QString undone = areOverrides ? m_overrides.undoName() : QString();
    const QString redone = areOverrides ? m_overrides.redoName() : QString();
    m_undo->setText(undone.isEmpty() ? tr("&Undo") : tr("&Undo %1").arg(undone));
    m_redo->setText(redone.isEmpty() ? tr("&Redo") : tr("&Redo %1").arg(redone));
    m_undo->setIconText(tr("Undo"));
    m_redo->setIconText(tr("Redo"));
    if (m_scope == Scope::Rules) {
        explainAction(m_undo, tr("Undo the last change of the rule text"),
                      m_rules.canUndo() ? QString() : tr("there is nothing to undo in the rules"));
        explainAction(m_redo, tr("Redo"),
                      m_rules.canRedo() ? QString() : tr("there is nothing to redo in the rules"));
        return;
    }
    if (!areOverrides) {
        for (QAction* action : {m_undo, m_redo})
            explainAction(action, {}, tr("switch to Planning for overrides, or to Rules for their text"));
        return;
    }
    explainAction(m_undo, tr("Undo the %1, and store that").arg(undone), m_overrides.whyNotUndo());
    explainAction(m_redo, tr("Do the %1 again, and store that").arg(redone), m_overrides.whyNotRedo());
}

} // namespace purchasing::ui
