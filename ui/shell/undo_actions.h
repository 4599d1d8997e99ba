#pragma once

#include <QObject>

class QAction;

namespace purchasing::ui {

class OverrideHistory;
class RulesPage;

/// Undo and Redo of the window: in Rules of the text in the editor, in Planning of the overrides, elsewhere
/// of nothing, because nobody would see what it does. A text field with the focus keeps the keys for itself.
class UndoActions : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive the actions.
    UndoActions(RulesPage& rules, OverrideHistory& overrides, QObject* parent);

    [[nodiscard]] QAction* undo() const { return m_undo; }
    [[nodiscard]] QAction* redo() const { return m_redo; }
    enum class Scope { Overrides, Rules, Nothing };
    void setScope(Scope scope);

private:
    void act(bool isUndo);
    void update();

    RulesPage& m_rules;
    OverrideHistory& m_overrides;
    QAction* m_undo;
    QAction* m_redo;
    Scope m_scope = Scope::Overrides;
};

} // namespace purchasing::ui
