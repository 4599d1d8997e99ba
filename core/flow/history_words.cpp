#include "core/flow/history_words.h"

#include "core/flow/decision_words.h"
#include "core/flow/rule_words.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <map>
#include <vector>

namespace purchasing {
namespace {

/// What may stand in a gap: a name, the number of an order, or one of the parts below, which are said again,
/// too.
enum class Gap { Name, Number, Who, Login, Companions, Values };

struct HistoryForm
{
    const char* words;
    std::vector<Gap> gaps;
};

/// The longer of two that may both fit comes first.
const std::vector<HistoryForm>& sentenceForms()
{
    using enum Gap;
    static const std::vector<HistoryForm> forms{
        {QT_TRANSLATE_NOOP("purchasing::History",
                           "%1 created: %2 of %3 from %4 for %5 %6 before tax; it waits for approval."),
         {Number, Name, Name, Name, Name, Name}},
        {QT_TRANSLATE_NOOP("purchasing::History",
                           "%1 created: %2 of %3 from %4 for %5 %6 before tax; a draft."),
         {Number, Name, Name, Name, Name, Name}},
        {QT_TRANSLATE_NOOP("purchasing::History",
                           "%1 created: %2 of %3 from %4 for %5 %6 before tax; approved by the rules."),
         {Number, Name, Name, Name, Name, Name}},
        {QT_TRANSLATE_NOOP("purchasing::History", "%1 approved %2%3; %4 of %5 approvals given."),
         {Number, Who, Login, Name, Name}},
        {QT_TRANSLATE_NOOP("purchasing::History", "%1 approved %2%3."), {Number, Who, Login}},
        {QT_TRANSLATE_NOOP("purchasing::History", "%1 rejected %2: %3"), {Number, Who, Name}},
        {QT_TRANSLATE_NOOP("purchasing::History", "%1 cancelled by %2: %3"), {Number, Name, Name}},
        {QT_TRANSLATE_NOOP("purchasing::History", "%1 cancelled by %2."), {Number, Name}},
        {QT_TRANSLATE_NOOP("purchasing::History", "%1 waits for approval before it is sent, as %2 asked."),
         {Number, Name}},
        {QT_TRANSLATE_NOOP("purchasing::History", "%1 released for sending by %2."), {Number, Name}},
        {QT_TRANSLATE_NOOP("purchasing::History", "%1 is being sent."), {Number}},
        {QT_TRANSLATE_NOOP("purchasing::History", "%1 was sent to %2%3."), {Number, Name, Companions}},
        {QT_TRANSLATE_NOOP("purchasing::History", "%1 was not sent: %2"), {Number, Name}},
        {QT_TRANSLATE_NOOP("purchasing::History", "Sending %1 failed: %2"), {Number, Name}},
        {QT_TRANSLATE_NOOP("purchasing::History", "%1 closed short by %2 with %3 of %4 received: %5"),
         {Number, Name, Name, Name, Name}},
        {QT_TRANSLATE_NOOP("purchasing::History", "%1 of %2 received for %3 by %4."),
         {Name, Name, Number, Name}},
        {QT_TRANSLATE_NOOP("purchasing::History", "%1 of %2 received for %3."), {Name, Name, Number}},
        {QT_TRANSLATE_NOOP("purchasing::History",
                           "The override by %1 (%2) was used for %3; the rules made %4 of its %5."),
         {Name, Name, Number, Name, Name}},
        {QT_TRANSLATE_NOOP("purchasing::History", "The override by %1 (%2) was used for %3."),
         {Name, Name, Number}},
        {QT_TRANSLATE_NOOP("purchasing::History", "The override of %1 was removed."), {Name}},
        {QT_TRANSLATE_NOOP("purchasing::History", "%1 overridden: %2. Reason: %3"), {Name, Values, Name}},
    };
    return forms;
}

/// Parts of sentences, by the gap they stand in.
const std::vector<HistoryForm>& partForms(Gap gap)
{
    using enum Gap;
    static const std::vector<HistoryForm> who{
        {QT_TRANSLATE_NOOP("purchasing::History", "by its creator, single operator"), {}},
        {QT_TRANSLATE_NOOP("purchasing::History", "by %1"), {Name}}};
    static const std::vector<HistoryForm> login{
        {QT_TRANSLATE_NOOP("purchasing::History", " (login %1, which also acted as %2)"), {Name, Name}}};
    static const std::vector<HistoryForm> companions{
        {QT_TRANSLATE_NOOP("purchasing::History", " in one message with %1 and %2 more"), {Name, Name}},
        {QT_TRANSLATE_NOOP("purchasing::History", " in one message with %1"), {Name}}};
    static const std::vector<HistoryForm> values{
        {QT_TRANSLATE_NOOP("purchasing::History", "quantity %1, supplier %2"), {Name, Name}},
        {QT_TRANSLATE_NOOP("purchasing::History", "quantity %1"), {Name}},
        {QT_TRANSLATE_NOOP("purchasing::History", "supplier %1"), {Name}}};
    static const std::vector<HistoryForm> none;
    switch (gap) {
    case Who: return who;
    case Login: return login;
    case Companions: return companions;
    case Values: return values;
    default: return none;
    }
}

QString patternOf(Gap gap)
{
    switch (gap) {
    case Gap::Number: return QStringLiteral("(PO-[0-9-]+)"); // Else people's own words could pass for one.
    case Gap::Who: return QStringLiteral("(by .+?)");
    case Gap::Login: return QStringLiteral("(| \\(login .+\\))");
    case Gap::Companions: return QStringLiteral("(| in one message with .+)");
    default: return QStringLiteral("(.+?)");
    }
}

/// What a form looks like in a text.
QRegularExpression patternOf(const HistoryForm& form)
{
    const QString words = QString::fromUtf8(form.words);
    QString pattern;
    for (qsizetype at = 0; at < words.size(); ++at) {
        if (words[at] == QLatin1Char('%') && at + 1 < words.size() && words[at + 1].isDigit())
            pattern += patternOf(form.gaps[static_cast<std::size_t>(words[++at].digitValue() - 1)]);
        else
            pattern += QRegularExpression::escape(words[at]);
    }
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern),
                              QRegularExpression::DotMatchesEverythingOption);
}

constexpr const char* kHistoryContext = "purchasing::History";

struct KnownForm
{
    HistoryForm form;
    QRegularExpression pattern;
    const char* context;
};

std::vector<KnownForm> known(const std::vector<HistoryForm>& forms, const char* context)
{
    std::vector<KnownForm> all;
    for (const HistoryForm& form : forms)
        all.push_back({form, patternOf(form), context});
    return all;
}

const std::vector<KnownForm>& knownParts(Gap gap)
{
    static const auto parts = [] {
        std::map<Gap, std::vector<KnownForm>> all;
        for (const Gap one : {Gap::Name, Gap::Number, Gap::Who, Gap::Login, Gap::Companions, Gap::Values})
            all[one] = known(partForms(one), kHistoryContext);
        return all;
    }();
    return parts.at(gap);
}

const std::vector<KnownForm>& knownSentences()
{
    static const auto sentences = [] {
        std::vector<KnownForm> all = known(sentenceForms(), kHistoryContext);
        for (const char* words : whyForms()) {
            const HistoryForm form{words, std::vector<Gap>(9, Gap::Name)};
            all.push_back({form, patternOf(form), kWhyContext});
        }
        return all;
    }();
    return sentences;
}

struct Recognised
{
    grl::Phrase phrase;
    const char* context;
};

std::optional<Recognised> recognised(const std::vector<KnownForm>& forms, const QString& text)
{
    for (const KnownForm& candidate : forms) {
        const QRegularExpressionMatch match = candidate.pattern.match(text);
        if (!match.hasMatch())
            continue;
        std::vector<grl::Phrase> parts;
        for (int gap = 0; gap < candidate.pattern.captureCount(); ++gap) {
            const QString filling = match.captured(gap + 1);
            const auto part =
                recognised(knownParts(candidate.form.gaps[static_cast<std::size_t>(gap)]), filling);
            parts.push_back(part ? part->phrase : grl::Phrase(filling.toStdString()));
        }
        return Recognised{grl::Phrase(candidate.form.words, std::move(parts)), candidate.context};
    }
    return std::nullopt;
}

} // namespace

std::optional<grl::Phrase> historyPhrase(const QString& sentence)
{
    const auto found = recognised(knownSentences(), sentence);
    return found ? std::optional(found->phrase) : std::nullopt;
}

QString historyInWords(const QString& sentence)
{
    const auto found = recognised(knownSentences(), sentence);
    return found ? phraseInWords(found->phrase, found->context) : sentence;
}

} // namespace purchasing
