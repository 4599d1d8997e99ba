#pragma once

#include "ui/connect/connection_profile.h"

#include <QStringList>

#include <optional>
#include <vector>

class QSettings;

namespace purchasing::ui {

/// The connections a person has saved, and which ones were used last, kept in the settings. Never a password.
/// One for the demo database is always there.
class ConnectionList
{
public:
    /// `settings` must outlive the list; `demoFile` is the database of the data folder.
    ConnectionList(QSettings& settings, QString demoFile);

    /// The demo first, then the others by name.
    [[nodiscard]] std::vector<ConnectionProfile> all() const;
    [[nodiscard]] std::optional<ConnectionProfile> find(const QString& id) const;
    [[nodiscard]] ConnectionProfile demo() const;
    [[nodiscard]] static bool isDemo(const ConnectionProfile& profile);

    /// Keeps the profile; one without an id is given one. Returns it as kept.
    ConnectionProfile save(ConnectionProfile profile);
    void remove(const QString& id);

    /// Notes that the connection was opened.
    void markUsed(const QString& id);
    /// Those that were opened, newest first, without those that were removed.
    [[nodiscard]] std::vector<ConnectionProfile> recent() const;

private:
    QSettings& m_settings;
    QString m_demoFile;
};

} // namespace purchasing::ui
