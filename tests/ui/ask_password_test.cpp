#include "app/planner/desktop_connections.h"
#include "ui/connect/connect_dialog.h"
#include "ui/connect/connections.h"

#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include "tests/ui/dialog_watch.h"

namespace purchasing::tests {
namespace {

const QString kRight = QStringLiteral("open sesame");

} // namespace

/// A password that nobody keeps is asked for when the connection is opened, instead of being called wrong.
class AskPasswordTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<QSettings>(m_folder->filePath(QStringLiteral("planner.ini")),
                                                 QSettings::IniFormat);
        m_tried.clear();
        const QString demo = m_folder->filePath(QStringLiteral("demo.sqlite"));
        m_connections = std::make_unique<ui::Connections>(
            *m_settings, demo,
            [this, demo](const ui::ConnectionProfile& profile) -> Result<ui::Connection> {
                m_tried << profile.server.password;
                if (m_isDown)
                    return Error{ErrorKind::Unavailable, QStringLiteral("Nobody answers."), {}};
                if (profile.server.password != kRight)
                    return Error{
                        ErrorKind::Refused, QStringLiteral("It is not accepted. ").repeated(6).trimmed(), {}};
                ui::ConnectionProfile file;
                file.file = demo;
                return openConnection(file);
            },
            &probeConnection);
        ui::ConnectionProfile profile;
        profile.name = QStringLiteral("Berlin");
        profile.kind = ui::ConnectionKind::Mysql;
        profile.server.host = QStringLiteral("db.example");
        profile.server.user = QStringLiteral("ann");
        m_profile = m_connections->list().save(profile);
        m_isDown = false;
    }
    void cleanup()
    {
        QCOMPARE(DialogWatch::instance().forget(this), 0);
        m_connections.reset();
    }

    void itIsAskedForUntilItIsRight()
    {
        QStringList said;
        for (const QString& typed : {QStringLiteral("guess"), kRight})
            answer(said, typed);
        const Result<ui::Connection> opened = m_connections->openWaiting(m_profile, nullptr);
        QVERIFY(opened.isOk());
        QCOMPARE(m_tried, (QStringList{QString(), QStringLiteral("guess"), kRight}));
        QVERIFY2(!said[0].contains(QStringLiteral("not accepted")), qPrintable(said[0])); // Nobody mistyped.
        QVERIFY(said[0].contains(QStringLiteral("ann")) && said[0].contains(QStringLiteral("Berlin")));
        QVERIFY2(said[1].contains(QStringLiteral("not accepted")), qPrintable(said[1]));
        // It is known for the session at least: nobody is asked again.
        QVERIFY(m_connections->openWaiting(m_profile, nullptr).isOk());
        QCOMPARE(m_tried.size(), 4);
    }

    /// Nor is it called wrong in the dialog where it was never typed.
    void connectingAsksForIt()
    {
        ui::Connections connections(
            *m_settings, m_folder->filePath(QStringLiteral("demo.sqlite")), &openConnection,
            [](const ui::ConnectionProfile&, int) {
                DatabaseAnswer answer;
                answer.error = Error{ErrorKind::Refused, QStringLiteral("It is not accepted."), {}};
                return answer;
            });
        ui::ConnectDialog dialog(connections);
        dialog.show();
        dialog.activateWindow();
        dialog.select(m_profile.id);
        auto* password = dialog.findChild<QLineEdit*>(QStringLiteral("edit.password"));
        auto* connect = dialog.findChild<QPushButton*>(QStringLiteral("btn.connect"));
        auto* message = dialog.findChild<QLabel*>(QStringLiteral("label.connectMessage"));
        QTRY_VERIFY(connect->isEnabled());
        QTest::mouseClick(connect, Qt::LeftButton);
        QTRY_VERIFY(message->text().contains(QStringLiteral("No password is kept for Berlin")));
        QTRY_COMPARE(dialog.focusWidget(), password);
        QTest::keyClicks(password, QStringLiteral("guess"));
        QTest::mouseClick(connect, Qt::LeftButton);
        QTRY_VERIFY(connect->isEnabled());
        QVERIFY2(!message->isVisible(), qPrintable(message->text()));
    }

    void whoDoesNotTypeItOpensNothing()
    {
        DialogWatch::instance().expect(QStringLiteral("dialog.password"), this,
                                       [](QWidget& dialog) { QTest::keyClick(&dialog, Qt::Key_Escape); });
        const Result<ui::Connection> opened = m_connections->openWaiting(m_profile, nullptr);
        QVERIFY(!opened.isOk());
        QCOMPARE(opened.error().kind, ErrorKind::Cancelled);
        QCOMPARE(m_tried.size(), 1);
    }

    /// What has nothing to do with passwords asks for none.
    void aDeadServerAsksForNothing()
    {
        m_isDown = true;
        const Result<ui::Connection> opened = m_connections->openWaiting(m_profile, nullptr);
        QVERIFY(!opened.isOk());
        QCOMPARE(opened.error().message, QStringLiteral("Nobody answers."));
    }

private:
    void answer(QStringList& said, const QString& typed)
    {
        DialogWatch::instance().expect(
            QStringLiteral("dialog.password"), this, [&said, typed](QWidget& dialog) {
                for (const QLabel* label : dialog.findChildren<QLabel*>())
                    said << label->text();
                QVERIFY(dialog.width() < 600); // However much the server says.
                auto* edit = dialog.findChild<QLineEdit*>(QStringLiteral("edit.askedPassword"));
                QCOMPARE(edit->echoMode(), QLineEdit::Password);
                dialog.grab().save(QCoreApplication::applicationDirPath()
                                   + QStringLiteral("/../screenshots/ask-password.png"));
                QTest::keyClicks(edit, typed);
                QTest::keyClick(edit, Qt::Key_Return);
            });
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<ui::Connections> m_connections;
    ui::ConnectionProfile m_profile;
    QStringList m_tried; ///< The passwords.
    bool m_isDown = false;
};

} // namespace purchasing::tests

QTEST_MAIN(purchasing::tests::AskPasswordTest)
#include "ask_password_test.moc"
