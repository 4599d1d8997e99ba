#include "core/domain/rule_merge.h"

#include <QSet>

#include <algorithm>

namespace purchasing {
namespace {

const RulePack* find(const std::vector<RulePack>& packs, const QString& name)
{
    const auto found =
        std::find_if(packs.begin(), packs.end(), [&name](const RulePack& pack) { return pack.name == name; });
    return found == packs.end() ? nullptr : &*found;
}

QStringList namesOf(const std::vector<RulePack>& packs)
{
    QStringList names;
    for (const RulePack& pack : packs)
        names << pack.name;
    return names;
}

QString ended(const QStringList& lines)
{
    QString text;
    for (const QString& line : lines)
        text += line + QLatin1Char('\n');
    return text;
}

QStringList linesOf(QString text)
{
    if (text.isEmpty())
        return {};
    if (text.endsWith(QLatin1Char('\n')))
        text.chop(1);
    return text.split(QLatin1Char('\n'));
}

/// What one side changed, else what the other has.
bool merged(bool base, bool mine, bool theirs)
{
    return mine != base ? mine : theirs;
}

} // namespace

RuleMerge::RuleMerge(const std::vector<RulePack>& base, const std::vector<RulePack>& mine,
                     const std::vector<RulePack>& theirs)
{
    // The order is mine unless only they changed it; what only one side has comes last.
    QStringList names = namesOf(namesOf(mine) == namesOf(base) ? theirs : mine);
    for (const QString& name : namesOf(mine) + namesOf(theirs)) {
        if (!names.contains(name))
            names << name;
    }
    for (const QString& name : names)
        addPack(find(base, name), find(mine, name), find(theirs, name));
}

void RuleMerge::addPack(const RulePack* base, const RulePack* mine, const RulePack* theirs)
{
    if (!mine || !theirs) {
        const RulePack* left = mine ? mine : theirs;
        if (base && *left == *base) {
            m_taken += mine ? 1 : 0; // They removed what I left alone.
            return;
        }
        m_taken += mine ? 0 : 1;
        m_packs.push_back({*left, {}, m_conflicts.size()});
        return;
    }
    Merged result{*mine, {}, m_conflicts.size()};
    // Packs that both added under one name have nothing in common before.
    result.pack.active = base ? merged(base->active, mine->active, theirs->active) : mine->active;
    m_taken += result.pack.active != mine->active ? 1 : 0;
    const QStringList before = base ? base->text.split(QLatin1Char('\n')) : QStringList();
    result.parts =
        mergeLines(before, mine->text.split(QLatin1Char('\n')), theirs->text.split(QLatin1Char('\n')));
    for (const MergePart& part : result.parts) {
        if (part.kind == MergePart::Kind::Theirs)
            ++m_taken;
        if (part.kind == MergePart::Kind::Conflict) {
            m_conflicts.push_back({mine->name, part.mineLine + 1, ended(part.base), ended(part.mine),
                                   ended(part.theirs), std::nullopt});
        }
    }
    m_packs.push_back(std::move(result));
}

void RuleMerge::resolve(std::size_t conflict, const QString& text)
{
    m_conflicts[conflict].resolved = text;
}

bool RuleMerge::isResolved() const
{
    return std::all_of(m_conflicts.begin(), m_conflicts.end(),
                       [](const RuleConflict& conflict) { return conflict.resolved.has_value(); });
}

QString RuleMerge::textOf(const Merged& merged) const
{
    if (merged.parts.empty())
        return merged.pack.text;
    QStringList lines;
    std::size_t conflict = merged.firstConflict;
    for (const MergePart& part : merged.parts) {
        switch (part.kind) {
        case MergePart::Kind::Same: lines += part.base; break;
        case MergePart::Kind::Mine:
        case MergePart::Kind::Both: lines += part.mine; break;
        case MergePart::Kind::Theirs: lines += part.theirs; break;
        case MergePart::Kind::Conflict: {
            const RuleConflict& place = m_conflicts[conflict++];
            lines += place.resolved ? linesOf(*place.resolved) : part.mine;
            break;
        }
        }
    }
    return lines.join(QLatin1Char('\n'));
}

std::vector<RulePack> RuleMerge::packs() const
{
    std::vector<RulePack> result;
    for (const Merged& merged : m_packs) {
        result.push_back(merged.pack);
        result.back().text = textOf(merged);
    }
    return result;
}

} // namespace purchasing
