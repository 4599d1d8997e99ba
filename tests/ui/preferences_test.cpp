#include "core/ports/outbox_store.h"
#include "ui/help/manual.h"
#include "ui/shell/diagnostics.h"
#include "ui/shell/shortcut_keys.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QKeySequenceEdit>
#include <QListWidget>
#include <QMenuBar>
#include <QMessageBox>
#include <QPromise>

#include "tests/ui/planner_harness.h"

namespace purchasing::tests {
namespace {

constexpr int kPatience = 15000;

template <typename Widget> Widget* in(QWidget& dialog, const char* name)
{
    auto* widget = dialog.findChild<Widget*>(QLatin1String(name));
    if (!widget)
        QTest::qFail(name, __FILE__, __LINE__);
    return widget;
}

void press(QWidget& dialog, const char* button)
{
    QTest::mouseClick(in<QPushButton>(dialog, button), Qt::LeftButton);
}

/// Never says what waits to be sent; everything else works.
class SilentOutbox : public OutboxStore
{
public:
    explicit SilentOutbox(std::shared_ptr<OutboxStore> real)
        : m_real(std::move(real))
    {
        m_never.start();
    }
    QFuture<Result<Done>> releaseBatch(const QString& batchId) override
    {
        return m_real->releaseBatch(batchId);
    }
    QFuture<Result<std::vector<OutboxMessage>>> leaseMessages(const QString& owner, int most) override
    {
        return m_real->leaseMessages(owner, most);
    }
    QFuture<Result<std::vector<PurchaseOrder>>> messageDelivered(const QString& messageId,
                                                                 const QString& owner) override
    {
        return m_real->messageDelivered(messageId, owner);
    }
    QFuture<Result<Done>> messageFailed(const QString& messageId, const QString& owner,
                                        const QString& error) override
    {
        return m_real->messageFailed(messageId, owner, error);
    }
    QFuture<Result<std::vector<OutboxMessage>>> waitingMessages() override { return m_never.future(); }

private:
    std::shared_ptr<OutboxStore> m_real;
    QPromise<Result<std::vector<OutboxMessage>>> m_never;
};

void save(QWidget& dialog)
{
    press(dialog, "btn.savePreferences");
}

void showPage(QWidget& dialog, const QString& title)
{
    auto* list = in<QListWidget>(dialog, "list.preferences");
    list->setCurrentItem(list->findItems(title, Qt::MatchExactly).value(0));
}

QStringList shownPages(QWidget& dialog)
{
    QStringList shown;
    auto* list = in<QListWidget>(dialog, "list.preferences");
    for (int row = 0; row < list->count(); ++row) {
        if (!list->item(row)->isHidden())
            shown << list->item(row)->text();
    }
    return shown;
}

/// Opens the preferences and gives them to `step`, which has to close them.
void withPreferences(PlannerHarness& planner, const std::function<void(QWidget&)>& step)
{
    planner.answer("dialog.preferences", step);
    planner.trigger("action.preferences");
    QTRY_VERIFY_WITH_TIMEOUT(planner.allAnswered(), kPatience);
}

void chooseAct(QWidget& dialog, const QString& act)
{
    showPage(dialog, QStringLiteral("Shortcuts"));
    auto* table = in<QTableWidget>(dialog, "table.keys");
    const QList<QTableWidgetItem*> rows = table->findItems(act, Qt::MatchExactly);
    if (rows.size() != 1)
        QTest::qFail(qPrintable(act), __FILE__, __LINE__);
    table->selectRow(rows.value(0)->row());
}

void pressKeys(QWidget& dialog, Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    auto* edit = in<QKeySequenceEdit>(dialog, "edit.key");
    edit->setFocus();
    QTest::keyClick(edit, key, modifiers);
}

QString keysShown(QWidget& dialog, const QString& act)
{
    auto* table = in<QTableWidget>(dialog, "table.keys");
    const QList<QTableWidgetItem*> rows = table->findItems(act, Qt::MatchExactly);
    return rows.isEmpty() ? QString() : table->item(rows.front()->row(), 1)->text();
}

QString messageOf(QWidget& dialog, const char* label)
{
    return in<QLabel>(dialog, label)->text();
}

} // namespace

/// Everything that can be set in one dialog: found by words, saved together or not at all, with keys that
/// cannot belong to two acts. And what the Help menu says about keys and for diagnosis.
class PreferencesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void settingsAreFoundByTheirWords()
    {
        PlannerHarness planner;
        QVERIFY(planner.isUsable());
        withPreferences(planner, [](QWidget& dialog) {
            QCOMPARE(shownPages(dialog).size(), 8);
            auto* search = in<QLineEdit>(dialog, "edit.searchPreferences");
            QTest::keyClicks(search, QStringLiteral("currency"));
            QCOMPARE(shownPages(dialog), QStringList{QStringLiteral("Company and documents")});
            QTest::keyClick(search, Qt::Key_Return); // Goes there, saves nothing.
            QVERIFY(dialog.isVisible());
            QCOMPARE(QApplication::focusWidget(), in<QWidget>(dialog, "edit.currency"));
            search->setText(QStringLiteral("dark"));
            QCOMPARE(shownPages(dialog).front(), QStringLiteral("Appearance")); // Then its menu.
            search->setText(QStringLiteral("publish"));
            QVERIFY(shownPages(dialog).contains(QStringLiteral("Shortcuts")));
            QCOMPARE(in<QTableWidget>(dialog, "table.keys")->rowCount(), 1);
            search->setText(QStringLiteral("xyzzy"));
            QVERIFY(shownPages(dialog).isEmpty());
            QVERIFY(messageOf(dialog, "label.preferencesMessage").startsWith(QStringLiteral("No setting")));
            search->clear();
            QCOMPARE(shownPages(dialog).size(), 8);
            dialog.close();
        });
    }

    void everythingTakesEffectWhenSaved()
    {
        PlannerHarness planner;
        QVERIFY(planner.isUsable());
        planner.trigger("action.theme.light");
        const auto change = [](QWidget& dialog) {
            in<QCheckBox>(dialog, "check.asksAtStart")->setChecked(true);
            auto* colours = in<QComboBox>(dialog, "combo.appearance");
            colours->setCurrentIndex(colours->findText(QStringLiteral("Dark")));
            in<QCheckBox>(dialog, "check.createSends")->setChecked(true);
            in<QLineEdit>(dialog, "edit.staleMinutes")->setText(QStringLiteral("45"));
            in<QLineEdit>(dialog, "edit.companyName")->setText(QStringLiteral("Northern Bolts"));
            in<QLineEdit>(dialog, "edit.approvalCeiling")->setText(QStringLiteral("500.00"));
        };
        withPreferences(planner, [&](QWidget& dialog) {
            change(dialog);
            dialog.close();
        });
        QVERIFY(!ui::theme::isDark()); // Nothing before it is saved.
        QVERIFY(!planner.find<QAction>("action.createSends")->isChecked());
        QVERIFY(!planner.settings().value(QStringLiteral("asksAtStart")).toBool());

        withPreferences(planner, [&](QWidget& dialog) {
            change(dialog);
            save(dialog);
        });
        QTRY_VERIFY_WITH_TIMEOUT(ui::theme::isDark(), kPatience);
        QVERIFY(planner.find<QAction>("action.theme.dark")->isChecked()); // The menu follows.
        QVERIFY(planner.find<QAction>("action.createSends")->isChecked());
        QVERIFY(planner.settings().value(QStringLiteral("asksAtStart")).toBool());
        QTRY_COMPARE_WITH_TIMEOUT(planner.workspace().identity().staleAfterMinutes(), 45, kPatience);
        const auto stored = [&](const char* name) {
            return planner.workspace().identity().settings().value(QLatin1String(name));
        };
        QCOMPARE(stored("company_name"), QStringLiteral("Northern Bolts"));
        QCOMPARE(stored("approval_ceiling"), QStringLiteral("500.00"));
        planner.trigger("action.theme.light");
    }

    void whatIsWrongIsSaidOnItsPage()
    {
        PlannerHarness planner;
        QVERIFY(planner.isUsable());
        withPreferences(planner, [](QWidget& dialog) {
            in<QLineEdit>(dialog, "edit.currency")->setText(QStringLiteral("US"));
            save(dialog);
            QVERIFY(dialog.isVisible());
            QCOMPARE(in<QListWidget>(dialog, "list.preferences")->currentItem()->text(),
                     QStringLiteral("Company and documents"));
            QVERIFY(messageOf(dialog, "label.preferencesMessage").contains(QStringLiteral("three letters")));
            dialog.close();
        });
    }

    /// Another currency calls every price by another name, so that it is asked about.
    void anotherCurrencyIsAskedAbout()
    {
        PlannerHarness planner;
        QVERIFY(planner.isUsable());
        withPreferences(planner, [&planner](QWidget& dialog) {
            in<QLineEdit>(dialog, "edit.currency")->setText(QStringLiteral("JPY"));
            QString question;
            planner.answer("dialog.confirmPreferences", [&question](QWidget& box) {
                question = static_cast<QMessageBox&>(box).text();
                box.close();
            });
            save(dialog);
            QVERIFY2(question.contains(QStringLiteral("JPY instead of USD")), qPrintable(question));
            QVERIFY(dialog.isVisible()); // And nothing is stored.
            planner.answer("dialog.confirmPreferences",
                           [](QWidget& box) { press(box, "btn.saveAllTheSame"); });
            save(dialog);
        });
        QTRY_COMPARE_WITH_TIMEOUT(planner.workspace().identity().currency(), QStringLiteral("JPY"),
                                  kPatience);
    }

    /// What the database keeps cannot be changed while it is read-only, and says so; what is one's own can.
    void aReadOnlyDatabaseSaysSo()
    {
        const PlannerHarness made;
        ui::ConnectionProfile profile = made.profile();
        profile.readOnly = true;
        PlannerHarness planner(profile);
        QVERIFY(planner.isUsable());
        withPreferences(planner, [](QWidget& dialog) {
            for (const char* name : {"edit.companyName", "edit.approvalCeiling", "edit.staleMinutes",
                                     "check.oneLogin", "edit.currency"}) {
                const auto* field = in<QWidget>(dialog, name);
                QVERIFY2(!field->isEnabled(), name);
                QVERIFY2(field->toolTip().startsWith(QStringLiteral("Unavailable: ")), name);
                QVERIFY2(field->accessibleDescription() == field->toolTip(), name);
            }
            in<QCheckBox>(dialog, "check.asksAtStart")->setChecked(true);
            save(dialog);
        });
        QTRY_VERIFY(planner.settings().value(QStringLiteral("asksAtStart")).toBool());
    }

    void theLanguageTakesANewWindow()
    {
        PlannerHarness planner;
        QVERIFY(planner.isUsable());
        withPreferences(planner, [](QWidget& dialog) {
            in<QComboBox>(dialog, "combo.language")->setCurrentIndex(1);
            save(dialog);
        });
        QTRY_COMPARE(QString(planner.window().menuBar()->actions().front()->text()),
                     QStringLiteral("&Datei"));
    }

    void theOldMenuEntryLeadsToTheSamePage()
    {
        PlannerHarness planner;
        QVERIFY(planner.isUsable());
        QString page;
        planner.answer("dialog.preferences", [&](QWidget& dialog) {
            page = in<QListWidget>(dialog, "list.preferences")->currentItem()->text();
            dialog.close();
        });
        planner.trigger("action.company");
        QTRY_COMPARE(page, QStringLiteral("Company and documents"));
    }

    void noKeyBelongsToTwoActs()
    {
        PlannerHarness planner;
        QVERIFY(planner.isUsable());
        QMap<QString, QString> holders;
        for (const auto* action : planner.window().findChildren<QAction*>()) {
            for (const QKeySequence& key : action->shortcuts()) {
                const QString name = key.toString();
                QVERIFY2(!holders.contains(name),
                         qPrintable(name + QLatin1Char(' ') + holders[name] + action->text()));
                holders[name] = action->text();
            }
        }
        for (const ui::FixedKeys& fixed : ui::ShortcutKeys::fixed()) {
            for (const QString& key : fixed.keys)
                QVERIFY2(!holders.contains(key), qPrintable(key));
        }
    }

    void aTakenKeyIsNamedAndNotSaved()
    {
        PlannerHarness planner;
        QVERIFY(planner.isUsable());
        withPreferences(planner, [](QWidget& dialog) {
            QVERIFY(in<QWidget>(dialog, "edit.key")->toolTip().startsWith(QStringLiteral("Unavailable")));
            chooseAct(dialog, QStringLiteral("Evaluate"));
            pressKeys(dialog, Qt::Key_K, Qt::ControlModifier);
            QVERIFY(messageOf(dialog, "label.keyMessage").contains(QStringLiteral("Go to product")));
            dialog.grab().save(QCoreApplication::applicationDirPath()
                               + QStringLiteral("/../screenshots/preferences-conflict.png"));
            save(dialog);
            QVERIFY(dialog.isVisible());
            QVERIFY(messageOf(dialog, "label.preferencesMessage").contains(QStringLiteral("Go to product")));
            // Keys of the editor stay there, and letters are for typing.
            pressKeys(dialog, Qt::Key_Space, Qt::ControlModifier);
            QVERIFY(messageOf(dialog, "label.keyMessage").contains(QStringLiteral("stays there")));
            pressKeys(dialog, Qt::Key_E, Qt::NoModifier);
            QVERIFY(messageOf(dialog, "label.keyMessage").contains(QStringLiteral("needed for typing")));
            // Esc leaves the field, not the dialog, and everything as it was.
            pressKeys(dialog, Qt::Key_Escape, Qt::NoModifier);
            QVERIFY(dialog.isVisible());
            QVERIFY(messageOf(dialog, "label.keyMessage").isEmpty());
            QCOMPARE(in<QKeySequenceEdit>(dialog, "edit.key")->keySequence(),
                     QKeySequence(Qt::CTRL | Qt::Key_Return));
            QVERIFY(in<QWidget>(dialog, "table.keys")->hasFocus());
            QCOMPARE(keysShown(dialog, QStringLiteral("Evaluate")), QStringLiteral("Ctrl+Return"));
            dialog.close();
        });
        QCOMPARE(planner.find<QAction>("action.locate")->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_K));
    }

    /// New keys work at once and at the next start, and tips, sheet and manual show them.
    void keysAreChangedAndKept()
    {
        PlannerHarness planner;
        QVERIFY(planner.isUsable());
        withPreferences(planner, [](QWidget& dialog) {
            chooseAct(dialog, QStringLiteral("Create PO"));
            pressKeys(dialog, Qt::Key_F9, Qt::NoModifier);
            QCOMPARE(keysShown(dialog, QStringLiteral("Create PO")), QStringLiteral("F9"));
            chooseAct(dialog, QStringLiteral("Evaluate"));
            pressKeys(dialog, Qt::Key_K, Qt::ControlModifier);
            press(dialog, "btn.takeKey");
            QCOMPARE(keysShown(dialog, QStringLiteral("Evaluate")), QStringLiteral("Ctrl+K"));
            QCOMPARE(keysShown(dialog, QStringLiteral("Go to product")), QString());
            save(dialog);
        });
        const auto areNew = [&planner] {
            QCOMPARE(planner.find<QAction>("action.createPo")->shortcut(), QKeySequence(Qt::Key_F9));
            QCOMPARE(planner.find<QAction>("action.evaluate")->shortcut(),
                     QKeySequence(Qt::CTRL | Qt::Key_K));
            QVERIFY(planner.find<QAction>("action.locate")->shortcuts().isEmpty());
            QVERIFY(planner.find<QAction>("action.createPo")->toolTip().endsWith(QStringLiteral("(F9)")));
        };
        QTRY_COMPARE(planner.find<QAction>("action.createPo")->shortcut(), QKeySequence(Qt::Key_F9));
        areNew();
        planner.restart();
        areNew();
        ui::ShortcutKeys keys(planner.window(), planner.settings());
        keys.gather();
        const ui::Manual manual(QStringLiteral("en"), keys);
        QVERIFY(manual.page(QStringLiteral("start"))->html.contains(QStringLiteral("<kbd>F9</kbd>")));
        QVERIFY(manual.page(QStringLiteral("shortcuts"))->html.contains(QStringLiteral("<kbd>F9</kbd>")));

        // One goes back, then all.
        withPreferences(planner, [](QWidget& dialog) {
            chooseAct(dialog, QStringLiteral("Create PO"));
            press(dialog, "btn.usualKey");
            QCOMPARE(keysShown(dialog, QStringLiteral("Create PO")), QStringLiteral("Ctrl+Shift+P"));
            QCOMPARE(keysShown(dialog, QStringLiteral("Evaluate")), QStringLiteral("Ctrl+K"));
            press(dialog, "btn.allUsualKeys");
            QCOMPARE(keysShown(dialog, QStringLiteral("Evaluate")), QStringLiteral("Ctrl+Return"));
            save(dialog);
        });
        QTRY_COMPARE(planner.find<QAction>("action.locate")->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_K));
        for (const QString& key : planner.settings().allKeys())
            QVERIFY2(!key.startsWith(QLatin1String("shortcuts/")), qPrintable(key));
    }

    void theSheetHasEveryKey()
    {
        PlannerHarness planner;
        QVERIFY(planner.isUsable());
        QStringList acts;
        int headings = 0;
        planner.answer("dialog.shortcuts", [&](QWidget& dialog) {
            const auto* table = in<QTableWidget>(dialog, "table.shortcuts");
            for (int row = 0; row < table->rowCount(); ++row) {
                if (table->columnSpan(row, 0) > 1)
                    ++headings;
                else
                    acts << table->item(row, 0)->text() + QLatin1Char('|') + table->item(row, 1)->text();
            }
            in<QLineEdit>(dialog, "edit.searchShortcuts")->setText(QStringLiteral("Create PO"));
            int shown = 0;
            for (int row = 0; row < table->rowCount(); ++row)
                shown += table->isRowHidden(row) ? 0 : 1;
            QCOMPARE(shown, 2); // With its heading.
            dialog.close();
        });
        planner.trigger("action.shortcuts");
        QTRY_VERIFY(planner.allAnswered());
        qsizetype wanted = static_cast<qsizetype>(ui::ShortcutKeys::fixed().size());
        for (const auto* action : planner.window().findChildren<QAction*>()) {
            if (action->shortcuts().isEmpty())
                continue;
            ++wanted;
            const QString row = ui::ShortcutKeys::textOf(*action) + QLatin1Char('|')
                + ui::ShortcutKeys::inWords(action->shortcuts());
            QVERIFY2(acts.contains(row), qPrintable(row));
        }
        QCOMPARE(acts.size(), wanted);
        QVERIFY(headings >= 9);
        QVERIFY(acts.contains(QStringLiteral("Redo|Ctrl+Shift+Z, Ctrl+Y")));
    }

    /// They are wanted most when a database does not answer.
    void diagnosticsDoNotWaitForADeadDatabase()
    {
        PlannerHarness planner({}, QStringLiteral("en"), [](FlowPorts& ports) {
            ports.outbox = std::make_shared<SilentOutbox>(ports.outbox);
        });
        QVERIFY(planner.isUsable());
        QGuiApplication::clipboard()->clear();
        planner.trigger("action.copyDiagnostics");
        QTRY_VERIFY_WITH_TIMEOUT(QGuiApplication::clipboard()->text().contains(
                                     QStringLiteral("Outbox: the database does not answer")),
                                 kPatience);
        QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("Rule set version 1")));
    }

    void diagnosticsAreWholeAndWithoutSecrets()
    {
        PlannerHarness planner;
        QVERIFY(planner.isUsable());
        const QString secret = QStringLiteral("hunter2-secret");
        for (const char* key : {"connections/a/password", "connections/a/token", "connections/a/user",
                                "drafts/rules/ana", "password", "shortcuts2/token"})
            planner.settings().setValue(QLatin1String(key), secret);
        planner.settings().setValue(QStringLiteral("connections/a/tls"), QStringLiteral("verified"));
        planner.answer("dialog.failure", [](QWidget& dialog) { dialog.close(); });
        Q_EMIT planner.workspace().feed().actFailed(
            QStringLiteral("Reading"), {ErrorKind::Unavailable, QStringLiteral("Nobody answers."), {}});
        QGuiApplication::clipboard()->clear();
        planner.trigger("action.copyDiagnostics");
        QTRY_VERIFY_WITH_TIMEOUT(!QGuiApplication::clipboard()->text().isEmpty(), kPatience);
        const QString text = QGuiApplication::clipboard()->text();
        for (const char* wanted :
             {"Purchasing Flow Planner ", "Qt 6.", "System ", "Platform ", "Locale ", "Screen ", "scale ",
              "Database SQLite, schema ", "Place ", "Products ", "Rule set version 1", "hash ",
              "Outbox: 0 waiting", "Reading: Nobody answers.", "Setting connections/a/tls = verified",
              "Setting connections/a/user = (set)"})
            QVERIFY2(text.contains(QLatin1String(wanted)), qPrintable(QLatin1String(wanted) + text));
        QVERIFY2(!text.contains(secret), qPrintable(text));
    }
};

} // namespace purchasing::tests

QTEST_MAIN(purchasing::tests::PreferencesTest)
#include "preferences_test.moc"
