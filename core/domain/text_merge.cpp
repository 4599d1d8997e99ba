#include "core/domain/text_merge.h"

#include <QHash>

#include <algorithm>

namespace purchasing {
namespace {

/// Beyond this many changed lines the texts are taken as having nothing in common; time and memory grow with
/// the square.
constexpr int kMostChanges = 2000;

/// Lines as numbers, which compare faster.
std::vector<int> numbered(const QStringList& lines, QHash<QString, int>& numbers)
{
    std::vector<int> found;
    found.reserve(static_cast<std::size_t>(lines.size()));
    for (const QString& line : lines) {
        auto known = numbers.constFind(line);
        if (known == numbers.constEnd())
            known = numbers.insert(line, static_cast<int>(numbers.size()));
        found.push_back(*known);
    }
    return found;
}

/// The greedy algorithm of Myers over the stretch in which two texts differ.
class Comparison
{
public:
    Comparison(const std::vector<int>& from, const std::vector<int>& to, int start, int fromEnd, int toEnd)
        : m_from(from)
        , m_to(to)
        , m_start(start)
        , m_fromSize(fromEnd - start)
        , m_toSize(toEnd - start)
    {
    }

    [[nodiscard]] std::vector<LineChange> changes()
    {
        if (m_fromSize == 0 || m_toSize == 0 || !findPath())
            return {{m_start, m_start + m_fromSize, m_start, m_start + m_toSize}};
        return walkBack();
    }

private:
    [[nodiscard]] bool isSame(int x, int y) const
    {
        return m_from[static_cast<std::size_t>(m_start + x)] == m_to[static_cast<std::size_t>(m_start + y)];
    }

    /// How far the furthest path on each diagonal comes with `steps` changes; the index of diagonal 0 is
    /// `steps`.
    [[nodiscard]] static int bestStart(const std::vector<int>& before, int steps, int diagonal)
    {
        const auto at = [&](int k) { return before[static_cast<std::size_t>(k + steps - 1)]; };
        if (diagonal == -steps || (diagonal != steps && at(diagonal - 1) < at(diagonal + 1)))
            return diagonal + 1;
        return diagonal - 1;
    }

    bool findPath()
    {
        for (int steps = 0; steps <= std::min(kMostChanges, m_fromSize + m_toSize); ++steps) {
            std::vector<int> reached(static_cast<std::size_t>(2 * steps + 1));
            for (int diagonal = -steps; diagonal <= steps; diagonal += 2) {
                int x = 0;
                if (steps > 0) {
                    const int from = bestStart(m_reached.back(), steps, diagonal);
                    const int before = m_reached.back()[static_cast<std::size_t>(from + steps - 1)];
                    x = from < diagonal ? before + 1 : before;
                }
                int y = x - diagonal;
                while (x < m_fromSize && y >= 0 && y < m_toSize && isSame(x, y)) {
                    ++x;
                    ++y;
                }
                reached[static_cast<std::size_t>(diagonal + steps)] = x;
                if (x >= m_fromSize && y >= m_toSize) {
                    m_reached.push_back(std::move(reached));
                    return true;
                }
            }
            m_reached.push_back(std::move(reached));
        }
        return false;
    }

    [[nodiscard]] std::vector<LineChange> walkBack() const
    {
        std::vector<LineChange> found;
        int x = m_fromSize;
        int y = m_toSize;
        for (int steps = static_cast<int>(m_reached.size()) - 1; steps > 0; --steps) {
            const auto& before = m_reached[static_cast<std::size_t>(steps - 1)];
            const int diagonal = x - y;
            const int from = bestStart(before, steps, diagonal);
            const int beforeX = before[static_cast<std::size_t>(from + steps - 1)];
            const int beforeY = beforeX - from;
            const bool isRemoval = from < diagonal;
            const LineChange change{m_start + beforeX, m_start + beforeX + (isRemoval ? 1 : 0),
                                    m_start + beforeY, m_start + beforeY + (isRemoval ? 0 : 1)};
            if (!found.empty() && change.fromEnd == found.back().fromStart
                && change.toEnd == found.back().toStart) {
                found.back().fromStart = change.fromStart;
                found.back().toStart = change.toStart;
            } else {
                found.push_back(change);
            }
            x = beforeX;
            y = beforeY;
        }
        std::reverse(found.begin(), found.end());
        return found;
    }

    const std::vector<int>& m_from;
    const std::vector<int>& m_to;
    int m_start;
    int m_fromSize;
    int m_toSize;
    std::vector<std::vector<int>> m_reached;
};

/// Walks over one side's changes while the merge walks over the base.
struct Side
{
    const QStringList& lines;
    const std::vector<LineChange> changes;
    std::size_t next = 0;
    int shift = 0; ///< From a place in the base behind the taken changes to the place here.

    [[nodiscard]] bool isDone() const { return next == changes.size(); }
    [[nodiscard]] bool begins(int before) const { return !isDone() && changes[next].fromStart <= before; }
    int take()
    {
        const LineChange& change = changes[next++];
        shift = change.toEnd - change.fromEnd;
        return change.fromEnd;
    }
    [[nodiscard]] QStringList between(int start, int end) const { return lines.mid(start, end - start); }
};

} // namespace

std::vector<LineChange> lineChanges(const QStringList& from, const QStringList& to)
{
    QHash<QString, int> numbers;
    const std::vector<int> left = numbered(from, numbers);
    const std::vector<int> right = numbered(to, numbers);
    int fromEnd = static_cast<int>(left.size());
    int toEnd = static_cast<int>(right.size());
    int start = 0;
    while (start < fromEnd && start < toEnd
           && left[static_cast<std::size_t>(start)] == right[static_cast<std::size_t>(start)])
        ++start;
    while (fromEnd > start && toEnd > start
           && left[static_cast<std::size_t>(fromEnd - 1)] == right[static_cast<std::size_t>(toEnd - 1)]) {
        --fromEnd;
        --toEnd;
    }
    if (start == fromEnd && start == toEnd)
        return {};
    return Comparison(left, right, start, fromEnd, toEnd).changes();
}

std::vector<MergePart> mergeLines(const QStringList& base, const QStringList& mine, const QStringList& theirs)
{
    Side a{mine, lineChanges(base, mine)};
    Side b{theirs, lineChanges(base, theirs)};
    std::vector<MergePart> parts;
    const auto addSame = [&](int start, int end) {
        if (start < end)
            parts.push_back({MergePart::Kind::Same, start + a.shift, base.mid(start, end - start), {}, {}});
    };
    int done = 0;
    while (!a.isDone() || !b.isDone()) {
        const int start = std::min(a.isDone() ? base.size() : a.changes[a.next].fromStart,
                                   b.isDone() ? base.size() : b.changes[b.next].fromStart);
        addSame(done, start);
        const int mineStart = start + a.shift;
        const int theirsStart = start + b.shift;
        int end = start;
        bool isMine = false;
        bool isTheirs = false;
        while (a.begins(end) || b.begins(end)) {
            Side& side = a.begins(end) ? a : b;
            (&side == &a ? isMine : isTheirs) = true;
            end = std::max(end, side.take());
        }
        MergePart part;
        part.mineLine = mineStart;
        part.base = base.mid(start, end - start);
        part.mine = a.between(mineStart, end + a.shift);
        part.theirs = b.between(theirsStart, end + b.shift);
        part.kind = !isTheirs          ? MergePart::Kind::Mine
            : !isMine                  ? MergePart::Kind::Theirs
            : part.mine == part.theirs ? MergePart::Kind::Both
                                       : MergePart::Kind::Conflict;
        parts.push_back(std::move(part));
        done = end;
    }
    addSame(done, static_cast<int>(base.size()));
    return parts;
}

} // namespace purchasing
