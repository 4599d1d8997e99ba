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
    /// Asks `wanted` now and again when it is written: only what became different is.
    void add(const QString& name, std::function<QString()> wanted);
    /// Writes what was changed, one after the other, and then calls `done` on the GUI thread with why it
    /// could not be written, or with nothing. Never calls it when the draft was destroyed.
    void write(std::function<void(const QString& problem)> done);

private:
    void writeNext(QList<std::pair<QString, QString>> changes,
                   std::function<void(const QString& problem)> done);

    Workspace& m_workspace;
    struct Field
    {
        QString name;
        QString before;
        std::function<QString()> wanted;
    };
    std::vector<Field> m_fields;
};

} // namespace purchasing::ui
