#include "core/proto/wire_rules.h"

#include "core/proto/wire_values.h"

namespace purchasing::wire {
namespace {

void putPacks(const std::vector<purchasing::RulePack>& packs,
              google::protobuf::RepeatedPtrField<po::RulePack>& messages)
{
    for (const purchasing::RulePack& pack : packs)
        *messages.Add() = toWire(pack);
}

} // namespace

po::RulePack toWire(const purchasing::RulePack& pack)
{
    po::RulePack message;
    message.set_name(pack.name.toStdString());
    message.set_text(pack.text.toStdString());
    message.set_active(pack.active);
    return message;
}

std::vector<purchasing::RulePack> packsOf(const google::protobuf::RepeatedPtrField<po::RulePack>& messages)
{
    return valuesOf<po::RulePack, purchasing::RulePack>(messages, [](const po::RulePack& message) {
        return purchasing::RulePack{text(message.name()), text(message.text()), message.active()};
    });
}

rule_sets::RuleSet toWire(const purchasing::RuleSetVersion& rules)
{
    rule_sets::RuleSet message;
    message.set_version(rules.version);
    putPacks(rules.packs, *message.mutable_packs());
    message.set_author(rules.author.toStdString());
    message.set_confirmed_by(rules.confirmedBy.toStdString());
    message.set_published_at_us(microseconds(rules.publishedAt));
    message.set_reason(rules.reason.toStdString());
    message.set_hash(rules.hash.toStdString());
    return message;
}

purchasing::RuleSetVersion fromWire(const rule_sets::RuleSet& message)
{
    purchasing::RuleSetVersion rules;
    rules.version = message.version();
    rules.packs = packsOf(message.packs());
    rules.author = text(message.author());
    rules.confirmedBy = text(message.confirmed_by());
    rules.publishedAt = timeOf(message.published_at_us());
    rules.reason = text(message.reason());
    rules.hash = QByteArray::fromStdString(message.hash());
    return rules;
}

rule_sets::Proposal toWire(const purchasing::RuleProposal& proposal)
{
    rule_sets::Proposal message;
    message.set_id(proposal.id);
    message.set_based_on(proposal.basedOn);
    putPacks(proposal.packs, *message.mutable_packs());
    message.set_hash(proposal.hash.toStdString());
    message.set_reason(proposal.reason.toStdString());
    message.set_author_id(proposal.authorId.toStdString());
    message.set_author(proposal.author.toStdString());
    message.set_author_login(proposal.authorLogin.toStdString());
    message.set_proposed_at_us(microseconds(proposal.proposedAt));
    return message;
}

purchasing::RuleProposal fromWire(const rule_sets::Proposal& message)
{
    purchasing::RuleProposal proposal;
    proposal.id = message.id();
    proposal.basedOn = message.based_on();
    proposal.packs = packsOf(message.packs());
    proposal.hash = QByteArray::fromStdString(message.hash());
    proposal.reason = text(message.reason());
    proposal.authorId = text(message.author_id());
    proposal.author = text(message.author());
    proposal.authorLogin = text(message.author_login());
    proposal.proposedAt = timeOf(message.proposed_at_us());
    return proposal;
}

rule_sets::Draft toWire(const purchasing::RuleDraft& draft)
{
    rule_sets::Draft message;
    putPacks(draft.packs, *message.mutable_packs());
    message.set_based_on(draft.basedOn);
    message.set_saved_at_us(microseconds(draft.savedAt));
    message.set_revision(draft.revision);
    return message;
}

purchasing::RuleDraft fromWire(const rule_sets::Draft& message)
{
    return {packsOf(message.packs()), message.based_on(), timeOf(message.saved_at_us()), message.revision()};
}

rule_sets::PublishRequest publishing(const std::vector<purchasing::RulePack>& packs, std::int64_t basedOn,
                                     const QString& reason)
{
    rule_sets::PublishRequest message;
    putPacks(packs, *message.mutable_packs());
    message.set_based_on(basedOn);
    message.set_reason(reason.toStdString());
    return message;
}

bool isAsNamed(const purchasing::RuleSetVersion& rules)
{
    return ruleSetHash(rules.packs) == rules.hash;
}

bool isAsNamed(const purchasing::RuleProposal& proposal)
{
    return ruleSetHash(proposal.packs) == proposal.hash;
}

} // namespace purchasing::wire
