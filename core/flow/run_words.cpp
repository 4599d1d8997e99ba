#include "core/flow/run_words.h"

#include "core/flow/sentence_forms.h"

#include <QCoreApplication>

namespace purchasing {
namespace {

/// What may stand in a gap: the rules' own words, or what is recognised and said again, too.
enum RunGap { WordsGap, KindGap, FiredGap, CauseGap, TestGap, PlaceGap };

using Forms = std::vector<SentenceForms::Form>;

/// What became of a run or of a rule in it.
Forms runSentences()
{
    return {
        {QT_TRANSLATE_NOOP("purchasing::RuleRun", "The run was cancelled.")},
        {QT_TRANSLATE_NOOP("purchasing::RuleRun", "The run took more than %1 steps; last fired: %2."),
         {WordsGap, FiredGap}},
        {QT_TRANSLATE_NOOP("purchasing::RuleRun", "The run took longer than %1 ms; last fired: %2."),
         {WordsGap, FiredGap}},
        {QT_TRANSLATE_NOOP("purchasing::RuleRun",
                           "The rules did not come to an end within %1 cycles; still firing: %2."),
         {WordsGap, FiredGap}},
        {QT_TRANSLATE_NOOP("purchasing::RuleRun", "Rule \"%1\" could not be evaluated: %2."),
         {WordsGap, CauseGap}},
        {QT_TRANSLATE_NOOP("purchasing::RuleRun", "Rule \"%1\" stopped: %2."), {WordsGap, PlaceGap}},
        {QT_TRANSLATE_NOOP("purchasing::RuleRun", "The condition could not be evaluated: %1."), {CauseGap}},
        {QT_TRANSLATE_NOOP("purchasing::RuleRun", "The facts do not belong to the schema of the rules.")},
        {QT_TRANSLATE_NOOP("purchasing::RuleRun", "The fact %1 is too large or not a number.")},
        {QT_TRANSLATE_NOOP("purchasing::RuleRun", "The fact %1 must be %2, but it is %3."),
         {WordsGap, WordsGap, KindGap}},
        {QT_TRANSLATE_NOOP("purchasing::RuleRun", "The facts must be an object, but they are %1."),
         {KindGap}},
        {QT_TRANSLATE_NOOP("purchasing::RuleRun", "The run failed: %1.")},
        {QT_TRANSLATE_NOOP("purchasing::RuleRun", "fired in cycle %1 and %2 more")},
        {QT_TRANSLATE_NOOP("purchasing::RuleRun", "fired in cycle %1")},
        {QT_TRANSLATE_NOOP("purchasing::RuleRun", "matched but retracted by another rule")},
        {QT_TRANSLATE_NOOP("purchasing::RuleRun", "matched in cycle %1 but not chosen; in the end %2"),
         {WordsGap, TestGap}},
        {QT_TRANSLATE_NOOP("purchasing::RuleRun", "matched in cycle %1 but not chosen")},
        {QT_TRANSLATE_NOOP("purchasing::RuleRun", "not matched: %1"), {TestGap}},
        {QT_TRANSLATE_NOOP("purchasing::RuleRun", "not matched")},
        {QT_TRANSLATE_NOOP("purchasing::RuleRun", "error: %1"), {TestGap}},
        {QT_TRANSLATE_NOOP("purchasing::RuleRun", "error")},
        {QT_TRANSLATE_NOOP("purchasing::RuleRun", "%1 is missing.")},
    };
}

/// Why something could not be evaluated; those that would fit nearly everything come last.
Forms runCauses()
{
    return {
        {QT_TRANSLATE_NOOP("purchasing::RuleRun", "the texts of the run grew beyond %1 MiB")},
        {QT_TRANSLATE_NOOP("purchasing::RuleRun", "there is no such element")},
        {QT_TRANSLATE_NOOP("purchasing::RuleRun", "there is no element %1")},
        {QT_TRANSLATE_NOOP("purchasing::RuleRun", "there is no object to ask for %1")},
        {QT_TRANSLATE_NOOP("purchasing::RuleRun", "there is no order between %1 and %2"), {KindGap, KindGap}},
        {QT_TRANSLATE_NOOP("purchasing::RuleRun", "this cannot be evaluated")},
        {QT_TRANSLATE_NOOP("purchasing::RuleRun", "this function cannot be called here")},
        {QT_TRANSLATE_NOOP("purchasing::RuleRun", "an index must be a whole number from 0")},
        {QT_TRANSLATE_NOOP("purchasing::RuleRun", "an index must be a whole number")},
        {QT_TRANSLATE_NOOP("purchasing::RuleRun", "an index must be a number or a text")},
        {QT_TRANSLATE_NOOP("purchasing::RuleRun", "the result is not a finite number")},
        {QT_TRANSLATE_NOOP("purchasing::RuleRun", "the value is too large or nested too deeply")},
        {QT_TRANSLATE_NOOP("purchasing::RuleRun", "the number becomes too large")},
        {QT_TRANSLATE_NOOP("purchasing::RuleRun", "the text becomes too long")},
        {QT_TRANSLATE_NOOP("purchasing::RuleRun", "the text has too many parts")},
        {QT_TRANSLATE_NOOP("purchasing::RuleRun", "the separator must be text")},
        {QT_TRANSLATE_NOOP("purchasing::RuleRun", "the separator is empty")},
        {QT_TRANSLATE_NOOP("purchasing::RuleRun", "the digits must be a whole number from -38 to 38")},
        {QT_TRANSLATE_NOOP("purchasing::RuleRun", "the count must be a whole number from 0")},
        {QT_TRANSLATE_NOOP("purchasing::RuleRun", "the function has no result for %1")},
        {QT_TRANSLATE_NOOP("purchasing::RuleRun", "the pattern is no valid regular expression: %1")},
        {QT_TRANSLATE_NOOP("purchasing::RuleRun", "start and length must be whole numbers from 0")},
        {QT_TRANSLATE_NOOP("purchasing::RuleRun", "a number cannot be added to something missing")},
        {QT_TRANSLATE_NOOP("purchasing::RuleRun", "a number is needed, but this is %1"), {KindGap}},
        {QT_TRANSLATE_NOOP("purchasing::RuleRun", "text is needed, but this is %1"), {KindGap}},
        {QT_TRANSLATE_NOOP("purchasing::RuleRun", "a list is needed, but this is %1"), {KindGap}},
        {QT_TRANSLATE_NOOP("purchasing::RuleRun", "Lcm needs whole numbers above 0, but this is %1")},
        {QT_TRANSLATE_NOOP("purchasing::RuleRun", "Retract needs a name, not %1"), {KindGap}},
        {QT_TRANSLATE_NOOP("purchasing::RuleRun", "'&' and '|' need whole numbers")},
        {QT_TRANSLATE_NOOP("purchasing::RuleRun", "cannot add %1 to %2"), {KindGap, KindGap}},
        {QT_TRANSLATE_NOOP("purchasing::RuleRun", "cannot calculate with %1 and %2"), {KindGap, KindGap}},
        {QT_TRANSLATE_NOOP("purchasing::RuleRun", "cannot calculate with %1"), {KindGap}},
        {QT_TRANSLATE_NOOP("purchasing::RuleRun", "cannot look for something in %1 and %2"),
         {KindGap, KindGap}},
        {QT_TRANSLATE_NOOP("purchasing::RuleRun", "\"in\" needs a list, not %1 and %2"), {KindGap, KindGap}},
        {QT_TRANSLATE_NOOP("purchasing::RuleRun", "cannot compare the letters of %1 and %2"),
         {KindGap, KindGap}},
        {QT_TRANSLATE_NOOP("purchasing::RuleRun", "cannot negate %1"), {KindGap}},
        {QT_TRANSLATE_NOOP("purchasing::RuleRun", "test(...) cannot judge %1"), {KindGap}},
        {QT_TRANSLATE_NOOP("purchasing::RuleRun", "division by zero in %1")},
        {QT_TRANSLATE_NOOP("purchasing::RuleRun", "division by zero")},
        {QT_TRANSLATE_NOOP("purchasing::RuleRun", "%1 must be true or false, but it is %2"),
         {WordsGap, KindGap}},
        {QT_TRANSLATE_NOOP("purchasing::RuleRun", "%1 has no elements"), {KindGap}},
        {QT_TRANSLATE_NOOP("purchasing::RuleRun", "%1 has no length"), {KindGap}},
        {QT_TRANSLATE_NOOP("purchasing::RuleRun", "%1 has no member \"%2\""), {KindGap}},
        {QT_TRANSLATE_NOOP("purchasing::RuleRun", "%1 has no value")},
        {QT_TRANSLATE_NOOP("purchasing::RuleRun", "%1 has the wrong kind of value")},
        {QT_TRANSLATE_NOOP("purchasing::RuleRun", "%1 becomes too large")},
        {QT_TRANSLATE_NOOP("purchasing::RuleRun", "%1 is missing")},
    };
}

std::map<int, SentenceForms::Kind> runGaps()
{
    const QString any = SentenceForms::anyText();
    std::map<int, SentenceForms::Kind> kinds;
    kinds[KindGap] = {QStringLiteral("(nothing|true/false|a number|text|a list|an object|a value)"),
                      {{QT_TRANSLATE_NOOP("purchasing::RuleRun", "nothing")},
                       {QT_TRANSLATE_NOOP("purchasing::RuleRun", "true/false")},
                       {QT_TRANSLATE_NOOP("purchasing::RuleRun", "a number")},
                       {QT_TRANSLATE_NOOP("purchasing::RuleRun", "text")},
                       {QT_TRANSLATE_NOOP("purchasing::RuleRun", "a list")},
                       {QT_TRANSLATE_NOOP("purchasing::RuleRun", "an object")},
                       {QT_TRANSLATE_NOOP("purchasing::RuleRun", "a value")}}};
    kinds[FiredGap] = {any,
                       {{QT_TRANSLATE_NOOP("purchasing::RuleRun", "none")},
                        {QT_TRANSLATE_NOOP("purchasing::RuleRun", "%1 and %2 more")}}};
    kinds[CauseGap] = {any, runCauses()};
    kinds[PlaceGap] = {any, runCauses()};
    kinds[PlaceGap].forms.insert(kinds[PlaceGap].forms.begin(),
                                 {QT_TRANSLATE_NOOP("purchasing::RuleRun", "%1 in line %2: %3"), {CauseGap}});
    kinds[TestGap] = {
        any,
        {{QT_TRANSLATE_NOOP("purchasing::RuleRun", "%1 cannot be evaluated: %2 (%3)"), {WordsGap, CauseGap}},
         {QT_TRANSLATE_NOOP("purchasing::RuleRun", "%1 cannot be evaluated: %2"), {WordsGap, CauseGap}},
         {QT_TRANSLATE_NOOP("purchasing::RuleRun", "%1 is false (%2)")},
         {QT_TRANSLATE_NOOP("purchasing::RuleRun", "%1 is false")}}};
    return kinds;
}

} // namespace

const SentenceForms& runForms()
{
    static const SentenceForms forms = [] {
        Forms all = runSentences();
        for (SentenceForms::Form& cause : runCauses())
            all.push_back(std::move(cause));
        return SentenceForms("purchasing::RuleRun", std::move(all), runGaps());
    }();
    return forms;
}

QString runInWords(const QString& sentence)
{
    return runForms().inWords(sentence);
}

} // namespace purchasing
