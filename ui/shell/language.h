#pragma once

#include <QString>
#include <QTranslator>

namespace purchasing::ui {

/// The texts of one language: ours and Qt's own. English has a catalogue too, for its plural forms.
class Language
{
public:
    /// Takes effect on widgets that are made afterwards. An unknown code gives the English texts.
    void use(const QString& code);

private:
    QTranslator m_ours;
    QTranslator m_qt;
};

} // namespace purchasing::ui
