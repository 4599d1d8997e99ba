#include "ui/rules/rule_editor.h"

#include <QApplication>
#include <QTabWidget>

#include "tests/ui/planner_harness.h"
#include "tests/ui/window_fit.h"

namespace purchasing::tests {
namespace {

constexpr int kMostStops = 300; // Of a page; more means that the round never closes.

} // namespace

/// Round every page by Tab alone, and back by Shift+Tab: no widget keeps the focus, and each that gets it has
/// a name.
class FocusRoundTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPageGoesRound()
    {
        PlannerHarness planner;
        planner.window().activateWindow();
        QTRY_VERIFY(QApplication::activeWindow() == &planner.window());
        auto* tabs = planner.find<QTabWidget>("tabs.product");
        for (int i = 0; i < tabs->count(); ++i) {
            tabs->setCurrentIndex(i);
            goRound(planner, QStringLiteral("planning, ") + tabs->tabText(i));
        }
        tabs->setCurrentIndex(0);
        planner.trigger("action.filterRow");
        goRound(planner, QStringLiteral("planning with its filter row"));
        planner.trigger("action.filterRow");
        for (const char* panel : {"action.trace", "action.outbox"})
            planner.trigger(panel);
        goRound(planner, QStringLiteral("planning with its panels"));
        for (const char* mode : {"action.mode.rules", "action.mode.orders", "action.mode.approvals"}) {
            planner.trigger(mode);
            QTest::qWait(300); // A page reads its data.
            goRound(planner, QLatin1String(mode));
        }
    }

    /// Ctrl+M lets Tab leave the editor, and lets it indent again.
    void tabIndentsOrLeaves()
    {
        PlannerHarness planner;
        planner.window().activateWindow();
        planner.trigger("action.mode.rules");
        auto* editor = planner.find<ui::RuleEditor>("editor.rules");
        editor->setFocus();
        QTRY_VERIFY(editor->hasFocus());
        const QString text = editor->text();
        QTest::keyClick(editor, Qt::Key_M, Qt::ControlModifier);
        QTest::keyClick(editor, Qt::Key_Tab);
        QVERIFY(!editor->hasFocus());
        QCOMPARE(editor->text(), text);
        editor->setFocus();
        QTest::keyClick(editor, Qt::Key_M, Qt::ControlModifier);
        QTest::keyClick(editor, Qt::Key_Tab);
        QVERIFY(editor->hasFocus());
        QVERIFY(editor->text() != text);
    }

private:
    static void goRound(PlannerHarness& planner, const QString& page)
    {
        const QList<QWidget*> forward = round(planner, page, false);
        const QList<QWidget*> back = round(planner, page, true);
        QVERIFY2(forward.size() >= 5,
                 qPrintable(QStringLiteral("%1: only %2 stops").arg(page).arg(forward.size())));
        for (QWidget* stop : forward) {
            QVERIFY2(!spokenName(*stop).isEmpty(),
                     qPrintable(page + QStringLiteral(": no name has ") + described(*stop)));
            QVERIFY2(back.contains(stop),
                     qPrintable(page + QStringLiteral(": not reached backwards: ") + described(*stop)));
        }
    }

    /// All that gets the focus, until the first one has it again.
    static QList<QWidget*> round(PlannerHarness& planner, const QString& page, bool isBack)
    {
        QWidget* const start = firstStop(planner.window());
        QList<QWidget*> stops;
        if (!start)
            return stops;
        start->setFocus(Qt::TabFocusReason);
        QWidget* at = QApplication::focusWidget();
        for (int i = 0; at && i < kMostStops; ++i) {
            if (stops.contains(at)) {
                if (at == stops.first())
                    return stops;
                QTest::qFail(qPrintable(page + QStringLiteral(": caught at ") + described(*at)), __FILE__,
                             __LINE__);
                return stops;
            }
            stops << at;
            const bool isEditor = qobject_cast<ui::RuleEditor*>(at) != nullptr;
            QTest::keyClick(at, isBack ? Qt::Key_Backtab : Qt::Key_Tab,
                            (isEditor ? Qt::ControlModifier : Qt::NoModifier)
                                | (isBack ? Qt::ShiftModifier : Qt::NoModifier));
            at = QApplication::focusWidget();
        }
        QTest::qFail(qPrintable(page + QStringLiteral(": the round does not close")), __FILE__, __LINE__);
        return stops;
    }

    static QWidget* firstStop(QWidget& window)
    {
        for (QWidget* widget = window.nextInFocusChain(); widget != &window;
             widget = widget->nextInFocusChain()) {
            if (widget->isVisible() && widget->isEnabled() && widget->window() == &window
                && (widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus)
                return widget;
        }
        return nullptr;
    }
};

} // namespace purchasing::tests

QTEST_MAIN(purchasing::tests::FocusRoundTest)
#include "focus_round_test.moc"
