#pragma once

#include "core/domain/purchase_order.h"
#include "core/domain/rule_set.h"
#include "core/sql/engine/connection.h"

namespace purchasing::sql {

/// The draft of a person; without packs where there is none. The moment of the last save is its revision: it
/// is raised by every save, and a draft that ended leaves its moment behind, so that no revision comes twice.
[[nodiscard]] RuleDraft readDraft(Connection& connection, const QString& personId);

/// Stores `draft`, or ends it where it has no packs, and returns what is stored. Throws Conflict unless the
/// stored one is still of `draft.revision`, or holds the same texts: a save is repeated after a connection
/// broke. The caller holds the writing transaction, as for endDraft().
[[nodiscard]] RuleDraft storeDraft(Connection& connection, const RuleDraft& draft, const Actor& author,
                                   const QDateTime& now);

/// Ends the draft that became a version. One with other texts stays: it was saved by another window
/// meanwhile.
void endDraft(Connection& connection, const QString& personId, const std::vector<RulePack>& published,
              const QDateTime& now);

} // namespace purchasing::sql
