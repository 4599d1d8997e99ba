#include "ui/rules/rule_editor.h"

#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>
#include <QRandomGenerator>
#include <QTimer>

#include "tests/ui/planner_harness.h"

namespace purchasing::tests {
namespace {

constexpr int kPatience = 30000;

} // namespace

/// Journey 14: the planner is killed in the middle of its work and started again.
class CrashTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsLostButTheLastSecond()
    {
        const quint32 seed = QRandomGenerator::system()->generate();
        QRandomGenerator random(seed);
        qInfo("seed %u", seed);
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("demo.sqlite"));
        QProcess program;
        program.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        ui::ConnectionProfile profile;
        QStringList place{file};
        if (isOnMariaDb()) {
            profile = demoOnMariaDb();
            profile.outbox = folder.filePath(QStringLiteral("outbox"));
            const QString& orders = profile.server.names.po;
            place = {profile.server.socket, orders.left(orders.indexOf(QLatin1String("_po_db"))),
                     folder.path()};
        }
        program.start(QCoreApplication::applicationDirPath() + QStringLiteral("/planner_crasher"), place);
        QByteArray said;
        QTRY_VERIFY_WITH_TIMEOUT((said += program.readAllStandardOutput()).contains("ordering"), kPatience);
        QTest::qSleep(static_cast<int>(random.bounded(300)));
        program.kill();
        QVERIFY(program.waitForFinished());
        QCOMPARE(program.exitStatus(), QProcess::CrashExit);

        // The offer to finish comes while the planner starts.
        bool isOffered = false;
        QTimer watch;
        connect(&watch, &QTimer::timeout, this, [&isOffered] {
            QWidget* dialog = QApplication::activeModalWidget();
            if (!dialog || dialog->objectName() != QLatin1String("dialog.batchRecovery"))
                return;
            isOffered = true;
            dialog->findChild<QPushButton*>(QStringLiteral("btn.dropBatch"))->click();
        });
        watch.start(20);
        const auto again = isOnMariaDb() ? std::make_unique<PlannerHarness>(profile, QDir(folder.path()))
                                         : std::make_unique<PlannerHarness>(file);
        PlannerHarness& planner = *again;
        const auto& ports = planner.workspace().connection().ports;
        const Actor actor = planner.workspace().actor();
        QTRY_VERIFY_WITH_TIMEOUT(ports.batches->unfinished(actor).result()->empty(), kPatience);
        watch.stop();
        qInfo(isOffered ? "the rest was offered" : "nothing was left to offer");

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
        QVERIFY(ports.orders->verifyAudit().result().isOk());
    }
};

} // namespace purchasing::tests

QTEST_MAIN(purchasing::tests::CrashTest)
#include "crash_test.moc"
