#pragma once

#include "core/domain/result.h"

#include <QString>

class QWidget;

namespace purchasing::ui {

/// Says whether a database may be opened at `file`: one that is there, or one that a person, when asked,
/// wants to be made. An Error says what is wrong with the path; ErrorKind::Cancelled that it is not wanted.
[[nodiscard]] Result<Done> mayOpenFile(const QString& file, bool readOnly, QWidget* parent);

} // namespace purchasing::ui
