#include "ui/catalogue/import_columns_page.h"

#include <QAbstractItemView>
#include <QStringConverter>

#include "tests/ui/import_steps.h"

namespace purchasing::tests {
namespace {

constexpr int kPatience = 15000;

} // namespace

/// What is said by hand in File ▸ Import: the columns, by mouse and keyboard, and what is remembered of it.
class ImportByHandTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void columnsAreCorrectedByHandAndSaved()
    {
        PlannerHarness planner;
        const QString file = write(planner, "x.csv", "Alpha;Beta;Gamma\na1;Text one;5\na2;Text two;6\n");
        const QString map = planner.folder() + QStringLiteral("/map.json");
        walk(planner, [&](const Wizard& wizard) {
            wizard.dialog.setPath(file);
            QTRY_VERIFY_WITH_TIMEOUT(wizard.isAt(2), kPatience);
            wizard.click("btn.importNext");
            QVERIFY(wizard.isAt(3) && !wizard.button("btn.importSaveMapping")->isEnabled());
            wizard.choose(QStringLiteral("combo.importColumn.Gamma"), QStringLiteral("product_id"));
            QTRY_VERIFY_WITH_TIMEOUT(
                wizard.find<QComboBox>(QStringLiteral("combo.importColumn.Beta"))->isEnabled(), kPatience);
            wizard.choose(QStringLiteral("combo.importColumn.Alpha"), QStringLiteral("product_id"));
            QTRY_COMPARE_WITH_TIMEOUT(
                wizard.find<QComboBox>(QStringLiteral("combo.importColumn.Gamma"))->currentData().toString(),
                QString(),
                kPatience); // A field has one column.
            QTRY_VERIFY_WITH_TIMEOUT(
                wizard.find<QComboBox>(QStringLiteral("combo.importColumn.Beta"))->isEnabled(), kPatience);
            wizard.choose(QStringLiteral("combo.importColumn.Beta"), QStringLiteral("name"));
            QTRY_VERIFY_WITH_TIMEOUT(wizard.button("btn.importSaveMapping")->isEnabled(), kPatience);
            wizard.dialog.findChild<ui::ImportColumnsPage*>()->saveTo(map);
            wizard.click("btn.importNext");
            QTRY_VERIFY_WITH_TIMEOUT(wizard.button("btn.import")->isEnabled(), kPatience);
        });
        QFile saved(map);
        QVERIFY(saved.open(QIODevice::ReadOnly));
        const auto mappings = mappingsFromJson(saved.readAll());
        QVERIFY(mappings.isOk());
        QCOMPARE(mappings->front().column(QStringLiteral("Beta"))->field, QStringLiteral("name"));
        QVERIFY(!mappings->front().column(QStringLiteral("Gamma")));
    }

    /// What is asked for grows while somebody types; whoever types is not disturbed.
    void typingIsNotDisturbed()
    {
        PlannerHarness planner;
        const QString file =
            write(planner, "p.csv", "Artikelnummer;Bezeichnung;Preis\nPROD-001;Schraube;15,75\n");
        walk(planner, [&](const Wizard& wizard) {
            wizard.dialog.setPath(file);
            QTRY_VERIFY_WITH_TIMEOUT(wizard.isAt(2) && wizard.button("btn.importNext")->isEnabled(),
                                     kPatience);
            wizard.click("btn.importNext");
            auto* supplier = wizard.find<QLineEdit>(QStringLiteral("edit.importValue.supplier_id"));
            supplier->setFocus();
            const auto pauseAfter = [&](QLineEdit* edit, const char* keys) {
                QTest::keyClicks(edit, QLatin1String(keys));
                QTest::qWait(900); // Longer than it takes until the file is looked at again.
                QCOMPARE(wizard.dialog.focusWidget(), edit);
            };
            pauseAfter(supplier, "S");
            pauseAfter(supplier, "1");
            auto* moq = wizard.find<QLineEdit>(QStringLiteral("edit.importValue.moq"));
            moq->setFocus();
            pauseAfter(moq, "1");
            pauseAfter(moq, "4");
            QCOMPARE(wizard.find<QLineEdit>(QStringLiteral("edit.importValue.moq")), moq);
            QCOMPARE(moq->text(), QStringLiteral("14"));
            QCOMPARE(supplier->text(), QStringLiteral("S1"));

            // Passing a choice takes nothing from another column.
            auto* name = wizard.find<QComboBox>(QStringLiteral("combo.importColumn.Bezeichnung"));
            QTest::keyClick(name, Qt::Key_Up);
            QTest::keyClick(name->view(), Qt::Key_Escape);
            QTest::keyClick(name, 'u');
            QTest::keyClick(name->view(), Qt::Key_Escape);
            QTest::qWait(100);
            QCOMPARE(
                wizard.find<QComboBox>(QStringLiteral("combo.importColumn.Artikelnummer"))->currentData(),
                QVariant(QStringLiteral("product_id")));
            QCOMPARE(name->currentData(), QVariant(QStringLiteral("name")));
        });
    }

    /// Letters that cannot be told by themselves are asked for once, not with every file of the same columns.
    void theEncodingIsRemembered_data()
    {
        QTest::addColumn<QByteArray>("id"); // As the bytes stand in the file, windows-1251.
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("only names have such letters") << QByteArray("SKU") << QByteArray("Name");
        QTest::newRow("headers, too") << QByteArray("\xC0\xF0\xF2\xE8\xEA\xF3\xEB")
                                      << QByteArray("\xCD\xE0\xE8\xEC\xE5\xED\xEE\xE2\xE0\xED\xE8\xE5");
    }

    void theEncodingIsRemembered()
    {
        QFETCH(const QByteArray, id);
        QFETCH(const QByteArray, name);
        const auto boxOf = [](const QByteArray& header) {
            QStringDecoder decoder("windows-1251");
            return QStringLiteral("combo.importColumn.") + QString(decoder.decode(header));
        };
        PlannerHarness planner;
        const QByteArray rows = id + ';' + name + ";x\nA-1;\xC2\xE8\xED\xF2;5\nA-2;\xC3\xE0\xE9\xEA\xE0;6\n";
        walk(planner, [&](const Wizard& wizard) {
            wizard.dialog.setPath(write(planner, "march.csv", rows));
            QTRY_VERIFY_WITH_TIMEOUT(wizard.isAt(2), kPatience);
            QCOMPARE(wizard.find<QComboBox>(QStringLiteral("combo.importEncoding"))->currentText(),
                     QStringLiteral("Please choose"));
            wizard.choose(QStringLiteral("combo.importEncoding"), QStringLiteral("windows-1251"));
            QTRY_VERIFY_WITH_TIMEOUT(wizard.button("btn.importNext")->isEnabled(), kPatience);
            wizard.click("btn.importNext");
            QTRY_VERIFY_WITH_TIMEOUT(wizard.dialog.findChild<QComboBox*>(boxOf(id)), kPatience);
            for (const auto& [header, field] : {std::pair{id, "product_id"}, std::pair{name, "name"}}) {
                auto* box = wizard.find<QComboBox>(boxOf(header));
                if (box->currentData() != QVariant(QLatin1String(field)))
                    wizard.choose(boxOf(header), QLatin1String(field));
                QTRY_COMPARE_WITH_TIMEOUT(box->currentData(), QVariant(QLatin1String(field)), kPatience);
            }
            QTRY_VERIFY_WITH_TIMEOUT(wizard.button("btn.importNext")->isEnabled(), kPatience);
            wizard.click("btn.importNext");
            QTRY_VERIFY_WITH_TIMEOUT(wizard.button("btn.import")->isEnabled(), kPatience);
            wizard.click("btn.import");
            QTRY_VERIFY_WITH_TIMEOUT(
                wizard.textOf("label.importSummary").startsWith(QStringLiteral("Imported")), kPatience);
        });
        walk(planner, [&](const Wizard& wizard) {
            wizard.dialog.setPath(write(planner, "april.csv", rows + "A-3;\xD8\xE0\xE9\xE1\xE0;7\n"));
            QTRY_VERIFY_WITH_TIMEOUT(wizard.isAt(2) && wizard.button("btn.importNext")->isEnabled(),
                                     kPatience);
            QCOMPARE(wizard.find<QComboBox>(QStringLiteral("combo.importEncoding"))->currentData().toString(),
                     QStringLiteral("windows-1251"));
            wizard.click("btn.importNext");
            QCOMPARE(wizard.find<QComboBox>(boxOf(name))->currentData(), QVariant(QStringLiteral("name")));
        });
        // What shows by itself is not overruled.
        walk(planner, [&](const Wizard& wizard) {
            wizard.dialog.setPath(write(planner, "may.csv", "SKU;Name\nA-1;Tr\xC3\xA4ger\n"));
            QTRY_VERIFY_WITH_TIMEOUT(wizard.isAt(2) && wizard.button("btn.importNext")->isEnabled(),
                                     kPatience);
            QCOMPARE(wizard.find<QComboBox>(QStringLiteral("combo.importEncoding"))->currentData().toString(),
                     QStringLiteral("UTF-8"));
        });
    }

    void theKeyboardIsEnough()
    {
        PlannerHarness planner;
        const QString file = write(planner, "k.csv", "SKU;Name\nK-1;One\n");
        walk(planner, [&](const Wizard& wizard) {
            wizard.dialog.setPath(file);
            QTRY_VERIFY_WITH_TIMEOUT(wizard.isAt(2) && wizard.button("btn.importNext")->isEnabled(),
                                     kPatience);
            auto* days = wizard.find<QComboBox>(QStringLiteral("combo.importDays"));
            for (const Qt::Key key : {Qt::Key_Up, Qt::Key_Down}) {
                days->setFocus();
                QTest::keyClick(days, key); // Choosing does not lead the keyboard away.
                QTRY_VERIFY_WITH_TIMEOUT(wizard.button("btn.importNext")->isEnabled(), kPatience);
                QCOMPARE(wizard.dialog.focusWidget(), days);
            }
            for (const char* stop : {"combo.importEncoding", "combo.importSeparator", "combo.importDecimal",
                                     "table.importPreview", "btn.importNext"})
                QVERIFY2(tabReaches(wizard.dialog, stop), stop);
            QTest::keyClick(wizard.button("btn.importNext"), Qt::Key_Space);
            QVERIFY(wizard.isAt(3));
            for (const char* stop : {"combo.importColumn.Name", "btn.importSaveMapping", "btn.importNext"})
                QVERIFY2(tabReaches(wizard.dialog, stop), stop);
            QTest::keyClick(wizard.button("btn.importNext"), Qt::Key_Space);
            QTRY_VERIFY_WITH_TIMEOUT(wizard.button("btn.import")->isEnabled(), kPatience);
            QVERIFY(tabReaches(wizard.dialog, "btn.import"));
            QTest::keyClick(wizard.button("btn.import"), Qt::Key_Space);
            QTRY_VERIFY_WITH_TIMEOUT(
                wizard.textOf("label.importSummary").startsWith(QStringLiteral("Imported")), kPatience);
        });
    }

private:
    static bool tabReaches(QWidget& dialog, const char* name)
    {
        for (int i = 0; i < 40; ++i) {
            const QWidget* focused = dialog.focusWidget();
            if (focused && focused->objectName() == QLatin1String(name))
                return true;
            QTest::keyClick(dialog.focusWidget() ? dialog.focusWidget() : &dialog, Qt::Key_Tab);
        }
        return false;
    }
};

} // namespace purchasing::tests

QTEST_MAIN(purchasing::tests::ImportByHandTest)
#include "import_by_hand_test.moc"
