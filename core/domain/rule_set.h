#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <vector>

namespace purchasing {

/// One GRL file of a rule set.
struct RulePack
{
    QString name; ///< File name: "purchasing_rules.grl".
    QString text;
    bool active = true; ///< Inactive packs are kept with the set but not run.

    friend bool operator==(const RulePack&, const RulePack&) = default;
};

/// A published, numbered version of the rules. The newest decides orders; a draft never does.
struct RuleSetVersion
{
    std::int64_t version = 0;
    std::vector<RulePack> packs; ///< In the order they run on equal salience.
    QString author;
    QDateTime publishedAt; ///< UTC.
    QString reason;
    QByteArray hash; ///< SHA-256 over names, activity and texts.
};

/// The unpublished working copy of one person, saved as they type.
struct RuleDraft
{
    std::vector<RulePack> packs;
    std::int64_t basedOn = 0; ///< The version it started from.
    QDateTime savedAt; ///< UTC.
    /// Raised by every save, never used twice; 0 where none was ever stored. A save names the one it started
    /// from.
    std::int64_t revision = 0;
};

} // namespace purchasing
