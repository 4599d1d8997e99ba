#pragma once

#include "core/domain/rule_set.h"

#include <optional>

class QSettings;
class QString;

namespace purchasing::ui {

/// Keeps the rule text that the database does not have in the settings: while it cannot be reached, and where
/// another window's text waits to be merged. With it goes what the database had, for the merge.
class DraftJournal
{
public:
    struct Entry
    {
        RuleDraft mine;
        RuleDraft stored; ///< What the text was typed on; the published rules where there was no draft.
    };

    /// `place` names the database.
    DraftJournal(QSettings& settings, const QString& place);

    [[nodiscard]] std::optional<Entry> find(const QString& personId) const;
    /// Written at once: the program may be killed.
    void keep(const QString& personId, const Entry& entry);
    void drop(const QString& personId);

private:
    [[nodiscard]] QString keyOf(const QString& personId) const;

    QSettings* m_settings;
    QString m_group;
};

} // namespace purchasing::ui
