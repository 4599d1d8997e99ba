#include "ui/preferences/own_preferences.h"

#include "ui/parts/panel_layout.h"
#include "ui/preferences/choices.h"
#include "ui/preferences/installation_draft.h"
#include "ui/preferences/preferences_page.h"
#include "ui/shell/shortcut_keys.h"
#include "ui/workspace/workspace.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QIntValidator>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>

namespace purchasing::ui {
namespace {

constexpr int kMostStaleMinutes = 24 * 60;
const QString kStaleMinutes = QStringLiteral("stale_after_minutes");

struct OwnPreferencesTexts
{
    Q_DECLARE_TR_FUNCTIONS(purchasing::ui::OwnPreferences)
};

} // namespace

PreferencesPage* generalPreferences(Choices& choices, const ShortcutKeys& acts)
{
    auto* page = new PreferencesPage("general", OwnPreferencesTexts::tr("General"));
    auto* asks = new QCheckBox(OwnPreferencesTexts::tr("&Ask at the start what to open"), page);
    asks->setObjectName(QStringLiteral("check.asksAtStart"));
    asks->setChecked(choices.asksAtStart());
    page->addSetting({}, asks,
                     OwnPreferencesTexts::tr("Otherwise the program opens the database that was open last"));
    if (const KeyedAct* reset = acts.find(QStringLiteral("action.resetLayout")))
        page->addSetting(
            OwnPreferencesTexts::tr("Panels and toolbars"),
            actionButton(reset->action, QStringLiteral("btn.resetLayout"), page),
            OwnPreferencesTexts::tr("Put everything in the window back to its usual place, at once"));
    auto* place = new QLineEdit(choices.place(), page);
    place->setReadOnly(true);
    place->setObjectName(QStringLiteral("edit.settingsFile"));
    page->addSetting(
        OwnPreferencesTexts::tr("Kept in the &file"), place,
        OwnPreferencesTexts::tr("Your own settings, without any password: copy this file to take "
                                "them to another machine"));
    page->whenSaved([&choices, asks] { choices.setAsksAtStart(asks->isChecked()); });
    return page;
}

PreferencesPage* languagePreferences(Choices& choices)
{
    auto* page = new PreferencesPage("language", OwnPreferencesTexts::tr("Language"));
    auto* box = new QComboBox(page);
    box->setObjectName(QStringLiteral("combo.language"));
    box->addItem(QStringLiteral("English"), QStringLiteral("en"));
    box->addItem(QStringLiteral("Deutsch"), QStringLiteral("de"));
    box->setCurrentIndex(box->findData(choices.language()));
    page->addSetting(
        OwnPreferencesTexts::tr("&Texts, dates and numbers"), box,
        OwnPreferencesTexts::tr("The language of the program and of its manual. Rules and ids stay "
                                "as they are"));
    page->whenSaved([&choices, box] { choices.setLanguage(box->currentData().toString()); });
    return page;
}

PreferencesPage* appearancePreferences(Choices& choices)
{
    auto* page = new PreferencesPage("appearance", OwnPreferencesTexts::tr("Appearance"));
    auto* box = new QComboBox(page);
    box->setObjectName(QStringLiteral("combo.appearance"));
    box->addItem(OwnPreferencesTexts::tr("As the desktop"), static_cast<int>(theme::Scheme::System));
    box->addItem(OwnPreferencesTexts::tr("Light"), static_cast<int>(theme::Scheme::Light));
    box->addItem(OwnPreferencesTexts::tr("Dark"), static_cast<int>(theme::Scheme::Dark));
    box->setCurrentIndex(box->findData(static_cast<int>(choices.scheme())));
    page->addSetting(OwnPreferencesTexts::tr("&Colours"), box,
                     OwnPreferencesTexts::tr("Light or dark theme of all windows"));
    page->whenSaved([&choices, box] {
        const auto scheme = static_cast<theme::Scheme>(box->currentData().toInt());
        if (scheme != choices.scheme())
            choices.setScheme(scheme);
    });
    return page;
}

PreferencesPage* planningPreferences(const Workspace& workspace, const ShortcutKeys& acts,
                                     InstallationDraft& draft)
{
    auto* page = new PreferencesPage("planning", OwnPreferencesTexts::tr("Planning"));
    if (const KeyedAct* sends = acts.find(QStringLiteral("action.createSends"))) {
        QAction* action = sends->action;
        auto* box = new QCheckBox(action->text(), page);
        box->setObjectName(QStringLiteral("check.createSends"));
        box->setChecked(action->isChecked());
        page->addSetting({}, box, action->statusTip());
        page->whenSaved([action, box] { action->setChecked(box->isChecked()); });
    }
    auto* minutes = new QLineEdit(QString::number(workspace.identity().staleAfterMinutes()), page);
    minutes->setObjectName(QStringLiteral("edit.staleMinutes"));
    minutes->setValidator(new QIntValidator(1, kMostStaleMinutes, minutes));
    page->addSetting(OwnPreferencesTexts::tr("Data is &old after minutes"), minutes,
                     OwnPreferencesTexts::tr("An order is then read and decided again first. Kept in the "
                                             "database, for everybody"),
                     draft.whyNot());
    draft.add(kStaleMinutes, [minutes] { return minutes->text(); });
    page->checkWith([minutes] {
        return minutes->hasAcceptableInput() || !minutes->isEnabled()
            ? QString()
            : OwnPreferencesTexts::tr("Data is old after 1 to %1 minutes.").arg(kMostStaleMinutes);
    });
    return page;
}

} // namespace purchasing::ui
