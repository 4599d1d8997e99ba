#pragma once

#include <QTranslator>

#include <set>
#include <string>

namespace purchasing::tests {

/// A language that says every form of some contexts in capitals, whatever it is about.
class LoudForms : public QTranslator
{
public:
    explicit LoudForms(std::set<std::string> contexts)
        : m_contexts(std::move(contexts))
    {
    }
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char* context, const char* text, const char*, int) const override
    {
        return m_contexts.count(context) > 0 ? QString::fromUtf8(text).toUpper() : QString();
    }

private:
    std::set<std::string> m_contexts;
};

} // namespace purchasing::tests
