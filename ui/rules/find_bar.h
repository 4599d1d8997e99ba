#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;

namespace purchasing::ui {

class RuleEditor;

/// A line under the editor that finds text in it as it is typed, and may replace it; Esc closes it.
class FindBar : public QWidget
{
    Q_OBJECT

public:
    explicit FindBar(QWidget* parent = nullptr);
    /// Shows the bar for this editor, which must outlive the search.
    void open(RuleEditor* editor);
    /// The same with what the hits are replaced by.
    void openReplace(RuleEditor* editor);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void find(bool forward, bool fromSelection);
    void replace();
    void replaceAll();
    [[nodiscard]] bool isHitSelected() const;

    RuleEditor* m_editor = nullptr;
    QLineEdit* m_text;
    QLabel* m_message;
    QWidget* m_replacing; ///< The line with the replacement.
    QLineEdit* m_replacement;
};

} // namespace purchasing::ui
