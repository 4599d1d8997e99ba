#include "core/sql/audit/actors.h"

#include <QSemaphore>

#include "tests/sql/temporary_database.h"

namespace purchasing::sql {

/// Writes that wait at the same time share a transaction: each is as if it were alone.
class WriteGroupTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatFailsIsTakenBackAlone();
    void whatThrowsIsTakenBackAlone();
    void whoeverNoLongerWaitsIsLeftOut();
    void theLogHoldsWhatWasDoneAndNothingElse();
    void eachSeesWhatOthersOfItsTransactionChanged();
    void readersThatShareSeeTheirOwn();

private:
    /// Keeps the writing thread busy until it is released, so that what is asked for meanwhile waits
    /// together.
    class Held
    {
    public:
        explicit Held(Database& database)
        {
            m_done = database.write([this](Connection&) -> Result<Done> {
                m_isHeld.release();
                m_mayGoOn.acquire();
                return Done{};
            });
            m_isHeld.acquire();
        }
        ~Held()
        {
            m_mayGoOn.release();
            m_done.waitForFinished();
        }

    private:
        QSemaphore m_isHeld;
        QSemaphore m_mayGoOn;
        QFuture<Result<Done>> m_done;
    };
};

namespace {

QFuture<Result<Person>> add(const TemporaryDatabase& db, const QString& name)
{
    return db.people().addPerson(name, db.user);
}

int countOf(const TemporaryDatabase& db, const QString& name)
{
    return db.scalar(QStringLiteral("SELECT count(*) FROM {po}person WHERE name = ?"), {name}).toInt();
}

} // namespace

void WriteGroupTest::whatFailsIsTakenBackAlone()
{
    const TemporaryDatabase db;
    std::vector<QFuture<Result<Person>>> asked;
    {
        const Held held(*db.database);
        for (int i = 0; i < 150; ++i) // More than one group, and every third name is taken by then.
            asked.push_back(add(db, QStringLiteral("Person %1").arg(i % 3 == 2 ? i - 1 : i)));
    }
    for (int i = 0; i < 150; ++i) {
        const Result<Person> person = asked[static_cast<std::size_t>(i)].result();
        if (i % 3 == 2)
            VERIFY_ERROR(person, ErrorKind::Invalid, "already somebody named");
        else
            VERIFY_OK(person);
        QCOMPARE(countOf(db, QStringLiteral("Person %1").arg(i)), i % 3 == 2 ? 0 : 1);
    }
    VERIFY_OK(db.audit().verify().result());
}

void WriteGroupTest::whatThrowsIsTakenBackAlone()
{
    const TemporaryDatabase db;
    QFuture<Result<Person>> before;
    QFuture<Result<Done>> broken;
    QFuture<Result<Done>> refused;
    QFuture<Result<Person>> after;
    {
        const Held held(*db.database);
        before = add(db, QStringLiteral("Before"));
        // Half done, then against the schema; and half done, then not wanted.
        broken = db.database->write([](Connection& connection) -> Result<Done> {
            connection.execute(QStringLiteral("INSERT INTO {po}person(person_id, name, kind, added_at_us) "
                                              "VALUES ('half', 'Half', 'person', 1)"));
            connection.execute(QStringLiteral("DELETE FROM {po}person WHERE person_id = 'half'"));
            return Done{};
        });
        refused = db.database->write([](Connection& connection) -> Result<Done> {
            connection.execute(QStringLiteral("INSERT INTO {po}person(person_id, name, kind, added_at_us) "
                                              "VALUES ('other', 'Other', 'person', 1)"));
            return Error{ErrorKind::Refused, QStringLiteral("Not so."), {}};
        });
        after = add(db, QStringLiteral("After"));
    }
    VERIFY_OK(before.result());
    QVERIFY(!broken.result().isOk());
    VERIFY_ERROR(refused.result(), ErrorKind::Refused, "Not so.");
    VERIFY_OK(after.result());
    for (const char* name : {"Half", "Other"})
        QCOMPARE(countOf(db, QLatin1String(name)), 0);
    for (const char* name : {"Before", "After"})
        QCOMPARE(countOf(db, QLatin1String(name)), 1);
}

void WriteGroupTest::whoeverNoLongerWaitsIsLeftOut()
{
    const TemporaryDatabase db;
    const auto hasGone = std::make_shared<std::atomic_bool>(false);
    QFuture<Result<Person>> gone;
    QFuture<Result<Person>> waiting;
    {
        const Held held(*db.database);
        {
            CallContext context;
            context.cancelled = hasGone;
            const CallScope scope(context);
            gone = add(db, QStringLiteral("Gone"));
        }
        waiting = add(db, QStringLiteral("Waiting"));
        hasGone->store(true);
    }
    VERIFY_ERROR(gone.result(), ErrorKind::Cancelled, "");
    VERIFY_OK(waiting.result());
    QCOMPARE(countOf(db, QStringLiteral("Gone")), 0);
}

void WriteGroupTest::theLogHoldsWhatWasDoneAndNothingElse()
{
    const TemporaryDatabase db;
    const auto events = [&db] {
        return db.scalar(QStringLiteral("SELECT count(*) FROM {po}audit_event")).toInt();
    };
    const int before = events();
    std::vector<QFuture<Result<Done>>> asked;
    {
        const Held held(*db.database);
        for (int i = 0; i < 40; ++i) {
            asked.push_back(
                db.people().setSetting(QStringLiteral("name %1").arg(i), QStringLiteral("value"), db.user));
            asked.push_back(db.people().setSetting(QString(), QStringLiteral("nameless"), db.user));
        }
    }
    for (std::size_t i = 0; i < asked.size(); ++i)
        QCOMPARE(asked[i].result().isOk(), i % 2 == 0);
    QCOMPARE(events(), before + 40);
    const auto verified = db.audit().verify().result();
    VERIFY_OK(verified);
}

/// A transaction asks for a setting once, until one of those who share it has changed it.
void WriteGroupTest::eachSeesWhatOthersOfItsTransactionChanged()
{
    const TemporaryDatabase db;
    const QString name = QStringLiteral("currency");
    std::vector<QFuture<Result<QString>>> seen;
    std::vector<QFuture<Result<Done>>> set;
    {
        const Held held(*db.database);
        for (const char* currency : {"EUR", "JPY", "CHF"}) {
            for (int i = 0; i < 2; ++i) {
                seen.push_back(db.database->write([name](Connection& connection) -> Result<QString> {
                    return storedSetting(connection, name).toString();
                }));
            }
            set.push_back(db.people().setSetting(name, QLatin1String(currency), db.user));
        }
    }
    for (const auto& answer : set)
        VERIFY_OK(answer.result());
    QStringList currencies;
    for (const auto& answer : seen)
        currencies << *answer.result();
    QCOMPARE(currencies.join(QLatin1Char(' ')), QStringLiteral("USD USD EUR EUR JPY JPY"));
}

void WriteGroupTest::readersThatShareSeeTheirOwn()
{
    const TemporaryDatabase db;
    std::vector<QFuture<Result<int>>> asked;
    for (int i = 0; i < 400; ++i) {
        asked.push_back(db.database->read([i](Connection& connection) -> Result<int> {
            if (i % 7 == 3)
                throw Failure(ErrorKind::NotFound, QStringLiteral("Number %1.").arg(i));
            return connection.scalar(QStringLiteral("SELECT 2 * ?"), {i}).toInt();
        }));
    }
    for (int i = 0; i < 400; ++i) {
        const Result<int> answer = asked[static_cast<std::size_t>(i)].result();
        if (i % 7 == 3) {
            QVERIFY(!answer.isOk());
            QCOMPARE(answer.error().message, QStringLiteral("Number %1.").arg(i));
        } else {
            VERIFY_OK(answer);
            QCOMPARE(*answer, 2 * i);
        }
    }
}

} // namespace purchasing::sql

QTEST_GUILESS_MAIN(purchasing::sql::WriteGroupTest)
#include "write_group_test.moc"
