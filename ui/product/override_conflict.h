#pragma once

#include "core/domain/override.h"

#include <QString>

#include <optional>

class QWidget;

namespace purchasing::ui {

enum class OverrideChoice {
    KeepStored,
    StoreMine,
    EditOn ///< Nothing is stored; what was typed stays.
};

/// Asks what becomes of an override that somebody else changed meanwhile: shows who did what and when beside
/// what the person wants. `stored` is unset where it was removed or used up; `what` says so in words. The
/// dialog's object name is dialog.overrideConflict.
[[nodiscard]] OverrideChoice askOverrideConflict(QWidget* parent, const QString& what,
                                                 const std::optional<Override>& stored, const Override& mine);

} // namespace purchasing::ui
