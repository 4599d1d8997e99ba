#pragma once

#include "core/domain/rule_set.h"
#include "core/ports/people_store.h"

#include <QDialog>

#include <optional>

class QComboBox;
class QPlainTextEdit;
class QPushButton;

namespace purchasing::ui {

/// Asks for the reason of a publication and, where a second person is needed, who agrees.
class PublishDialog : public QDialog
{
    Q_OBJECT

public:
    /// `people` are those who may agree; empty in single-operator mode, where nobody else is asked.
    PublishDialog(const RuleSetVersion& published, const std::vector<RulePack>& draft,
                  const std::vector<Person>& people, QWidget* parent = nullptr);

    [[nodiscard]] QString reason() const;
    [[nodiscard]] std::optional<Actor> secondPerson() const;

private:
    void updateButton();

    std::vector<Person> m_people;
    QPlainTextEdit* m_reason;
    QComboBox* m_second = nullptr;
    QPushButton* m_publish;
};

/// What a draft changes, pack by pack: "purchasing_rules.grl: 2 lines changed".
[[nodiscard]] QStringList packChanges(const std::vector<RulePack>& before,
                                      const std::vector<RulePack>& after);

} // namespace purchasing::ui
