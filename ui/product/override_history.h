#pragma once

#include "core/domain/override.h"
#include "core/domain/result.h"

#include <QObject>
#include <QUndoStack>

#include <optional>

namespace purchasing::ui {

class Workspace;

/// An override before and after an act of the person; unset where there was or is none.
struct OverrideChange
{
    QString productId;
    QString name; ///< "override of PROD-001".
    std::optional<Override> before;
    std::optional<Override> after;
};

/// What the person did to overrides since the window was opened, and undoing it. Undoing is an act like any
/// other: checked and stored, and refused in words when somebody changed the override since or an order used
/// it up. GUI thread only.
class OverrideHistory : public QObject
{
    Q_OBJECT

public:
    explicit OverrideHistory(Workspace& workspace, QObject* parent = nullptr);

    /// Notes down what was stored.
    void record(const OverrideChange& change);
    void undo() { write(Direction::Back); }
    void redo() { write(Direction::Forth); }
    /// "override of PROD-001"; empty where there is nothing to undo or redo.
    [[nodiscard]] QString undoName() const { return m_stack.undoText(); }
    [[nodiscard]] QString redoName() const { return m_stack.redoText(); }
    /// Says that a change is being stored: one at a time, or the acts would not be in their order.
    void setBusy(bool busy);
    [[nodiscard]] bool isBusy() const { return m_isBusy; }
    /// Why it cannot be done now, in words; empty when it can.
    [[nodiscard]] QString whyNotUndo() const;
    [[nodiscard]] QString whyNotRedo() const;

Q_SIGNALS:
    void updated();
    void done(const QString& message);
    void failed(const QString& what, const purchasing::Error& error);

private:
    enum class Direction { Back, Forth };
    class Act;

    void write(Direction direction);
    void take(Direction direction, const Result<std::optional<Override>>& stored);
    void replaceVersion(const QString& productId, std::int64_t old, std::int64_t current);
    [[nodiscard]] Act* actAt(int index) const;
    [[nodiscard]] QString whyNot() const;

    Workspace& m_workspace;
    QUndoStack m_stack;
    QString m_person; ///< Whose acts these are.
    bool m_isBusy = false;
};

} // namespace purchasing::ui
