#include "app/wiring/installation.h"
#include "ui/shell/remembered_person.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include "tests/app/program_answer.h"

namespace purchasing::tests {

/// In whose name the command line acts: whom it is told, else whom the planner's window works as.
class ActingPersonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        const auto made = openInstallation(file("demo.sqlite"));
        QVERIFY(made);
        m_place = made->file;
        PeopleStore& people = *made->ports.people;
        m_self = people.operatingSystemUser().result().value();
        m_ann = people.addPerson(QStringLiteral("Ann"), m_self).result().value();
        m_ben = people.addPerson(QStringLiteral("Ben"), m_self).result().value();
        QVERIFY(people.setSingleOperator(false, m_self).result());
    }

    void theWindowsChoiceHolds()
    {
        QVERIFY2(change().err.contains(said(m_self.name)), change().err.constData());
        remember(m_ben);
        Answer answer = change();
        QCOMPARE(answer.exitCode, 0);
        QVERIFY2(answer.err.contains(said(QStringLiteral("Ben"))), answer.err.constData());
        QCOMPARE(overriddenBy(), QStringLiteral("Ben"));
        // In another place nobody was chosen.
        QVERIFY(openInstallation(file("other.sqlite")));
        answer = run({"override", "PROD-101", "--qty", "5", "--reason", "x", "--database",
                      file("other.sqlite").toUtf8()});
        QVERIFY2(!answer.err.contains("Ben"), answer.err.constData());
    }

    void whoIsNamedWins()
    {
        remember(m_ben);
        const Answer answer = change({"--as", "ann", "--json"});
        QCOMPARE(answer.exitCode, 0);
        QVERIFY2(answer.err.contains(said(QStringLiteral("Ann"))), answer.err.constData());
        QVERIFY(QJsonDocument::fromJson(answer.out).isObject()); // The answer stays alone.
        QCOMPARE(overriddenBy(), QStringLiteral("Ann"));
        QCOMPARE(change({"--as", "Nobody"}).exitCode, 1);
    }

    void whoMayNotWorkAnyMoreIsNotTaken()
    {
        remember(m_ben);
        {
            const auto opened = openInstallation(file("demo.sqlite"));
            QVERIFY(opened->ports.people->setPersonEnabled(m_ben.personId, false, m_self).result());
        }
        QVERIFY2(change().err.contains(said(m_self.name)), change().err.constData());
        QCOMPARE(overriddenBy(), m_self.name);
    }

    void theSingleOperatorIsAlone()
    {
        remember(m_ben);
        {
            const auto opened = openInstallation(file("demo.sqlite"));
            QVERIFY(opened->ports.people->setSingleOperator(true, m_self).result());
        }
        QVERIFY2(change().err.contains(said(m_self.name)), change().err.constData());
        QCOMPARE(overriddenBy(), m_self.name);
    }

    void lookingIsNothingToSay()
    {
        remember(m_ben);
        for (const char* command : {"plan", "override"})
            QCOMPARE(run({command, "--database", m_place.toUtf8()}).err, QByteArray());
        QCOMPARE(run({"evaluate", "PROD-001", "--database", m_place.toUtf8()}).err, QByteArray());
    }

private:
    [[nodiscard]] QString file(const char* name) const { return m_folder->filePath(QLatin1String(name)); }
    [[nodiscard]] QByteArray said(const QString& name) const
    {
        return "You act as " + name.toUtf8()
            + (name == m_self.login ? QByteArray(".\n") : " (login " + m_self.login.toUtf8() + ").\n");
    }
    /// What the window does when somebody is chosen in it.
    void remember(const Person& person) const
    {
        QSettings(file("config/purchasing-flow-planner/planner.ini"), QSettings::IniFormat)
            .setValue(ui::rememberedPersonKey(m_place), person.personId);
    }
    [[nodiscard]] Answer change(const QList<QByteArray>& more = {}) const
    {
        return run(QList<QByteArray>{"override", "PROD-101", "--qty", "5", "--reason", "x", "--database",
                                     m_place.toUtf8()}
                   + more);
    }
    [[nodiscard]] QString overriddenBy() const
    {
        const Answer answer = run({"override", "PROD-101", "--json", "--database", m_place.toUtf8()});
        return QJsonDocument::fromJson(answer.out).object().value(QStringLiteral("by")).toString();
    }
    [[nodiscard]] Answer run(const QList<QByteArray>& arguments) const
    {
        QStringList list;
        for (const QByteArray& argument : arguments)
            list << QString::fromUtf8(argument);
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("XDG_CONFIG_HOME"), file("config"));
        process.setProcessEnvironment(environment);
        process.start(QCoreApplication::applicationDirPath() + QStringLiteral("/purchasing"), list);
        if (!process.waitForFinished(60000))
            return {};
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_place;
    Actor m_self;
    Person m_ann;
    Person m_ben;
};

} // namespace purchasing::tests

QTEST_GUILESS_MAIN(purchasing::tests::ActingPersonTest)
#include "acting_person_test.moc"
