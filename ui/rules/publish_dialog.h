#pragma once

#include "core/domain/rule_set.h"

#include <QDialog>

class QPlainTextEdit;
class QPushButton;

namespace purchasing::ui {

/// Asks for the reason of a publication or, where a second person has to confirm it, of a proposal.
class PublishDialog : public QDialog
{
    Q_OBJECT

public:
    /// `reason` is what was typed before, where it came to nothing.
    PublishDialog(const RuleSetVersion& published, const std::vector<RulePack>& draft, bool isProposal,
                  const QString& reason, QWidget* parent = nullptr);

    [[nodiscard]] QString reason() const;

private:
    void updateButton();

    QPlainTextEdit* m_reason;
    QPushButton* m_publish;
};

/// What a draft changes, pack by pack: "purchasing_rules.grl: 2 lines changed".
[[nodiscard]] QStringList packChanges(const std::vector<RulePack>& before,
                                      const std::vector<RulePack>& after);

} // namespace purchasing::ui
