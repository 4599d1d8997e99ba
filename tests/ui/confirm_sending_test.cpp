#include "core/sql/engine/embedded_file.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScopeGuard>
#include <QTableView>

#include "tests/ui/planner_harness.h"

namespace purchasing::tests {
namespace {

constexpr int kPatience = 20000;
const QString kProduct = QStringLiteral("PROD-163"); // To order, from a supplier with an address.
const QString kUnaddressed = QStringLiteral("PROD-101"); // To order; its supplier loses the address.

template <typename Widget> Widget& part(QWidget& dialog, const char* name)
{
    auto* found = dialog.findChild<Widget*>(QLatin1String(name));
    if (!found)
        qFatal("no %s", name);
    return *found;
}

std::vector<PurchaseOrder> ordersOf(PlannerHarness& planner, const QString& productId)
{
    return planner.workspace().orders().list({{}, productId, 100}).result().value();
}

/// Presses Enter, and says what was asked.
std::function<void(QWidget&)> enter(QString& asked)
{
    return [&asked](QWidget& box) {
        asked = static_cast<QMessageBox&>(box).text();
        QTest::keyClick(&box, Qt::Key_Return);
    };
}

std::function<void(QWidget&)> clickOn(const char* button)
{
    return [button](QWidget& box) { QTest::mouseClick(&part<QPushButton>(box, button), Qt::LeftButton); };
}

} // namespace

/// A connection that is marked as production asks before an order goes to a supplier.
class ConfirmSendingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// The box follows the mark, says what it is for, and is kept.
    void theBoxIsOnForProduction()
    {
        PlannerHarness planner;
        connectToProduction(planner, true);
        QVERIFY(planner.workspace().connection().confirmsSending);
        const auto saved = planner.connections().list().all();
        QVERIFY(saved.back().confirmsSending && saved.back().isProduction);
        // One that was saved before there was the box asks too; one whose box was cleared does not.
        planner.settings().remove(QStringLiteral("connections/%1/confirmSending").arg(saved.back().id));
        QVERIFY(planner.connections().list().find(saved.back().id)->confirmsSending);
        ui::ConnectionProfile profile = saved.back();
        profile.confirmsSending = false;
        planner.connections().list().save(profile);
        QVERIFY(!planner.connections().list().find(profile.id)->confirmsSending);
        QVERIFY(planner.connections().list().find(profile.id)->isProduction);
    }

    void createAsks()
    {
        PlannerHarness planner;
        connectToProduction(planner, true);
        planner.goTo(kProduct);
        auto* create = planner.find<QPushButton>("btn.createPo");
        QTRY_VERIFY_WITH_TIMEOUT(create->isEnabled(), kPatience);
        QString asked;
        planner.answer("dialog.messagePreview", [&asked](QWidget& dialog) {
            asked = part<QLabel>(dialog, "label.messageQuestion").text()
                + part<QPlainTextEdit>(dialog, "text.message").toPlainText();
            QTest::keyClick(&dialog, Qt::Key_Return);
        });
        planner.click("btn.createAndSendPo");
        QVERIFY(planner.allAnswered());
        for (const char* named : {"PROD-163", "Packaging Direct", "$975.24", "Works"})
            QVERIFY2(asked.contains(QLatin1String(named)), qPrintable(asked));
        QCOMPARE(asked.count(QLatin1Char('?')), 1);
        QTest::qWait(300);
        QVERIFY(ordersOf(planner, kProduct).empty()); // Enter sends nothing.
        QVERIFY(planner.messageFiles().isEmpty());
        QVERIFY(create->isEnabled());

        planner.answer("dialog.messagePreview", [](QWidget& box) {
            const QString folder = QCoreApplication::applicationDirPath() + QStringLiteral("/../screenshots");
            QVERIFY(box.grab().save(folder + QStringLiteral("/message-preview.png")));
            QTest::mouseClick(&part<QPushButton>(box, "btn.createAndSend"), Qt::LeftButton);
        });
        planner.click("btn.createAndSendPo");
        QTRY_COMPARE_WITH_TIMEOUT(planner.messageFiles().size(), 1, kPatience);
        QCOMPARE(ordersOf(planner, kProduct).size(), std::size_t{1});
    }

    /// Put aside because its supplier became inactive; sent again from the outbox.
    void theOutboxAsks()
    {
        PlannerHarness planner;
        const auto setActive = [&planner](int active) {
            sql::Connection connection(sql::writingSettings(planner.file(), 5000));
            connection.execute(QStringLiteral("UPDATE supplier_info SET is_active = ? WHERE product_id = ?"),
                               {active, kProduct});
        };
        connectToProduction(planner, true);
        const QString folder = planner.workspace().connection().channel->folder();
        QDir(folder).removeRecursively();
        {
            QFile obstacle(folder); // Where the folder of the messages should be.
            QVERIFY(obstacle.open(QIODevice::WriteOnly));
        }
        planner.goTo(kProduct);
        QTRY_VERIFY_WITH_TIMEOUT(planner.find<QPushButton>("btn.createPo")->isEnabled(), kPatience);
        planner.createAndSend();
        QTRY_COMPARE_WITH_TIMEOUT(ordersOf(planner, kProduct).size(), std::size_t{1}, kPatience);
        setActive(0);
        const auto isAside = [&planner] {
            const auto waiting = planner.workspace().connection().ports.outbox->waitingMessages().result();
            return waiting && waiting->size() == 1 && waiting->front().state == QLatin1String("DEAD");
        };
        QTRY_VERIFY_WITH_TIMEOUT(isAside(), kPatience);
        setActive(1);
        QVERIFY(QFile::remove(folder));

        planner.trigger("action.outbox");
        auto* tryNow = planner.find<QPushButton>("btn.tryNow");
        QTRY_VERIFY_WITH_TIMEOUT(tryNow->isEnabled(), kPatience);
        QString asked;
        planner.answer("dialog.confirmSending", enter(asked));
        planner.click("btn.tryNow");
        QVERIFY(planner.allAnswered());
        QVERIFY2(asked.contains(ordersOf(planner, kProduct).front().number), qPrintable(asked));
        QTest::qWait(300);
        QVERIFY(isAside()); // Enter sends nothing.
        planner.answer("dialog.confirmSending", clickOn("btn.confirmSending"));
        planner.click("btn.tryNow");
        QTRY_COMPARE_WITH_TIMEOUT(planner.messageFiles().size(), 1, kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(ordersOf(planner, kProduct).front().state, OrderState::Sent, kPatience);
    }

    /// Created without being sent, so nobody is asked; sending it then asks, in Planning and in Orders.
    void sendAsks()
    {
        PlannerHarness planner;
        {
            sql::Connection connection(sql::writingSettings(planner.file(), 5000));
            QVERIFY(connection.execute(
                        QStringLiteral("UPDATE supplier_info SET email = NULL WHERE product_id = ?"),
                        {kUnaddressed})
                    > 0);
        }
        connectToProduction(planner, true);
        planner.goTo(kUnaddressed);
        QTRY_VERIFY_WITH_TIMEOUT(planner.find<QPushButton>("btn.createPo")->isEnabled(), kPatience);
        planner.click("btn.createPo");
        QTRY_COMPARE_WITH_TIMEOUT(ordersOf(planner, kUnaddressed).size(), std::size_t{1}, kPatience);
        QVERIFY(planner.allAnswered());
        const PurchaseOrder order = ordersOf(planner, kUnaddressed).front();
        auto* send = planner.find<QPushButton>("btn.sendPo");
        QTRY_VERIFY_WITH_TIMEOUT(send->isEnabled(), kPatience);
        QString asked;
        planner.answer("dialog.noAddress", [&](QWidget& box) {
            planner.answer("dialog.confirmSending", enter(asked));
            clickOn("btn.sendAnyway")(box);
        });
        planner.click("btn.sendPo");
        QTRY_VERIFY_WITH_TIMEOUT(planner.allAnswered(), kPatience);
        QVERIFY2(asked.contains(order.number) && asked.contains(QStringLiteral("Works")), qPrintable(asked));
        QTest::qWait(300);
        QCOMPARE(ordersOf(planner, kUnaddressed).front().state, OrderState::Approved);
        QCOMPARE(ordersOf(planner, kUnaddressed).front().version, order.version);

        planner.trigger("action.mode.orders");
        auto* grid = planner.find<QTableView>("grid.orders");
        QTRY_VERIFY_WITH_TIMEOUT(grid->model()->rowCount() > 0, kPatience);
        for (int row = 0; row < grid->model()->rowCount(); ++row) {
            if (grid->model()->index(row, 0).data().toString() == order.number)
                grid->setCurrentIndex(grid->model()->index(row, 0));
        }
        planner.answer("dialog.noAddress", [&](QWidget& box) {
            planner.answer("dialog.confirmSending", clickOn("btn.confirmSending"));
            clickOn("btn.sendAnyway")(box);
        });
        planner.trigger("action.sendThisOrder");
        QTRY_COMPARE_WITH_TIMEOUT(ordersOf(planner, kUnaddressed).front().state, OrderState::Sent, kPatience);
        QVERIFY(planner.allAnswered());
    }

    /// Several at once: one question for all that would be sent.
    void aBatchAsksOnce()
    {
        PlannerHarness planner;
        connectToProduction(planner, true);
        const QStringList products{kProduct, QStringLiteral("PROD-131"), QStringLiteral("PROD-104")};
        QString asked;
        planner.answer("dialog.bulk", [&](QWidget& dialog) {
            const auto leave = qScopeGuard([&dialog] {
                if (QTest::currentTestFailed())
                    static_cast<QDialog&>(dialog).done(QDialog::Rejected);
            });
            auto& create = part<QPushButton>(dialog, "btn.createBatch");
            QTRY_VERIFY_WITH_TIMEOUT(create.isEnabled(), kPatience);
            planner.answer("dialog.confirmSending", enter(asked));
            QTest::mouseClick(&create, Qt::LeftButton);
            QTRY_VERIFY_WITH_TIMEOUT(!asked.isEmpty(), kPatience);
            QTest::qWait(300);
            QVERIFY(ordersOf(planner, kProduct).empty());
            QVERIFY(create.isEnabled()); // One can think again.
            planner.answer("dialog.confirmSending", clickOn("btn.confirmSending"));
            QTest::mouseClick(&create, Qt::LeftButton);
            QTRY_VERIFY_WITH_TIMEOUT(!ordersOf(planner, QStringLiteral("PROD-104")).empty(), kPatience);
            auto& close = part<QPushButton>(dialog, "btn.closeBatch");
            QTRY_VERIFY_WITH_TIMEOUT(close.isVisible() && close.isEnabled(), kPatience);
            QTest::mouseClick(&close, Qt::LeftButton);
        });
        select(planner, products);
        auto* several = planner.find<QPushButton>("btn.createPos");
        QTRY_VERIFY_WITH_TIMEOUT(several->isVisible() && several->isEnabled(), kPatience);
        planner.click("btn.createPos");
        QTRY_VERIFY_WITH_TIMEOUT(planner.allAnswered(), kPatience);
        // PROD-104 waits for approval, so it is not sent.
        QVERIFY2(asked.contains(QStringLiteral("2 orders")) && asked.contains(QStringLiteral("Works")),
                 qPrintable(asked));
        for (const QString& product : products)
            QCOMPARE(ordersOf(planner, product).size(), std::size_t{1});
        QTRY_COMPARE_WITH_TIMEOUT(planner.messageFiles().size(), 2, kPatience);
    }

    void othersAreNotAsked()
    {
        PlannerHarness planner;
        connectToProduction(planner, false);
        QVERIFY(!planner.workspace().connection().confirmsSending);
        planner.goTo(kProduct);
        QTRY_VERIFY_WITH_TIMEOUT(planner.find<QPushButton>("btn.createPo")->isEnabled(), kPatience);
        planner.click("btn.createPo");
        QTRY_VERIFY_WITH_TIMEOUT(planner.find<QPushButton>("btn.sendPo")->isEnabled(), kPatience);
        planner.click("btn.sendPo");
        QTRY_COMPARE_WITH_TIMEOUT(planner.messageFiles().size(), 1, kPatience);
    }

    /// The setting makes Create PO send as well, and is kept; the message is shown all the same.
    void createMaySendByChoice()
    {
        PlannerHarness planner;
        planner.find<QAction>("action.createSends")->setChecked(true);
        planner.restart();
        QVERIFY(planner.find<QAction>("action.createSends")->isChecked());
        planner.goTo(kProduct);
        QTRY_VERIFY_WITH_TIMEOUT(planner.find<QPushButton>("btn.createPo")->isEnabled(), kPatience);
        planner.answer("dialog.messagePreview", clickOn("btn.createAndSend"));
        planner.click("btn.createPo");
        QTRY_COMPARE_WITH_TIMEOUT(planner.messageFiles().size(), 1, kPatience);
        // One that needs approval is created as ever.
        planner.goTo(QStringLiteral("PROD-104"));
        QTRY_VERIFY_WITH_TIMEOUT(planner.find<QPushButton>("btn.createPo")->isEnabled(), kPatience);
        QVERIFY(!planner.find<QPushButton>("btn.createAndSendPo")->isEnabled());
        planner.click("btn.createPo");
        QTRY_COMPARE_WITH_TIMEOUT(ordersOf(planner, QStringLiteral("PROD-104")).size(), std::size_t{1},
                                  kPatience);
    }

private:
    /// Connects to the harness's own database by the Connect dialog, marked as production; the box beside it
    /// as it comes, or cleared.
    static void connectToProduction(PlannerHarness& planner, bool confirms)
    {
        const QString file = planner.file();
        planner.answer("dialog.connect", [&](QWidget& dialog) {
            QTest::mouseClick(&part<QPushButton>(dialog, "btn.addConnection"), Qt::LeftButton);
            part<QComboBox>(dialog, "combo.connectionKind").setCurrentIndex(0);
            auto& name = part<QLineEdit>(dialog, "edit.connectionName");
            name.clear();
            QTest::keyClicks(&name, QStringLiteral("Works"));
            auto& path = part<QLineEdit>(dialog, "edit.databaseFile");
            path.clear();
            QTest::keyClicks(&path, file);
            auto& confirm = part<QCheckBox>(dialog, "check.confirmSending");
            QVERIFY(!confirm.isChecked());
            part<QCheckBox>(dialog, "check.production").click();
            QVERIFY(confirm.isChecked());
            if (!confirms)
                confirm.click();
            QTest::mouseClick(&part<QPushButton>(dialog, "btn.saveConnection"), Qt::LeftButton);
            QTest::mouseClick(&part<QPushButton>(dialog, "btn.connect"), Qt::LeftButton);
        });
        planner.trigger("action.connect");
        QTRY_COMPARE_WITH_TIMEOUT(planner.workspace().connection().name, QStringLiteral("Works"), kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(planner.workspace().feed().isLoaded(), kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(!planner.workspace().identity().actor().personId.isEmpty(), kPatience);
    }

    static void select(PlannerHarness& planner, const QStringList& products)
    {
        auto* grid = planner.find<QTableView>("grid.products");
        grid->clearSelection();
        for (int row = 0; row < grid->model()->rowCount(); ++row) {
            const QModelIndex index = grid->model()->index(row, 0);
            if (products.contains(index.data().toString()))
                grid->selectionModel()->select(index,
                                               QItemSelectionModel::Select | QItemSelectionModel::Rows);
        }
    }
};

} // namespace purchasing::tests

QTEST_MAIN(purchasing::tests::ConfirmSendingTest)
#include "confirm_sending_test.moc"
