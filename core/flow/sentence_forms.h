#pragma once

#include "core/grl/syntax/phrase.h"

#include <QRegularExpression>
#include <QString>

#include <map>
#include <optional>
#include <vector>

namespace purchasing {

/// Recognises sentences that are kept or made in English by their forms, so that they can be said again in
/// the program's language. Immutable, so from any thread.
class SentenceForms
{
public:
    /// A form that translators know, with the gaps %1 to %9, and the kinds of what fills them. A gap without
    /// a kind takes any text: a name, a number, what people wrote.
    struct Form
    {
        const char* words;
        std::vector<int> gaps = {};
        const char* context = nullptr; ///< Null: that of all.
    };
    /// What may stand in a gap: a text of the pattern, which captures it, said again where it has one of the
    /// forms, or by `again`.
    struct Kind
    {
        QString pattern;
        std::vector<Form> forms = {};
        QString (*again)(const QString& text) = nullptr;
    };

    /// The pattern of a gap that takes any text.
    [[nodiscard]] static QString anyText();
    /// For `again`: a plain number as the locale writes it, with its decimals; anything else as it is.
    [[nodiscard]] static QString numberAgain(const QString& text);

    /// Of two sentences that may both fit the first one counts. There is at least one, in `context`.
    SentenceForms(const char* context, std::vector<Form> sentences, const std::map<int, Kind>& kinds);

    /// The form of a sentence and what fills its gaps; unset where no form fits.
    [[nodiscard]] std::optional<grl::Phrase> phraseOf(const QString& sentence) const;
    /// The sentence in the program's language; as it is where no form fits.
    [[nodiscard]] QString inWords(const QString& sentence) const;
    /// The same, and in English what fills the gaps is said again, too.
    [[nodiscard]] QString saidAgain(const QString& sentence) const;

private:
    struct Known
    {
        Form form;
        QRegularExpression pattern;
    };
    struct Recognised
    {
        grl::Phrase phrase;
        const char* context;
    };

    /// Whether the program speaks another language than English.
    [[nodiscard]] bool isTranslated() const;
    [[nodiscard]] std::vector<Known> known(std::vector<Form> forms, const std::map<int, Kind>& kinds) const;
    [[nodiscard]] std::optional<Recognised> recognised(const std::vector<Known>& forms,
                                                       const QString& text) const;
    [[nodiscard]] grl::Phrase filling(const Form& form, std::size_t gap, const QString& text) const;

    const char* m_context;
    struct Part
    {
        std::vector<Known> forms;
        QString (*again)(const QString& text);
    };
    std::map<int, Part> m_parts; ///< By the kind of gap they stand in.
    std::vector<Known> m_sentences;
};

} // namespace purchasing
