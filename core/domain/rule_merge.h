#pragma once

#include "core/domain/rule_set.h"
#include "core/domain/text_merge.h"

#include <optional>

namespace purchasing {

/// A place in a pack that both sides changed, each in another way. Every line ends with a line feed, so that
/// no line and an empty line are told apart.
struct RuleConflict
{
    QString pack;
    int line = 0; ///< In mine, from 1.
    QString before;
    QString mine;
    QString theirs;
    std::optional<QString> resolved; ///< What shall stand there.
};

/// The three-way merge of rule packs: what only one side changed is taken, line by line; what both changed is
/// for a person to decide. A pack that one side removed and the other changed stays, because only so nothing
/// is lost.
class RuleMerge
{
public:
    RuleMerge(const std::vector<RulePack>& base, const std::vector<RulePack>& mine,
              const std::vector<RulePack>& theirs);

    [[nodiscard]] const std::vector<RuleConflict>& conflicts() const { return m_conflicts; }
    /// How many changes were taken from the other side without a question.
    [[nodiscard]] int taken() const { return m_taken; }
    void resolve(std::size_t conflict, const QString& text);
    [[nodiscard]] bool isResolved() const;
    /// The merged packs, with mine where a conflict is not resolved.
    [[nodiscard]] std::vector<RulePack> packs() const;

private:
    /// A pack whose text is the merge of parts.
    struct Merged
    {
        RulePack pack;
        std::vector<MergePart> parts; ///< Empty where the text is the pack's own.
        std::size_t firstConflict = 0;
    };
    void addPack(const RulePack* base, const RulePack* mine, const RulePack* theirs);
    [[nodiscard]] QString textOf(const Merged& merged) const;

    std::vector<Merged> m_packs;
    std::vector<RuleConflict> m_conflicts;
    int m_taken = 0;
};

} // namespace purchasing
