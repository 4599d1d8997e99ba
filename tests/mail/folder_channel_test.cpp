#include "core/mail/folder_channel.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <atomic>
#include <csignal>
#include <sys/resource.h>

namespace purchasing::tests {
namespace {

template <typename T> QFuture<Result<T>> answered(Result<T> answer)
{
    QPromise<Result<T>> promise;
    promise.start();
    promise.addResult(std::move(answer));
    promise.finish();
    return promise.future();
}

/// Settings, or their failure; nobody asks it for people.
class SettingsOnly : public PeopleStore
{
public:
    QFuture<Result<QHash<QString, QString>>> settings() override { return answered(answer); }
    QFuture<Result<std::vector<Person>>> people() override { return none<std::vector<Person>>(); }
    QFuture<Result<Person>> addPerson(const QString&, const Actor&) override { return none<Person>(); }
    QFuture<Result<Done>> setPersonEnabled(const QString&, bool, const Actor&) override
    {
        return none<Done>();
    }
    QFuture<Result<Actor>> operatingSystemUser() override { return none<Actor>(); }
    QFuture<Result<bool>> singleOperator() override { return none<bool>(); }
    QFuture<Result<Done>> setSingleOperator(bool, const Actor&) override { return none<Done>(); }
    QFuture<Result<Done>> setSetting(const QString&, const QString&, const Actor&) override
    {
        return none<Done>();
    }

    Result<QHash<QString, QString>> answer =
        QHash<QString, QString>{{QStringLiteral("company_name"), QStringLiteral("Demo")},
                                {QStringLiteral("company_address"), QStringLiteral("1 Street")},
                                {QStringLiteral("company_email"), QStringLiteral("buy@demo.example")},
                                {QStringLiteral("delivery_address"), QStringLiteral("Gate 2")}};

private:
    template <typename T> static QFuture<Result<T>> none()
    {
        return answered<T>(Error{ErrorKind::Internal, QStringLiteral("not asked for"), {}});
    }
};

OutboxMessage message(int orders = 1)
{
    OutboxMessage made;
    made.messageId = QStringLiteral("0f8fad5b");
    for (int i = 1; i <= orders; ++i) {
        PurchaseOrder order;
        order.number = QStringLiteral("PO-2026-%1").arg(i, 6, 10, QLatin1Char('0'));
        order.supplierId = QStringLiteral("S-1");
        order.supplierEmail = QStringLiteral("orders@acme.example");
        order.qty = 1;
        made.orders.push_back(order);
    }
    return made;
}

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// Messages as files in a folder, and whose the folder is.
class FolderChannelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_place = m_folder->filePath(QStringLiteral("outbox"));
        m_settings = std::make_shared<SettingsOnly>();
    }

    void aMessageIsOneFileHoweverOftenItIsGiven()
    {
        FolderChannel channel(m_place, m_settings);
        for (int i = 0; i < 2; ++i) {
            const auto given = channel.deliver(message()).result();
            QVERIFY2(given.isOk(), given.isOk() ? "" : qPrintable(given.error().message));
        }
        QCOMPARE(QDir(m_place).entryList(QDir::Files | QDir::Hidden),
                 QStringList{QStringLiteral("0f8fad5b.eml")});
        const QString file = channel.fileOf(QStringLiteral("0f8fad5b"));
        const QByteArray bytes = contents(file);
        QVERIFY(bytes.startsWith("From: Demo <buy@demo.example>\r\n"));
        QVERIFY(bytes.contains("To: S-1 <orders@acme.example>\r\n"));
        QVERIFY(!bytes.contains("multipart"));
        // Nobody else may read what is ordered at what price.
        QCOMPARE(QFile::permissions(file)
                     & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
                 QFile::Permissions());
    }

    void eachOrderBringsItsDocument()
    {
        const OrderDocument document = [](const PurchaseOrder& order, const Sender& sender) {
            return Result<QByteArray>("%PDF " + (order.number + sender.deliveryAddress).toUtf8());
        };
        FolderChannel channel(m_place, m_settings, document);
        QVERIFY(channel.deliver(message(2)).result().isOk());
        const QByteArray bytes = contents(channel.fileOf(QStringLiteral("0f8fad5b")));
        QVERIFY(bytes.contains(QByteArray("%PDF PO-2026-000001Gate 2").toBase64()));
        QVERIFY(bytes.contains(QByteArray("%PDF PO-2026-000002Gate 2").toBase64()));
    }

    void messagesAreWrittenOneAfterTheOther()
    {
        std::atomic_int active = 0;
        std::atomic_bool together = false;
        const OrderDocument document = [&](const PurchaseOrder&, const Sender&) {
            ++active;
            for (int i = 0; i < 20 && !together; ++i) { // Both at once, if they may.
                together = together || active > 1;
                QThread::msleep(10);
            }
            --active;
            return Result<QByteArray>(QByteArray("%PDF"));
        };
        FolderChannel channel(m_place, m_settings, document);
        OutboxMessage other = message();
        other.messageId = QStringLiteral("other");
        const auto first = channel.deliver(message());
        const auto second = channel.deliver(other);
        QVERIFY(first.result().isOk() && second.result().isOk());
        QVERIFY(!together);
    }

    void whatFailsLeavesNothingBehind()
    {
        const Error broken{ErrorKind::Internal, QStringLiteral("no font"), {}};
        const OrderDocument document = [&](const PurchaseOrder& order, const Sender&) {
            return order.number.endsWith(QLatin1Char('2')) ? Result<QByteArray>(broken)
                                                           : Result<QByteArray>(QByteArray("%PDF"));
        };
        FolderChannel second(m_place, m_settings, document);
        QCOMPARE(second.deliver(message(2)).result().error().message, broken.message);
        m_settings->answer = broken;
        FolderChannel channel(m_place, m_settings);
        QCOMPARE(channel.deliver(message()).result().error().message, broken.message);
        QVERIFY(QDir(m_place).entryList(QDir::Files | QDir::Hidden).isEmpty());
    }

    void aDiskThatIsFullLeavesNoHalfMessage()
    {
        FolderChannel channel(m_place, m_settings);
        rlimit before{};
        QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
        const auto handler = std::signal(SIGXFSZ, SIG_IGN);
        rlimit small = before;
        small.rlim_cur = 100;
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0);
        const auto refused = channel.deliver(message()).result();
        ::setrlimit(RLIMIT_FSIZE, &before);
        std::signal(SIGXFSZ, handler);
        QVERIFY(!refused.isOk());
        QCOMPARE(refused.error().kind, ErrorKind::Unavailable);
        QVERIFY(QDir(m_place).entryList(QDir::Files).isEmpty());
        QVERIFY(channel.deliver(message()).result().isOk());
    }

    void aPlaceThatCannotBeWrittenIsNamed()
    {
        QFile obstacle(m_place);
        QVERIFY(obstacle.open(QIODevice::WriteOnly));
        FolderChannel channel(m_place, m_settings);
        const auto refused = channel.deliver(message()).result();
        QCOMPARE(refused.error().kind, ErrorKind::Unavailable);
        QVERIFY2(refused.error().message.contains(QStringLiteral("cannot be made")),
                 qPrintable(refused.error().message));
        // A folder stands where the message should.
        QVERIFY(obstacle.remove());
        QVERIFY(QDir().mkpath(channel.fileOf(QStringLiteral("0f8fad5b"))));
        QVERIFY(!channel.deliver(message()).result().isOk());
        QVERIFY(QDir(m_place).entryList(QDir::Files | QDir::Hidden).isEmpty());
        QVERIFY(QDir(m_place).rmdir(QStringLiteral("0f8fad5b.eml")));
        QVERIFY(channel.deliver(message()).result().isOk());
    }

    void aFolderBelongsToOneDatabase()
    {
        const QString first = QStringLiteral("/data/one.sqlite");
        const OutboxFolder mine(m_place, first);
        QCOMPARE(mine.path(), m_place);
        QCOMPARE(mine.claim(), QString());
        QCOMPARE(contents(m_place + QStringLiteral("/.database")), QByteArray("/data/one.sqlite\n"));
        QCOMPARE(OutboxFolder(m_place, first).path(), m_place);
        QCOMPARE(OutboxFolder(m_place, first).claim(), QString());
        const OutboxFolder other(m_place, QStringLiteral("/data/two.sqlite"));
        QCOMPARE(other.path(), m_place + QStringLiteral("-_data_two.sqlite"));
        QCOMPARE(other.claim(), QString());
        QCOMPARE(QDir(m_place).entryList(QDir::Files | QDir::Hidden),
                 QStringList{QStringLiteral(".database")});
        // Whoever has no name takes it as it is.
        QCOMPARE(OutboxFolder(m_place, {}).path(), m_place);
        QCOMPARE(OutboxFolder(m_place, {}).claim(), QString());
        QCOMPARE(contents(m_place + QStringLiteral("/.database")), QByteArray("/data/one.sqlite\n"));
    }

    void whoComesSecondIsToldAndWritesNothing()
    {
        // Both were started before either of them wrote.
        FolderChannel mine(m_place, m_settings, {}, std::make_shared<Clock>(), QStringLiteral("one"));
        FolderChannel theirs(m_place, m_settings, {}, std::make_shared<Clock>(), QStringLiteral("two"));
        QCOMPARE(mine.folder(), theirs.folder());
        QVERIFY(theirs.deliver(message()).result().isOk());
        QVERIFY(QFile::remove(theirs.fileOf(QStringLiteral("0f8fad5b"))));
        const auto refused = mine.deliver(message()).result();
        QVERIFY(!refused.isOk());
        QVERIFY2(refused.error().message.contains(QStringLiteral("another database, two")),
                 qPrintable(refused.error().message));
        QVERIFY(!QFile::exists(mine.fileOf(QStringLiteral("0f8fad5b"))));
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_place;
    std::shared_ptr<SettingsOnly> m_settings;
};

} // namespace purchasing::tests

QTEST_GUILESS_MAIN(purchasing::tests::FolderChannelTest)
#include "folder_channel_test.moc"
