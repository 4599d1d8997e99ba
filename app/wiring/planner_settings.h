#pragma once

#include <QSettings>

namespace purchasing {

/// What the planner's window keeps for this user; the command line looks something up in it.
class PlannerSettings : public QSettings
{
public:
    PlannerSettings()
        : QSettings(IniFormat, UserScope, QStringLiteral("purchasing-flow-planner"),
                    QStringLiteral("planner"))
    {
    }
};

} // namespace purchasing
