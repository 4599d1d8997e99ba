#include "core/flow/decision_words.h"
#include "core/flow/problem_words.h"
#include "ui/planning/product_columns.h"
#include "ui/rules/rule_editor.h"

#include <QAbstractButton>
#include <QAction>
#include <QDir>
#include <QHeaderView>
#include <QLabel>
#include <QMenuBar>
#include <QPushButton>
#include <QRegularExpression>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>
#include <QToolButton>
#include <QTreeWidget>
#include <QXmlStreamReader>

#include "tests/ui/planner_harness.h"

namespace purchasing::tests {
namespace {

constexpr int kPatience = 15000;

QStringList menuTitles(const ui::MainWindow& window)
{
    QStringList titles;
    for (const QAction* action : window.menuBar()->actions())
        titles << QString(action->text()).remove(QLatin1Char('&'));
    return titles;
}

/// Reads a catalogue and says which of its messages lack a translation or a plural form.
QStringList unfinishedIn(const QString& file)
{
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly))
        return {QStringLiteral("cannot read ") + file};
    QStringList unfinished;
    int messages = 0;
    QString text;
    QXmlStreamReader reader(&source);
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (reader.name() == QLatin1String("source")) {
            text = reader.readElementText();
            ++messages;
        } else if (reader.name() == QLatin1String("translation")) {
            const bool marked = reader.attributes().hasAttribute(QLatin1String("type"));
            const QString translation = reader.readElementText(QXmlStreamReader::IncludeChildElements);
            if (marked || translation.trimmed().isEmpty() != text.trimmed().isEmpty())
                unfinished << text;
        } else if (reader.name() == QLatin1String("numerusform") && reader.readElementText().isEmpty()) {
            unfinished << text;
        }
    }
    if (reader.hasError())
        unfinished << reader.errorString();
    if (messages == 0)
        unfinished << QStringLiteral("no messages in ") + file;
    return unfinished;
}

/// The visible texts of the window that do not fit their widgets.
QStringList clippedTexts(const QWidget& window)
{
    QStringList clipped;
    const auto check = [&clipped](const QWidget* widget, const QString& text) {
        const bool isPicture =
            qobject_cast<const QLineEdit*>(widget->parentWidget()); // The buttons in an edit.
        if (widget->isVisible() && !text.isEmpty() && !isPicture
            && widget->sizeHint().width() > widget->width())
            clipped << QStringLiteral("%1 \"%2\": %3 of %4")
                           .arg(widget->objectName(), text)
                           .arg(widget->width())
                           .arg(widget->sizeHint().width());
    };
    for (const auto* button : window.findChildren<QPushButton*>())
        check(button, button->text());
    for (const auto* button : window.findChildren<QToolButton*>())
        check(button, button->text());
    for (const auto* label : window.findChildren<QLabel*>()) {
        if (!label->wordWrap())
            check(label, label->text());
    }
    return clipped;
}

/// The shown columns whose headers do not fit.
QStringList clippedHeaders(const QTableView& view)
{
    QStringList clipped;
    const QHeaderView* header = view.horizontalHeader();
    for (int column = 0; column < header->count(); ++column) {
        const QString text = view.model()->headerData(column, Qt::Horizontal).toString();
        if (!header->isSectionHidden(column)
            && header->fontMetrics().horizontalAdvance(text) + 8 > header->sectionSize(column))
            clipped << text;
    }
    return clipped;
}

} // namespace

/// The program in its two languages.
class LanguageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cataloguesAreFinished_data()
    {
        QTest::addColumn<QString>("file");
        const QDir folder(QStringLiteral(PURCHASING_TRANSLATIONS));
        for (const QString& name : folder.entryList({QStringLiteral("*.ts")}))
            QTest::newRow(qPrintable(name)) << folder.filePath(name);
    }

    void cataloguesAreFinished()
    {
        QFETCH(QString, file);
        const QStringList unfinished = unfinishedIn(file);
        QVERIFY2(unfinished.isEmpty(), qPrintable(unfinished.join(QLatin1Char('\n'))));
    }

    /// Keys can be changed: a text that has one in brackets would be wrong then. Tips are given theirs.
    void noTextHasAKeyInBrackets()
    {
        QFile catalogue(QStringLiteral(PURCHASING_TRANSLATIONS "/purchasing_de.ts"));
        QVERIFY(catalogue.open(QIODevice::ReadOnly));
        static const QRegularExpression key(
            QStringLiteral("\\((Ctrl|Alt|Shift|Strg|Umschalt|F\\d+\\))[^)]*"));
        const QRegularExpressionMatch found = key.match(QString::fromUtf8(catalogue.readAll()));
        QVERIFY2(!found.hasMatch(), qPrintable(found.captured()));
    }

    void pluralsInBothLanguages()
    {
        ui::Language language;
        const auto products = [](int count) {
            return QCoreApplication::translate("purchasing::ui::StatusLine", "%Ln product(s)", nullptr,
                                               count);
        };
        const auto lines = [](int count) {
            return QCoreApplication::translate("purchasing::ui::PublishDialog", "%1: %n line(s) changed",
                                               nullptr, count);
        };
        language.use(QStringLiteral("en"));
        QCOMPARE(products(0), QStringLiteral("0 products"));
        QCOMPARE(products(1), QStringLiteral("1 product"));
        QCOMPARE(products(63), QStringLiteral("63 products"));
        QCOMPARE(lines(1), QStringLiteral("%1: 1 line changed"));
        language.use(QStringLiteral("de"));
        QCOMPARE(products(0), QStringLiteral("0 Produkte"));
        QCOMPARE(products(1), QStringLiteral("1 Produkt"));
        QCOMPARE(products(63), QStringLiteral("63 Produkte"));
        QCOMPARE(lines(2), QStringLiteral("%1: 2 Zeilen geändert"));
        QCOMPARE(moneyText(Money{172692}, QStringLiteral("USD"), QLocale()),
                 QStringLiteral("1.726,92\u00A0$"));
        QCOMPARE(ui::columnInfo(ui::ProductColumn::Shortage).header, QStringLiteral("Fehlmenge"));
        language.use(QStringLiteral("en"));
        QCOMPARE(ui::columnInfo(ui::ProductColumn::Shortage).header, QStringLiteral("Shortage"));
    }

    /// Problems are made in English, as forms and what fills them; the window says them in its language.
    void ruleProblemsInGerman()
    {
        PlannerHarness planner({}, QStringLiteral("de"));
        planner.trigger("action.mode.rules");
        auto* editor = planner.find<ui::RuleEditor>("editor.rules");
        editor->append(QStringLiteral("\nrule Typo { when shortge > 0 then order_qty = 1; }\n"
                                      "rule Types { when moq > 0 then order_qty = \"x\"; }\n"
                                      "rule Ends { when moq > 0 then order_qty = 1 +; }\n"));
        auto* problems = planner.find<QTreeWidget>("tree.problems");
        QTRY_COMPARE_WITH_TIMEOUT(problems->topLevelItemCount(), 3, kPatience);
        QCOMPARE(problems->topLevelItem(0)->text(0), QStringLiteral("Es gibt keinen Fakt „shortge“."));
        QCOMPARE(problems->topLevelItem(0)->text(3), QStringLiteral("meinen Sie shortage?"));
        QCOMPARE(problems->topLevelItem(1)->text(0),
                 QStringLiteral("Der Wert für order_qty (quantity): Erwartet wird eine Zahl, hier steht aber "
                                "Text."));
        QCOMPARE(problems->topLevelItem(2)->text(0), QStringLiteral("Erwartet: ein Wert. Gefunden: ';'."));
        QCOMPARE(QString::fromStdString(editor->diagnostics().front().message),
                 QStringLiteral("There is no fact \"shortge\".")); // What logs and services say.
    }

    void errorsOfTheDatabaseInGerman()
    {
        PlannerHarness planner({}, QStringLiteral("de"));
        const auto& ports = planner.workspace().connection().ports;
        const auto refused =
            ports.people->addPerson(QString(), planner.workspace().identity().actor()).result();
        QVERIFY(!refused);
        QCOMPARE(refused.error().message, QStringLiteral("Ein Name hat 1 bis 100 Zeichen."));
        const auto unknown = planner.workspace().orders().find(QStringLiteral("PO-0")).result();
        QVERIFY(!unknown);
        QCOMPARE(unknown.error().message, QStringLiteral("Es gibt keine Bestellung PO-0."));
    }

    void planningInGerman()
    {
        PlannerHarness planner({}, QStringLiteral("de"));
        QVERIFY(planner.isUsable());
        QCOMPARE(menuTitles(planner.window()),
                 QStringList({QStringLiteral("Datei"), QStringLiteral("Bearbeiten"),
                              QStringLiteral("Ansicht"), QStringLiteral("Produkt"), QStringLiteral("Regeln"),
                              QStringLiteral("Bestellungen"), QStringLiteral("Freigaben"),
                              QStringLiteral("Extras"), QStringLiteral("Fenster"), QStringLiteral("Hilfe")}));
        QVERIFY(planner.window().windowTitle().startsWith(QStringLiteral("Planung – ")));
        QCOMPARE(planner.find<QToolButton>("chip.toOrder")->text(), QStringLiteral("Zu bestellen  33"));
        QCOMPARE(planner.textOf("label.shownCount"),
                 QStringLiteral("%1 Produkte").arg(planner.workspace().feed().productCount()));

        planner.goTo(QStringLiteral("PROD-001"));
        QTRY_VERIFY(!planner.textOf("label.word").isEmpty());
        const QString sentence = planner.textOf("label.sentence");
        QVERIFY2(sentence.startsWith(QStringLiteral("Bestellen Sie ")), qPrintable(sentence));
        QVERIFY2(sentence.contains(QStringLiteral("1.726,92\u00A0$ zu zahlen")), qPrintable(sentence));
        static const QRegularExpression date(QStringLiteral("\\b\\d\\d\\.\\d\\d\\.\\d\\d\\b"));
        QVERIFY2(sentence.contains(date), qPrintable(sentence));
        QVERIFY(planner.find<QPushButton>("btn.createPo")->text().contains(QStringLiteral("Bestellung")));
        QCOMPARE(planner.find<QTabWidget>("tabs.product")->tabText(0), QStringLiteral("Entscheidung"));
        auto* demand = planner.find<QWidget>("panel.demand");
        planner.find<QTabWidget>("tabs.product")->setCurrentWidget(demand);
        QTRY_VERIFY(demand->findChild<QLabel*>()->text().contains(QStringLiteral("Trend: steigend")));
        const QStringList headers = clippedHeaders(*planner.find<QTableView>("grid.products"));
        QVERIFY2(headers.isEmpty(), qPrintable(headers.join(QStringLiteral(", "))));
    }

    void nothingIsClippedInGerman()
    {
        PlannerHarness planner({}, QStringLiteral("de"));
        QVERIFY(planner.isUsable());
        planner.goTo(QStringLiteral("PROD-001"));
        QTRY_VERIFY(!planner.textOf("label.sentence").isEmpty());
        QCOMPARE(planner.window().width(),
                 1440); // A window that does not fit would grow instead of clipping.
        QStringList clipped;
        const auto look = [&](const QString& name) {
            QTest::qWait(400); // A page reads its data; a look at it has no condition to wait for.
            planner.screenshot(name + QStringLiteral("-de"));
            for (const QString& text : clippedTexts(planner.window()))
                clipped << name + QStringLiteral(": ") + text;
        };
        auto* tabs = planner.find<QTabWidget>("tabs.product");
        const int tabsWidth = tabs->tabBar()->sizeHint().width();
        QVERIFY2(tabsWidth <= tabs->width(),
                 qPrintable(QStringLiteral("tabs: %1 of %2").arg(tabs->width()).arg(tabsWidth)));
        for (int i = 0; i < tabs->count(); ++i) {
            tabs->setCurrentIndex(i);
            look(i == 0 ? QStringLiteral("planning") : QStringLiteral("planning-%1").arg(i));
        }
        tabs->setCurrentIndex(0);
        planner.trigger("action.trace");
        look(QStringLiteral("planning-trace"));
        planner.trigger("action.trace");
        for (const char* mode : {"rules", "orders", "approvals"}) {
            planner.trigger(qPrintable(QStringLiteral("action.mode.") + QLatin1String(mode)));
            look(QLatin1String(mode));
        }
        for (const char* dialog : {"people", "preferences"}) {
            planner.answer(qPrintable(QStringLiteral("dialog.") + QLatin1String(dialog)),
                           [&](QWidget& shown) {
                               QTest::qWait(200);
                               QVERIFY(shown.grab().save(
                                   QCoreApplication::applicationDirPath()
                                   + QStringLiteral("/../screenshots/%1-de.png").arg(QLatin1String(dialog))));
                               for (const QString& text : clippedTexts(shown))
                                   clipped << QLatin1String(dialog) + QStringLiteral(": ") + text;
                               shown.close();
                           });
            planner.trigger(qPrintable(QStringLiteral("action.") + QLatin1String(dialog)));
        }
        QVERIFY(planner.allAnswered());
        QVERIFY2(clipped.isEmpty(), qPrintable(clipped.join(QLatin1Char('\n'))));
    }

    /// From English to German and back, as a person does it in the menu.
    void switchingWhileRunning()
    {
        PlannerHarness planner;
        QVERIFY(planner.isUsable());
        planner.goTo(QStringLiteral("PROD-141"));
        QTRY_COMPARE(planner.textOf("label.word"), QStringLiteral("To order"));
        QVERIFY(planner.find<QAction>("action.language.en")->isChecked());

        planner.trigger("action.language.de");
        QTRY_COMPARE(menuTitles(planner.window()).first(), QStringLiteral("Datei"));
        QVERIFY(planner.find<QAction>("action.language.de")->isChecked());
        QVERIFY(planner.window().isVisible());
        QTRY_COMPARE_WITH_TIMEOUT(planner.textOf("label.word"), QStringLiteral("Zu bestellen"), kPatience);
        QCOMPARE(planner.find<QTableView>("grid.products")->model()->headerData(1, Qt::Horizontal).toString(),
                 QStringLiteral("Name"));
        QCOMPARE(planner.find<QTableView>("grid.products")->model()->headerData(2, Qt::Horizontal).toString(),
                 QStringLiteral("Entscheidung"));
        QVERIFY(planner.find<QAction>("action.createPo")->isEnabled());
        QCOMPARE(planner.find<QToolButton>("chip.toOrder")->text(), QStringLiteral("Zu bestellen  33"));
        // A blocked product holds its problem in words; they are decided again.
        const int blocked = planner.workspace().feed().rowOf(QStringLiteral("PROD-118"));
        QTRY_VERIFY_WITH_TIMEOUT(problemsInWords(planner.workspace().feed().decision(blocked))
                                     .contains(QStringLiteral("Lieferant ist nicht aktiv")),
                                 kPatience);

        planner.trigger("action.language.en");
        QTRY_COMPARE(menuTitles(planner.window()).first(), QStringLiteral("File"));
        planner.goTo(QStringLiteral("PROD-141"));
        QTRY_COMPARE_WITH_TIMEOUT(planner.textOf("label.word"), QStringLiteral("To order"), kPatience);

        planner.trigger("action.language.de");
        QTRY_COMPARE(menuTitles(planner.window()).first(), QStringLiteral("Datei"));
        planner.restart(); // The choice is kept.
        QCOMPARE(menuTitles(planner.window()).first(), QStringLiteral("Datei"));
    }
};

} // namespace purchasing::tests

QTEST_MAIN(purchasing::tests::LanguageTest)
#include "language_test.moc"
