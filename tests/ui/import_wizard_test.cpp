#include "ui/export/export_dialog.h"

#include <QSpinBox>

#include "tests/support/packed_parts.h"
#include "tests/ui/import_steps.h"
#include "tests/ui/text_fit.h"

namespace purchasing::tests {
namespace {

constexpr int kPatience = 15000;
const QSize kSmallestScreen(1024, 740); // Less the frame and a panel.

const char* const kPriceList =
    "Muster GmbH;;;;\n;;;;\nArtikel-Nr.;Bezeichnung;Preis;Mindestmenge;Bemerkung\n"
    "PROD-001;Schraube;15,75;20;neu\nM-2;Mutter f\xC3\xBCr Tr\xC3\xA4ger;0,75;20;\n"
    "Summe;;16,50;;\n";

} // namespace

/// The steps of File ▸ Import with files as people have them.
class ImportWizardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPriceListStepByStep()
    {
        PlannerHarness planner;
        const QString file = write(planner, "Preisliste M\xC3\xA4rz.csv", kPriceList);
        walk(planner, [&](const Wizard& wizard) {
            QVERIFY(wizard.isAt(1));
            QVERIFY(!wizard.button("btn.importNext")->isEnabled());
            wizard.dialog.setPath(file);
            QTRY_VERIFY_WITH_TIMEOUT(wizard.isAt(2), kPatience);
            QCOMPARE(
                wizard.find<QComboBox>(QStringLiteral("combo.importSeparator"))->currentData().toString(),
                QStringLiteral("semicolon"));
            QCOMPARE(wizard.find<QComboBox>(QStringLiteral("combo.importDecimal"))->currentData().toString(),
                     QStringLiteral("comma"));
            QCOMPARE(wizard.find<QSpinBox>(QStringLiteral("spin.importHeader"))->value(), 3);
            const QTableWidget* preview = wizard.table("table.importPreview");
            QCOMPARE(preview->item(0, 3)->text(), QStringLiteral("15.75"));
            QVERIFY(preview->item(2, 0)->text() == QStringLiteral("6")
                    && preview->item(2, 1)->toolTip().contains(QStringLiteral("a sum")));
            picture(wizard, QStringLiteral("import-form"));

            wizard.click("btn.importNext");
            QVERIFY(wizard.isAt(3));
            QVERIFY(!wizard.button("btn.importNext")->isEnabled());
            QVERIFY(wizard.button("btn.importNext")->toolTip().contains(QStringLiteral("columns")));
            QVERIFY(wizard.textOf("label.importColumns").contains(QStringLiteral("Supplier id")));
            picture(wizard, QStringLiteral("import-columns"));
            auto* supplier = wizard.find<QLineEdit>(QStringLiteral("edit.importValue.supplier_id"));
            QCOMPARE(wizard.dialog.focusWidget(), supplier); // The only thing to be said.
            QTest::keyClick(supplier, 'n', Qt::AltModifier); // Next, which is not yet possible.
            QTest::keyClicks(supplier, QStringLiteral("SUP-001"));
            QCOMPARE(supplier->text(), QStringLiteral("SUP-001"));
            QTest::keyClick(supplier, Qt::Key_Return);
            QVERIFY(wizard.dialog.isVisible()); // Enter does not throw away what was typed.
            QTRY_VERIFY_WITH_TIMEOUT(wizard.button("btn.importNext")->isEnabled(), kPatience);

            wizard.click("btn.importNext");
            QTRY_VERIFY_WITH_TIMEOUT(wizard.button("btn.import")->isEnabled(), kPatience);
            QVERIFY(wizard.textOf("label.importSummary").contains(QStringLiteral("a sum in line 6")));
            const QTableWidget* files = wizard.table("table.importFiles");
            QCOMPARE(files->rowCount(), 2);
            QCOMPARE(files->item(1, 4)->text(), QStringLiteral("Suppliers"));
            QCOMPARE(files->item(1, 1)->text(), QStringLiteral("1"));
            QCOMPARE(files->item(1, 2)->text(), QStringLiteral("1"));
            picture(wizard, QStringLiteral("import-check"));
            wizard.click("btn.import");
            QTRY_VERIFY_WITH_TIMEOUT(
                wizard.textOf("label.importSummary").startsWith(QStringLiteral("Imported")), kPatience);
            QCOMPARE(wizard.textOf("label.importStep"), QStringLiteral("What was changed"));
            picture(wizard, QStringLiteral("import-done"));
            QVERIFY2(changesIn(wizard).contains(
                         QStringLiteral("Suppliers|SUP-001 \u00B7 PROD-001|Unit price|15.99|15.75")),
                     qPrintable(changesIn(wizard).join(QLatin1Char('\n'))));
            exportChanges(planner, wizard);
        });
        QTRY_VERIFY_WITH_TIMEOUT(planner.workspace().feed().rowOf(QStringLiteral("M-2")) >= 0, kPatience);

        // The next one with the same columns: nothing is asked any more.
        const QString next = write(planner, "april.csv",
                                   QByteArray(kPriceList).replace("15,75", "16,00").replace("Muster", "Neu"));
        walk(planner, [&](const Wizard& wizard) {
            wizard.dialog.setPath(next);
            QTRY_VERIFY_WITH_TIMEOUT(wizard.isAt(2) && wizard.button("btn.importNext")->isEnabled(),
                                     kPatience);
            wizard.click("btn.importNext");
            QTRY_VERIFY_WITH_TIMEOUT(wizard.button("btn.importNext")->isEnabled(), kPatience);
        });
    }

    void whatIsAmbiguousIsAskedAndThePreviewFollows()
    {
        PlannerHarness planner;
        const QString file =
            write(planner, "p.csv", "SKU;Supplier ID;Price;Date\nA-1;S;1.250;x\nA-2;S;2.500;y\n");
        walk(planner, [&](const Wizard& wizard) {
            wizard.dialog.setPath(file);
            QTRY_VERIFY_WITH_TIMEOUT(wizard.isAt(2), kPatience);
            QCOMPARE(wizard.find<QComboBox>(QStringLiteral("combo.importDecimal"))->currentText(),
                     QStringLiteral("Please choose"));
            QVERIFY(wizard.textOf("label.importForm").contains(QStringLiteral("\"1.250\" in line 2")));
            QVERIFY(!wizard.button("btn.importNext")->isEnabled());
            const QTableWidget* preview = wizard.table("table.importPreview");
            QVERIFY(preview->item(0, 3)->toolTip().contains(QStringLiteral("thousand")));
            picture(wizard, QStringLiteral("import-asked"));
            wizard.choose(QStringLiteral("combo.importDecimal"), QStringLiteral("comma"));
            QTRY_COMPARE_WITH_TIMEOUT(preview->item(0, 3)->text(), QStringLiteral("1250"), kPatience);
            wizard.choose(QStringLiteral("combo.importDecimal"), QStringLiteral("point"));
            QTRY_COMPARE_WITH_TIMEOUT(preview->item(0, 3)->text(), QStringLiteral("1.25"), kPatience);
            QTRY_VERIFY_WITH_TIMEOUT(wizard.button("btn.importNext")->isEnabled(), kPatience);
        });
    }

    void theSheetOfAWorkbookIsChosen()
    {
        PlannerHarness planner;
        const QString file = planner.folder() + QStringLiteral("/Preise 2026.xlsx");
        const auto sheet = [](const char* rows) {
            return "<worksheet><sheetData>" + QByteArray(rows) + "</sheetData></worksheet>";
        };
        packParts(
            file,
            {{QStringLiteral("xl/workbook.xml"),
              R"(<workbook xmlns:r="r"><sheets><sheet name="Info" r:id="a"/><sheet name="Artikel" r:id="b"/></sheets></workbook>)"},
             {QStringLiteral("xl/_rels/workbook.xml.rels"),
              R"(<Relationships><Relationship Id="a" Target="1.xml"/><Relationship Id="b" Target="2.xml"/></Relationships>)"},
             {QStringLiteral("xl/1.xml"),
              sheet(R"(<row><c t="inlineStr"><is><t>Only words</t></is></c></row>)")},
             {QStringLiteral("xl/2.xml"),
              sheet(
                  R"(<row><c t="inlineStr"><is><t>SKU</t></is></c><c t="inlineStr"><is><t>Name</t></is></c></row>
                       <row><c><v>4711</v></c><c t="inlineStr"><is><t>Screw</t></is></c></row>)")}});
        walk(planner, [&](const Wizard& wizard) {
            wizard.dialog.setPath(file);
            QTRY_VERIFY_WITH_TIMEOUT(wizard.isAt(2), kPatience);
            auto* sheets = wizard.find<QComboBox>(QStringLiteral("combo.importSheet"));
            QVERIFY(sheets->isVisible());
            QCOMPARE(sheets->currentText(), QStringLiteral("Please choose"));
            QVERIFY(!wizard.button("btn.importNext")->isEnabled());
            QVERIFY(!wizard.find<QComboBox>(QStringLiteral("combo.importEncoding"))->isEnabled());
            QVERIFY(wizard.textOf("label.importForm").contains(QStringLiteral("Several sheets")));
            wizard.choose(QStringLiteral("combo.importSheet"), QStringLiteral("Artikel"));
            QTRY_VERIFY_WITH_TIMEOUT(wizard.button("btn.importNext")->isEnabled(), kPatience);
            QCOMPARE(wizard.table("table.importPreview")->item(0, 1)->text(), QStringLiteral("4711"));
            picture(wizard, QStringLiteral("import-workbook"));
            wizard.click("btn.importNext");
            QTRY_VERIFY_WITH_TIMEOUT(wizard.isAt(3) && wizard.button("btn.importNext")->isEnabled(),
                                     kPatience);
            wizard.click("btn.importNext");
            QTRY_VERIFY_WITH_TIMEOUT(wizard.button("btn.import")->isEnabled(), kPatience);
            wizard.click("btn.import");
            QTRY_VERIFY_WITH_TIMEOUT(
                wizard.textOf("label.importSummary").startsWith(QStringLiteral("Imported")), kPatience);
        });
        QTRY_VERIFY_WITH_TIMEOUT(planner.workspace().feed().rowOf(QStringLiteral("4711")) >= 0, kPatience);
        // A file of text has no sheets to choose from.
        const QString text = write(planner, "t.csv", "SKU;Name\nA-1;One\n");
        walk(planner, [&](const Wizard& wizard) {
            wizard.dialog.setPath(text);
            QTRY_VERIFY_WITH_TIMEOUT(wizard.isAt(2), kPatience);
            QVERIFY(!wizard.find<QComboBox>(QStringLiteral("combo.importSheet"))->isVisible());
            QVERIFY(wizard.find<QComboBox>(QStringLiteral("combo.importEncoding"))->isEnabled());
        });
    }

    void whatIsNoTableIsSaid()
    {
        PlannerHarness planner;
        const QString file = write(planner, "w.csv", "PK\x03\x04 workbook");
        walk(planner, [&](const Wizard& wizard) {
            wizard.dialog.setPath(file);
            QTRY_VERIFY_WITH_TIMEOUT(wizard.isAt(2), kPatience);
            QVERIFY(wizard.textOf("label.importForm").contains(QStringLiteral("workbook")));
            QVERIFY(!wizard.button("btn.importNext")->isEnabled());
            wizard.click("btn.importBack");
            QVERIFY(wizard.isAt(1));
            QDir(planner.folder()).mkpath(QStringLiteral("nothing"));
            wizard.dialog.setPath(planner.folder() + QStringLiteral("/nothing"));
            QTRY_VERIFY_WITH_TIMEOUT(wizard.textOf("label.importSummary").contains(QStringLiteral("no file")),
                                     kPatience);
        });
    }

    /// Each file of a folder has its own questions.
    void theFilesOfAFolderAreAskedOneByOne()
    {
        PlannerHarness planner;
        QDir(planner.folder()).mkpath(QStringLiteral("in"));
        (void)write(planner, "in/a.csv", "SKU;Name\nA-1;One\n");
        (void)write(planner, "in/b.csv", "SKU;Stock\nA-1;5\n");
        (void)write(planner, "in/c.csv", "SKU;Supplier ID;Price\nA-1;S;1.250\n");
        walk(planner, [&](const Wizard& wizard) {
            wizard.dialog.setPath(planner.folder() + QStringLiteral("/in"));
            QTRY_VERIFY_WITH_TIMEOUT(wizard.isAt(2), kPatience);
            auto* file = wizard.find<QComboBox>(QStringLiteral("combo.importFile"));
            QCOMPARE(file->currentText(), QStringLiteral("b.csv")); // The first that asks.
            file->setCurrentIndex(2);
            Q_EMIT file->activated(2);
            QVERIFY2(wizard.button("btn.importNext")->toolTip().contains(QStringLiteral("c.csv")),
                     qPrintable(wizard.button("btn.importNext")->toolTip()));
            wizard.choose(QStringLiteral("combo.importDecimal"), QStringLiteral("point"));
            QTRY_VERIFY_WITH_TIMEOUT(wizard.button("btn.importNext")->isEnabled(), kPatience);
            wizard.click("btn.importNext");
            QVERIFY(wizard.button("btn.importNext")->toolTip().contains(QStringLiteral("b.csv")));
            auto* again = wizard.find<QComboBox>(QStringLiteral("combo.importColumnsFile"));
            again->setCurrentIndex(1);
            Q_EMIT again->activated(1);
            wizard.type(QStringLiteral("edit.importValue.warehouse_id"), QStringLiteral("W"));
            QTRY_VERIFY_WITH_TIMEOUT(wizard.button("btn.importNext")->isEnabled(), kPatience);
            wizard.click("btn.importNext");
            QTRY_VERIFY_WITH_TIMEOUT(wizard.button("btn.import")->isEnabled(), kPatience);
            QCOMPARE(wizard.table("table.importFiles")->rowCount(), 3);
        });
    }

    /// Long names, German, light and dark, on the smallest screen: nothing is cut or outside.
    /// Words and numbers as the rest of the program has them.
    void itSpeaksGerman()
    {
        PlannerHarness planner({}, QStringLiteral("de"));
        const QString file = write(planner, "Preisliste.csv", kPriceList);
        walk(planner, [&](const Wizard& wizard) {
            wizard.dialog.setPath(file);
            QTRY_VERIFY_WITH_TIMEOUT(wizard.isAt(2), kPatience);
            QCOMPARE(wizard.table("table.importPreview")->item(0, 3)->text(), QStringLiteral("15,75"));
            wizard.click("btn.importNext");
            QCOMPARE(wizard.table("table.importColumns")->item(2, 1)->text(),
                     QStringLiteral("15,75 \u00B7 0,75"));
            wizard.type(QStringLiteral("edit.importValue.supplier_id"), QStringLiteral("SUP-001"));
            QTRY_VERIFY_WITH_TIMEOUT(wizard.button("btn.importNext")->isEnabled(), kPatience);
            for (const auto* label : wizard.dialog.findChildren<QLabel*>())
                QVERIFY2(!label->text().contains(QLatin1String("supplier_info")), qPrintable(label->text()));
            picture(wizard, QStringLiteral("import-columns-de"));
            wizard.click("btn.importNext");
            QTRY_VERIFY_WITH_TIMEOUT(wizard.button("btn.import")->isEnabled(), kPatience);
            const QTableWidget* changes = wizard.table("table.importChanges");
            QCOMPARE(changes->horizontalHeaderItem(1)->text(), QStringLiteral("Nummer"));
            QVERIFY2(changesIn(wizard).contains(
                         QStringLiteral("Lieferanten|SUP-001 \u00B7 PROD-001|Einzelpreis|15,99|15,75")),
                     qPrintable(changesIn(wizard).join(QLatin1Char('\n'))));
            QCOMPARE(wizard.textOf("label.importChanges"), // All are shown.
                     QStringLiteral("Werte, die sich ändern würden: %1").arg(changes->rowCount()));
            picture(wizard, QStringLiteral("import-check-de"));
        });
    }

    void itFitsTheSmallestScreen_data()
    {
        QTest::addColumn<QString>("theme");
        QTest::newRow("light") << QStringLiteral("light");
        QTest::newRow("dark") << QStringLiteral("dark");
    }

    void itFitsTheSmallestScreen()
    {
        QFETCH(QString, theme);
        PlannerHarness planner({}, QStringLiteral("de"));
        planner.trigger(qPrintable(QStringLiteral("action.theme.") + theme));
        const QByteArray longName(180, 'w');
        QByteArray csv = "Artikel-Nr.;Bezeichnung;Preis;Mindestmenge";
        for (int i = 0; i < 30; ++i)
            csv += ";Sonderspalte mit langem Namen " + QByteArray::number(i);
        csv += "\nPROD-001;" + longName + ";1.234;20\nM-2;" + longName + ";2.345;x\n";
        const QString file = write(planner, QByteArray("lang_") + QByteArray(100, 'n') + ".csv", csv);
        walk(planner, [&](const Wizard& wizard) {
            const auto fits = [&](const QString& step) {
                picture(wizard, QStringLiteral("import-%1-de-%2").arg(step, theme));
                const QSize least = wizard.dialog.minimumSizeHint();
                QVERIFY2(least.width() <= kSmallestScreen.width()
                             && least.height() <= kSmallestScreen.height(),
                         qPrintable(
                             QStringLiteral("%1: %2 × %3").arg(step).arg(least.width()).arg(least.height())));
                QVERIFY(wizard.dialog.width() <= kSmallestScreen.width());
                QCOMPARE(clippedTexts(wizard.dialog), QStringList());
            };
            fits(QStringLiteral("file"));
            wizard.dialog.setPath(file);
            QTRY_VERIFY_WITH_TIMEOUT(wizard.isAt(2), kPatience);
            QTest::qWait(50);
            fits(QStringLiteral("form"));
            wizard.choose(QStringLiteral("combo.importDecimal"), QStringLiteral("comma"));
            QTRY_VERIFY_WITH_TIMEOUT(wizard.button("btn.importNext")->isEnabled(), kPatience);
            wizard.click("btn.importNext");
            QTest::qWait(50);
            fits(QStringLiteral("columns"));
            wizard.type(QStringLiteral("edit.importValue.supplier_id"), QStringLiteral("SUP-001"));
            QTRY_VERIFY_WITH_TIMEOUT(wizard.button("btn.importNext")->isEnabled(), kPatience);
            wizard.click("btn.importNext");
            QTRY_COMPARE_WITH_TIMEOUT(wizard.table("table.badCells")->rowCount(), 1, kPatience);
            QTest::qWait(50);
            fits(QStringLiteral("check"));
        });
        planner.trigger("action.theme.light");
    }

    /// The planner's own list, in each language and form, says nothing new.
    void ourOwnExportsChangeNothing_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<int>("columns");
        QTest::addColumn<int>("separator");
        for (const char* language : {"en", "de"}) {
            for (const int columns : {0, 1}) {
                for (const int separator : {0, 1})
                    QTest::addRow("%s, columns %d, form %d", language, columns, separator)
                        << QString::fromLatin1(language) << columns << separator;
            }
        }
    }

    void ourOwnExportsChangeNothing()
    {
        QFETCH(QString, language);
        QFETCH(int, columns);
        QFETCH(int, separator);
        PlannerHarness planner({}, language);
        const QString file = planner.folder() + QStringLiteral("/export.csv");
        planner.answer("dialog.export", [&](QWidget& widget) {
            auto& dialog = static_cast<ui::ExportDialog&>(widget);
            dialog.findChild<QComboBox*>(QStringLiteral("combo.exportRows"))->setCurrentIndex(2);
            dialog.findChild<QComboBox*>(QStringLiteral("combo.exportColumns"))->setCurrentIndex(columns);
            dialog.findChild<QComboBox*>(QStringLiteral("combo.exportSeparator"))->setCurrentIndex(separator);
            dialog.exportTo(file);
        });
        planner.trigger("action.export");
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(file), kPatience);
        CatalogueImporter& importer = *planner.workspace().connection().importer;
        const auto files = importer.recognise(file, {}, {}).result();
        QVERIFY2(files.front().canBeTaken(),
                 qPrintable(
                     files.front().problem
                     + (files.front().questions.empty() ? QString() : files.front().questions.front().text)));
        ImportOptions options;
        options.dryRun = true;
        options.listChanges = true;
        const auto report = importer.import(files, options).result();
        QVERIFY2(report.isOk(), report ? "" : qPrintable(report.error().message));
        QString first;
        if (!report->badCells.empty())
            first = report->badCells.front().problem;
        for (const ImportedChange& change : report->changes)
            first += QStringLiteral("%1 %2: %3 -> %4\n")
                         .arg(change.key, change.field, change.before, change.after);
        for (const ImportedFile& counts : report->files) {
            QVERIFY2(counts.added + counts.changed == 0, qPrintable(first));
            QVERIFY(counts.unchanged > 0);
        }
        QCOMPARE(report->badCellCount, 0);
    }

private:
    static QStringList changesIn(const Wizard& wizard)
    {
        QStringList changes;
        const QTableWidget* table = wizard.table("table.importChanges");
        for (int row = 0; row < table->rowCount(); ++row) {
            QStringList cells;
            for (int column = 0; column < table->columnCount(); ++column)
                cells += table->item(row, column)->text();
            changes += cells.join(QLatin1Char('|'));
        }
        return changes;
    }

    static void exportChanges(PlannerHarness& planner, const Wizard& wizard)
    {
        const QString list = planner.folder() + QStringLiteral("/changes.csv");
        planner.answer("dialog.export",
                       [&](QWidget& widget) { static_cast<ui::ExportDialog&>(widget).exportTo(list); });
        wizard.click("btn.importExportChanges");
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(list), kPatience);
        QFile file(list);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains("\"Unit price\",\"15.99\",\"15.75\""));
    }
};

} // namespace purchasing::tests

QTEST_MAIN(purchasing::tests::ImportWizardTest)
#include "import_wizard_test.moc"
