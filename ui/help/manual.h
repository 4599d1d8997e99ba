#pragma once

#include "ui/shell/shortcut_keys.h"

#include <QString>

#include <vector>

namespace purchasing::ui {

/// A page of the manual, ready to be shown: keys and the list of shortcuts are filled in.
struct ManualPage
{
    QString id; ///< The name of its file, by which links name it.
    QString title;
    QString html;
};

/// The manual in one language, from the files under resources/help, with the keys that hold in this program.
class Manual
{
public:
    /// A code without pages of its own gives the English ones. Keys are looked up once: make a new one when
    /// they change.
    Manual(const QString& language, const ShortcutKeys& keys);

    /// In reading order.
    [[nodiscard]] const std::vector<ManualPage>& pages() const { return m_pages; }
    /// Null where there is no such page.
    [[nodiscard]] const ManualPage* page(const QString& id) const;
    /// The folder of its pictures, as a resource.
    [[nodiscard]] const QString& folder() const { return m_folder; }

    struct Hit
    {
        QString pageId;
        QString title;
        QString excerpt; ///< Around the first of the words.
    };
    /// Pages that have all the words somewhere, those most about the first of them first.
    [[nodiscard]] std::vector<Hit> search(const QString& words) const;

    /// The anchor of a word of the rule language on the page "grl"; empty where it has none.
    [[nodiscard]] QString anchorOf(const QString& ruleWord) const;

private:
    QString m_folder;
    std::vector<ManualPage> m_pages;
    std::vector<QString> m_texts; ///< Of each page, for searching.
};

} // namespace purchasing::ui
