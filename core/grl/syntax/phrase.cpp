#include "core/grl/syntax/phrase.h"

namespace purchasing::grl {

std::string Phrase::english() const
{
    if (isName)
        return form;
    std::string text;
    for (std::size_t at = 0; at < form.size(); ++at) {
        const bool isGap =
            form[at] == '%' && at + 1 < form.size() && form[at + 1] >= '1' && form[at + 1] <= '9';
        const std::size_t part = isGap ? static_cast<std::size_t>(form[at + 1] - '1') : parts.size();
        if (part >= parts.size()) {
            text += form[at];
            continue;
        }
        text += parts[part].english();
        ++at;
    }
    return text;
}

} // namespace purchasing::grl
