#include "ui/preferences/installation_preferences.h"

#include "core/domain/approval_ceiling.h"
#include "core/domain/setting_names.h"
#include "ui/parts/panel_layout.h"
#include "ui/preferences/installation_draft.h"
#include "ui/preferences/preferences_page.h"
#include "ui/shell/shortcut_keys.h"
#include "ui/workspace/workspace.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpressionValidator>

namespace purchasing::ui {
namespace {

const QString kOneLoginSetting = QLatin1String(kRefuseOneLoginAsTwo);
constexpr int kAddressHeight = 90;

struct InstallationPreferencesTexts
{
    Q_DECLARE_TR_FUNCTIONS(purchasing::ui::InstallationPreferences)
};

QLineEdit* lineOf(const char* name, const QString& text, QWidget* page)
{
    auto* edit = new QLineEdit(text, page);
    edit->setObjectName(QLatin1String(name));
    return edit;
}

QPlainTextEdit* linesOf(const char* name, const QString& text, QWidget* page)
{
    auto* edit = new QPlainTextEdit(text, page);
    edit->setObjectName(QLatin1String(name));
    edit->setTabChangesFocus(true);
    edit->setMaximumHeight(kAddressHeight);
    return edit;
}

QString sharedNote(const InstallationDraft& draft)
{
    return draft.whyNot().isEmpty()
        ? InstallationPreferencesTexts::tr("Kept in the database, for everybody who works with it; every "
                                           "change is written into the audit log.")
        : InstallationPreferencesTexts::tr("Kept in the database, for everybody who works with it. "
                                           "Unavailable: %1")
              .arg(draft.whyNot());
}

} // namespace

PreferencesPage* companyPreferences(const Workspace& workspace, InstallationDraft& draft)
{
    auto* page = new PreferencesPage("company", InstallationPreferencesTexts::tr("Company and documents"));
    page->addNote(sharedNote(draft));
    const QString reason = draft.whyNot();
    const auto addLine = [&](const char* name, const char* setting, const QString& label,
                             const QString& tip) {
        const QString key = QLatin1String(setting);
        auto* edit = lineOf(name, draft.value(key), page);
        page->addSetting(label, edit, tip, reason);
        draft.add(key, [edit] { return edit->text().trimmed(); });
    };
    const auto addLines = [&](const char* name, const char* setting, const QString& label,
                              const QString& tip) {
        const QString key = QLatin1String(setting);
        auto* edit = linesOf(name, draft.value(key), page);
        page->addSetting(label, edit, tip, reason);
        draft.add(key, [edit] { return edit->toPlainText().trimmed(); });
    };
    const QString onOrders = InstallationPreferencesTexts::tr("Stands on every order and message");
    addLine("edit.companyName", "company_name", InstallationPreferencesTexts::tr("Company &name"), onOrders);
    addLines("edit.companyAddress", "company_address", InstallationPreferencesTexts::tr("&Address"),
             onOrders);
    addLine("edit.companyEmail", "company_email", InstallationPreferencesTexts::tr("&E-mail"),
            InstallationPreferencesTexts::tr("Messages to suppliers come from there"));
    addLines("edit.deliveryAddress", "delivery_address",
             InstallationPreferencesTexts::tr("&Delivery address"),
             InstallationPreferencesTexts::tr("Where suppliers deliver"));
    auto* currency = lineOf("edit.currency", workspace.identity().currency(), page);
    currency->setMaxLength(3);
    currency->setValidator(
        new QRegularExpressionValidator(QRegularExpression(QStringLiteral("[A-Z]{3}")), currency));
    page->addSetting(InstallationPreferencesTexts::tr("&Currency"), currency,
                     InstallationPreferencesTexts::tr("Of all prices; a code of three letters, such as USD"),
                     reason);
    draft.add(QStringLiteral("currency"), [currency] { return currency->text(); });
    page->askWith([currency, before = currency->text()] {
        return currency->text() == before
            ? QString()
            : InstallationPreferencesTexts::tr(
                  "All prices keep their numbers and are called %1 instead of %2 from "
                  "now on. Nothing is converted.")
                  .arg(currency->text(), before);
    });
    page->checkWith([currency] {
        return currency->hasAcceptableInput()
            ? QString()
            : InstallationPreferencesTexts::tr("A currency is a code of three letters, such as USD.");
    });
    return page;
}

PreferencesPage* rulesPreferences(const ShortcutKeys& acts, InstallationDraft& draft)
{
    auto* page = new PreferencesPage("rules", InstallationPreferencesTexts::tr("Rules and approvals"));
    page->addNote(sharedNote(draft));
    const QString reason = draft.whyNot();
    auto* ceiling = lineOf("edit.approvalCeiling", draft.value(QLatin1String(kApprovalCeiling)), page);
    ceiling->setPlaceholderText(InstallationPreferencesTexts::tr("none: the rules alone decide"));
    addClearButton(*ceiling);
    ceiling->setValidator(new QRegularExpressionValidator(
        QRegularExpression(QStringLiteral("(\\d{1,12}(\\.\\d{1,2})?)?")), ceiling));
    page->addSetting(InstallationPreferencesTexts::tr("Approval ceilin&g"), ceiling,
                     InstallationPreferencesTexts::tr(
                         "An order above this total before tax needs approval whatever the rules "
                         "say"),
                     reason);
    draft.add(QLatin1String(kApprovalCeiling), [ceiling] { return ceiling->text(); });
    page->checkWith([ceiling] {
        return ceiling->hasAcceptableInput()
            ? QString()
            : InstallationPreferencesTexts::tr(
                "The approval ceiling is an amount such as 5000.00, or empty.");
    });
    auto* oneLogin =
        new QCheckBox(InstallationPreferencesTexts::tr("&Refuse one login acting as two people"), page);
    oneLogin->setObjectName(QStringLiteral("check.oneLogin"));
    oneLogin->setChecked(draft.value(kOneLoginSetting) == QLatin1String("1"));
    page->addSetting(
        {}, oneLogin,
        InstallationPreferencesTexts::tr("Who orders or publishes under one name cannot approve or "
                                         "confirm it under another"),
        reason);
    draft.add(kOneLoginSetting,
              [oneLogin] { return oneLogin->isChecked() ? QStringLiteral("1") : QStringLiteral("0"); });
    if (const KeyedAct* people = acts.find(QStringLiteral("action.people")))
        page->addSetting(InstallationPreferencesTexts::tr("Who may work here"),
                         actionButton(people->action, QStringLiteral("btn.people"), page),
                         InstallationPreferencesTexts::tr("People, and the single-operator mode in which one "
                                                          "person orders and approves"));
    return page;
}

} // namespace purchasing::ui
