#include "ui/preferences/shortcut_preferences.h"

#include "ui/parts/action_state.h"
#include "ui/parts/flow_layout.h"
#include "ui/parts/panel_layout.h"
#include "ui/shell/shortcut_keys.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QHeaderView>
#include <QKeyEvent>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <functional>

namespace purchasing::ui {
namespace {

constexpr int kKeyWidth = 32; // Characters.

enum ShortcutColumn { ShortcutAct, ShortcutKey, ShortcutMenu };

/// Says at once what was pressed; Qt's own waits for more keys first. Esc leaves it, and is no key for an
/// act.
class PressedKey : public QKeySequenceEdit
{
public:
    PressedKey(QWidget* parent, std::function<void(const QKeySequence&)> pressed, std::function<void()> left)
        : QKeySequenceEdit(parent)
        , m_pressed(std::move(pressed))
        , m_left(std::move(left))
    {
    }

protected:
    void keyPressEvent(QKeyEvent* event) override
    {
        if (event->key() == Qt::Key_Escape && event->modifiers() == Qt::NoModifier) {
            event->accept(); // The dialog stays open.
            m_left();
            return;
        }
        QKeySequenceEdit::keyPressEvent(event);
        if (!keySequence().isEmpty())
            m_pressed(keySequence());
    }

private:
    std::function<void(const QKeySequence&)> m_pressed;
    std::function<void()> m_left;
};

/// Letters and the like would no longer be typed into any text.
bool wouldTakeTyping(const QKeySequence& key)
{
    const QKeyCombination pressed = key[0];
    const bool isFunctionKey = pressed.key() >= Qt::Key_F1 && pressed.key() <= Qt::Key_F35;
    return !isFunctionKey
        && !(pressed.keyboardModifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
}

} // namespace

ShortcutPreferences::ShortcutPreferences(ShortcutKeys& keys, QWidget* parent)
    : PreferencesPage("shortcuts", tr("Shortcuts"), parent)
    , m_keys(keys)
    , m_table(plainTable({tr("Act"), tr("Keys"), tr("Menu")}, QStringLiteral("table.keys"), this))
    , m_edit(new PressedKey(
          this, [this](const QKeySequence& key) { take(key); },
          [this] {
              showChosen();
              m_table->setFocus();
          }))
    , m_take(new QPushButton(tr("&Take it from there"), this))
    , m_none(new QPushButton(tr("&No key"), this))
    , m_usual(new QPushButton(tr("&Usual key"), this))
    , m_message(plainLabel({}, this))
{
    auto* all = new QPushButton(tr("A&ll usual keys"), this);
    all->setObjectName(QStringLiteral("btn.allUsualKeys"));
    m_table->setAccessibleName(tr("Acts and their keys"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_edit->setObjectName(QStringLiteral("edit.key"));
    m_edit->setAccessibleName(tr("New key for the chosen act"));
    if (auto* inner = m_edit->findChild<QWidget*>())
        inner->setAccessibleName(tr("New key for the chosen act"));
    m_edit->setMinimumWidth(fontMetrics().averageCharWidth() * kKeyWidth); // Qt's own invitation.
    m_take->setObjectName(QStringLiteral("btn.takeKey"));
    m_none->setObjectName(QStringLiteral("btn.noKey"));
    m_usual->setObjectName(QStringLiteral("btn.usualKey"));
    m_message->setObjectName(QStringLiteral("label.keyMessage"));

    auto* filling = new QWidget(this);
    auto* layout = new QVBoxLayout(filling);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_table, 1);
    auto* row = new FlowLayout;
    auto* label = new QLabel(tr("New &key:"), filling);
    label->setBuddy(m_edit);
    for (QWidget* each :
         {static_cast<QWidget*>(label), static_cast<QWidget*>(m_edit), static_cast<QWidget*>(m_take),
          static_cast<QWidget*>(m_none), static_cast<QWidget*>(m_usual), static_cast<QWidget*>(all)})
        row->addWidget(each);
    layout->addLayout(row);
    layout->addWidget(m_message);
    addFilling(filling);

    for (const KeyedAct& act : m_keys.acts())
        m_typed.insert(act.name, act.action->shortcuts());
    connect(m_table, &QTableWidget::itemSelectionChanged, this, &ShortcutPreferences::showChosen);
    connect(m_take, &QPushButton::clicked, this, &ShortcutPreferences::takeAway);
    connect(m_none, &QPushButton::clicked, this, [this] { put(chosen(), {}); });
    connect(m_usual, &QPushButton::clicked, this, [this] {
        const KeyedAct* act = m_keys.find(chosen());
        if (!act)
            return;
        QString holder;
        for (const QKeySequence& key : act->usual) {
            const QString by = holderOf(key, holder);
            if (!by.isEmpty())
                return take(key);
        }
        put(act->name, act->usual);
    });
    connect(all, &QPushButton::clicked, this, [this] {
        for (const KeyedAct& act : m_keys.acts())
            m_typed[act.name] = act.usual;
        fill();
        say(tr("All keys are as they were at first. Save keeps that."));
    });
    checkWith([this] {
        return m_refused.isEmpty() ? QString()
                                   : tr("Two acts cannot have one key: %1").arg(m_message->text());
    });
    whenSaved([this] {
        // First those that give a key away.
        for (const KeyedAct& act : m_keys.acts()) {
            if (m_typed[act.name].isEmpty())
                m_keys.assign(act.name, {});
        }
        for (const QString& name : m_typed.keys())
            m_keys.assign(name, m_typed[name]);
    });
    fill();
}

bool ShortcutPreferences::look(const QString& words)
{
    m_words = words;
    const bool isPage = PreferencesPage::look(words); // Its title: all are shown.
    if (isPage)
        m_words.clear();
    fill();
    return isPage || (!words.trimmed().isEmpty() && m_table->rowCount() > 0);
}

void ShortcutPreferences::fill()
{
    const QString before = chosen();
    {
        const QSignalBlocker quiet(m_table);
        m_table->setRowCount(0);
        for (const KeyedAct& act : m_keys.acts()) {
            const QString text = ShortcutKeys::textOf(*act.action);
            const QString keys = ShortcutKeys::inWords(m_typed.value(act.name));
            const QString all = text + QLatin1Char(' ') + keys + QLatin1Char(' ') + act.group;
            if (!all.contains(m_words.trimmed(), Qt::CaseInsensitive))
                continue;
            const int row = m_table->rowCount();
            m_table->insertRow(row);
            setCell(m_table, row, ShortcutAct, text);
            setCell(m_table, row, ShortcutKey, keys);
            setCell(m_table, row, ShortcutMenu, act.group);
            m_table->item(row, ShortcutAct)->setData(Qt::UserRole, act.name);
            QFont font = m_table->font();
            font.setBold(m_typed.value(act.name) != act.usual); // Changed ones are found again.
            m_table->item(row, ShortcutKey)->setFont(font);
            if (act.name == before)
                m_table->setCurrentCell(row, ShortcutAct);
        }
        m_table->resizeColumnsToContents();
        if (m_table->currentItem())
            m_table->scrollToItem(m_table->currentItem());
    }
    showChosen();
}

QString ShortcutPreferences::chosen() const
{
    const int row = m_table->selectionModel()->hasSelection() ? m_table->currentRow() : -1;
    return row < 0 ? QString() : m_table->item(row, ShortcutAct)->data(Qt::UserRole).toString();
}

void ShortcutPreferences::showChosen()
{
    const QString name = chosen();
    const QList<QKeySequence> keys = m_typed.value(name);
    const KeyedAct* act = m_keys.find(name);
    {
        const QSignalBlocker quiet(m_edit);
        m_edit->setKeySequence(keys.isEmpty() ? QKeySequence() : keys.front());
    }
    m_refused = {};
    m_take->hide();
    const QString nothing = act ? QString() : tr("choose an act in the list first");
    explainWidget(m_edit, tr("Press the keys that the act shall have; Esc leaves them as they are"), nothing);
    explainWidget(m_none, tr("The act stays in its menu"),
                  !act                 ? nothing
                      : keys.isEmpty() ? tr("it has none")
                                       : QString());
    explainWidget(m_usual, tr("The key it had at first"),
                  !act                     ? nothing
                      : keys == act->usual ? tr("it has its usual key")
                                           : QString());
    say(act ? QString() : tr("Choose an act, then press its new key in the field below the list."));
}

void ShortcutPreferences::take(const QKeySequence& typed)
{
    if (typed.isEmpty() || chosen().isEmpty())
        return;
    const QKeySequence key(typed[0]); // One press, not several after each other.
    {
        const QSignalBlocker quiet(m_edit);
        m_edit->setKeySequence(key);
    }
    const QString shown = key.toString(QKeySequence::NativeText);
    m_refused = {};
    m_take->hide();
    if (wouldTakeTyping(key))
        return say(tr("%1 is needed for typing. Press it together with Ctrl or Alt.").arg(shown));
    QString holder;
    const QString by = holderOf(key, holder);
    if (by.isEmpty())
        return put(chosen(), {key});
    m_refused = key;
    m_take->setVisible(!holder.isEmpty());
    say(holder.isEmpty() ? tr("%1 belongs to “%2” and stays there.").arg(shown, by)
                         : tr("%1 is the key of “%2”.").arg(shown, by));
}

void ShortcutPreferences::takeAway()
{
    QString holder;
    const QString by = holderOf(m_refused, holder);
    if (by.isEmpty() || holder.isEmpty())
        return;
    m_typed[holder].removeAll(m_refused);
    put(chosen(), {m_refused});
    say(tr("“%1” has no such key any more. Save keeps that.").arg(by));
}

void ShortcutPreferences::put(const QString& name, const QList<QKeySequence>& keys)
{
    if (name.isEmpty())
        return;
    m_typed[name] = keys;
    fill();
}

QString ShortcutPreferences::holderOf(const QKeySequence& key, QString& holder) const
{
    for (const KeyedAct& act : m_keys.acts()) {
        if (act.name == chosen() || !m_typed.value(act.name).contains(key))
            continue;
        holder = act.name;
        return ShortcutKeys::textOf(*act.action);
    }
    for (const FixedKeys& fixed : ShortcutKeys::fixed()) {
        if (fixed.keys.contains(key.toString(QKeySequence::NativeText)))
            return fixed.act;
    }
    return {};
}

void ShortcutPreferences::say(const QString& problem)
{
    m_message->setText(problem);
    QPalette palette;
    if (!m_refused.isEmpty())
        palette.setColor(QPalette::WindowText, theme::ink(theme::Tone::Attention));
    m_message->setPalette(palette);
}

} // namespace purchasing::ui
