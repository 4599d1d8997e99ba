#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QHash>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QTableView>

#include "tests/ui/planner_harness.h"

namespace purchasing::tests {
namespace {

constexpr int kPatience = 15000;

} // namespace

/// Without a mouse: every act has a key of its own, and the morning's work can be done with the keyboard
/// alone.
class KeyboardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noTwoActionsShareAKey()
    {
        PlannerHarness planner;
        QHash<QKeySequence, QString> owner;
        for (const QAction* action : planner.window().findChildren<QAction*>()) {
            for (const QKeySequence& key : action->shortcuts()) {
                if (action->shortcutContext() != Qt::WindowShortcut || key.isEmpty())
                    continue; // Keys of one panel are free to mean something else in another one.
                QVERIFY2(!owner.contains(key) || owner.value(key) == action->text(),
                         qPrintable(QStringLiteral("%1: %2 and %3")
                                        .arg(key.toString(), owner.value(key), action->text())));
                owner.insert(key, action->text());
            }
        }
        QVERIFY(owner.size() > 15);
    }

    /// With Ctrl+Alt many keyboards type letters of their language (AltGr).
    void noKeyTypesALetter()
    {
        PlannerHarness planner;
        int seen = 0;
        for (const QAction* action : planner.window().findChildren<QAction*>()) {
            for (const QKeySequence& key : action->shortcuts()) {
                ++seen;
                const auto held = key[0].keyboardModifiers();
                QVERIFY2(!held.testFlags(Qt::ControlModifier | Qt::AltModifier),
                         qPrintable(action->text() + QStringLiteral(": ") + key.toString()));
            }
        }
        QVERIFY(seen > 30);
    }

    void noTwoEntriesOfAMenuShareAMnemonic()
    {
        PlannerHarness planner;
        const auto check = [](const QList<QAction*>& actions, const QString& where) {
            QHash<QChar, QString> owner;
            for (const QAction* action : actions) {
                QString text = action->text();
                text.replace(QStringLiteral("&&"), QString());
                const qsizetype mark = text.indexOf(QLatin1Char('&'));
                if (mark < 0 || mark + 1 >= text.size())
                    continue;
                const QChar letter = text[mark + 1].toLower();
                QVERIFY2(!owner.contains(letter),
                         qPrintable(QStringLiteral("%1: %2 and %3").arg(where, owner.value(letter), text)));
                owner.insert(letter, text);
            }
        };
        check(planner.window().menuBar()->actions(), QStringLiteral("menu bar"));
        for (const QAction* menu : planner.window().menuBar()->actions())
            check(menu->menu()->actions(), menu->text());
    }

    /// Whatever buttons are shown beside it, in every language: Alt with its letter opens the menu at once.
    void everyMenuOpensByItsLetter_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("en") << QStringLiteral("en");
        QTest::newRow("de") << QStringLiteral("de");
    }

    void everyMenuOpensByItsLetter()
    {
        QFETCH(const QString, language);
        PlannerHarness planner({}, language);
        planner.window().activateWindow();
        QTRY_VERIFY(QApplication::activeWindow() == &planner.window());
        int opened = 0;
        for (const char* mode : {"action.mode.planning", "action.mode.rules"}) {
            planner.trigger(mode);
            for (const QAction* entry : planner.window().menuBar()->actions()) {
                if (!entry->isVisible() || !entry->isEnabled())
                    continue;
                const QKeySequence letter = QKeySequence::mnemonic(entry->text());
                QVERIFY2(!letter.isEmpty(), qPrintable(entry->text()));
                QTest::keyClick(&planner.window(), letter[0].key(), Qt::AltModifier);
                QTRY_VERIFY2(QApplication::activePopupWidget() == entry->menu(), qPrintable(entry->text()));
                ++opened;
                entry->menu()->close();
                QTRY_VERIFY(!QApplication::activePopupWidget());
                planner.window().menuBar()->setActiveAction(nullptr);
            }
        }
        QVERIFY(opened >= 18);
    }

    void aProductIsFoundAndOrderedWithKeysAlone()
    {
        PlannerHarness planner;
        QWidget& window = planner.window();
        window.activateWindow();
        QTRY_VERIFY(QApplication::activeWindow() == &window);
        planner.answer("dialog.locator", [](QWidget& dialog) {
            auto* edit = dialog.findChild<QLineEdit*>(QStringLiteral("edit.locator"));
            QTest::keyClicks(edit, QStringLiteral("PROD-163"));
            QTest::keyClick(edit, Qt::Key_Return);
        });
        QTest::keyClick(&window, Qt::Key_K, Qt::ControlModifier);
        QTRY_VERIFY(planner.textOf("label.product").startsWith(QStringLiteral("PROD-163")));
        window.activateWindow(); // What a window manager does when a dialog closes.
        QTRY_VERIFY(QApplication::activeWindow() == &window);
        QTest::keyClick(&window, Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        const auto orders = [&] {
            return planner.workspace().orders().list({{}, QStringLiteral("PROD-163"), 10}).result();
        };
        QTRY_VERIFY_WITH_TIMEOUT(orders()->size() == 1, kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(planner.find<QAction>("action.sendPo")->isEnabled(), kPatience);
        QCOMPARE(orders()->front().state, OrderState::Approved); // Creating sends nothing.
        QTest::keyClick(&window, Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY_WITH_TIMEOUT(orders()->size() == 1 && orders()->front().state == OrderState::Sent,
                                 kPatience);
        QTest::keyClick(&window, Qt::Key_3, Qt::ControlModifier);
        QCOMPARE(planner.window().mode(), ui::MainWindow::Mode::Orders);
        QTest::keyClick(&window, Qt::Key_1, Qt::ControlModifier);
        QCOMPARE(planner.window().mode(), ui::MainWindow::Mode::Planning);
    }

    void everyControlHasAName()
    {
        PlannerHarness planner;
        QStringList nameless;
        int seen = 0;
        for (const QWidget* widget : planner.window().findChildren<QWidget*>()) {
            const bool control = qobject_cast<const QAbstractButton*>(widget)
                || qobject_cast<const QLineEdit*>(widget) || qobject_cast<const QAbstractItemView*>(widget)
                || qobject_cast<const QComboBox*>(widget);
            const bool ours =
                !widget->objectName().startsWith(QLatin1String("qt_")) && !widget->objectName().isEmpty();
            if (!control || !ours || !widget->isVisible())
                continue;
            ++seen;
            const auto* button = qobject_cast<const QAbstractButton*>(widget);
            if (widget->accessibleName().isEmpty() && !(button && !button->text().isEmpty()))
                nameless << widget->objectName();
        }
        QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(QStringLiteral(", "))));
        QVERIFY2(seen >= 25, qPrintable(QStringLiteral("only %1 controls were looked at").arg(seen)));
    }
};

} // namespace purchasing::tests

QTEST_MAIN(purchasing::tests::KeyboardTest)
#include "keyboard_test.moc"
