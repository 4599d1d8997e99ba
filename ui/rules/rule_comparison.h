#pragma once

#include "core/domain/rule_set.h"

#include <QWidget>

class QLabel;
class QListWidget;

namespace purchasing::ui {

class RuleEditor;

/// Two states of the rules side by side, pack by pack, with the lines marked that differ. GUI thread only.
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

    std::vector<RulePack> m_left;
    std::vector<RulePack> m_right;
    QListWidget* m_names;
    QLabel* m_leftTitle;
    QLabel* m_rightTitle;
    RuleEditor* m_leftText;
    RuleEditor* m_rightText;
};

} // namespace purchasing::ui
