#pragma once

#include <QKeySequence>
#include <QObject>
#include <QString>
#include <QStringList>

#include <vector>

class QAction;
class QMainWindow;
class QSettings;

namespace purchasing::ui {

/// An act of the program that has keys, or can be given some.
struct KeyedAct
{
    QAction* action = nullptr; ///< Owned by its page or window.
    QString name; ///< Its object name, under which its keys are kept.
    QString group; ///< The menu that has it.
    QList<QKeySequence> usual; ///< Its keys as long as nobody chose others.
};

/// Keys that belong to a text or list and stay as they are.
struct FixedKeys
{
    QString act;
    QStringList keys; ///< As they are shown.
};

/// The keys of every act of the main window: which there are, who holds one, and which a person chose, kept
/// in the settings. GUI thread only.
class ShortcutKeys : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive it.
    ShortcutKeys(QMainWindow& window, QSettings& settings);

    /// Looks for acts that were added since and gives them the keys that were chosen for them.
    void gather();
    /// In the order of the menus.
    [[nodiscard]] const std::vector<KeyedAct>& acts() const { return m_acts; }
    [[nodiscard]] const KeyedAct* find(const QString& name) const;
    /// Gives an act these keys from now on and at every start. Whether they are free was looked at before.
    void assign(const QString& name, const QList<QKeySequence>& keys);

    /// The act in words, without what only a menu needs.
    [[nodiscard]] static QString textOf(const QAction& action);
    /// Keys as this desktop writes them, the first one first; empty without any.
    [[nodiscard]] static QString inWords(const QList<QKeySequence>& keys);
    /// Those of the rule editor and of lists.
    [[nodiscard]] static std::vector<FixedKeys> fixed();
    /// What fixed() belong to.
    [[nodiscard]] static QString fixedGroup();

Q_SIGNALS:
    void changed();

private:
    void add(QAction* action, const QString& group);

    QMainWindow& m_window;
    QSettings& m_settings;
    std::vector<KeyedAct> m_acts;
};

} // namespace purchasing::ui
