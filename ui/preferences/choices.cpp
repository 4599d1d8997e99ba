#include "ui/preferences/choices.h"

#include <QDir>
#include <QSettings>

namespace purchasing::ui {
namespace {

const QString kSchemeKey = QStringLiteral("appearance");
const QString kLanguageKey = QStringLiteral("language");
const QString kAsksKey = QStringLiteral("asksAtStart");

} // namespace

Choices::Choices(QSettings& settings)
    : m_settings(settings)
{
}

theme::Scheme Choices::scheme() const
{
    return theme::current();
}

void Choices::setScheme(theme::Scheme scheme)
{
    theme::apply(scheme);
    m_settings.setValue(kSchemeKey, theme::settingWord(scheme));
    Q_EMIT schemeChanged(scheme);
}

QString Choices::language() const
{
    return m_settings.value(kLanguageKey, QStringLiteral("en")).toString();
}

void Choices::setLanguage(const QString& code)
{
    if (code != language())
        Q_EMIT languageChosen(code);
}

bool Choices::asksAtStart() const
{
    return m_settings.value(kAsksKey, false).toBool();
}

void Choices::setAsksAtStart(bool asks)
{
    m_settings.setValue(kAsksKey, asks);
}

QString Choices::place() const
{
    return QDir::toNativeSeparators(m_settings.fileName());
}

} // namespace purchasing::ui
