#pragma once

#include "core/domain/explained_decision.h"
#include "core/grl/functions/functions.h"
#include "core/grl/values/schema.h"

#include <QHash>
#include <QString>

namespace purchasing::ui {

/// Type and unit of a fact, short: for lists.
[[nodiscard]] QString kindInWords(const grl::FactDeclaration& fact);
/// A rule's place and description in sentences.
[[nodiscard]] QString ruleInWords(const RuleFinding& rule);

/// What the names in a rule text stand for: facts with their meaning, unit and value, functions with their
/// signature, rules with what they did. In the window's language.
class RuleNotes
{
public:
    RuleNotes() = default;
    /// With the values and rules of that product as `decided` has them.
    RuleNotes(const QString& productId, const ExplainedDecision& decided);

    /// Plain text of a few lines; empty where the name means nothing.
    [[nodiscard]] QString about(const QString& name) const;
    /// Of the rule with this name.
    [[nodiscard]] QString aboutRule(const QString& name) const;

private:
    [[nodiscard]] QString aboutFact(const grl::FactDeclaration& fact) const;

    QString m_productId; ///< Empty where no product was decided.
    QHash<QString, QString> m_values; ///< Of facts that are not missing.
    QHash<QString, RuleFinding> m_rules;
};

} // namespace purchasing::ui
