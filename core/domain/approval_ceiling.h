#pragma once

#include "core/domain/amount.h"

#include <QString>

#include <optional>

namespace purchasing {

/// The name of the setting: a total before tax above which every order needs approval, whatever the rules
/// say. Empty or not there: off.
inline constexpr const char* kApprovalCeiling = "approval_ceiling";

/// The setting as an amount; unset where it is off or not an amount of zero or more.
[[nodiscard]] inline std::optional<Money> ceilingOf(const QString& setting)
{
    const std::optional<Money> amount = setting.isEmpty() ? std::nullopt : Money::parse(setting);
    return amount && amount->minor >= 0 ? amount : std::nullopt;
}

} // namespace purchasing
