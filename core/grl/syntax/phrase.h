#pragma once

#include "core/grl/values/translatable.h"

#include <string>
#include <utility>
#include <vector>

namespace purchasing::grl {

/// A sentence or a part of one: a form with the gaps %1 to %9, and what fills them. A window can say it in
/// its language, as the forms are marked for translators in the context "Grl"; everybody else in English.
struct Phrase
{
    Phrase() = default;
    /// A form that is the same sentence in every language, once it was translated.
    Phrase(const char* words, std::vector<Phrase> gaps = {}) // NOLINT(google-explicit-constructor)
        : form(words)
        , parts(std::move(gaps))
    {
    }
    /// A name or a number, which is the same in every language.
    Phrase(std::string name) // NOLINT(google-explicit-constructor)
        : form(std::move(name))
        , isName(true)
    {
    }

    [[nodiscard]] bool empty() const { return form.empty(); }
    [[nodiscard]] std::string english() const;

    std::string form;
    std::vector<Phrase> parts;
    bool isName = false;
};

} // namespace purchasing::grl
