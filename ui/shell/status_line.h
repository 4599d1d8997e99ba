#pragma once

#include "core/domain/result.h"

#include <QObject>

class QLabel;
class QSettings;
class QStatusBar;

namespace purchasing::ui {

class WorkingAsButton;
class Workspace;

/// What the status bar says at its right end: what is read, selected and connected, how many products by
/// which rules, and who works here.
class StatusLine : public QObject
{
    Q_OBJECT

public:
    /// Puts its parts into `bar`. All must outlive it but for the bar, whose parts they become.
    StatusLine(Workspace& workspace, QSettings& settings, QStatusBar* bar);

    /// `selected` is what is said of the selection; empty where there is nothing to say.
    void showState(const QString& selected);
    [[nodiscard]] WorkingAsButton& person() { return *m_person; }

Q_SIGNALS:
    void done(const QString& message);
    void failed(const QString& what, const purchasing::Error& error);

private:
    Workspace& m_workspace;
    QLabel* m_tag;
    QLabel* m_connection;
    QLabel* m_count;
    QLabel* m_selection;
    WorkingAsButton* m_person;
};

} // namespace purchasing::ui
