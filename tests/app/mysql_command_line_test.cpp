#include "app/wiring/environment.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include "tests/app/server_command_line.h"
#include "tests/support/environment_variable.h"

namespace purchasing::tests {
/// The command line program on a MariaDB server, and the variables that lead it there.
class MysqlCommandLineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_program = std::make_unique<ServerCommandLine>("c_"); }

    void fileIsReadAndTheEnvironmentWins()
    {
        write(".env", "# A comment\n\nDB_HOST = somewhere # not here\nexport DB_PORT=3307\nDB_USER='o''x'\n");
        QVERIFY(!Environment::read(file(".env"))); // Two texts in one.
        write(".env",
              "# A comment\n\nDB_HOST = somewhere # not here\nexport DB_PORT=3307\nDB_USER='a # b'\r\n"
              "DB_PASSWORD=\"p=a's\\word\"  # kept as it is\nPO_DB=\nUOM_DB=units#1\n");
        const auto environment = Environment::read(file(".env"));
        QVERIFY(environment);
        const auto settings = mysqlSettings(*environment);
        QVERIFY(settings);
        QCOMPARE(settings->host, QStringLiteral("somewhere"));
        QCOMPARE(settings->port, 3307);
        QCOMPARE(settings->user, QStringLiteral("a # b"));
        QCOMPARE(settings->password, QStringLiteral("p=a's\\word"));
        QCOMPARE(settings->names.po, QStringLiteral("po_db")); // Empty is not set.
        QCOMPARE(settings->names.uom, QStringLiteral("units#1"));
        {
            const EnvironmentVariable host("DB_HOST", "elsewhere");
            QCOMPARE(mysqlSettings(*environment)->host, QStringLiteral("elsewhere"));
        }
        QVERIFY(QFile::setPermissions(file(".env"), QFile::ReadOwner | QFile::ReadGroup));
        const auto exposed = Environment::read(file(".env"));
        QVERIFY(!exposed);
        QVERIFY2(exposed.error().message.contains(QStringLiteral("chmod 600 '")),
                 qPrintable(exposed.error().message));
        QVERIFY(Environment::read(file("none")));
        QVERIFY(!mysqlSettings(*Environment::read(file("none")))); // Who?
        write(".env", "DB_USER=x\nDB_PORT=many\n");
        QVERIFY(mysqlSettings(*Environment::read(file(".env")))
                    .error()
                    .message.contains(QStringLiteral("DB_PORT is many")));
        write("key.pem", "secret");
        const QByteArray keyed =
            "DB_USER=x\nDB_TLS=verify\nDB_TLS_CERT=/c.pem\nDB_TLS_KEY=" + file("key.pem").toUtf8() + '\n';
        write(".env", keyed);
        QVERIFY(mysqlSettings(*Environment::read(file(".env"))));
        QVERIFY(QFile::setPermissions(file("key.pem"), QFile::ReadOwner | QFile::ReadOther));
        QVERIFY(mysqlSettings(*Environment::read(file(".env")))
                    .error()
                    .message.contains(QStringLiteral("chmod 600 '")));
        write(".env", "DB_USER=x\nDB_TLS=verify\nDB_TLS_CA=/a.pem\nDB_TIMEOUT=7\n");
        QCOMPARE(mysqlSettings(*Environment::read(file(".env")))->tls, TlsMode::Verify);
        QCOMPARE(mysqlSettings(*Environment::read(file(".env")))->caFile, QStringLiteral("/a.pem"));
        QCOMPARE(mysqlSettings(*Environment::read(file(".env")))->answerSeconds, 7);
        write(".env", "DB_USER=x\nDB_HOST=127.0.0.1\n");
        QCOMPARE(mysqlSettings(*Environment::read(file(".env")))->tls, TlsMode::Off);
        write(".env", "DB_USER=x\nDB_HOST=database.example\n"); // Another machine.
        QCOMPARE(mysqlSettings(*Environment::read(file(".env")))->tls, TlsMode::Required);
        write(".env", "DB_USER=x\nDB_HOST=database.example\nDB_TLS=off\n");
        QCOMPARE(mysqlSettings(*Environment::read(file(".env")))->tls, TlsMode::Off);
        write(".env", "DB_USER=x\nDB_HOST=database.example\nDB_SOCKET=/s\n");
        QCOMPARE(mysqlSettings(*Environment::read(file(".env")))->tls, TlsMode::Off);
        write(".env", "DB_USER=x\nDB_TLS=on\n");
        QVERIFY(mysqlSettings(*Environment::read(file(".env")))
                    .error()
                    .message.contains(QStringLiteral("off, required or verify")));
        write(".env", "DB_USER=x\nDB_PASSWORD \"hidden\"\n");
        const auto broken = Environment::read(file(".env"));
        QVERIFY(!broken);
        QVERIFY(broken.error().message.contains(QStringLiteral("line 2")));
        QVERIFY(!(broken.error().message + broken.error().detail).contains(QStringLiteral("hidden")));
    }

    void exampleCanBeCopied()
    {
        const auto environment = Environment::read(QStringLiteral(PURCHASING_SOURCE "/.env.example"));
        QVERIFY(environment);
        const auto settings = mysqlSettings(*environment);
        QVERIFY(settings);
        const MysqlSettings defaults;
        QCOMPARE(settings->port, defaults.port);
        QCOMPARE(settings->names.oms, defaults.names.oms);
        QCOMPARE(settings->names.inventory, defaults.names.inventory);
        QVERIFY(mysqlUsers(*environment).empty());
    }

    void setUpThenOrderThroughTheServer()
    {
        write(".env", environmentFile());
        Answer answer = run({"evaluate", "PROD-001", "--mysql"});
        QCOMPARE(answer.exitCode, 1);
        QVERIFY2(answer.err.contains("does not accept the user name"), answer.err.constData());

        answer = run({"database", "setup"});
        QVERIFY2(answer.exitCode == 0, answer.err.constData());
        QVERIFY(answer.out.contains("c_po_db was made."));
        QVERIFY(answer.out.contains("The user clerk may use: oms, inventory, supplier, uom, po."));
        QVERIFY(answer.out.contains("The user stock may use: inventory."));
        QVERIFY(answer.out.contains("take two people"));
        QVERIFY(!answer.out.contains("hush"));
        answer = run({"database", "setup"});
        QCOMPARE(answer.exitCode, 0);
        QVERIFY(answer.out.contains("c_po_db is up to date."));
        answer = run({"database", "status"});
        QCOMPARE(answer.out, QByteArray("c_po_db on localhost can be used.\n"));

        answer = run({"evaluate", "PROD-001", "--mysql", "--json"});
        QCOMPARE(answer.exitCode, 0);
        const QJsonObject calculation =
            QJsonDocument::fromJson(answer.out).object().value(QStringLiteral("calculation")).toObject();
        QCOMPARE(calculation.value(QStringLiteral("order_qty")).toDouble(), 100.0);
        QCOMPARE(calculation.value(QStringLiteral("total_amount")).toDouble(), 1599.0);

        // The whole catalogue is decided as on SQLite.
        const QByteArray onServer = run({"plan", "--mysql", "--json"}).out;
        const QByteArray onFile =
            run({"plan", "--json", "--database", "demo.sqlite", "--create", "demo"}).out;
        QVERIFY(QJsonDocument::fromJson(onFile).array().size() >= 60);
        QCOMPARE(onServer, onFile);

        const auto order = [](const QByteArray& out) {
            return QJsonDocument::fromJson(out).object().value(QStringLiteral("po")).toObject();
        };
        const QJsonObject sent = order(run({"evaluate", "PROD-103", "--order", "--mysql", "--json"}).out);
        QCOMPARE(sent.value(QStringLiteral("status")).toString(), QStringLiteral("sent"));
        QVERIFY(!QDir(file("out")).isEmpty());
        const QJsonObject waiting = order(run({"evaluate", "PROD-104", "--order", "--mysql", "--json"}).out);
        QCOMPARE(waiting.value(QStringLiteral("status")).toString(), QStringLiteral("pending_approval"));
        const QByteArray id = waiting.value(QStringLiteral("po_id")).toString().toUtf8();
        // On a server nobody approves their own orders, unless setting up has said so.
        answer = run({"orders", "approve", id, "--mysql"});
        QCOMPARE(answer.exitCode, 1);
        QVERIFY2(answer.err.contains("their own order"), answer.err.constData());
        answer = run({"database", "setup", "--single-operator"});
        QCOMPARE(answer.exitCode, 0);
        QVERIFY(answer.out.contains("One person works alone here"));
        QCOMPARE(run({"orders", "approve", id, "--mysql"}).exitCode, 0);
        QCOMPARE(run({"orders", "send", id, "--mysql"}).exitCode, 0);
        QCOMPARE(run({"orders", "list", "--mysql", "--database", "x"}).exitCode, 2);
    }

    void cataloguesAreImported()
    {
        write(".env", environmentFile());
        QCOMPARE(run({"database", "setup"}).exitCode, 0);
        QVERIFY(QDir().mkpath(file("csv")));
        write("csv/products.csv", "product_id,name\nIMPORTED,x\nPROD-001,y\n");
        const Answer dry = run({"import", "csv", "--mysql", "--dry-run"});
        QVERIFY2(dry.exitCode == 0, dry.err.constData());
        QVERIFY2(dry.out.contains("1 new         1 changed         0 unchanged"), dry.out.constData());
        const auto applied = [this] {
            return QJsonDocument::fromJson(run({"import", "csv", "--mysql", "--json"}).out).object();
        };
        QCOMPARE(applied().value(QStringLiteral("applied")).toBool(), true);
        const QJsonObject again = applied();
        QCOMPARE(again.value(QStringLiteral("files"))
                     .toArray()
                     .first()
                     .toObject()
                     .value(QStringLiteral("unchanged")),
                 QJsonValue(2));
        QCOMPARE(run({"import", "csv", "--mysql", "--database", "x"}).exitCode, 2);
        write("csv/products.csv", "product_id,name\n,x\n");
        const Answer bad = run({"import", "csv", "--mysql"});
        QCOMPARE(bad.exitCode, 1);
        QVERIFY2(bad.err.contains("products.csv:2: product_id: must not be empty"), bad.err.constData());
    }

    void whatIsMissingIsNoted()
    {
        write(".env", environmentFile());
        QCOMPARE(run({"database", "setup"}).exitCode, 0);
        {
            sql::Connection root(sql::mysqlConnection(MariaDbServer::shared().administrator({}), {}));
            root.executeDirectly(QStringLiteral("ALTER TABLE c_supplier_db.supplier_info DROP COLUMN email"));
        }
        const QByteArray note =
            "c_supplier_db.supplier_info has no email: orders cannot be addressed by e-mail.\n";
        QVERIFY(run({"database", "status"}).out.endsWith(note));
        const Answer answer = run({"plan", "--mysql"});
        QCOMPARE(answer.exitCode, 0);
        QCOMPARE(answer.err, "Note: " + note);
        QVERIFY(run({"plan", "--mysql", "--json"}).err.isEmpty());
    }

private:
    [[nodiscard]] QString file(const char* name) const { return m_program->file(name); }
    void write(const char* name, const QByteArray& text) const { m_program->write(name, text); }
    [[nodiscard]] QByteArray environmentFile() const
    {
        return m_program->environmentFile() + "INVENTORY_DB_USER=stock\nINVENTORY_DB_PASSWORD=hush\n";
    }
    [[nodiscard]] Answer run(const QList<QByteArray>& arguments) const { return m_program->run(arguments); }

    std::unique_ptr<ServerCommandLine> m_program;
};

} // namespace purchasing::tests

QTEST_GUILESS_MAIN(purchasing::tests::MysqlCommandLineTest)
#include "mysql_command_line_test.moc"
