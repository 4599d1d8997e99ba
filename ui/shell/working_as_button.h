#pragma once

#include "core/domain/result.h"

#include <QToolButton>

class QSettings;

namespace purchasing::ui {

class Identity;
struct Connection;

/// Says in the status bar who works here, and where several people may, lets one choose.
class WorkingAsButton : public QToolButton
{
    Q_OBJECT

public:
    /// Who was chosen is kept in `settings`, which must outlive it, for each database.
    WorkingAsButton(Identity& identity, const Connection& connection, QSettings& settings,
                    QWidget* parent = nullptr);

    void showPerson();
    /// Works as the person chosen last time, once it is known that several people work here, and says who
    /// that is: nothing is booked on somebody in silence.
    void restorePerson();

Q_SIGNALS:
    void done(const QString& message);
    void failed(const QString& what, const purchasing::Error& error);

private:
    void showMenu();

    [[nodiscard]] QString settingsKey() const;

    Identity& m_identity;
    const Connection& m_connection;
    QSettings& m_settings;
};

} // namespace purchasing::ui
