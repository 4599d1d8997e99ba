#include "ui/rules/rule_editor.h"

#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>
#include <QRandomGenerator>
#include <QTableWidget>
#include <QTimer>

#include "tests/ui/planner_harness.h"
#include "tests/ui/recovery_answer.h"

namespace purchasing::tests {
namespace {

constexpr int kPatience = 30000;

void saveDialog(QWidget& dialog, const QString& name)
{
    const QString folder = QCoreApplication::applicationDirPath() + QStringLiteral("/../screenshots/");
    QDir().mkpath(folder);
    QVERIFY(dialog.grab().save(folder + name + QStringLiteral(".png")));
}

/// Lets a planner work on a place (see planner_crasher) and kills it somewhere in a batch of orders.
void killAPlanner(const QStringList& place)
{
    const quint32 seed = QRandomGenerator::system()->generate();
    QRandomGenerator random(seed);
    qInfo("seed %u", seed);
    QProcess program;
    program.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    program.start(QCoreApplication::applicationDirPath() + QStringLiteral("/planner_crasher"), place);
    QByteArray said;
    QTRY_VERIFY_WITH_TIMEOUT((said += program.readAllStandardOutput()).contains("ordering"), kPatience);
    QTest::qSleep(static_cast<int>(random.bounded(300)));
    program.kill();
    QVERIFY(program.waitForFinished());
    QCOMPARE(program.exitStatus(), QProcess::CrashExit);
}

} // namespace

/// Journey 14: the planner is killed in the middle of its work and started again.
class CrashTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsLostButTheLastSecond()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("demo.sqlite"));
        ui::ConnectionProfile profile;
        QStringList place{file};
        if (isOnMariaDb()) {
            profile = demoOnMariaDb();
            profile.outbox = folder.filePath(QStringLiteral("outbox"));
            const QString& orders = profile.server.names.po;
            place = {profile.server.socket, orders.left(orders.indexOf(QLatin1String("_po_db"))),
                     folder.path()};
        }
        killAPlanner(place);

        // The page comes while the planner starts. Rules and override are kept, the rest of the batch is not.
        QStringList names;
        bool isCompared = false;
        RecoveryAnswer answer([&](QWidget& dialog) {
            auto* table = dialog.findChild<QTableWidget*>(QStringLiteral("table.recovery"));
            for (int row = 0; row < table->rowCount(); ++row) {
                names << table->item(row, 0)->text();
                QVERIFY(!table->item(row, 1)->text().isEmpty());
                QVERIFY(!table->item(row, 2)->text().isEmpty());
            }
            auto* compare = dialog.findChild<QPushButton*>(QStringLiteral("btn.compareFound"));
            auto* keep = dialog.findChild<QPushButton*>(QStringLiteral("btn.keepFound"));
            table->setCurrentCell(0, 0);
            QVERIFY(compare->isEnabled());
            QTimer::singleShot(0, &dialog, [&isCompared] {
                QWidget* shown = QApplication::activeModalWidget();
                QVERIFY(shown && shown->objectName() == QLatin1String("dialog.compare"));
                const auto text = [&](const char* name) {
                    return shown->findChild<ui::RuleEditor*>(QLatin1String(name))->text();
                };
                isCompared = text("text.right").startsWith(QStringLiteral("// Edited before the end."))
                    && !text("text.left").contains(QStringLiteral("// Edited before the end."));
                saveDialog(*shown, QStringLiteral("recovery_compare"));
                shown->close();
            });
            compare->click();
            keep->click();
            QVERIFY(!keep->isEnabled());
            saveDialog(dialog, QStringLiteral("recovery"));
            for (int row = 2; row < table->rowCount(); ++row) {
                table->setCurrentCell(row, 0);
                QVERIFY(!compare->isEnabled());
                dialog.findChild<QPushButton*>(QStringLiteral("btn.discardFound"))->click();
            }
            dialog.findChild<QPushButton*>(QStringLiteral("btn.recoveryDone"))->click();
        });
        const auto again = isOnMariaDb() ? std::make_unique<PlannerHarness>(profile, QDir(folder.path()))
                                         : std::make_unique<PlannerHarness>(file);
        PlannerHarness& planner = *again;
        const auto& ports = planner.workspace().connection().ports;
        const Actor actor = planner.workspace().identity().actor();
        QTRY_VERIFY_WITH_TIMEOUT(answer.wasAsked(), kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(ports.batches->unfinished(actor).result()->empty(), kPatience);
        QVERIFY(names.size() >= 2);
        QVERIFY2(names[0].contains(QStringLiteral("Rule draft")), qPrintable(names[0]));
        QVERIFY2(names[1].contains(QStringLiteral("PROD-002")) && names[1].contains(QStringLiteral("260"))
                     && names[1].contains(QStringLiteral("Typed before the end")),
                 qPrintable(names[1]));
        QVERIFY(isCompared);
        qInfo(names.size() > 2 ? "the rest was offered" : "nothing was left to offer");

        // The texts of a second ago are there.
        QTRY_VERIFY_WITH_TIMEOUT(planner.find<ui::RuleEditor>("editor.rules")
                                     ->text()
                                     .startsWith(QStringLiteral("// Edited before the end.")),
                                 kPatience);
        planner.goTo(QStringLiteral("PROD-002"));
        QTRY_COMPARE(planner.find<QLineEdit>("edit.overrideQty")->text(), QStringLiteral("260"));
        QCOMPARE(planner.find<QLineEdit>("edit.overrideReason")->text(),
                 QStringLiteral("Typed before the end"));

        // Every order that wanted sending is sent, once, and none is half sent.
        const auto orders = [&] { return ports.orders->list({}).result().value(); };
        const auto isUnderWay = [&] {
            const std::vector<PurchaseOrder> all = orders();
            return std::any_of(all.begin(), all.end(), [](const PurchaseOrder& order) {
                return order.sendIntended && !order.batchId.isEmpty() && order.state != OrderState::Sent;
            });
        };
        QTRY_VERIFY_WITH_TIMEOUT(!isUnderWay(), kPatience);
        QSet<QString> products;
        int sent = 0;
        int made = 0;
        for (const PurchaseOrder& order : orders()) {
            if (order.batchId.isEmpty())
                continue;
            ++made;
            products.insert(order.productId);
            sent += order.state == OrderState::Sent;
        }
        qInfo("%d orders were made before the end", made);
        QCOMPARE(products.size(), made); // No product twice.
        QStringList told;
        for (const QString& name : planner.messageFiles()) {
            QFile message(planner.workspace().connection().channel->folder() + QLatin1Char('/') + name);
            QVERIFY(message.open(QIODevice::ReadOnly));
            const QString text = QString::fromUtf8(message.readAll());
            for (const QString& line : text.split(QStringLiteral("\r\n"))) {
                if (line.startsWith(QLatin1String("X-Purchase-Order: ")))
                    told << line;
            }
        }
        QCOMPARE(told.size(), sent); // In one message each, and in no second one.
        QCOMPARE(told.removeDuplicates(), 0);
        QVERIFY(ports.audit->verify().result().isOk());

        // After a proper end nothing is asked: what was kept is there again.
        RecoveryAnswer none([](QWidget& dialog) { dialog.close(); });
        planner.restart();
        QTRY_VERIFY_WITH_TIMEOUT(planner.find<ui::RuleEditor>("editor.rules")
                                     ->text()
                                     .startsWith(QStringLiteral("// Edited before the end.")),
                                 kPatience);
        planner.goTo(QStringLiteral("PROD-002"));
        QTRY_COMPARE(planner.find<QLineEdit>("edit.overrideQty")->text(), QStringLiteral("260"));
        QVERIFY(!none.wasAsked());
    }

    void whatIsDiscardedIsGone()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("demo.sqlite"));
        killAPlanner({file});
        RecoveryAnswer answer([](QWidget& dialog) {
            auto* table = dialog.findChild<QTableWidget*>(QStringLiteral("table.recovery"));
            for (int row = 0; row < table->rowCount(); ++row) {
                table->setCurrentCell(row, 0);
                dialog.findChild<QPushButton*>(QStringLiteral("btn.discardFound"))->click();
                QTRY_COMPARE_WITH_TIMEOUT(table->item(row, 3)->text(), QStringLiteral("Discarded"),
                                          kPatience);
            }
            dialog.findChild<QPushButton*>(QStringLiteral("btn.recoveryDone"))->click();
        });
        PlannerHarness planner(file);
        QTRY_VERIFY_WITH_TIMEOUT(answer.wasAsked(), kPatience);
        const auto& ports = planner.workspace().connection().ports;
        const Actor actor = planner.workspace().identity().actor();
        QTRY_VERIFY_WITH_TIMEOUT(ports.rules->draft(actor).result()->packs.empty(), kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(ports.batches->unfinished(actor).result()->empty(), kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(planner.find<ui::RuleEditor>("editor.rules")->text(),
                                  ports.rules->current().result()->packs.front().text, kPatience);
        planner.goTo(QStringLiteral("PROD-002"));
        QVERIFY(planner.find<QLineEdit>("edit.overrideQty")->text().isEmpty());
        QVERIFY(planner.find<QLineEdit>("edit.overrideReason")->text().isEmpty());
    }
};

} // namespace purchasing::tests

QTEST_MAIN(purchasing::tests::CrashTest)
#include "crash_test.moc"
