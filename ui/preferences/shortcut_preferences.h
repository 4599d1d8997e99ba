#pragma once

#include "ui/preferences/preferences_page.h"

#include <QHash>
#include <QKeySequence>

class QKeySequenceEdit;
class QLabel;
class QPushButton;
class QTableWidget;

namespace purchasing::ui {

class ShortcutKeys;

/// The page about keys: every act with its keys, to be changed, taken from another act, and reset. A key that
/// another act has is named at once and not taken before somebody says so.
class ShortcutPreferences : public PreferencesPage
{
    Q_OBJECT

public:
    /// `keys` must outlive it.
    explicit ShortcutPreferences(ShortcutKeys& keys, QWidget* parent = nullptr);

    /// Shows the acts that have the words in their name, menu or keys.
    bool look(const QString& words) override;

private:
    void fill();
    void showChosen();
    void take(const QKeySequence& key);
    void takeAway();
    void put(const QString& name, const QList<QKeySequence>& keys);
    void say(const QString& problem);
    [[nodiscard]] QString chosen() const;
    /// The act that has the key in what is typed here; empty without. `holder` becomes its name.
    [[nodiscard]] QString holderOf(const QKeySequence& key, QString& holder) const;

    ShortcutKeys& m_keys;
    QHash<QString, QList<QKeySequence>> m_typed; ///< Of every act, as it will be saved.
    QString m_words;
    QTableWidget* m_table;
    QKeySequenceEdit* m_edit;
    QPushButton* m_take;
    QPushButton* m_none;
    QPushButton* m_usual;
    QLabel* m_message;
    QKeySequence m_refused; ///< Typed, but somebody else's.
};

} // namespace purchasing::ui
