#pragma once

#include "core/domain/result.h"
#include "ui/connect/connection_profile.h"

#include <QString>

class QWidget;

namespace purchasing::ui {

/// Says whether a database may be opened at `file`: one that is there (Refuse: nothing is to be made), or one
/// that a person, when asked, wants to be made, and with what in it. An Error says what is wrong with the
/// path; ErrorKind::Cancelled that it is not wanted.
[[nodiscard]] Result<MissingFile> mayOpenFile(const QString& file, bool readOnly, QWidget* parent);

} // namespace purchasing::ui
