#pragma once

#include "ui/workspace/place_settings.h"

namespace purchasing::ui {

/// The setting with the id of the person chosen last at a database (see Connection::location).
[[nodiscard]] inline QString rememberedPersonKey(const QString& place)
{
    return settingsKeyOf(settingsGroupOf(QStringLiteral("workingAs"), place), QStringLiteral("person"));
}

} // namespace purchasing::ui
