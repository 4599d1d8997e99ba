#pragma once

#include "core/domain/rule_set.h"

#include <QDialog>

#include <vector>

class QPlainTextEdit;
class QTableWidget;

namespace purchasing::ui {

/// The published versions with author, time, reason and text; one can be taken as the draft.
class VersionsDialog : public QDialog
{
    Q_OBJECT

public:
    explicit VersionsDialog(std::vector<RuleSetVersion> versions, QWidget* parent = nullptr);
    /// The version to restore; meaningful once the dialog was accepted.
    [[nodiscard]] const RuleSetVersion& chosen() const;

private:
    void showText();

    std::vector<RuleSetVersion> m_versions;
    QTableWidget* m_table;
    QPlainTextEdit* m_text;
};

} // namespace purchasing::ui
