#pragma once

#include "core/domain/rule_set.h"

#include <QDialog>

namespace purchasing::ui {

/// Two states of the rules side by side, pack by pack, with the lines marked that differ.
class CompareDialog : public QDialog
{
    Q_OBJECT

public:
    /// The titles name the states.
    CompareDialog(std::vector<RulePack> left, const QString& leftTitle, std::vector<RulePack> right,
                  const QString& rightTitle, QWidget* parent = nullptr);
};

} // namespace purchasing::ui
