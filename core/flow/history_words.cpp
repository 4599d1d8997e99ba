#include "core/flow/history_words.h"

#include "core/flow/decision_words.h"
#include "core/flow/problem_words.h"
#include "core/flow/sentence_forms.h"

#include <QCoreApplication>

namespace purchasing {
namespace {

/// What may stand in a gap: a name, or what is recognised by its looks and said again, too.
enum HistoryGap {
    NameGap,
    NumberGap,
    WhoGap,
    LoginGap,
    CompanionsGap,
    ValuesGap,
    FigureGap,
    AmountGap,
    ProblemsGap
};

/// "USD 12000.00" as the program writes amounts everywhere.
QString amountAgain(const QString& text)
{
    const qsizetype space = text.indexOf(QLatin1Char(' '));
    const auto amount = Money::parse(text.mid(space + 1));
    return amount ? moneyText(*amount, text.left(space)) : text;
}

/// The longer of two that may both fit comes first.
std::vector<SentenceForms::Form> historySentences()
{
    std::vector<SentenceForms::Form> forms{
        {QT_TRANSLATE_NOOP("purchasing::History",
                           "%1 created: %2 of %3 from %4 for %5 before tax; it waits for approval."),
         {NumberGap, FigureGap, NameGap, NameGap, AmountGap}},
        {QT_TRANSLATE_NOOP("purchasing::History", "%1 created: %2 of %3 from %4 for %5 before tax; a draft."),
         {NumberGap, FigureGap, NameGap, NameGap, AmountGap}},
        {QT_TRANSLATE_NOOP("purchasing::History",
                           "%1 created: %2 of %3 from %4 for %5 before tax; approved by the rules."),
         {NumberGap, FigureGap, NameGap, NameGap, AmountGap}},
        {QT_TRANSLATE_NOOP("purchasing::History", "%1 approved %2%3; %4 of %5 approvals given."),
         {NumberGap, WhoGap, LoginGap}},
        {QT_TRANSLATE_NOOP("purchasing::History", "%1 approved %2%3."), {NumberGap, WhoGap, LoginGap}},
        {QT_TRANSLATE_NOOP("purchasing::History", "%1 rejected %2: %3"), {NumberGap, WhoGap}},
        {QT_TRANSLATE_NOOP("purchasing::History", "%1 cancelled by %2: %3"), {NumberGap}},
        {QT_TRANSLATE_NOOP("purchasing::History", "%1 cancelled by %2."), {NumberGap}},
        {QT_TRANSLATE_NOOP("purchasing::History", "%1 waits for approval before it is sent, as %2 asked."),
         {NumberGap}},
        {QT_TRANSLATE_NOOP("purchasing::History", "%1 released for sending by %2."), {NumberGap}},
        {QT_TRANSLATE_NOOP("purchasing::History", "%1 is being sent."), {NumberGap}},
        {QT_TRANSLATE_NOOP("purchasing::History", "%1 was sent to %2%3."),
         {NumberGap, NameGap, CompanionsGap}},
        {QT_TRANSLATE_NOOP("purchasing::History", "%1 was not sent: %2"), {NumberGap}},
        {QT_TRANSLATE_NOOP("purchasing::History", "Sending %1 failed: %2"), {NumberGap}},
        {QT_TRANSLATE_NOOP("purchasing::History", "%1 closed short by %2 with %3 of %4 received: %5"),
         {NumberGap, NameGap, FigureGap, FigureGap}},
        {QT_TRANSLATE_NOOP("purchasing::History", "%1 of %2 received for %3 by %4."),
         {FigureGap, NameGap, NumberGap}},
        {QT_TRANSLATE_NOOP("purchasing::History", "%1 of %2 received for %3."),
         {FigureGap, NameGap, NumberGap}},
        {QT_TRANSLATE_NOOP("purchasing::History",
                           "The override by %1 (%2) was used for %3; the rules made %4 of its %5."),
         {NameGap, NameGap, NumberGap}},
        {QT_TRANSLATE_NOOP("purchasing::History", "The override by %1 (%2) was used for %3."),
         {NameGap, NameGap, NumberGap}},
        {QT_TRANSLATE_NOOP("purchasing::History", "The override of %1 was removed.")},
        {QT_TRANSLATE_NOOP("purchasing::History", "Example order of the demo catalogue.")},
        {QT_TRANSLATE_NOOP("purchasing::History", "%1 overridden: %2. Reason: %3"), {NameGap, ValuesGap}},
    };
    for (const WhyForm& why : whyForms()) {
        std::vector<int> gaps;
        for (const WhyGap gap : why.gaps)
            gaps.push_back(gap == WhyGap::Problems     ? ProblemsGap
                               : gap == WhyGap::Figure ? FigureGap
                                                       : NameGap);
        forms.push_back({why.words, std::move(gaps), kWhyContext});
    }
    return forms;
}

std::map<int, SentenceForms::Kind> historyGaps()
{
    std::map<int, SentenceForms::Kind> kinds;
    kinds[NumberGap] = {QStringLiteral("(PO-[0-9-]+)")}; // Else people's own words could pass for one.
    kinds[WhoGap] = {QStringLiteral("(by .+?)"),
                     {{QT_TRANSLATE_NOOP("purchasing::History", "by its creator, single operator")},
                      {QT_TRANSLATE_NOOP("purchasing::History", "by %1")}}};
    kinds[LoginGap] = {QStringLiteral("(| \\(login .+\\))"),
                       {{QT_TRANSLATE_NOOP("purchasing::History", " (login %1, which also acted as %2)")}}};
    kinds[CompanionsGap] = {
        QStringLiteral("(| in one message with .+)"),
        {{QT_TRANSLATE_NOOP("purchasing::History", " in one message with %1 and %2 more")},
         {QT_TRANSLATE_NOOP("purchasing::History", " in one message with %1")}}};
    kinds[ValuesGap] = {SentenceForms::anyText(),
                        {{QT_TRANSLATE_NOOP("purchasing::History", "quantity %1, supplier %2")},
                         {QT_TRANSLATE_NOOP("purchasing::History", "quantity %1")},
                         {QT_TRANSLATE_NOOP("purchasing::History", "supplier %1")}}};
    kinds[FigureGap] = {SentenceForms::anyText(), {}, &SentenceForms::numberAgain};
    kinds[AmountGap] = {QStringLiteral("(\\S{3} -?\\d+\\.\\d\\d)"), {}, &amountAgain};
    kinds[ProblemsGap] = {SentenceForms::anyText(), {}, &problemsInWords};
    return kinds;
}

} // namespace

const SentenceForms& historyForms()
{
    static const SentenceForms forms("purchasing::History", historySentences(), historyGaps());
    return forms;
}

QString historyInWords(const QString& sentence)
{
    return historyForms().saidAgain(sentence); // In English, too, amounts are written as elsewhere.
}

} // namespace purchasing
