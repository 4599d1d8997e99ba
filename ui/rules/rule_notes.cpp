#include "ui/rules/rule_notes.h"

#include "core/domain/fact_schema.h"
#include "ui/rules/trace_panel.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

namespace purchasing::ui {
namespace {

struct RuleNoteWords
{
    Q_DECLARE_TR_FUNCTIONS(purchasing::ui::RuleNotes)
};

QString factWords(const std::string& text)
{
    return text.empty() ? QString() : QCoreApplication::translate("RuleFact", text.c_str());
}

QString typeInWords(grl::FactType type)
{
    switch (type) {
    case grl::FactType::Bool: return RuleNoteWords::tr("true or false");
    case grl::FactType::Text: return RuleNoteWords::tr("text");
    case grl::FactType::Integer: return RuleNoteWords::tr("whole number");
    case grl::FactType::Quantity: return RuleNoteWords::tr("quantity");
    case grl::FactType::Price: return RuleNoteWords::tr("price");
    case grl::FactType::Money: return RuleNoteWords::tr("amount of money");
    case grl::FactType::Days: return RuleNoteWords::tr("time");
    }
    return {};
}

QString valueInWords(const QJsonValue& value)
{
    if (value.isBool())
        return value.toBool() ? QStringLiteral("true") : QStringLiteral("false"); // As rules write it.
    return value.toString().isEmpty() ? RuleNoteWords::tr("empty") : value.toString();
}

/// The words of the language itself. An editor takes no-loop for two.
QString keywordInWords(const QString& word)
{
    const auto is = [&word](const char* keyword) { return word == QLatin1String(keyword); };
    return is("rule")    ? RuleNoteWords::tr("rule: begins a rule; its name and what it is for follow")
        : is("when")     ? RuleNoteWords::tr("when: the condition; the rule fires where it is true")
        : is("then")     ? RuleNoteWords::tr("then: what the rule does when it fires")
        : is("salience") ? RuleNoteWords::tr("salience: of the rules that can fire, the highest one is first")
        : is("no") || is("loop")
        ? RuleNoteWords::tr("no-loop: what the rule changes does not make it fire again")
        : QString();
}

} // namespace

QString kindInWords(const grl::FactDeclaration& fact)
{
    const QString type = typeInWords(fact.type);
    return fact.unit.empty() ? type : RuleNoteWords::tr("%1, %2").arg(type, factWords(fact.unit));
}

QString ruleInWords(const RuleFinding& rule)
{
    const QString place =
        RuleNoteWords::tr("%1, line %2, salience %3").arg(rule.pack).arg(rule.line).arg(rule.salience);
    return rule.description.isEmpty() ? place : rule.description + QLatin1Char('\n') + place;
}

RuleNotes::RuleNotes(const QString& productId, const ExplainedDecision& decided)
    : m_productId(productId)
{
    const QJsonObject facts = QJsonDocument::fromJson(decided.factsJson.toUtf8()).object();
    for (auto fact = facts.begin(); fact != facts.end(); ++fact)
        m_values.insert(fact.key(), valueInWords(fact.value()));
    for (const RuleFinding& rule : decided.rules)
        m_rules.insert(rule.rule, rule);
}

QString RuleNotes::about(const QString& name) const
{
    const std::string plain = name.toStdString();
    if (const auto fact = purchasingSchema().indexOf(plain))
        return aboutFact(purchasingSchema().at(*fact));
    if (const grl::FunctionInfo* function = grl::findFunction(plain)) {
        return QString::fromUtf8(function->signature.data(),
                                 static_cast<qsizetype>(function->signature.size()))
            + QLatin1Char('\n')
            + QCoreApplication::translate("GrlFunction", std::string(function->documentation).c_str());
    }
    const QString word = keywordInWords(name);
    return word.isEmpty() ? aboutRule(name) : word;
}

QString RuleNotes::aboutFact(const grl::FactDeclaration& fact) const
{
    const QString name = QString::fromStdString(fact.name);
    QStringList lines{(fact.direction == grl::Direction::In ? RuleNoteWords::tr("%1: given, %2")
                                                            : RuleNoteWords::tr("%1: made by rules, %2"))
                          .arg(name, kindInWords(fact)),
                      factWords(fact.description)};
    if (!m_productId.isEmpty()) {
        lines
            << (m_values.contains(name)
                    ? RuleNoteWords::tr("%1: %2", "product and value").arg(m_productId, m_values.value(name))
                    : RuleNoteWords::tr("%1: missing", "product").arg(m_productId));
    }
    return lines.join(QLatin1Char('\n'));
}

QString RuleNotes::aboutRule(const QString& name) const
{
    const auto rule = m_rules.find(name);
    if (rule == m_rules.end())
        return {};
    return RuleNoteWords::tr("%1\n%2 for %3: %4", "rule, what it did, product and why")
        .arg(ruleInWords(*rule), outcomeText(rule->outcome), m_productId, rule->sentence);
}

} // namespace purchasing::ui
