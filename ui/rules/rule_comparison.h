#pragma once

#include "core/domain/rule_set.h"
#include "core/domain/text_merge.h"

#include <QWidget>

#include <vector>

class QAction;
class QLabel;
class QListWidget;

namespace purchasing::ui {

class RuleEditor;

/// Two states of the rules side by side, pack by pack, with the lines marked that differ; F7 and Shift+F7 go
/// from one difference to the next, through all packs. GUI thread only.
class RuleComparison : public QWidget
{
    Q_OBJECT

public:
    explicit RuleComparison(QWidget* parent = nullptr);

    /// Compares these; the titles name the states.
    void compare(std::vector<RulePack> left, const QString& leftTitle, std::vector<RulePack> right,
                 const QString& rightTitle);

private:
    void showPack(int index);
    void step(int count);
    void showChange();

    std::vector<RulePack> m_left;
    std::vector<RulePack> m_right;
    QListWidget* m_names;
    QLabel* m_leftTitle;
    QLabel* m_rightTitle;
    RuleEditor* m_leftText;
    RuleEditor* m_rightText;
    QLabel* m_place;
    QAction* m_previous;
    QAction* m_next;
    std::vector<LineChange> m_changes; ///< Of the pack that is shown.
    int m_change = 0; ///< Which of them is looked at.
};

} // namespace purchasing::ui
