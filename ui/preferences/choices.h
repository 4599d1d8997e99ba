#pragma once

#include "ui/theme/theme.h"

#include <QObject>
#include <QString>

class QSettings;

namespace purchasing::ui {

/// What a person chose for themselves on this machine. Menus and the preferences change it here and follow
/// it, so that there is one truth. GUI thread only.
class Choices : public QObject
{
    Q_OBJECT

public:
    /// `settings` must outlive it.
    explicit Choices(QSettings& settings);

    [[nodiscard]] theme::Scheme scheme() const;
    /// Open windows follow at once.
    void setScheme(theme::Scheme scheme);

    /// A code such as "de".
    [[nodiscard]] QString language() const;
    void setLanguage(const QString& code);

    /// Whether the program asks at its start what to open, instead of opening what was open last.
    [[nodiscard]] bool asksAtStart() const;
    void setAsksAtStart(bool asks);

    /// Where all of it is kept, for people to find.
    [[nodiscard]] QString place() const;

Q_SIGNALS:
    void schemeChanged(purchasing::ui::theme::Scheme scheme);
    /// Texts of another language are wanted; takes a new window.
    void languageChosen(const QString& code);

private:
    QSettings& m_settings;
};

} // namespace purchasing::ui
