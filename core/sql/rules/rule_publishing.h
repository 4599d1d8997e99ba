#pragma once

#include "core/domain/purchase_order.h"
#include "core/domain/rule_set.h"
#include "core/sql/engine/connection.h"

#include <vector>

namespace purchasing::sql {

// How rules come into force, each step inside the one writing transaction of its caller. They throw Failure
// with the kinds RuleStore documents.

/// Throws Invalid unless every pack has a name of its own.
void requireNames(const std::vector<RulePack>& packs);

[[nodiscard]] RuleSetVersion publishRules(Connection& connection, const std::vector<RulePack>& packs,
                                          qint64 basedOn, const QString& reason, const Actor& author,
                                          const QDateTime& now);
[[nodiscard]] RuleProposal proposeRules(Connection& connection, const std::vector<RulePack>& packs,
                                        qint64 basedOn, const QString& reason, const Actor& author,
                                        const QDateTime& now);
[[nodiscard]] std::vector<RuleProposal> openProposals(Connection& connection);
[[nodiscard]] RuleSetVersion confirmProposal(Connection& connection, qint64 proposalId,
                                             const QByteArray& hash, const Actor& actor,
                                             const QDateTime& now);
void withdrawProposal(Connection& connection, qint64 proposalId, const Actor& actor, const QDateTime& now);

} // namespace purchasing::sql
