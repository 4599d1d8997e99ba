#pragma once

#include "core/domain/rule_set.h"

#include <QDialog>

class QListWidget;

namespace purchasing::ui {

class RuleEditor;

/// Two states of the rules side by side, pack by pack, with the lines marked that differ.
class CompareDialog : public QDialog
{
    Q_OBJECT

public:
    /// The titles name the states.
    CompareDialog(std::vector<RulePack> left, const QString& leftTitle, std::vector<RulePack> right,
                  const QString& rightTitle, QWidget* parent = nullptr);

private:
    void showPack(int index);

    std::vector<RulePack> m_left;
    std::vector<RulePack> m_right;
    QListWidget* m_names;
    RuleEditor* m_leftText;
    RuleEditor* m_rightText;
};

} // namespace purchasing::ui
