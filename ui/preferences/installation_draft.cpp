#include "ui/preferences/installation_draft.h"

#include "ui/workspace/when_ready.h"
#include "ui/workspace/workspace.h"

namespace purchasing::ui {

InstallationDraft::InstallationDraft(Workspace& workspace)
    : m_workspace(workspace)
{
}

QString InstallationDraft::value(const QString& name) const
{
    return m_workspace.identity().settings().value(name);
}

QString InstallationDraft::whyNot() const
{
    const Connection& connection = m_workspace.connection();
    if (connection.readOnly)
        return connection.readOnlyReason;
    if (m_workspace.identity().actor().personId.isEmpty())
        return tr("the database does not answer, so it is not known who works here");
    return {};
}

void InstallationDraft::add(const QString& name, std::function<QString()> wanted)
{
    const QString before = wanted();
    m_fields.push_back({name, before, std::move(wanted)});
}

void InstallationDraft::write(std::function<void(const QString&)> done)
{
    QList<std::pair<QString, QString>> changes;
    if (whyNot().isEmpty()) {
        for (const Field& field : m_fields) {
            const QString now = field.wanted();
            if (field.before != now)
                changes.emplace_back(field.name, now);
        }
    }
    if (changes.isEmpty())
        return done({});
    writeNext(std::move(changes), std::move(done));
}

void InstallationDraft::writeNext(QList<std::pair<QString, QString>> changes,
                                  std::function<void(const QString&)> done)
{
    if (changes.isEmpty()) {
        m_workspace.identity().refresh();
        m_workspace.noticeChange(); // The ceiling decides anew.
        return done({});
    }
    const auto [name, value] = changes.takeFirst();
    whenReady(m_workspace.connection().ports.people->setSetting(name, value, m_workspace.identity().actor()),
              this, [this, changes, done](const Result<Done>& written) {
                  if (!written)
                      return done(written.error().message);
                  writeNext(changes, done);
              });
}

} // namespace purchasing::ui
