#pragma once

#include "core/domain/result.h"
#include "core/ports/people_store.h"

#include <QHash>
#include <QObject>
#include <QString>

#include <memory>

namespace purchasing::ui {

/// Who works here, and how the company has set things up. Lives on the GUI thread; the people are asked
/// elsewhere and what they answer comes back as a signal.
class Identity : public QObject
{
    Q_OBJECT

public:
    explicit Identity(std::shared_ptr<PeopleStore> people, QObject* parent = nullptr);

    /// Whoever acts from now on; without an id until it was found out.
    [[nodiscard]] const Actor& actor() const { return m_actor; }
    /// As last read; empty before.
    [[nodiscard]] const QHash<QString, QString>& settings() const { return m_settings; }
    [[nodiscard]] QString currency() const
    {
        return m_settings.value(QStringLiteral("currency"), QStringLiteral("USD"));
    }
    /// How long a read product may be shown as fresh: 15 minutes unless set otherwise.
    [[nodiscard]] int staleAfterMinutes() const;

    /// Works as this person from now on.
    void workAs(const Actor& actor);

public Q_SLOTS:
    /// Reads settings, people and the single-operator mode again.
    void refresh();

Q_SIGNALS:
    /// Another actor() or other settings().
    void identityChanged();
    /// The database does not answer, so that it is not known who works here.
    void unavailable(const QString& reason);
    /// Whoever works here could not be found out for another reason.
    void actFailed(const QString& what, const purchasing::Error& error);

private:
    void takeUser(const Result<Actor>& user);

    std::shared_ptr<PeopleStore> m_people;
    Actor m_actor;
    bool m_actorChosen = false;
    int m_readings = 0; ///< Late answers are dropped.
    QHash<QString, QString> m_settings;
};

} // namespace purchasing::ui
