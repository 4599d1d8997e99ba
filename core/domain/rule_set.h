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

/// SHA-256 over names, activity and texts, in order: what a version is known by wherever its texts are kept.
[[nodiscard]] QByteArray ruleSetHash(const std::vector<RulePack>& packs);

/// A published, numbered version of the rules. The newest decides orders; a draft never does.
struct RuleSetVersion
{
    std::int64_t version = 0;
    std::vector<RulePack> packs; ///< In the order they run on equal salience.
    QString author;
    QString confirmedBy; ///< The second person; empty where one operator published alone.
    QDateTime publishedAt; ///< UTC.
    QString reason;
    QByteArray hash; ///< SHA-256 over names, activity and texts.
};

/// Rules that one person proposes and another has to confirm before they are in force.
struct RuleProposal
{
    std::int64_t id = 0;
    std::int64_t basedOn = 0; ///< The version in force when it was made.
    std::vector<RulePack> packs;
    QByteArray hash; ///< As RuleSetVersion::hash; who confirms names what they looked at by it.
    QString reason;
    QString authorId;
    QString author;
    QString authorLogin; ///< Who was logged in; empty where unknown.
    QDateTime proposedAt; ///< UTC.

    /// Another version was published meanwhile, and these rules would undo what it changed: nobody can
    /// confirm them.
    [[nodiscard]] bool isStale(std::int64_t inForce) const { return basedOn < inForce; }
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
