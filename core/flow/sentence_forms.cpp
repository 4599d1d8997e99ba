#include "core/flow/sentence_forms.h"

#include "core/flow/rule_words.h"

#include <QCoreApplication>
#include <QLocale>

namespace purchasing {
namespace {

/// What a form looks like in a text.
QRegularExpression patternOf(const SentenceForms::Form& form, const std::map<int, SentenceForms::Kind>& kinds)
{
    const QString words = QString::fromUtf8(form.words);
    QString pattern;
    for (qsizetype at = 0; at < words.size(); ++at) {
        if (words[at] != QLatin1Char('%') || at + 1 == words.size() || !words[at + 1].isDigit()) {
            pattern += QRegularExpression::escape(words[at]);
            continue;
        }
        const auto gap = static_cast<std::size_t>(words[++at].digitValue() - 1);
        const auto kind = gap < form.gaps.size() ? kinds.find(form.gaps[gap]) : kinds.end();
        pattern += kind == kinds.end() ? SentenceForms::anyText() : kind->second.pattern;
    }
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern),
                              QRegularExpression::DotMatchesEverythingOption);
}

} // namespace

QString SentenceForms::anyText()
{
    return QStringLiteral("(.+?)");
}

QString SentenceForms::numberAgain(const QString& text)
{
    static const QRegularExpression plain(QStringLiteral("^-?\\d{1,15}(?:\\.(\\d+))?$"));
    const QRegularExpressionMatch match = plain.match(text);
    return match.hasMatch()
        ? QLocale().toString(text.toDouble(), 'f', static_cast<int>(match.capturedLength(1)))
        : text;
}

SentenceForms::SentenceForms(const char* context, std::vector<Form> sentences,
                             const std::map<int, Kind>& kinds)
    : m_context(context)
    , m_sentences(known(std::move(sentences), kinds))
{
    for (const auto& [name, kind] : kinds)
        m_parts[name] = {known(kind.forms, kinds), kind.again};
}

std::vector<SentenceForms::Known> SentenceForms::known(std::vector<Form> forms,
                                                       const std::map<int, Kind>& kinds) const
{
    std::vector<Known> all;
    for (Form& form : forms) {
        QRegularExpression pattern = patternOf(form, kinds);
        pattern.optimize();
        all.push_back({std::move(form), std::move(pattern)});
    }
    return all;
}

grl::Phrase SentenceForms::filling(const Form& form, std::size_t gap, const QString& text) const
{
    if (gap < form.gaps.size()) {
        const auto parts = m_parts.find(form.gaps[gap]);
        if (parts != m_parts.end()) {
            if (auto part = recognised(parts->second.forms, text))
                return std::move(part->phrase);
            if (parts->second.again)
                return grl::Phrase(parts->second.again(text).toStdString());
        }
    }
    return grl::Phrase(text.toStdString());
}

std::optional<SentenceForms::Recognised> SentenceForms::recognised(const std::vector<Known>& forms,
                                                                   const QString& text) const
{
    for (const auto& [form, pattern] : forms) {
        const QRegularExpressionMatch match = pattern.match(text);
        if (!match.hasMatch())
            continue;
        std::vector<grl::Phrase> parts;
        for (int gap = 0; gap < pattern.captureCount(); ++gap)
            parts.push_back(filling(form, static_cast<std::size_t>(gap), match.captured(gap + 1)));
        return Recognised{grl::Phrase(form.words, std::move(parts)), form.context ? form.context : m_context};
    }
    return std::nullopt;
}

std::optional<grl::Phrase> SentenceForms::phraseOf(const QString& sentence) const
{
    const auto found = recognised(m_sentences, sentence);
    return found ? std::optional(found->phrase) : std::nullopt;
}

bool SentenceForms::isTranslated() const
{
    const char* words = m_sentences.front().form.words;
    return QCoreApplication::translate(m_context, words) != QString::fromUtf8(words);
}

QString SentenceForms::inWords(const QString& sentence) const
{
    return isTranslated() ? saidAgain(sentence) : sentence; // A whole catalogue's may come this way.
}

QString SentenceForms::saidAgain(const QString& sentence) const
{
    const auto found = recognised(m_sentences, sentence);
    return found ? phraseInWords(found->phrase, found->context) : sentence;
}

} // namespace purchasing
