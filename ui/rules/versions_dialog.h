#pragma once

#include "core/domain/rule_set.h"

#include <QDialog>

#include <vector>

class QComboBox;
class QPlainTextEdit;
class QStackedWidget;
class QTableWidget;

namespace purchasing::ui {

class RuleComparison;

/// The published versions with author, time, reason and text, or with what differs from another version or
/// the draft; one can be taken as the draft.
class VersionsDialog : public QDialog
{
    Q_OBJECT

public:
    /// `versions` are not empty, the newest first.
    VersionsDialog(std::vector<RuleSetVersion> versions, std::vector<RulePack> draft,
                   QWidget* parent = nullptr);
    /// The version to restore; meaningful once the dialog was accepted.
    [[nodiscard]] const RuleSetVersion& chosen() const;

private:
    void offerComparisons();
    void showChosen();
    void showText();

    std::vector<RuleSetVersion> m_versions;
    std::vector<RulePack> m_draft;
    QTableWidget* m_table;
    QComboBox* m_other; ///< What the version is compared with.
    QStackedWidget* m_shown;
    QPlainTextEdit* m_text;
    RuleComparison* m_comparison;
};

} // namespace purchasing::ui
