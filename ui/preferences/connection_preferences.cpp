#include "ui/preferences/connection_preferences.h"

#include "ui/connect/connections.h"
#include "ui/parts/panel_layout.h"
#include "ui/preferences/preferences_page.h"
#include "ui/workspace/workspace.h"

#include <QCoreApplication>
#include <QDir>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>

namespace purchasing::ui {
namespace {

struct ConnectionPreferencesTexts
{
    Q_DECLARE_TR_FUNCTIONS(purchasing::ui::ConnectionPreferences)
};

QString placeOf(const ConnectionProfile& profile)
{
    switch (profile.kind) {
    case ConnectionKind::Embedded: return QDir::toNativeSeparators(profile.file);
    case ConnectionKind::Mysql: return profile.server.host;
    case ConnectionKind::Services: return profile.services.po;
    }
    return {};
}

QString kindOf(const ConnectionProfile& profile)
{
    switch (profile.kind) {
    case ConnectionKind::Embedded: return ConnectionPreferencesTexts::tr("Database file");
    case ConnectionKind::Mysql: return ConnectionPreferencesTexts::tr("MySQL or MariaDB");
    case ConnectionKind::Services: return ConnectionPreferencesTexts::tr("Services");
    }
    return {};
}

QString sendingOf(const ConnectionProfile& profile)
{
    return profile.readOnly       ? ConnectionPreferencesTexts::tr("read-only")
        : profile.confirmsSending ? ConnectionPreferencesTexts::tr("after a question")
                                  : ConnectionPreferencesTexts::tr("at once");
}

} // namespace

PreferencesPage* connectionPreferences(const Workspace& workspace, Connections* connections,
                                       std::function<void()> connectWanted)
{
    auto* page = new PreferencesPage("connections", ConnectionPreferencesTexts::tr("Connections"));
    auto* now = new QLineEdit(
        QStringLiteral("%1 – %2").arg(workspace.connection().name, workspace.connection().location), page);
    now->setReadOnly(true);
    now->setCursorPosition(0);
    now->setObjectName(QStringLiteral("edit.connectionNow"));
    page->addSetting(ConnectionPreferencesTexts::tr("You work on"), now,
                     ConnectionPreferencesTexts::tr("The database of this window"));
    if (!connections)
        return page;
    auto* change = new QPushButton(ConnectionPreferencesTexts::tr("Close this and &connect…"), page);
    change->setObjectName(QStringLiteral("btn.changeConnections"));
    QObject::connect(change, &QPushButton::clicked, page, std::move(connectWanted));
    page->addSetting(
        ConnectionPreferencesTexts::tr("Saved connections"), change,
        ConnectionPreferencesTexts::tr("Add, change or remove a server, a file or services; also "
                                       "whether sending asks first, TLS and time-outs. What you "
                                       "changed here is not saved by this"));
    auto* table =
        plainTable({ConnectionPreferencesTexts::tr("Name"), ConnectionPreferencesTexts::tr("Kind"),
                    ConnectionPreferencesTexts::tr("Sending"), ConnectionPreferencesTexts::tr("Place")},
                   QStringLiteral("table.savedConnections"), page);
    table->setAccessibleName(ConnectionPreferencesTexts::tr("Saved connections"));
    for (const ConnectionProfile& profile : connections->list().all()) {
        const int row = table->rowCount();
        table->insertRow(row);
        setCell(table, row, 0, profile.name);
        setCell(table, row, 1, kindOf(profile));
        setCell(table, row, 2, sendingOf(profile));
        setCell(table, row, 3, placeOf(profile));
    }
    table->resizeColumnsToContents();
    page->addFilling(table);
    return page;
}

} // namespace purchasing::ui
