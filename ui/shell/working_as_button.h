#pragma once

#include "core/domain/result.h"

#include <QToolButton>

namespace purchasing::ui {

class Workspace;

/// Says in the status bar who works here, and where several people may, lets one choose.
class WorkingAsButton : public QToolButton
{
    Q_OBJECT

public:
    explicit WorkingAsButton(Workspace& workspace, QWidget* parent = nullptr);

    void showPerson();

Q_SIGNALS:
    void done(const QString& message);
    void failed(const QString& what, const purchasing::Error& error);

private:
    void showMenu();

    Workspace& m_workspace;
};

} // namespace purchasing::ui
