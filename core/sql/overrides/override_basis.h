#pragma once

#include "core/domain/override.h"
#include "core/domain/result.h"

namespace purchasing::sql {

/// The facts an override was made on, as the database keeps them: a JSON object with exact texts.
[[nodiscard]] QString toJson(const OverrideBasis& basis);
/// Invalid for text that toJson does not write.
[[nodiscard]] Result<OverrideBasis> overrideBasisFromJson(const QString& text);

} // namespace purchasing::sql
