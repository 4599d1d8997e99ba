#include "core/flow/rule_words.h"

#include "core/flow/run_words.h"

#include <QCoreApplication>

namespace purchasing {

QString phraseInWords(const grl::Phrase& phrase, const char* context)
{
    if (phrase.isName || phrase.empty())
        return QString::fromStdString(phrase.form);
    const QString form = QCoreApplication::translate(context, phrase.form.c_str());
    QString text;
    for (qsizetype at = 0; at < form.size(); ++at) { // At once: a name may look like a gap.
        const auto part = form[at] == QLatin1Char('%') && at + 1 < form.size()
            ? static_cast<std::size_t>(form[at + 1].digitValue() - 1)
            : phrase.parts.size();
        if (part >= phrase.parts.size()) {
            text += form[at];
            continue;
        }
        text += phraseInWords(phrase.parts[part], context);
        ++at;
    }
    return text;
}

QString messageInWords(const grl::Diagnostic& diagnostic)
{
    return diagnostic.messageWords.empty() ? runInWords(QString::fromStdString(diagnostic.message))
                                           : phraseInWords(diagnostic.messageWords);
}

QString hintInWords(const grl::Diagnostic& diagnostic)
{
    return diagnostic.hintWords.empty() ? QString::fromStdString(diagnostic.hint)
                                        : phraseInWords(diagnostic.hintWords);
}

} // namespace purchasing
