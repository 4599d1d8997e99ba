#pragma once

#include "core/domain/rule_set.h"

#include "rule_sets.pb.h"

namespace purchasing::wire {

// Rule sets, proposals and drafts between our types and the messages of rule_sets.proto. Nothing is lost
// either way.

[[nodiscard]] po::RulePack toWire(const purchasing::RulePack& pack);
[[nodiscard]] rule_sets::RuleSet toWire(const purchasing::RuleSetVersion& rules);
[[nodiscard]] purchasing::RuleSetVersion fromWire(const rule_sets::RuleSet& message);
[[nodiscard]] rule_sets::Proposal toWire(const purchasing::RuleProposal& proposal);
[[nodiscard]] purchasing::RuleProposal fromWire(const rule_sets::Proposal& message);
[[nodiscard]] rule_sets::Draft toWire(const purchasing::RuleDraft& draft);
[[nodiscard]] purchasing::RuleDraft fromWire(const rule_sets::Draft& message);

[[nodiscard]] rule_sets::PublishRequest publishing(const std::vector<purchasing::RulePack>& packs,
                                                   std::int64_t basedOn, const QString& reason);
[[nodiscard]] std::vector<purchasing::RulePack>
packsOf(const google::protobuf::RepeatedPtrField<po::RulePack>& messages);

/// Whether the texts are those that the hash names. Drafts have none.
[[nodiscard]] bool isAsNamed(const purchasing::RuleSetVersion& rules);
[[nodiscard]] bool isAsNamed(const purchasing::RuleProposal& proposal);
[[nodiscard]] inline bool isAsNamed(const purchasing::RuleDraft&)
{
    return true;
}

} // namespace purchasing::wire
