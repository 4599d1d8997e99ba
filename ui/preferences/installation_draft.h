#pragma once

#include "core/domain/result.h"

#include <QObject>
#include <QString>

#include <functional>
#include <vector>

namespace purchasing::ui {

class Workspace;

/// Changes to what an installation has set up, which holds for everybody who works with its database: typed
/// first, written together. Every change is audited.
class InstallationDraft : public QObject
{
    Q_OBJECT

public:
    /// `workspace` must outlive it.
    explicit InstallationDraft(Workspace& workspace);

    [[nodiscard]] QString value(const QString& name) const;
    /// Why nothing can be changed here, for "Unavailable: …"; empty when it can.
    [[nodiscard]] QString whyNot() const;
    /// Asks `wanted` for the value to store when it is written.
    void add(const QString& name, std::function<QString()> wanted);
    /// Writes what differs, one after the other, and then calls `done` on the GUI thread with why it could
    /// not be written, or with nothing. Never calls it when the draft was destroyed.
    void write(std::function<void(const QString& problem)> done);

private:
    void writeNext(QList<std::pair<QString, QString>> changes,
                   std::function<void(const QString& problem)> done);

    Workspace& m_workspace;
    std::vector<std::pair<QString, std::function<QString()>>> m_fields;
};

} // namespace purchasing::ui
