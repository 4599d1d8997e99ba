#include "ui/shell/shortcut_keys.h"

#include "ui/parts/action_state.h"

#include <QAction>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>
#include <QSettings>

#include <algorithm>

namespace purchasing::ui {
namespace {

const QStringList kListing{QStringLiteral("menu.recent"), QStringLiteral("menu.views")};
const QString kActPrefix = QStringLiteral("action.");
const QString kNoKey = QStringLiteral("none"); // An empty list would be read as if nobody had chosen.

QString keptUnder(const QString& name)
{
    return QStringLiteral("shortcuts/") + name.mid(kActPrefix.size());
}

/// All of a menu, with those of its submenus; not of menus that list anew each time what there is.
QList<QAction*> actsIn(const QMenu& menu)
{
    QList<QAction*> acts;
    for (QAction* action : menu.actions()) {
        const QMenu* inner = action->menu();
        if (inner && !kListing.contains(inner->objectName()))
            acts += actsIn(*inner);
        else if (!inner)
            acts << action;
    }
    return acts;
}

} // namespace

ShortcutKeys::ShortcutKeys(QMainWindow& window, QSettings& settings)
    : m_window(window)
    , m_settings(settings)
{
}

void ShortcutKeys::gather()
{
    std::vector<KeyedAct> before;
    before.swap(m_acts);
    for (const QAction* title : m_window.menuBar()->actions()) {
        if (!title->menu())
            continue;
        for (QAction* action : actsIn(*title->menu()))
            add(action, QString(title->text()).remove(QLatin1Char('&')));
    }
    for (auto* action : m_window.findChildren<QAction*>()) {
        if (!action->shortcuts().isEmpty())
            add(action, tr("Elsewhere"));
    }
    for (const KeyedAct& act : before) // Somebody may have taken all its keys away.
        add(act.action, act.group);
    for (KeyedAct& act : m_acts) {
        const auto known = std::find_if(before.begin(), before.end(),
                                        [&](const KeyedAct& one) { return one.action == act.action; });
        if (known != before.end()) {
            act.usual = known->usual;
            continue;
        }
        const QVariant kept = m_settings.value(keptUnder(act.name));
        if (!kept.isValid())
            continue;
        QList<QKeySequence> keys;
        for (const QString& key : kept.toStringList()) {
            if (key != kNoKey)
                keys << QKeySequence(key, QKeySequence::PortableText);
        }
        act.action->setShortcuts(keys);
        tellKeys(act.action);
    }
    Q_EMIT changed();
}

void ShortcutKeys::add(QAction* action, const QString& group)
{
    const QString name = action->objectName();
    if (name.startsWith(kActPrefix) && !find(name))
        m_acts.push_back({action, name, group, action->shortcuts()});
}

const KeyedAct* ShortcutKeys::find(const QString& name) const
{
    const auto found =
        std::find_if(m_acts.begin(), m_acts.end(), [&](const KeyedAct& act) { return act.name == name; });
    return found == m_acts.end() ? nullptr : &*found;
}

void ShortcutKeys::assign(const QString& name, const QList<QKeySequence>& keys)
{
    const KeyedAct* act = find(name);
    if (!act || act->action->shortcuts() == keys)
        return;
    act->action->setShortcuts(keys);
    tellKeys(act->action);
    QStringList kept;
    if (keys.isEmpty())
        kept << kNoKey;
    for (const QKeySequence& key : keys)
        kept << key.toString(QKeySequence::PortableText);
    if (keys == act->usual)
        m_settings.remove(keptUnder(name)); // A later version may have a better one.
    else
        m_settings.setValue(keptUnder(name), kept);
    Q_EMIT changed();
}

QString ShortcutKeys::textOf(const QAction& action)
{
    QString text = action.property(kActName).toString();
    if (text.isEmpty())
        text = action.text();
    static const QRegularExpression count(QStringLiteral("\\s\\([^)]*\\)$|…$"));
    return text.remove(QLatin1Char('&')).remove(count);
}

QString ShortcutKeys::inWords(const QList<QKeySequence>& keys)
{
    QStringList names;
    for (const QKeySequence& key : keys)
        names << key.toString(QKeySequence::NativeText);
    return names.join(QStringLiteral(", "));
}

std::vector<FixedKeys> ShortcutKeys::fixed()
{
    const auto key = [](auto keys) { return QKeySequence(keys).toString(QKeySequence::NativeText); };
    return {{tr("Complete a word"), {key(Qt::CTRL | Qt::Key_Space)}},
            {tr("Comment or uncomment lines"), {key(Qt::CTRL | Qt::Key_Slash)}},
            {tr("Let Tab leave the editor, or indent again"), {key(Qt::CTRL | Qt::Key_M)}},
            {tr("Leave the editor"), {key(Qt::CTRL | Qt::Key_Tab)}},
            {tr("Open what is selected"), {key(Qt::Key_Return)}},
            {tr("Open the menu of what is selected"), {key(Qt::SHIFT | Qt::Key_F10)}}};
}

QString ShortcutKeys::fixedGroup()
{
    return tr("Rule editor and lists");
}

} // namespace purchasing::ui
