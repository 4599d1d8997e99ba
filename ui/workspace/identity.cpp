#include "ui/workspace/identity.h"

#include "ui/workspace/when_ready.h"

#include <utility>

namespace purchasing::ui {
namespace {

constexpr int kDefaultStaleMinutes = 15;

} // namespace

Identity::Identity(std::shared_ptr<PeopleStore> people, QObject* parent)
    : QObject(parent)
    , m_people(std::move(people))
{
}

int Identity::staleAfterMinutes() const
{
    bool ok = false;
    const int minutes = m_settings.value(QStringLiteral("stale_after_minutes")).toInt(&ok);
    return ok && minutes > 0 ? minutes : kDefaultStaleMinutes;
}

void Identity::workAs(const Actor& actor)
{
    m_actor = actor;
    m_actorChosen = true;
    ++m_readings;
    Q_EMIT identityChanged();
}

void Identity::refresh()
{
    whenReady(m_people->settings(), this, [this](const Result<QHash<QString, QString>>& settings) {
        if (!settings)
            return;
        if (m_settings != *settings) {
            m_settings = *settings;
            Q_EMIT identityChanged();
        }
    });
    const int reading = ++m_readings;
    whenReady(m_people->operatingSystemUser(), this, [this, reading](const Result<Actor>& user) {
        if (reading == m_readings) // Else asked again since, or somebody was chosen: it is of before.
            takeUser(user);
    });
}

void Identity::takeUser(const Result<Actor>& user)
{
    if (!user && user.error().kind == ErrorKind::Unavailable)
        return Q_EMIT unavailable(user.error().message); // The banner says it, and it is tried again.
    if (!user)
        return Q_EMIT actFailed(tr("Finding out who works here"), user.error());
    // Somebody chosen in the status bar stays; but single-operator mode knows one person only.
    if (!m_actorChosen || user->singleOperator || m_actor.singleOperator) {
        m_actorChosen = false;
        m_actor = *user;
    }
    Q_EMIT identityChanged();
}

} // namespace purchasing::ui
