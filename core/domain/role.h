#pragma once

#include "core/domain/result.h"

#include <QFlags>
#include <QString>

namespace purchasing {

/// What a person may be trusted with. On the embedded database and on a server of one's own everybody has all
/// of them; services ask for a token, which holds some.
enum class Role {
    Planner = 1, ///< Runs flows, creates, cancels, sends and receives orders, overrides.
    Approver = 2, ///< Approves and rejects orders of others.
    RuleAuthor = 4, ///< Writes rules and proposes them.
    Admin = 8, ///< People, tokens, settings.
    Auditor = 16 ///< Reads and verifies the audit log.
};
Q_DECLARE_FLAGS(Roles, Role)
Q_DECLARE_OPERATORS_FOR_FLAGS(Roles)

inline constexpr Roles kAllRoles =
    Roles(Role::Planner) | Role::Approver | Role::RuleAuthor | Role::Admin | Role::Auditor;

/// The roles as they are stored and typed: "planner,approver", in the order above.
[[nodiscard]] QString textOf(Roles roles);
/// Reads that; Invalid, naming the word, for one that is no role, and for none at all.
[[nodiscard]] Result<Roles> rolesFromText(const QString& text);
/// Refused, naming both, where two of the roles exclude each other on one person: who may change the limits
/// of others must not act within them, and a rule author who approves could approve themselves.
[[nodiscard]] Result<Done> checkTogether(Roles roles);

} // namespace purchasing
