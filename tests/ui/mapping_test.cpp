#include "app/planner/desktop_connections.h"
#include "core/flow/delivered_rules.h"
#include "core/sql/opening/database_probe.h"
#include "core/sql/opening/mysql_setup.h"
#include "ui/connect/connect_dialog.h"
#include "ui/connect/connections.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QDir>
#include <QInputDialog>
#include <QTreeWidget>

#include "tests/sql/erp_system.h"
#include "tests/support/mariadb_server.h"
#include "tests/ui/dialog_watch.h"
#include "tests/ui/window_fit.h"

namespace purchasing::tests {
namespace {

constexpr int kPatience = 20000;

template <typename Widget> Widget& in(QWidget& dialog, const QString& name)
{
    auto* found = dialog.findChild<Widget*>(name);
    if (!found)
        qFatal("no %s", qPrintable(name));
    return *found;
}

/// Chooses an entry as a person does, with the keyboard.
void choose(QComboBox& box, const QString& text)
{
    const int row = box.findText(text);
    if (row < 0)
        qFatal("%s has no %s", qPrintable(box.objectName()), qPrintable(text));
    box.setFocus();
    while (box.currentIndex() != row)
        QTest::keyClick(&box, box.currentIndex() < row ? Qt::Key_Down : Qt::Key_Up);
}

} // namespace

/// Connect ▸ Tables…: another system's tables are found, completed, kept, and read.
class MappingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void anotherSystemIsConnected();
    void aDeadServerIsNamed();

private:
    [[nodiscard]] ui::ConnectionProfile profile() const;
    void save(QWidget& window, const QString& name) const;

    ui::Language m_language;
    QTemporaryDir m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<ui::Connections> m_connections;
};

void MappingTest::initTestCase()
{
    m_settings =
        std::make_unique<QSettings>(m_folder.filePath(QStringLiteral("planner.ini")), QSettings::IniFormat);
    m_connections = std::make_unique<ui::Connections>(
        *m_settings, m_folder.filePath(QStringLiteral("demo.sqlite")), &openConnection, &probeConnection);
    m_connections->setDetect(&detectTables);
    m_language.use(QStringLiteral("en"));
    ui::theme::apply(ui::theme::Scheme::Light);
    sql::Connection connection(sql::mysqlConnection(profile().server, QString()));
    for (const QString& statement : sql::erpStatements())
        connection.executeDirectly(connection.dialect().expand(statement));
    // The planner's own database of orders; the rest is the other system's.
    MysqlSettings admin = profile().server;
    admin.names.mapping.tables.insert(QStringLiteral("products"), {});
    sql::MysqlSetup setup;
    setup.initialRulePacks = deliveredRules();
    QVERIFY(sql::setUpMysql(admin, setup).isOk());
}

ui::ConnectionProfile MappingTest::profile() const
{
    ui::ConnectionProfile profile;
    profile.name = QStringLiteral("ERP");
    profile.kind = ui::ConnectionKind::Mysql;
    profile.server = MariaDbServer::shared().administrator(QStringLiteral("erp"));
    for (QString DatabaseNames::*name :
         {&DatabaseNames::oms, &DatabaseNames::inventory, &DatabaseNames::supplier, &DatabaseNames::uom})
        profile.server.names.*name = QStringLiteral("erp_all");
    return profile;
}

void MappingTest::save(QWidget& window, const QString& name) const
{
    const QString folder = QCoreApplication::applicationDirPath() + QStringLiteral("/../screenshots");
    QDir().mkpath(folder);
    QCoreApplication::processEvents();
    QVERIFY(window.grab().save(folder + QLatin1Char('/') + name + QStringLiteral(".png")));
}

void MappingTest::anotherSystemIsConnected()
{
    ui::ConnectionProfile saved = profile();
    saved = m_connections->list().save(saved);
    ui::ConnectDialog dialog(*m_connections);
    dialog.show();
    dialog.select(saved.id);
    QCOMPARE(in<QLabel>(dialog, QStringLiteral("label.mapping")).text(),
             QStringLiteral("As the planner makes them"));

    DialogWatch::instance().expect(QStringLiteral("dialog.mapping"), this, [this](QWidget& mapping) {
        auto& tree = in<QTreeWidget>(mapping, QStringLiteral("tree.mapping"));
        QTRY_COMPARE_WITH_TIMEOUT(tree.topLevelItemCount(), 6, kPatience);
        QCOMPARE(in<QComboBox>(mapping, QStringLiteral("combo.table.supplier_info")).currentText(),
                 QStringLiteral("lieferantenpreis"));
        QCOMPARE(in<QComboBox>(mapping, QStringLiteral("combo.table.uom_conversion")).currentText(),
                 QStringLiteral("(nothing)"));
        QCOMPARE(
            in<QComboBox>(mapping, QStringLiteral("combo.column.supplier_info.unit_price")).currentText(),
            QStringLiteral("ek_preis"));
        QCOMPARE(in<QComboBox>(mapping, QStringLiteral("combo.table.demand_daily")).currentText(),
                 QStringLiteral("(nothing)"));
        const QString notes = in<QLabel>(mapping, QStringLiteral("label.mappingNotes")).text();
        QVERIFY2(notes.contains(QStringLiteral("Units: no table seems to hold it.")), qPrintable(notes));
        // A table that somebody names brings its columns, and what could not be told is said.
        const auto chooseUnits = [&mapping](const QString& table) {
            choose(in<QComboBox>(mapping, QStringLiteral("combo.table.uom_conversion")), table);
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); // The rows are made anew.
        };
        chooseUnits(QStringLiteral("artikel"));
        QCOMPARE(
            in<QComboBox>(mapping, QStringLiteral("combo.column.uom_conversion.product_id")).currentText(),
            QStringLiteral("artikelnr"));
        QVERIFY(!in<QLabel>(mapping, QStringLiteral("label.mappingNotes"))
                     .text()
                     .contains(QStringLiteral("Units:")));
        chooseUnits(QStringLiteral("(nothing)"));
        // Who is active nobody but a person can say.
        auto& ok = in<QPushButton>(mapping, QStringLiteral("btn.mappingOk"));
        QVERIFY(!ok.isEnabled());
        QVERIFY2(ok.toolTip().contains(QStringLiteral("Supplier is active")), qPrintable(ok.toolTip()));
        save(mapping, QStringLiteral("mapping"));
        QVERIFY2(misfits(mapping).isEmpty(), qPrintable(misfits(mapping).join(QLatin1Char('\n'))));
        QVERIFY2(namelessStops(mapping).isEmpty(),
                 qPrintable(namelessStops(mapping).join(QLatin1Char('\n'))));
        ui::theme::apply(ui::theme::Scheme::Dark);
        save(mapping, QStringLiteral("mapping-dark"));
        ui::theme::apply(ui::theme::Scheme::Light);

        DialogWatch::instance().expect(QString(), this, [](QWidget& box) {
            auto* input = qobject_cast<QInputDialog*>(&box);
            QVERIFY(input);
            input->setTextValue(QStringLiteral("1"));
            input->accept();
        });
        auto& active = in<QComboBox>(mapping, QStringLiteral("combo.column.supplier_info.is_active"));
        active.setCurrentIndex(active.findText(QStringLiteral("The same in every row…")));
        Q_EMIT active.activated(active.currentIndex());
        QCOMPARE(active.currentText(), QStringLiteral("Always 1"));
        QVERIFY2(ok.isEnabled(), qPrintable(ok.toolTip()));
        // A column that somebody takes away is missing until it is said again.
        auto& price = in<QComboBox>(mapping, QStringLiteral("combo.column.supplier_info.unit_price"));
        choose(price, QStringLiteral("(not there)"));
        QVERIFY(!ok.isEnabled());
        choose(price, QStringLiteral("ek_preis"));
        QVERIFY(ok.isEnabled());
        QTest::mouseClick(&ok, Qt::LeftButton);
    });
    QTest::mouseClick(&in<QPushButton>(dialog, QStringLiteral("btn.tables")), Qt::LeftButton);
    QTRY_COMPARE(in<QLabel>(dialog, QStringLiteral("label.mapping")).text(),
                 QStringLiteral("Another system's: 5 with other names, only read"));

    QTest::mouseClick(&in<QPushButton>(dialog, QStringLiteral("btn.testConnection")), Qt::LeftButton);
    auto& summary = in<QLabel>(dialog, QStringLiteral("label.trial"));
    QTRY_VERIFY_WITH_TIMEOUT(summary.text().contains(QStringLiteral("All 5 databases can be used")),
                             kPatience);
    save(dialog, QStringLiteral("connect-other-system"));
    QTest::mouseClick(&in<QPushButton>(dialog, QStringLiteral("btn.saveConnection")), Qt::LeftButton);
    // It is there the next time, too.
    ui::ConnectionList again(*m_settings, QString());
    const auto all = again.all();
    const auto kept = std::find_if(all.begin(), all.end(),
                                   [](const auto& one) { return one.name == QLatin1String("ERP"); });
    QVERIFY(kept != all.end());
    QCOMPARE(kept->server.names.mapping.nameOf(QStringLiteral("oms_history")), QStringLiteral("bedarf"));
    QCOMPARE(kept->server.names.mapping.of(QStringLiteral("supplier_info"))
                 ->values.value(QStringLiteral("is_active")),
             QStringLiteral("1"));

    QTest::mouseClick(&in<QPushButton>(dialog, QStringLiteral("btn.connect")), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(dialog.result(), static_cast<int>(QDialog::Accepted), kPatience);
    QVERIFY(dialog.takeConnection().has_value());
}

void MappingTest::aDeadServerIsNamed()
{
    ui::ConnectionProfile dead = profile();
    dead.name = QStringLiteral("Dead");
    dead.server.socket = m_folder.filePath(QStringLiteral("nobody.sock"));
    dead = m_connections->list().save(dead);
    ui::ConnectDialog dialog(*m_connections);
    dialog.show();
    dialog.select(dead.id);
    DialogWatch::instance().expect(QStringLiteral("dialog.mapping"), this, [](QWidget& mapping) {
        auto& message = in<QLabel>(mapping, QStringLiteral("label.mappingMessage"));
        QTRY_VERIFY_WITH_TIMEOUT(
            message.text().startsWith(QStringLiteral("The databases cannot be looked through")), kPatience);
        QVERIFY(!in<QPushButton>(mapping, QStringLiteral("btn.mappingOk")).isEnabled());
        QVERIFY(in<QPushButton>(mapping, QStringLiteral("btn.detect")).isEnabled());
        mapping.close();
    });
    QTest::mouseClick(&in<QPushButton>(dialog, QStringLiteral("btn.tables")), Qt::LeftButton);
}

} // namespace purchasing::tests

QTEST_MAIN(purchasing::tests::MappingTest)
#include "mapping_test.moc"
