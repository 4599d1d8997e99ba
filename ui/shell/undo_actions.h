#pragma once

#include <QObject>

class QAction;

namespace purchasing::ui {

class OverrideHistory;
class RulesPage;

/// Undo and Redo of the window: in Rules of the text in the editor, elsewhere of the overrides. A text field
/// with the focus keeps the keys for itself.
class UndoActions : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive the actions.
    UndoActions(RulesPage& rules, OverrideHistory& overrides, QObject* parent);

    [[nodiscard]] QAction* undo() const { return m_undo; }
    [[nodiscard]] QAction* redo() const { return m_redo; }
    void setRulesShown(bool areShown);

private:
    void act(bool isUndo);
    void update();

    RulesPage& m_rules;
    OverrideHistory& m_overrides;
    QAction* m_undo;
    QAction* m_redo;
    bool m_areRulesShown = false;
};

} // namespace purchasing::ui
