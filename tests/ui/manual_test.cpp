#include "app/planner/desktop_connections.h"
#include "ui/connect/connections.h"
#include "ui/connect/welcome_dialog.h"
#include "ui/help/help.h"
#include "ui/help/help_topics.h"
#include "ui/help/help_window.h"
#include "ui/help/manual_view.h"
#include "ui/rules/rule_editor.h"
#include "ui/shell/language.h"
#include "ui/shell/shortcut_keys.h"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QDockWidget>
#include <QJsonDocument>
#include <QJsonObject>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>
#include <QScrollBar>
#include <QTreeWidget>

#include "tests/ui/dialog_watch.h"
#include "tests/ui/manual_pages.h"
#include "tests/ui/planner_harness.h"

namespace purchasing::tests {
namespace {

constexpr qint64 kMostBytes = 100 * 1024; // Of a picture.

ui::HelpWindow* manualWindow()
{
    for (QWidget* widget : QApplication::allWidgets()) {
        if (auto* manual = qobject_cast<ui::HelpWindow*>(widget); manual && manual->isVisible())
            return manual;
    }
    return nullptr;
}

ui::ManualView* viewOf(const QWidget* manual)
{
    return manual ? manual->findChild<ui::ManualView*>() : nullptr;
}

QAction* actOf(const QWidget* manual, const char* name)
{
    return manual->findChild<QAction*>(QLatin1String(name));
}

struct ManualPageText
{
    QString id;
    QString text;
};
std::vector<ManualPageText> shownPages(const ui::HelpWindow& manual)
{
    std::vector<ManualPageText> shown;
    for (const ui::ManualPage& page : manual.manual().pages()) {
        QTextDocument document;
        document.setHtml(page.html);
        shown.push_back({page.id, document.toPlainText()});
    }
    return shown;
}

} // namespace

/// The manual in its window: its keys and menu entries exist, and F1 opens the page that belongs to where one
/// is.
class ManualTest : public QObject
{
    Q_OBJECT

private:
    /// The page that F1 opens with the focus on the widget.
    static QString pageAt(QWidget& focus)
    {
        focus.window()->activateWindow();
        if (!QTest::qWaitForWindowActive(focus.window()))
            return {};
        focus.setFocus();
        QTest::keyClick(&focus, Qt::Key_F1);
        ui::HelpWindow* manual = manualWindow();
        if (!manual)
            return {};
        const QUrl place = viewOf(manual)->source();
        manual->close();
        return place.toString();
    }

private Q_SLOTS:
    void everyMenuEntryExists_data()
    {
        QTest::addColumn<QString>("language");
        for (const QString& language : kManualLanguages)
            QTest::newRow(qPrintable(language)) << language;
    }

    /// Who is asked what to open may ask for help, too.
    void helpBeforeAnythingIsOpen()
    {
        const QTemporaryDir folder;
        QSettings settings(folder.filePath(QStringLiteral("planner.ini")), QSettings::IniFormat);
        ui::Language language;
        language.use(QStringLiteral("en"));
        ui::Connections connections(settings, folder.filePath(QStringLiteral("demo.sqlite")), &openConnection,
                                    &probeConnection);
        QMainWindow nothingOpen;
        const ui::ShortcutKeys keys(nothingOpen, settings);
        const ui::Help help(nothingOpen, keys, settings, QStringLiteral("action.manual"));
        ui::WelcomeDialog welcome(connections);
        DialogWatch::instance().expect(welcome.objectName(), this, [&](QWidget& dialog) {
            QTest::keyClick(&dialog, Qt::Key_F1);
            const ui::HelpWindow* manual = manualWindow();
            if (!manual)
                return dialog.close(), void();
            const QString start = viewOf(manual)->toPlainText();
            QVERIFY(start.contains(QStringLiteral("Your first order")));
            QVERIFY(start.contains(QStringLiteral("Create PO (Ctrl+Shift+P)")));
            QVERIFY(!start.contains(QStringLiteral("action.")));
            dialog.close();
        });
        welcome.exec();
        QVERIFY(help.window() && help.window()->isVisible()); // What was being read stays.
    }

    void everyKeyExists()
    {
        PlannerHarness planner;
        QVERIFY(planner.isUsable());
        QTest::keyClick(&planner.window(), Qt::Key_F1);
        const ui::HelpWindow* manual = manualWindow();
        QVERIFY(manual);
        QStringList others; // Of editor, lists and the manual itself.
        for (const ui::FixedKeys& fixed : ui::ShortcutKeys::fixed())
            others << fixed.keys;
        for (const auto* act : manual->findChildren<QAction*>()) {
            for (const QKeySequence& key : act->shortcuts())
                others << key.toString();
        }
        int count = 0;
        QJsonObject named;
        for (const QString& language : kManualLanguages) {
            for (const QString& page : pagesOf(language)) {
                for (const QString& key : allOf(QStringLiteral("<kbd>([^<]+)</kbd>"), page)) {
                    ++count;
                    if (!key.startsWith(QLatin1String("action."))) {
                        QVERIFY2(others.contains(key), qPrintable(key));
                        continue;
                    }
                    const auto* act = planner.window().findChild<QAction*>(key);
                    QVERIFY2(act && !act->shortcuts().isEmpty(), qPrintable(key));
                    named[key] = act->shortcut().toString(QKeySequence::PortableText);
                }
            }
        }
        QVERIFY(count > 60);
        // What the manual says before there is a window.
        QFile usual(QStringLiteral(":/help/keys.json"));
        QVERIFY(usual.open(QIODevice::ReadOnly));
        const QJsonObject kept = QJsonDocument::fromJson(usual.readAll()).object();
        for (const QString& act : named.keys())
            QVERIFY2(kept[act] == named[act], qPrintable(act + QLatin1Char(' ') + named[act].toString()));
        QCOMPARE(kept.keys(), named.keys());
        for (const ManualPageText& page : shownPages(*manual))
            QVERIFY2(!page.text.contains(QLatin1String("action."))
                         && !page.text.contains(QLatin1String("(no key)")),
                     qPrintable(page.id));
        const QString start = viewOf(manual)->toPlainText();
        QVERIFY(start.contains(QStringLiteral("Create PO (Ctrl+Shift+P)")));
    }

    void everyMenuEntryExists()
    {
        QFETCH(QString, language);
        PlannerHarness planner({}, language);
        QVERIFY(planner.isUsable());
        const auto plain = [](QString text) {
            return text.remove(QLatin1Char('&')).remove(QChar(0x2026)).trimmed();
        };
        QStringList entries;
        for (const QAction* title : planner.window().menuBar()->actions()) {
            for (const QAction* entry : title->menu()->actions())
                entries << plain(title->text()) + QStringLiteral(" ▸ ") + plain(entry->text());
        }
        int count = 0;
        for (const QString& page : pagesOf(language)) {
            for (const QString& named : allOf(QStringLiteral("<b>([^<]*▸[^<]*)</b>"), page)) {
                ++count;
                QVERIFY2(entries.contains(plain(named)), qPrintable(named));
            }
        }
        QVERIFY(count > 10);
    }

    void helpBelongsToWhereOneIs()
    {
        PlannerHarness planner;
        QVERIFY(planner.isUsable());
        planner.goTo(QStringLiteral("PROD-001"));
        QCOMPARE(pageAt(*planner.find<QTableView>("grid.products")), QStringLiteral("start"));
        QCOMPARE(pageAt(*planner.find<QWidget>("tabs.product")), QStringLiteral("decision"));
        planner.trigger("action.mode.orders");
        QCOMPARE(pageAt(*planner.find<QTableView>("grid.orders")), QStringLiteral("orders"));
        planner.trigger("action.mode.approvals");
        QCOMPARE(pageAt(*planner.find<QTableView>("grid.approvals")), QStringLiteral("approvals"));
        planner.trigger("action.mode.rules");
        auto* editor = planner.find<ui::RuleEditor>("editor.rules");
        editor->setCursorPosition(0, 0);
        QCOMPARE(pageAt(*editor), QStringLiteral("grl")); // No word there that the manual knows.
        editor->insert(QStringLiteral("no-loop"));
        editor->setCursorPosition(0, 4);
        QCOMPARE(pageAt(*editor), QStringLiteral("grl#no-loop"));
        planner.find<QAction>("action.undo")->trigger();
    }

    /// A dialog shuts out all other windows, but not the manual that was opened from it.
    void helpInADialog()
    {
        PlannerHarness planner;
        QVERIFY(planner.isUsable());
        struct Asked
        {
            const char* dialog;
            const char* action;
            const char* page;
        };
        for (const auto& [name, action, wanted] :
             {Asked{"dialog.import", "action.import", "import"},
              Asked{"dialog.connect", "action.connect", "connections"},
              Asked{"dialog.preferences", "action.preferences", "preferences"}}) {
            QString page;
            bool isReachable = false;
            planner.answer(name, [&](QWidget& dialog) {
                QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : &dialog,
                                Qt::Key_F1);
                if (ui::HelpWindow* manual = manualWindow()) {
                    page = viewOf(manual)->pageId();
                    isReachable = manual->parentWidget() == &dialog;
                }
                dialog.close();
            });
            planner.trigger(action);
            QTRY_VERIFY(planner.allAnswered());
            QVERIFY2(isReachable, name);
            QCOMPARE(page, QLatin1String(wanted));
            QVERIFY(manualWindow()); // It stays to be read when the dialog has gone.
            manualWindow()->close();
        }
    }

    void everyDialogHasAPage()
    {
        QStringList known;
        for (const auto& [name, page] : ui::helpTopics()) {
            known << name;
            QVERIFY2(pagesOf(QStringLiteral("en")).contains(page), qPrintable(page));
        }
        QStringList dialogs;
        QDir folder(QStringLiteral(PURCHASING_UI));
        for (const QString& screen : folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            const QDir files(folder.filePath(screen));
            for (const QString& file : files.entryList({QStringLiteral("*.cpp")}))
                dialogs += allOf(QStringLiteral("setObjectName\\(QStringLiteral\\(\"(dialog\\.\\w+)\""),
                                 textOfFile(files.filePath(file)));
        }
        QVERIFY(dialogs.size() > 20);
        for (const QString& dialog : dialogs)
            QVERIFY2(known.contains(dialog), qPrintable(dialog));
    }

    void theWindowIsOneToReadIn()
    {
        PlannerHarness planner;
        QVERIFY(planner.isUsable());
        planner.trigger("action.manual");
        ui::HelpWindow* manual = manualWindow();
        QVERIFY(manual);
        ui::ManualView* view = viewOf(manual);
        auto* list = manual->findChild<QListWidget*>(QStringLiteral("list.manual"));
        QCOMPARE(view->pageId(), QStringLiteral("start"));
        QCOMPARE(list->count(), 12);
        QCOMPARE(list->currentRow(), 0);

        // A link, and back and forward.
        view->setSource(QUrl(QStringLiteral("grl#salience")));
        QCOMPARE(view->pageId(), QStringLiteral("grl"));
        QCOMPARE(list->currentItem()->text(), QStringLiteral("GRL, the rule language"));
        QTRY_VERIFY(view->verticalScrollBar()->value() > 0);
        QVERIFY(actOf(manual, "action.manualBack")->isEnabled());
        actOf(manual, "action.manualBack")->trigger();
        QCOMPARE(view->pageId(), QStringLiteral("start"));
        actOf(manual, "action.manualForward")->trigger();
        QCOMPARE(view->pageId(), QStringLiteral("grl"));
        QVERIFY(actOf(manual, "action.manualForward")->toolTip().startsWith(QStringLiteral("Unavailable")));
        view->setSource(QUrl(QStringLiteral("https://example.com/")));
        QCOMPARE(view->pageId(), QStringLiteral("grl")); // Nothing leaves the program.

        // All pages are searched, and what is found is marked.
        auto* search = manual->findChild<QLineEdit*>(QStringLiteral("edit.searchManual"));
        search->setFocus();
        QTest::keyClicks(search, QStringLiteral("ceiling"));
        QVERIFY(list->count() > 1 && list->count() < 12);
        QVERIFY(list->item(0)->text().contains(QStringLiteral("ceiling"), Qt::CaseInsensitive));
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(view->pageId(), QStringLiteral("approvals"));
        QCOMPARE(view->textCursor().selectedText().toLower(), QStringLiteral("ceiling"));
        search->setText(QStringLiteral("salience"));
        QVERIFY(list->item(0)->text().startsWith(QStringLiteral("GRL, the rule language")));
        search->setText(QStringLiteral("xyzzy"));
        QCOMPARE(list->count(), 1);
        QVERIFY(list->item(0)->text().startsWith(QStringLiteral("No page")));
        search->clear();

        // Find goes round; copying takes what is selected.
        actOf(manual, "action.manualFind")->trigger();
        auto* find = manual->findChild<QLineEdit*>(QStringLiteral("edit.findInPage"));
        QVERIFY(find->isVisible());
        find->setText(QStringLiteral("Four eyes"));
        QTest::keyClick(find, Qt::Key_Return);
        QCOMPARE(view->textCursor().selectedText(), QStringLiteral("Four eyes"));
        QTest::keyClick(find, Qt::Key_Return);
        QCOMPARE(view->textCursor().selectedText(), QStringLiteral("Four eyes"));
        actOf(manual, "action.manualCopy")->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("Four eyes"));
        QTest::keyClick(find, Qt::Key_Escape);
        QVERIFY(!find->isVisible());

        // Larger texts stay larger.
        const int before = view->document()->defaultFont().pointSize();
        actOf(manual, "action.manualLarger")->trigger();
        QCOMPARE(view->document()->defaultFont().pointSize(), before + 1);
        manual->grab().save(QCoreApplication::applicationDirPath()
                            + QStringLiteral("/../screenshots/manual.png"));
        QTest::keyClick(view, Qt::Key_Escape);
        QVERIFY(!manual->isVisible());
        planner.restart();
        planner.trigger("action.manual");
        QCOMPARE(viewOf(manualWindow())->document()->defaultFont().pointSize(), before + 1);
        actOf(manualWindow(), "action.manualUsualSize")->trigger();
        QCOMPARE(viewOf(manualWindow())->document()->defaultFont().pointSize(), before);
    }

    void pictures_data() { everyMenuEntryExists_data(); }

    /// Makes the pictures of the manual as build/screenshots/manual-LANGUAGE-NAME.png; those of the manual
    /// are copies, and have to be of the same things.
    void pictures()
    {
        QFETCH(QString, language);
        QMap<QString, QImage> made;
        {
            PlannerHarness planner({}, language);
            QVERIFY(planner.isUsable());
            planner.trigger("action.theme.light");
            planner.window().resize(1180, 640);
            planner.window().resizeDocks({planner.find<QDockWidget>("dock.product")}, {480}, Qt::Horizontal);
            planner.goTo(QStringLiteral("PROD-001"));
            QTest::qWait(400); // Panels read their data; a picture has no condition to wait for.
            const auto take = [&made](const char* name, QWidget& shown, int width, int height) {
                made[QLatin1String(name)] = shown.grab(QRect(0, 0, width, height)).toImage();
            };
            auto* page = planner.find<QWidget>("page.planning");
            take("planning", *page, page->width(), 330);
            auto* decision = planner.find<QWidget>("panel.decision");
            take("decision", *decision, decision->parentWidget()->width(), 300);
            planner.trigger("action.trace");
            auto* tree = planner.find<QTreeWidget>("tree.trace");
            QTRY_VERIFY(tree->topLevelItemCount() > 0);
            planner.trigger("action.mode.rules");
            QTest::qWait(400);
            take("trace", *tree, 760, 200);
            planner.trigger("action.trace");
            QTest::qWait(400);
            auto* rules = planner.find<QWidget>("page.rules");
            const auto* live = planner.find<QWidget>("panel.liveResult");
            take("rules", *rules, live->mapTo(rules, QPoint()).x(), 330);
        }
        const QDir folder(QStringLiteral(":/help/%1/pictures").arg(language));
        for (auto picture = made.begin(); picture != made.end(); ++picture)
            picture->save(QCoreApplication::applicationDirPath()
                          + QStringLiteral("/../screenshots/manual-%1-%2.png").arg(language, picture.key()));
        for (auto picture = made.begin(); picture != made.end(); ++picture) {
            const QString name = picture.key() + QStringLiteral(".png");
            const QImage kept(folder.filePath(name));
            QVERIFY2(!kept.isNull(), qPrintable(name));
            QCOMPARE(kept.size(), picture->size());
            QVERIFY(QFileInfo(folder.filePath(name)).size() < kMostBytes);
        }
        QCOMPARE(folder.entryList({QStringLiteral("*.png")}).size(), made.size()); // None by hand.
    }
};

} // namespace purchasing::tests

QTEST_MAIN(purchasing::tests::ManualTest)
#include "manual_test.moc"
