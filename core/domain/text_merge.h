#pragma once

#include <QStringList>

#include <vector>

namespace purchasing {

/// A stretch of lines, from 0 and without its end, and what stands there in the other text.
struct LineChange
{
    int fromStart = 0;
    int fromEnd = 0;
    int toStart = 0;
    int toEnd = 0;

    friend bool operator==(const LineChange&, const LineChange&) = default;
};

/// What has to be replaced in `from` to get `to`: the fewest lines, or one stretch where the texts have next
/// to nothing in common.
[[nodiscard]] std::vector<LineChange> lineChanges(const QStringList& from, const QStringList& to);

/// A stretch of a text that two people changed.
struct MergePart
{
    enum class Kind {
        Same, ///< Nobody changed it.
        Mine,
        Theirs,
        Both, ///< Both made the same change.
        Conflict ///< Each made another change.
    };
    Kind kind = Kind::Same;
    int mineLine = 0; ///< Where it begins in mine, from 0.
    QStringList base;
    QStringList mine;
    QStringList theirs;

    friend bool operator==(const MergePart&, const MergePart&) = default;
};

/// The parts of a three-way merge in the order of the text. Changes that touch each other are one conflict,
/// because neither author saw what they mean together.
[[nodiscard]] std::vector<MergePart> mergeLines(const QStringList& base, const QStringList& mine,
                                                const QStringList& theirs);

} // namespace purchasing
