#include "ui/shell/working_as_button.h"

#include "ui/shell/remembered_person.h"
#include "ui/theme/theme.h"
#include "ui/workspace/connection.h"
#include "ui/workspace/identity.h"
#include "ui/workspace/when_ready.h"

#include <QAction>
#include <QMenu>
#include <QSettings>

#include <algorithm>

namespace purchasing::ui {

WorkingAsButton::WorkingAsButton(Identity& identity, const Connection& connection, QSettings& settings,
                                 QWidget* parent)
    : QToolButton(parent)
    , m_identity(identity)
    , m_connection(connection)
    , m_settings(settings)
{
    setObjectName(QStringLiteral("btn.workingAs"));
    setAutoRaise(true);
    setIcon(theme::icon(QStringLiteral("person")));
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    connect(this, &QToolButton::clicked, this, &WorkingAsButton::showMenu);
}

void WorkingAsButton::showPerson()
{
    const Actor& actor = m_identity.actor();
    setText(actor.singleOperator ? actor.name : tr("Working as %1").arg(actor.name));
    setToolTip(m_connection.isRemote ? tr("The services know who you are; nobody can be chosen here.")
                   : actor.singleOperator
                   ? tr("Single operator: you order and approve. Tools ▸ People changes that.")
                   : tr("Choose whom you work as"));
}

QString WorkingAsButton::settingsKey() const
{
    return rememberedPersonKey(m_connection.location);
}

void WorkingAsButton::restorePerson()
{
    if (m_identity.actor().singleOperator || m_identity.actor().personId.isEmpty() || m_connection.isRemote)
        return;
    const QString wanted = m_settings.value(settingsKey()).toString();
    const auto say = [this] {
        Q_EMIT done(
            tr("You work as %1. Orders and approvals are booked on this name; choose another one at the "
               "bottom right.")
                .arg(m_identity.actor().name));
    };
    if (wanted.isEmpty() || wanted == m_identity.actor().personId)
        return say();
    whenReady(m_connection.ports.people->people(), this,
              [this, wanted, say](const Result<std::vector<Person>>& people) {
                  if (!people)
                      return Q_EMIT failed(tr("Reading the people"), people.error());
                  const auto found =
                      std::find_if(people->begin(), people->end(), [&wanted](const Person& person) {
                          return person.personId == wanted && person.enabled;
                      });
                  if (found != people->end())
                      m_identity.workAs({found->personId, found->name, false, m_identity.actor().login});
                  say();
              });
}

void WorkingAsButton::showMenu()
{
    if (m_identity.actor().singleOperator || m_connection.isRemote)
        return Q_EMIT done(toolTip());
    whenReady(m_connection.ports.people->people(), this, [this](const Result<std::vector<Person>>& people) {
        if (!people)
            return Q_EMIT failed(tr("Reading the people"), people.error());
        auto* menu = new QMenu(this);
        menu->setObjectName(QStringLiteral("menu.workingAs"));
        menu->setAttribute(Qt::WA_DeleteOnClose);
        for (const Person& person : *people) {
            if (!person.enabled)
                continue;
            QAction* action = menu->addAction(person.name);
            action->setCheckable(true);
            action->setChecked(person.personId == m_identity.actor().personId);
            connect(action, &QAction::triggered, this, [this, person] {
                m_settings.setValue(settingsKey(), person.personId);
                m_identity.workAs({person.personId, person.name, false, m_identity.actor().login});
            });
        }
        menu->popup(mapToGlobal(QPoint(0, -menu->sizeHint().height())));
    });
}

} // namespace purchasing::ui
