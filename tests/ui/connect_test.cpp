#include "app/planner/desktop_connections.h"
#include "core/flow/delivered_rules.h"
#include "core/sql/opening/database_probe.h"
#include "core/sql/opening/mysql_setup.h"
#include "ui/connect/connect_dialog.h"
#include "ui/connect/new_database.h"
#include "ui/connect/welcome_dialog.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSpinBox>
#include <QTableWidget>

#include "tests/support/fault_proxy.h"
#include "tests/support/mariadb_server.h"
#include "tests/support/tls_files.h"
#include "tests/ui/demo_behind.h"

namespace purchasing::tests {
namespace {

constexpr int kPatience = 20000;
const QString kPassword = QStringLiteral("never-in-a-file");

template <typename Widget> Widget& part(QWidget& dialog, const char* name)
{
    auto* found = dialog.findChild<Widget*>(QLatin1String(name));
    if (!found)
        qFatal("no %s", name);
    return *found;
}

void type(QWidget& dialog, const char* name, const QString& text)
{
    auto& edit = part<QLineEdit>(dialog, name);
    edit.clear();
    QTest::keyClicks(&edit, text);
}

/// Fills in the form for a server as a person does.
void fillIn(QWidget& dialog, const ui::ConnectionProfile& profile)
{
    part<QComboBox>(dialog, "combo.connectionKind").setCurrentIndex(1);
    type(dialog, "edit.connectionName", profile.name);
    type(dialog, "edit.host", profile.server.host);
    part<QSpinBox>(dialog, "spin.port").setValue(profile.server.port);
    type(dialog, "edit.socket", profile.server.socket);
    type(dialog, "edit.user", profile.server.user);
    type(dialog, "edit.password", profile.server.password);
    const DatabaseNames& names = profile.server.names;
    const QStringList databases{names.oms, names.inventory, names.supplier, names.uom, names.po};
    for (int i = 0; i < databases.size(); ++i)
        type(dialog, qPrintable(QStringLiteral("edit.database.%1").arg(i)), databases[i]);
    part<QSpinBox>(dialog, "spin.timeout").setValue(profile.server.answerSeconds);
}

QString stateOf(QWidget& dialog, int row)
{
    const auto* item = part<QTableWidget>(dialog, "table.trial").item(row, 1);
    return item ? item->text() : QString();
}

void save(QWidget& window, const QString& name)
{
    const QString folder = QCoreApplication::applicationDirPath() + QStringLiteral("/../screenshots");
    QDir().mkpath(folder);
    QCoreApplication::processEvents();
    QVERIFY(window.grab().save(folder + QLatin1Char('/') + name + QStringLiteral(".png")));
}

} // namespace

/// The Connect dialog, the welcome page, and connecting to something else while the program runs.
class ConnectTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<QSettings>(m_folder->filePath(QStringLiteral("planner.ini")),
                                                 QSettings::IniFormat);
        m_language.use(QStringLiteral("en"));
        ui::theme::apply(ui::theme::Scheme::Light);
        m_connections =
            std::make_unique<ui::Connections>(*m_settings, m_folder->filePath(QStringLiteral("demo.sqlite")),
                                              &openConnection, &probeConnection);
    }

    void testNamesEachDatabase()
    {
        ui::ConnectionProfile profile = demoOnMariaDb();
        ui::ConnectDialog dialog(*m_connections);
        dialog.show();
        QTest::mouseClick(&part<QPushButton>(dialog, "btn.addConnection"), Qt::LeftButton);
        QVERIFY(!part<QPushButton>(dialog, "btn.connect").isEnabled()); // Nobody to connect as.
        QVERIFY(part<QPushButton>(dialog, "btn.connect").toolTip().contains(QStringLiteral("as which user")));
        fillIn(dialog, profile);
        auto& test = part<QPushButton>(dialog, "btn.testConnection");
        QVERIFY(test.isEnabled());
        QTest::mouseClick(&test, Qt::LeftButton);
        auto& table = part<QTableWidget>(dialog, "table.trial");
        QCOMPARE(table.rowCount(), 5);
        auto& summary = part<QLabel>(dialog, "label.trial");
        QTRY_VERIFY_WITH_TIMEOUT(summary.text().contains(QStringLiteral("All 5 databases can be used")),
                                 kPatience);
        for (int row = 0; row < 5; ++row) {
            QCOMPARE(stateOf(dialog, row), QStringLiteral("Usable"));
            QVERIFY(table.item(row, 2)->text().endsWith(QStringLiteral("ms")));
            QVERIFY(table.item(row, 3)->text().startsWith(QStringLiteral("MariaDB 1")));
        }
        save(dialog, QStringLiteral("connect-usable"));

        // Whatever has the focus, what was filled in stays.
        part<QListWidget>(dialog, "list.connections").setFocus();
        QCOMPARE(part<QLineEdit>(dialog, "edit.user").text(), profile.server.user);
        // Three of five: one may go on without the others, knowing what is blank.
        type(dialog, "edit.database.1", QStringLiteral("not_there"));
        QCOMPARE(table.rowCount(), 0); // The answers were those of other fields.
        type(dialog, "edit.database.3", QStringLiteral("not_there_either"));
        QTest::mouseClick(&test, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(summary.text().contains(QStringLiteral("3 of 5 databases can be used")),
                                 kPatience);
        QVERIFY2(summary.text().contains(QStringLiteral("stock; units")), qPrintable(summary.text()));
        QVERIFY(table.item(1, 4)->text().contains(QStringLiteral("not_there")));
        QVERIFY(
            part<QPushButton>(dialog, "btn.connect").text().contains(QStringLiteral("with missing data")));
        save(dialog, QStringLiteral("connect-partly"));
        ui::theme::apply(ui::theme::Scheme::Dark);
        QTest::mouseClick(&test, Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(test.text(), QStringLiteral("&Test"), kPatience);
        save(dialog, QStringLiteral("connect-partly-dark"));
        ui::theme::apply(ui::theme::Scheme::Light);

        type(dialog, "edit.password", QStringLiteral("wrong"));
        QTest::mouseClick(&test, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(
            summary.text().contains(QStringLiteral("does not accept the user name or password")), kPatience);
        save(dialog, QStringLiteral("connect-refused"));
    }

    /// A server that asks for a certificate: the form takes one, and each mistake has its words.
    void aCertificateIsShown()
    {
        const TlsFiles files;
        const MariaDbServer server(files.serverOptions(QStringLiteral("localhost")));
        sql::MysqlSetup setup;
        setup.initialRulePacks = deliveredRules();
        setup.users = {
            {QStringLiteral("planner"), kPassword, QStringLiteral("localhost"), sql::probedSchemas()}};
        QVERIFY(sql::setUpMysql(server.administrator(QStringLiteral("c")), setup).isOk());
        {
            sql::Connection connection(
                sql::mysqlConnection(server.administrator(QStringLiteral("c")), QString()));
            connection.executeDirectly(QStringLiteral("ALTER USER planner@localhost REQUIRE X509"));
        }
        FaultProxy proxy(server.socket());
        ui::ConnectionProfile profile;
        profile.name = QStringLiteral("Secured");
        profile.server = settingsOn(QString(), QStringLiteral("c"));
        profile.server.host = QStringLiteral("localhost");
        profile.server.port = proxy.port();
        profile.server.user = QStringLiteral("planner");
        profile.server.password = kPassword;
        ui::ConnectDialog dialog(*m_connections);
        dialog.show();
        QTest::mouseClick(&part<QPushButton>(dialog, "btn.addConnection"), Qt::LeftButton);
        fillIn(dialog, profile);
        QVERIFY(!part<QLineEdit>(dialog, "edit.clientCertificate").isEnabled()); // Nothing is encrypted.
        part<QComboBox>(dialog, "combo.tls").setCurrentIndex(2);
        type(dialog, "edit.caFile", files.authority());
        auto& test = part<QPushButton>(dialog, "btn.testConnection");
        auto& summary = part<QLabel>(dialog, "label.trial");
        QTest::mouseClick(&test, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(summary.text().contains(QStringLiteral("asks this user for a certificate")),
                                 kPatience);
        const TlsFiles::Pair mine = files.client(QStringLiteral("planner"));
        type(dialog, "edit.clientCertificate", mine.certificate);
        QVERIFY(!test.isEnabled()); // Its key is missing.
        QVERIFY(test.toolTip().contains(QStringLiteral("key")));
        type(dialog, "edit.clientKey", files.client(QStringLiteral("other")).key);
        QTest::mouseClick(&test, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(
            summary.text().contains(QStringLiteral("does not belong to the certificate")), kPatience);
        save(dialog, QStringLiteral("connect-wrong-key"));
        type(dialog, "edit.clientKey", mine.key);
        QTest::mouseClick(&test, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(summary.text().contains(QStringLiteral("All 5 databases can be used")),
                                 kPatience);
        QTest::mouseClick(&part<QPushButton>(dialog, "btn.connect"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!dialog.isVisible(), kPatience);
        QVERIFY(dialog.takeConnection());
        QCOMPARE(m_connections->list().all().back().server.keyFile, mine.key);
    }

    /// A server that takes the connection and says nothing: the dialog stays usable, and Stop stops.
    void silenceBlocksNothing()
    {
        FaultProxy proxy(MariaDbServer::shared().socket());
        proxy.set(Toxic::Swallow);
        ui::ConnectionProfile profile = demoBehind(proxy);
        ui::ConnectDialog dialog(*m_connections);
        dialog.show();
        QTest::mouseClick(&part<QPushButton>(dialog, "btn.addConnection"), Qt::LeftButton);
        fillIn(dialog, profile);
        auto& test = part<QPushButton>(dialog, "btn.testConnection");
        QElapsedTimer time;
        time.start();
        QTest::mouseClick(&test, Qt::LeftButton);
        QVERIFY(time.elapsed() < 500);
        QCOMPARE(test.text(), QStringLiteral("S&top"));
        QVERIFY(!part<QPushButton>(dialog, "btn.connect").isEnabled());
        save(dialog, QStringLiteral("connect-trying"));
        QTest::mouseClick(&test, Qt::LeftButton);
        QCOMPARE(stateOf(dialog, 0), QStringLiteral("Cancelled"));
        QVERIFY(part<QPushButton>(dialog, "btn.connect").isEnabled());
        // Waiting for it gives the sentence, within the time-out.
        time.start();
        QTest::mouseClick(&part<QPushButton>(dialog, "btn.connect"), Qt::LeftButton);
        auto& summary = part<QLabel>(dialog, "label.trial");
        QTRY_VERIFY_WITH_TIMEOUT(
            summary.text().contains(QStringLiteral("takes the connection but does not answer")), kPatience);
        QVERIFY2(time.elapsed() < 4000, QByteArray::number(time.elapsed()).constData());
        QVERIFY(dialog.isVisible());
        QVERIFY(!dialog.takeConnection());
        save(dialog, QStringLiteral("connect-silent"));
    }

    /// From the demo to a server and back; what fails leaves things as they are, and no password is in a
    /// file.
    void anotherConnectionWhileRunning()
    {
        PlannerHarness planner;
        planner.goTo(QStringLiteral("PROD-101"));
        const QString before = planner.workspace().connection().location;
        ui::ConnectionProfile profile = demoOnMariaDb();
        profile.name = QStringLiteral("Berlin");
        const ui::ConnectionProfile right = profile;
        profile.server.password = QStringLiteral("wrong");
        bool failedFirst = false;
        planner.answer("dialog.connect", [&](QWidget& dialog) {
            QTest::mouseClick(&part<QPushButton>(dialog, "btn.addConnection"), Qt::LeftButton);
            fillIn(dialog, profile);
            part<QCheckBox>(dialog, "check.production").setChecked(true);
            auto& connectButton = part<QPushButton>(dialog, "btn.connect");
            QTest::mouseClick(&connectButton, Qt::LeftButton);
            QTRY_VERIFY_WITH_TIMEOUT(
                part<QLabel>(dialog, "label.trial").text().contains(QStringLiteral("password")), kPatience);
            failedFirst = dialog.isVisible() && planner.workspace().connection().location == before;
            type(dialog, "edit.password", right.server.password);
            QTest::mouseClick(&connectButton, Qt::LeftButton);
        });
        planner.trigger("action.connect");
        QTRY_COMPARE_WITH_TIMEOUT(planner.workspace().connection().name, QStringLiteral("Berlin"), kPatience);
        QVERIFY(failedFirst);
        QTRY_VERIFY_WITH_TIMEOUT(planner.workspace().feed().isLoaded(), kPatience);
        QVERIFY(planner.workspace().connection().location.contains(QStringLiteral("po_db")));
        QVERIFY2(planner.window().windowTitle().contains(QStringLiteral("Berlin (PRODUCTION)")),
                 qPrintable(planner.window().windowTitle()));
        QVERIFY(planner.find<QLabel>("label.connectionTag")->isVisible());
        planner.goTo(QStringLiteral("PROD-101"));
        planner.screenshot(QStringLiteral("planner-production"));

        // Recent: the password is known for the session, whatever the keychain says.
        auto* recent = planner.find<QMenu>("menu.recent");
        Q_EMIT recent->aboutToShow();
        QCOMPARE(recent->actions().front()->text(), QStringLiteral("Berlin – production"));
        recent->actions().front()->trigger();
        QTest::qWait(50);
        QTRY_VERIFY_WITH_TIMEOUT(planner.workspace().feed().isLoaded(), kPatience);
        QCOMPARE(planner.workspace().connection().name, QStringLiteral("Berlin"));

        planner.settings().sync();
        QFile file(planner.settings().fileName());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray kept = file.readAll();
        QVERIFY(kept.contains("Berlin"));
        QVERIFY(!kept.contains(right.server.password.toUtf8()));
        QVERIFY(!kept.contains("password"));
    }

    void demoCannotBeChanged()
    {
        ui::ConnectDialog dialog(*m_connections);
        dialog.show();
        QVERIFY(!part<QPushButton>(dialog, "btn.saveConnection").isEnabled());
        QVERIFY(!part<QPushButton>(dialog, "btn.removeConnection").isEnabled());
        QVERIFY(part<QPushButton>(dialog, "btn.connect").isEnabled());
        save(dialog, QStringLiteral("connect-demo"));
        const QString why = QStringLiteral("Unavailable: the demo is always there as it is");
        for (const char* field : {"edit.connectionName", "combo.connectionKind", "edit.databaseFile",
                                  "btn.chooseFile", "check.readOnly", "check.production", "combo.tagColor",
                                  "check.confirmSending", "edit.host", "btn.tables"}) {
            QVERIFY2(!part<QWidget>(dialog, field).isEnabled(), field);
            QCOMPARE(part<QWidget>(dialog, field).toolTip(), why);
        }
        QTest::mouseClick(&part<QPushButton>(dialog, "btn.addConnection"), Qt::LeftButton);
        QVERIFY(part<QWidget>(dialog, "edit.connectionName").toolTip().isEmpty());
        QVERIFY(part<QWidget>(dialog, "btn.tables").toolTip().startsWith(QStringLiteral("Say what tables")));
    }

    void theWayToAnotherMachineIsEncryptedUnlessSaidOtherwise()
    {
        ui::ConnectDialog dialog(*m_connections);
        dialog.show();
        part<QPushButton>(dialog, "btn.addConnection").click();
        part<QComboBox>(dialog, "combo.connectionKind").setCurrentIndex(1);
        auto& host = part<QLineEdit>(dialog, "edit.host");
        auto& mode = part<QComboBox>(dialog, "combo.tls");
        const auto type = [&host](const char* name) {
            host.selectAll();
            QTest::keyClicks(&host, QLatin1String(name));
        };
        QCOMPARE(mode.currentIndex(), 0); // This machine.
        QVERIFY(!part<QLabel>(dialog, "label.encryptionNote").isVisible());
        type("database.example");
        QCOMPARE(mode.currentIndex(), 1);
        QVERIFY(part<QLabel>(dialog, "label.encryptionNote").isVisible());
        type("127.0.0.1");
        QCOMPARE(mode.currentIndex(), 0);
        type("database.example");
        mode.setFocus();
        QTest::keyClick(&mode, Qt::Key_Up); // Off: somebody wants it.
        QCOMPARE(mode.currentIndex(), 0);
        type("other.example");
        QCOMPARE(mode.currentIndex(), 0);
    }

    /// In German, too, every text has room.
    void germanFits()
    {
        m_language.use(QStringLiteral("de"));
        ui::WelcomeDialog welcome(*m_connections);
        welcome.show();
        save(welcome, QStringLiteral("welcome-de"));
        ui::ConnectDialog dialog(*m_connections);
        dialog.show();
        QTest::mouseClick(&part<QPushButton>(dialog, "btn.addConnection"), Qt::LeftButton);
        part<QComboBox>(dialog, "combo.tls").setCurrentIndex(2);
        QTest::qWait(50);
        save(dialog, QStringLiteral("connect-de"));
        const auto labels = dialog.findChildren<QLabel*>();
        for (const QLabel* label : labels) {
            if (label->isVisible() && !label->wordWrap())
                QVERIFY2(label->width() >= label->sizeHint().width(), qPrintable(label->text()));
        }
        const auto edits = dialog.findChildren<QLineEdit*>();
        for (const QLineEdit* edit : edits) {
            if (edit->isVisible())
                // Layouts take a pixel or two, squeezed fields are half as high.
                QVERIFY2(edit->height() + 3 >= edit->sizeHint().height(), qPrintable(edit->objectName()));
        }
        const auto buttons = dialog.findChildren<QPushButton*>();
        for (const QPushButton* button : buttons) {
            if (button->isVisible())
                QVERIFY2(button->width() >= button->sizeHint().width(), qPrintable(button->text()));
        }
        m_language.use(QStringLiteral("en"));
    }

    /// A mistyped path makes no database; a new one is made when that is said.
    void newFilesAreAskedFor()
    {
        QTemporaryDir folder;
        const QString nowhere = folder.filePath(QStringLiteral("no/such.sqlite"));
        QCOMPARE(ui::mayOpenFile(nowhere, false, nullptr).error().kind, ErrorKind::NotFound);
        QVERIFY(
            ui::mayOpenFile(nowhere, false, nullptr).error().message.contains(QStringLiteral("no folder")));
        QCOMPARE(ui::mayOpenFile(folder.path(), false, nullptr).error().kind, ErrorKind::Invalid);
        const QString fresh = folder.filePath(QStringLiteral("fresh.sqlite"));
        QCOMPARE(ui::mayOpenFile(fresh, true, nullptr).error().kind, ErrorKind::NotFound); // To be read only.
        answerModal("dialog.newDatabase", [](QWidget& box) { box.close(); });
        QCOMPARE(ui::mayOpenFile(fresh, false, nullptr).error().kind, ErrorKind::Cancelled);
        answerModal("dialog.newDatabase", [](QWidget& box) {
            save(box, QStringLiteral("new-database"));
            QTest::mouseClick(&part<QPushButton>(box, "btn.makeDatabase"), Qt::LeftButton);
        });
        QCOMPARE(ui::mayOpenFile(fresh, false, nullptr).value(), ui::MissingFile::MakeDemo);
        QVERIFY(!QFile::exists(fresh)); // Opening makes it.
        answerModal("dialog.newDatabase", [](QWidget& box) {
            QTest::mouseClick(&part<QPushButton>(box, "btn.makeEmptyDatabase"), Qt::LeftButton);
        });
        ui::ConnectionProfile profile;
        profile.file = fresh;
        profile.whenMissing = ui::MissingFile::Refuse; // As one that was saved and is gone.
        QCOMPARE(openConnection(profile).error().kind, ErrorKind::NotFound);
        QVERIFY(!QFile::exists(fresh));
        profile.whenMissing = ui::mayOpenFile(fresh, false, nullptr).value();
        const auto empty = openConnection(profile);
        QVERIFY(empty);
        QCOMPARE(empty->catalogue->load({}, {}, {}).result().value()->size(), 0);
        // A link that leads nowhere makes nothing where it leads.
        const QString link = folder.filePath(QStringLiteral("link.sqlite"));
        QVERIFY(QFile::link(folder.filePath(QStringLiteral("gone.sqlite")), link));
        QCOMPARE(ui::mayOpenFile(link, false, nullptr).error().kind, ErrorKind::NotFound);
    }

    void welcomeOffersTheDemoInOneClick()
    {
        ui::WelcomeDialog welcome(*m_connections);
        welcome.show();
        save(welcome, QStringLiteral("welcome"));
        QTest::mouseClick(&part<QPushButton>(welcome, "btn.openDemo"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!welcome.isVisible(), kPatience);
        const auto connection = welcome.takeConnection();
        QVERIFY(connection);
        QCOMPARE(connection->name, QStringLiteral("Demo"));
        QVERIFY(QFile::exists(m_folder->filePath(QStringLiteral("demo.sqlite"))));
        QCOMPARE(m_connections->list().recent().size(), std::size_t{1});
    }

    void welcomeSaysWhatFailed()
    {
        ui::ConnectionProfile profile;
        profile.name = QStringLiteral("Hamburg");
        profile.kind = ui::ConnectionKind::Mysql;
        profile.isProduction = true;
        profile.server.host = QStringLiteral("127.0.0.1");
        profile.server.port = 1;
        profile.server.user = QStringLiteral("planner");
        profile = m_connections->list().save(profile);
        m_connections->list().markUsed(profile.id);
        ui::theme::apply(ui::theme::Scheme::Dark);
        ui::WelcomeDialog welcome(*m_connections, QStringLiteral("The database server does not answer."));
        welcome.show();
        QVERIFY(part<QLabel>(welcome, "label.welcomeProblem").isVisible());
        save(welcome, QStringLiteral("welcome-problem-dark"));
        ui::theme::apply(ui::theme::Scheme::Light);
        // What cannot be opened again leads to its form, with the reason.
        bool shown = false;
        answerModal("dialog.connect", [&](QWidget& dialog) {
            shown = part<QLabel>(dialog, "label.connectMessage")
                        .text()
                        .contains(QStringLiteral("does not answer"))
                && part<QLineEdit>(dialog, "edit.connectionName").text() == QStringLiteral("Hamburg");
            save(dialog, QStringLiteral("connect-no-answer"));
            dialog.close();
        });
        QTest::mouseClick(
            &part<QPushButton>(welcome, qPrintable(QStringLiteral("btn.openRecent.") + profile.id)),
            Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(shown, kPatience);
        QVERIFY(!welcome.takeConnection());
    }

    void savedConnectionsAreKeptWithoutPassword()
    {
        ui::ConnectionProfile profile;
        profile.name = QStringLiteral("Köln");
        profile.kind = ui::ConnectionKind::Mysql;
        profile.readOnly = true;
        profile.isProduction = true;
        profile.color = QColor(0x1d4ed8);
        profile.server.host = QStringLiteral("db.example");
        profile.server.port = 3307;
        profile.server.socket = QStringLiteral("/tmp/s");
        profile.server.user = QStringLiteral("ana");
        profile.server.password = kPassword;
        profile.server.names = {QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c"),
                                QStringLiteral("d"), QStringLiteral("e"), {}};
        profile.server.tls = TlsMode::Verify;
        profile.server.caFile = QStringLiteral("/ca.pem");
        profile.server.certificateFile = QStringLiteral("/me.pem");
        profile.server.keyFile = QStringLiteral("/me-key.pem");
        profile.server.answerSeconds = 12;
        const QString id = m_connections->list().save(profile).id;
        const auto found = m_connections->list().find(id);
        QVERIFY(found);
        QCOMPARE(found->name, profile.name);
        QCOMPARE(found->kind, profile.kind);
        QVERIFY(found->readOnly && found->isProduction);
        QCOMPARE(found->color, profile.color);
        QCOMPARE(found->server.host, profile.server.host);
        QCOMPARE(found->server.port, 3307);
        QCOMPARE(found->server.socket, profile.server.socket);
        QCOMPARE(found->server.user, profile.server.user);
        QCOMPARE(found->server.names.supplier, QStringLiteral("c"));
        QCOMPARE(found->server.names.po, QStringLiteral("e"));
        QVERIFY(found->server.tls == TlsMode::Verify);
        QCOMPARE(found->server.caFile, profile.server.caFile);
        QCOMPARE(found->server.certificateFile, profile.server.certificateFile);
        QCOMPARE(found->server.keyFile, profile.server.keyFile);
        QCOMPARE(found->server.answerSeconds, 12);
        QVERIFY(found->server.password.isEmpty());
        m_settings->sync();
        QFile file(m_settings->fileName());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains(kPassword.toUtf8()));
        m_connections->list().remove(id);
        QVERIFY(!m_connections->list().find(id));
        QCOMPARE(m_connections->list().all().size(), std::size_t{1}); // The demo stays.
    }

private:
    static void answerModal(const char* name, std::function<void(QWidget&)> step)
    {
        auto* timer = new QTimer(qApp);
        connect(timer, &QTimer::timeout, qApp, [timer, name, step = std::move(step)] {
            QWidget* dialog = QApplication::activeModalWidget();
            if (!dialog || dialog->objectName() != QLatin1String(name))
                return;
            timer->stop();
            timer->deleteLater();
            step(*dialog);
        });
        timer->start(20);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    ui::Language m_language;
    std::unique_ptr<ui::Connections> m_connections;
};

} // namespace purchasing::tests

QTEST_MAIN(purchasing::tests::ConnectTest)
#include "connect_test.moc"
