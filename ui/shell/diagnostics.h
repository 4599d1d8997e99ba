#pragma once

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <functional>
#include <vector>

class QSettings;
class QWidget;

namespace purchasing::ui {

class Workspace;

/// Something that failed in this window, for whoever looks for the cause.
struct PastFailure
{
    QDateTime at;
    QString what;
    QString detail;
};

/// Everything that somebody who helps must know, as text: versions, screen, data, rules, outbox, what failed,
/// and the settings, without any password, token or text that was typed. Asks the database for the
/// rules in force and what waits to be sent, waits a few seconds at most, and calls `done` on the GUI thread;
/// never when `window` was destroyed.
void gatherDiagnostics(Workspace& workspace, QSettings& settings, const std::vector<PastFailure>& failures,
                       QWidget& window, std::function<void(const QString& text)> done);

/// The settings that may be shown, a line each: names and values, "(set)" instead of anything that may be
/// secret or long.
[[nodiscard]] QStringList settingsInWords(const QSettings& settings);

} // namespace purchasing::ui
