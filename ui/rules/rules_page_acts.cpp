// What can be done with the text that is shown. The rest of the page is in rules_page.cpp.
#include "ui/rules/find_bar.h"
#include "ui/rules/live_product.h"
#include "ui/rules/problem_list.h"
#include "ui/rules/rule_editor.h"
#include "ui/rules/rule_publishing.h"
#include "ui/rules/rules_page.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QInputDialog>

namespace purchasing::ui {

void RulesPage::buildActions()
{
    const auto make = [this](const char* icon, const QString& text, const char* name, const QKeySequence& key,
                             auto slot) {
        auto* action =
            icon[0] ? new QAction(theme::icon(QLatin1String(icon)), text, this) : new QAction(text, this);
        action->setObjectName(QLatin1String(name));
        action->setShortcut(key);
        connect(action, &QAction::triggered, this, slot);
        return action;
    };
    m_next = make("", tr("&Next problem"), "action.nextProblem", QKeySequence(Qt::Key_F8),
                  [this] { stepProblem(1); });
    m_previous = make("", tr("Previous pro&blem"), "action.previousProblem",
                      QKeySequence(Qt::SHIFT | Qt::Key_F8), [this] { stepProblem(-1); });
    m_note = make("", tr("&What is this?"), "action.ruleNote", QKeySequence(Qt::CTRL | Qt::Key_I), [this] {
        if (RuleEditor* editor = currentEditor())
            editor->showNote();
    });
    m_comment = make("", tr("&Comment or uncomment lines"), "action.comment", {}, [this] {
        if (RuleEditor* editor = currentEditor())
            editor->toggleComment();
    });
    m_comment->setToolTip(tr("Ctrl+/ in the editor"));
    m_replace = make("", tr("&Replace…"), "action.replace", QKeySequence(Qt::CTRL | Qt::Key_H), [this] {
        if (RuleEditor* editor = currentEditor())
            m_find->openReplace(editor);
    });
    m_goToLine = make("", tr("&Go to line…"), "action.goToLine", QKeySequence(Qt::CTRL | Qt::Key_L),
                      [this] { askLine(); });
    for (QAction* action : {m_note, m_replace, m_goToLine}) { // They are about the text that is seen.
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(action);
    }
}

QList<QAction*> RulesPage::ruleActions() const
{
    return {m_publishing->publishAction(),
            m_publishing->discardAction(),
            m_publishing->mergeAction(),
            m_publishing->versionsAction(),
            m_publishing->addPacksAction(),
            m_next,
            m_previous,
            m_product->chooseAction(),
            m_note,
            m_comment,
            m_replace,
            m_goToLine};
}

void RulesPage::undo()
{
    if (RuleEditor* editor = currentEditor())
        editor->undo();
}

void RulesPage::redo()
{
    if (RuleEditor* editor = currentEditor())
        editor->redo();
}

bool RulesPage::canUndo() const
{
    const RuleEditor* editor = currentEditor();
    return editor && editor->isUndoAvailable();
}

bool RulesPage::canRedo() const
{
    const RuleEditor* editor = currentEditor();
    return editor && editor->isRedoAvailable();
}

void RulesPage::showFind()
{
    if (RuleEditor* editor = currentEditor())
        m_find->open(editor);
}

void RulesPage::stepProblem(int count)
{
    if (m_problems->topLevelItemCount() == 0)
        return Q_EMIT done(tr("There is no problem in the rules"));
    m_problems->step(count);
}

void RulesPage::askLine()
{
    RuleEditor* editor = currentEditor();
    if (!editor)
        return;
    int line = 0;
    int column = 0;
    editor->getCursorPosition(&line, &column);
    QInputDialog dialog(this);
    dialog.setObjectName(QStringLiteral("dialog.goToLine"));
    dialog.setInputMode(QInputDialog::IntInput);
    dialog.setWindowTitle(tr("Go to line"));
    dialog.setLabelText(tr("Line, 1 to %1").arg(editor->lines()));
    dialog.setIntRange(1, editor->lines());
    dialog.setIntValue(line + 1);
    if (dialog.exec() == QDialog::Accepted)
        editor->goTo(dialog.intValue());
}

} // namespace purchasing::ui
