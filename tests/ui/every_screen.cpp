#include "tests/ui/every_screen.h"

#include "core/sql/opening/table_detection.h"
#include "ui/connect/mapping_dialog.h"
#include "ui/connect/new_database.h"
#include "ui/connect/welcome_dialog.h"
#include "ui/orders/confirm_sending.h"
#include "ui/product/override_conflict.h"
#include "ui/recovery/recovery_dialog.h"
#include "ui/rules/compare_dialog.h"
#include "ui/rules/merge_dialog.h"
#include "ui/rules/proposal_dialog.h"
#include "ui/rules/rule_editor.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QListWidget>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QToolButton>

#include "tests/ui/planner_harness.h"
#include "tests/ui/text_fit.h"

namespace purchasing::tests {
namespace {

constexpr int kPatience = 15000;

/// What can be told cheaply of how a screen looks: where everything is, and what is written on it.
size_t lookOf(const QWidget& shown)
{
    size_t look = qHash(shown.size());
    for (const QWidget* each : shown.findChildren<QWidget*>()) {
        if (!each->isVisible())
            continue;
        const QRect at = each->geometry();
        look = qHashMulti(look, at.x(), at.y(), at.width(), at.height(), each->property("text").toString());
        if (const auto* view = qobject_cast<const QAbstractItemView*>(each); view && view->model())
            look = qHashMulti(look, view->model()->rowCount(), view->model()->columnCount());
    }
    return look;
}

/// What a screen shows may still be read, and its layout follows: it has settled when nothing about it has
/// changed for a while.
void settle(const QWidget& shown)
{
    constexpr int kLookMs = 25;
    constexpr int kLooks = 5;
    constexpr int kMostLooks = 80;
    size_t last = 0;
    for (int same = 0, looks = 0; same < kLooks && looks < kMostLooks; ++looks) {
        QTest::qWait(kLookMs);
        const size_t now = lookOf(shown);
        same = now == last ? same + 1 : 0;
        last = now;
    }
    (void)QTest::qWaitFor([&shown] { return clippedTexts(shown).isEmpty(); }, 1500);
}

void open(PlannerHarness& planner, const ScreenLook& look, const char* dialog, const char* action,
          const std::function<void(QWidget&)>& prepare = {})
{
    const QString name = QLatin1String(dialog);
    planner.answer(qPrintable(QStringLiteral("dialog.") + name), [look, name, prepare](QWidget& shown) {
        if (prepare)
            prepare(shown);
        settle(shown);
        look(name, shown);
        shown.close();
    });
    QVERIFY2(planner.find<QAction>(action)->isEnabled(), action);
    planner.trigger(action);
    // Some open when the menu is closed.
    QVERIFY2(QTest::qWaitFor([&planner] { return planner.allAnswered(); }, kPatience), dialog);
}

/// A question that `ask` puts, which opens by itself.
void lookAtQuestion(PlannerHarness& planner, const ScreenLook& look, const char* dialog,
                    const std::function<void()>& ask)
{
    const QString name = QLatin1String(dialog);
    planner.answer(qPrintable(QStringLiteral("dialog.") + name), [look, name](QWidget& shown) {
        settle(shown);
        look(name, shown);
        shown.close();
    });
    ask();
    QVERIFY2(planner.allAnswered(), dialog);
}

void lookAtQuestions(PlannerHarness& planner, const ScreenLook& look)
{
    open(planner, look, "about", "action.about");
    Override mine;
    mine.productId = QStringLiteral("PROD-001");
    mine.qty = 240;
    mine.reason = QStringLiteral("The fair in spring needs more of them than usual, says the shop in town");
    mine.byName = QStringLiteral("Ana");
    mine.at = QDateTime::currentDateTimeUtc();
    lookAtQuestion(planner, look, "overrideConflict",
                   [&] { (void)ui::askOverrideConflict(&planner.window(), {}, mine, mine); });
    lookAtQuestion(planner, look, "newDatabase", [&] {
        (void)ui::mayOpenFile(planner.folder() + QStringLiteral("/orders-of-the-branch.db"), false,
                              &planner.window());
    });
    ui::Connection connection = planner.workspace().connection();
    connection.confirmsSending = true;
    connection.tag = QStringLiteral("PRODUCTION");
    ui::Workspace production(connection);
    lookAtQuestion(planner, look, "confirmSending", [&] {
        (void)ui::confirmSending(&planner.window(), production, QStringLiteral("PO-2026-000001"),
                                 QStringLiteral("A supplier with a name of some length and its legal form"),
                                 Money{123456789});
    });
}

void lookAt(const ScreenLook& look, const char* name, QWidget& shown)
{
    shown.show();
    settle(shown);
    look(QLatin1String(name), shown);
}

/// The connect dialog for another kind of connection than the one that is shown at first.
void chooseEncrypted(QWidget& dialog, int kind)
{
    dialog.findChild<QPushButton*>(QStringLiteral("btn.addConnection"))->click();
    dialog.findChild<QComboBox*>(QStringLiteral("combo.connectionKind"))->setCurrentIndex(kind);
    for (QComboBox* box : dialog.findChildren<QComboBox*>()) {
        if (box->objectName().contains(QLatin1String("tls"), Qt::CaseInsensitive))
            box->setCurrentIndex(box->count() - 1);
    }
}

void lookAtRuleDialogs(PlannerHarness& planner, const ScreenLook& look)
{
    planner.trigger("action.mode.rules");
    planner.find<ui::RuleEditor>("editor.rules")->append(QStringLiteral("// more\n"));
    QTRY_VERIFY_WITH_TIMEOUT(planner.find<QAction>("action.publish")->isEnabled(), kPatience);
    open(planner, look, "publish", "action.publish");
    open(planner, look, "discardDraft", "action.discardDraft");
    open(planner, look, "versions", "action.versions");
    open(planner, look, "versions", "action.versions", [](QWidget& dialog) {
        dialog.findChild<QComboBox*>(QStringLiteral("combo.compareWith"))->setCurrentIndex(0); // The draft.
    });

    const auto packs = [](const char* text) {
        return std::vector<RulePack>{{QStringLiteral("purchasing_rules.grl"), QLatin1String(text), true}};
    };
    ui::MergeDialog merge(
        RuleMerge(packs("when demand > 0"), packs("when demand > 1"), packs("when demand > 2")),
        QStringLiteral("What happened"), QStringLiteral("Version 2 by Ana"));
    lookAt(look, "merge", merge);
    ui::CompareDialog compare(packs("when demand > 0"), QStringLiteral("Version 1"), packs("when demand > 1"),
                              QStringLiteral("Draft"));
    lookAt(look, "compare", compare);

    RuleProposal proposed;
    proposed.basedOn = 1;
    proposed.packs = packs("when demand > 1");
    proposed.reason = QStringLiteral("Smaller limit");
    proposed.author = QStringLiteral("Ben");
    proposed.authorLogin = QStringLiteral("ben");
    proposed.proposedAt = QDateTime::currentDateTimeUtc();
    RuleSetVersion inForce;
    inForce.version = 1;
    inForce.packs = packs("when demand > 0");
    ui::ProposalDialog proposal({proposed, proposed}, 0, inForce,
                                {QStringLiteral("ana"), QStringLiteral("ben"), {}, true});
    lookAt(look, "proposal", proposal);
}

/// Another system's tables with names of some length, of which the least of what is needed was found.
Result<TableChoice> longNames(const ui::ConnectionProfile& /*profile*/)
{
    TableChoice choice;
    choice.wanted = sql::wantedTables();
    for (const WantedTable& table : choice.wanted) {
        const QString name = QStringLiteral("ERP_VIEW_%1_ACTIVE_RECORDS").arg(table.name.toUpper());
        OfferedTable offered{name, {}};
        TableMapping& found = choice.found.tables[table.name];
        found.table = name;
        for (const WantedColumn& column : table.columns) {
            offered.columns.push_back({QStringLiteral("CURRENT_%1").arg(column.name.toUpper()),
                                       QStringLiteral("varchar(120)"),
                                       QStringLiteral("Verbindungstechnik für den Schiffbau GmbH")});
            if (column.isNeeded)
                found.columns.insert(column.name, offered.columns.back().name);
        }
        choice.offered[table.schema].push_back(offered);
    }
    choice.notes << QStringLiteral("ERP_VIEW_PRODUCTS_ACTIVE_RECORDS may hold the units of measure, too.");
    return choice;
}

} // namespace

void lookAtPages(PlannerHarness& planner, const ScreenLook& look)
{
    const auto page = [&](const QString& name) {
        settle(planner.window());
        look(name, planner.window());
    };
    auto* tabs = planner.find<QTabWidget>("tabs.product");
    for (int i = 0; i < tabs->count(); ++i) {
        tabs->setCurrentIndex(i);
        page(QStringLiteral("planning-%1").arg(i));
    }
    tabs->setCurrentIndex(0);
    planner.trigger("action.filterRow");
    planner.find<QTableView>("grid.products")->selectAll();
    page(QStringLiteral("planning-selected"));
    planner.find<QTableView>("grid.products")->selectRow(0);
    planner.trigger("action.filterRow");
    for (const char* panel : {"trace", "outbox"}) {
        planner.trigger(qPrintable(QStringLiteral("action.") + QLatin1String(panel)));
        page(QLatin1String(panel));
        planner.trigger(qPrintable(QStringLiteral("action.") + QLatin1String(panel)));
    }
    for (const char* mode : {"rules", "orders", "approvals"}) {
        planner.trigger(qPrintable(QStringLiteral("action.mode.") + QLatin1String(mode)));
        page(QLatin1String(mode));
    }
    planner.trigger("action.mode.planning");
}

void lookAtDialogs(PlannerHarness& planner, const ScreenLook& look)
{
    open(planner, look, "people", "action.people");
    for (const int number : {0, 1, 2, 3, 4, 5, 6, 7}) {
        const auto lookAtPage = [&look, number](const QString& name, QWidget& shown) {
            look(name + QString::number(number), shown);
        };
        open(planner, lookAtPage, "preferences", "action.preferences", [number](QWidget& dialog) {
            dialog.findChild<QListWidget*>(QStringLiteral("list.preferences"))->setCurrentRow(number);
        });
    }
    open(planner, look, "verify", "action.verifyAudit");
    open(planner, look, "import", "action.import");
    open(planner, look, "connect", "action.connect");
    for (const int kind : {1, 2})
        open(planner, look, "connect", "action.connect",
             [kind](QWidget& dialog) { chooseEncrypted(dialog, kind); });
    planner.connections().setDetect(&longNames);
    ui::ConnectionProfile elsewhere;
    elsewhere.name = QStringLiteral("ERP");
    elsewhere.kind = ui::ConnectionKind::Mysql;
    ui::MappingDialog mapping(planner.connections(), elsewhere);
    lookAt(look, "mapping", mapping);
    mapping.close();
    open(planner, look, "export", "action.export");
    open(planner, look, "columns", "action.columns");
    open(planner, look, "locator", "action.locate");
    open(planner, look, "shortcuts", "action.shortcuts");
    planner.goTo(QStringLiteral("PROD-163")); // To order, without an approval.
    auto* create = planner.find<QAction>("action.createAndSendPo");
    QTRY_VERIFY_WITH_TIMEOUT(create->isEnabled(), kPatience);
    open(planner, look, "messagePreview", "action.createAndSendPo");
    planner.find<QTableView>("grid.products")->selectAll();
    QTRY_VERIFY_WITH_TIMEOUT(planner.find<QAction>("action.createPos")->isEnabled(), kPatience);
    open(planner, look, "bulk", "action.createPos", [](QWidget& dialog) {
        auto* button = dialog.findChild<QPushButton*>(QStringLiteral("btn.createBatch"));
        QTRY_VERIFY_WITH_TIMEOUT(button->isEnabled(), kPatience);
    });

    for (const char* product : {"PROD-102", "PROD-104"}) { // Above the limit.
        planner.goTo(QLatin1String(product));
        auto* createPo = planner.find<QAction>("action.createPo");
        QTRY_VERIFY_WITH_TIMEOUT(createPo->isEnabled(), kPatience);
        createPo->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(!createPo->isEnabled(), kPatience);
    }
    planner.trigger("action.mode.approvals");
    auto* queue = planner.find<QTableView>("grid.approvals");
    QTRY_COMPARE_WITH_TIMEOUT(queue->model()->rowCount(), 3, kPatience); // The demo's own and these.
    auto* reject = planner.find<QAction>("action.reject");
    QTRY_VERIFY_WITH_TIMEOUT(reject->isEnabled(), kPatience);
    open(planner, look, "reason", "action.reject");
    queue->selectAll();
    QTRY_VERIFY_WITH_TIMEOUT(planner.find<QAction>("action.approve")->isEnabled(), kPatience);
    open(planner, look, "approveSeveral", "action.approve");
    lookAtRuleDialogs(planner, look);
    lookAtQuestions(planner, look);

    planner.trigger("action.manual");
    for (QWidget* each : QApplication::topLevelWidgets()) {
        if (each->objectName() == QLatin1String("window.manual")) {
            lookAt(look, "manual", *each);
            each->close();
        }
    }
    ui::WelcomeDialog welcome(planner.connections());
    lookAt(look, "welcome", welcome);
    ui::FoundWork work;
    work.name = QStringLiteral("Rule draft of version 1");
    work.at = QDateTime::currentDateTimeUtc();
    work.size = QStringLiteral("purchasing_rules.grl: 12 lines changed");
    work.keepText = QStringLiteral("Keep");
    ui::RecoveryDialog recovery({work, work});
    lookAt(look, "recovery", recovery);
}

} // namespace purchasing::tests
