#pragma once

#include "core/grl/syntax/diagnostic.h"
#include "ui/rules/rule_notes.h"

#include <QHash>
#include <Qsci/qsciscintilla.h>

#include <vector>

namespace purchasing::ui {

class GrlLexer;

/// One pack's text in an editor: colours, folds, braces, squiggles and margin marks at diagnostics with their
/// text on hover, what names mean on hover or by a key, completion of facts, functions and rule names,
/// commenting, indenting.
class RuleEditor : public QsciScintilla
{
    Q_OBJECT

public:
    explicit RuleEditor(QWidget* parent = nullptr);

    /// Marks the diagnostics of this pack; replaces the ones before.
    void setDiagnostics(std::vector<grl::Diagnostic> diagnostics);
    [[nodiscard]] const std::vector<grl::Diagnostic>& diagnostics() const { return m_diagnostics; }
    /// Rule names offered inside Retract("…").
    void setRuleNames(const QStringList& names) { m_ruleNames = names; }
    /// What names mean on hover, with the values of the product that is tried.
    void setNotes(RuleNotes notes) { m_notes = std::move(notes); }
    /// What is wrong at a byte position and what the name there means; empty where there is neither.
    [[nodiscard]] QString noteAt(long position) const;
    /// Shows that of the cursor's place, or what can be asked about.
    void showNote();
    /// Moves to a line and a code point in it, both from 1, unfolds and shows the place.
    void goTo(int line, int column = 1);
    /// Makes the text `text` by replacing the lines that differ: it can be undone, and the cursor stays where
    /// its line is.
    void changeTo(const QString& text);
    /// With hyphens, as in no-loop; empty between words.
    [[nodiscard]] QString wordAtCursor() const;
    void toggleComment();
    void complete();
    void applyTheme();
    /// The text of the diagnostics at a byte position, empty where there is none.
    [[nodiscard]] QString diagnosticTextAt(long position) const;

Q_SIGNALS:
    /// Ctrl+M: Tab moves the focus now, or it indents.
    void tabChanged(bool leaves);

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void setUpMargins();
    void fitLineNumbers();
    void clearClashingKeys();
    [[nodiscard]] QString noteOfLine(int line) const;

    GrlLexer* m_lexer;
    std::vector<grl::Diagnostic> m_diagnostics;
    QStringList m_ruleNames;
    RuleNotes m_notes;
    bool m_isPainting = false;
    bool m_tabLeaves = false;
};

} // namespace purchasing::ui
