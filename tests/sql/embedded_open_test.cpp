#include "core/sql/engine/embedded_file.h"
#include "core/sql/engine/migration.h"

#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QThread>

#include <grp.h>
#include <unistd.h>

#include "tests/sql/load_all.h"
#include "tests/sql/old_database.h"
#include "tests/sql/temporary_database.h"

namespace purchasing::sql {
namespace {

/// A connection of some other program to a file.
class ForeignProgram
{
public:
    explicit ForeignProgram(const QString& file)
    {
        m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("foreign"));
        m_database.setDatabaseName(file);
        if (!m_database.open())
            qFatal("cannot open");
    }
    ~ForeignProgram()
    {
        m_database.close();
        m_database = QSqlDatabase();
        QSqlDatabase::removeDatabase(QStringLiteral("foreign"));
    }
    ForeignProgram(const ForeignProgram&) = delete;
    ForeignProgram& operator=(const ForeignProgram&) = delete;

    void run(const char* sql)
    {
        QSqlQuery query(m_database);
        if (!query.exec(QLatin1String(sql)))
            qFatal("cannot run %s", sql);
    }

private:
    QSqlDatabase m_database;
};

/// Permissions mean nothing to root, so tests of them act as somebody else.
class Unprivileged
{
public:
    Unprivileged()
    {
        m_wasRoot = ::geteuid() == 0;
        if (m_wasRoot && (::setgroups(0, nullptr) != 0 || ::setegid(65534) != 0 || ::seteuid(65534) != 0))
            qFatal("cannot give up rights");
    }
    ~Unprivileged()
    {
        if (m_wasRoot && (::seteuid(0) != 0 || ::setegid(0) != 0))
            qFatal("cannot become root again");
    }
    Unprivileged(const Unprivileged&) = delete;
    Unprivileged& operator=(const Unprivileged&) = delete;

private:
    bool m_wasRoot = false;
};

QByteArray contentOf(const QString& file)
{
    QFile opened(file);
    if (!opened.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(file));
    return opened.readAll();
}

void write(const QString& file, const QByteArray& content)
{
    QFile opened(file);
    if (!opened.open(QIODevice::WriteOnly) || opened.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(file));
}

} // namespace

/// Opening the embedded database: new, old, foreign, damaged, protected, locked.
class EmbeddedOpenTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void makesANewFileInANewFolder();
    void opensAgainWithWhatWasWritten();
    void startsEmptyWhenAsked();
    void setsTheConnectionAsDesigned();
    void refusesAFolder();
    void refusesAnEmptyFile();
    void refusesWhatIsNotADatabase();
    void refusesTheDatabaseOfAnotherProgram();
    void refusesANewerVersion();
    void bringsAnOlderVersionUpToDate();
    void refusesAFileItMayNotRead();
    void opensAProtectedFileReadOnly();
    void opensInAProtectedFolderReadOnly();
    void saysWhenNoFileCanBeMade();
    void opensReadOnlyWhenAsked();
    void noticesThatItsFileWasReplaced();
    void saysWhenAnotherProgramKeepsItLocked();
    void saysWhenTheDiskIsFull();
    void leavesNothingHalfDone();
    void twoStartsAtOnceGiveOneDatabase();
    void leftoverOfAnInterruptedStartIsReplaced();
    void splitsScriptsIntoStatements();

private:
    [[nodiscard]] static EmbeddedOptions options()
    {
        EmbeddedOptions options;
        options.initialRulePacks = testPacks();
        options.clock = std::make_shared<StandingClock>();
        options.busyTimeoutMs = 300;
        return options;
    }
    [[nodiscard]] Result<std::shared_ptr<Database>> open() const { return openEmbedded(m_file, options()); }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

void EmbeddedOpenTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = m_folder->filePath(QStringLiteral("planner.db"));
    QFile::setPermissions(m_folder->path(),
                          QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadOther
                              | QFile::ExeOther | QFile::WriteOther);
}

void EmbeddedOpenTest::makesANewFileInANewFolder()
{
    QStringList steps;
    EmbeddedOptions withProgress = options();
    double last = 0;
    withProgress.progress = [&](const QString& what, double share) {
        steps += what;
        QVERIFY(share >= last);
        last = share;
    };
    const QString file = m_folder->filePath(QStringLiteral("a/b/planner ?#%.db"));
    const auto opened = openEmbedded(file, withProgress);
    VERIFY_OK(opened);
    QVERIFY(!(*opened)->isReadOnly());
    QCOMPARE(last, 1.0);
    QVERIFY(steps.contains(QStringLiteral("Filling in a year of demand")));
    const auto rules = SqlRuleStore(*opened).current().result();
    VERIFY_OK(rules);
    QCOMPARE(rules->version, std::int64_t{1});
    QCOMPARE(rules->packs, testPacks());
    QCOMPARE(rules->author, QStringLiteral("system"));
    QCOMPARE(rules->reason, QStringLiteral("Rules as delivered"));
    QCOMPARE(QDir(m_folder->filePath(QStringLiteral("a/b"))).entryList(QDir::Files).first(),
             QStringLiteral("planner ?#%.db"));
    const auto again = openEmbedded(file, options());
    VERIFY_OK(again);
}

void EmbeddedOpenTest::opensAgainWithWhatWasWritten()
{
    {
        const auto opened = open();
        VERIFY_OK(opened);
        const Actor user = SqlPeopleStore(*opened).operatingSystemUser().result().value();
        VERIFY_OK(SqlPeopleStore(*opened).addPerson(QStringLiteral("Second"), user).result());
    }
    const auto again = open();
    VERIFY_OK(again);
    QCOMPARE(SqlPeopleStore(*again).people().result()->size(), 2U);
}

void EmbeddedOpenTest::startsEmptyWhenAsked()
{
    EmbeddedOptions empty = options();
    empty.fillDemo = false;
    const auto opened = openEmbedded(m_file, empty);
    VERIFY_OK(opened);
    QVERIFY(loadAll(SqlCatalogueSource(*opened))->empty());
    QVERIFY(SqlOrderStore(*opened).list({}).result()->empty());
    VERIFY_OK(SqlRuleStore(*opened).current().result());
    // Seed data is not made up for later.
    VERIFY_OK(open());
    QVERIFY(loadAll(SqlCatalogueSource(*opened))->empty());
}

void EmbeddedOpenTest::setsTheConnectionAsDesigned()
{
    const auto opened = open();
    VERIFY_OK(opened);
    const auto pragma = [&](const char* name) {
        return (*opened)
            ->readInPieces([name](Connection& connection) -> Result<QString> {
                return connection.scalar(QStringLiteral("PRAGMA ") + QLatin1String(name)).toString();
            })
            .result()
            .value();
    };
    QCOMPARE(pragma("journal_mode"), QStringLiteral("truncate"));
    QCOMPARE(pragma("synchronous"), QStringLiteral("2"));
    QCOMPARE(pragma("foreign_keys"), QStringLiteral("1"));
    QCOMPARE(pragma("trusted_schema"), QStringLiteral("0"));
    QCOMPARE(pragma("busy_timeout"), QStringLiteral("300"));
    QCOMPARE(pragma("integrity_check"), QStringLiteral("ok"));
    QCOMPARE(pragma("user_version"), QString::number(newestSchema()));
}

void EmbeddedOpenTest::refusesAFolder()
{
    const auto opened = openEmbedded(m_folder->path(), options());
    VERIFY_ERROR(opened, ErrorKind::Invalid, "is a folder");
}

void EmbeddedOpenTest::refusesAnEmptyFile()
{
    write(m_file, {});
    VERIFY_ERROR(open(), ErrorKind::Invalid, "is empty and not a database");
    QCOMPARE(contentOf(m_file), QByteArray());
}

void EmbeddedOpenTest::refusesWhatIsNotADatabase()
{
    for (const QByteArray& content : {QByteArray("hello"), QByteArray(5000, 'x')}) {
        write(m_file, content);
        VERIFY_ERROR(open(), ErrorKind::Invalid, "is not a database");
        QCOMPARE(contentOf(m_file), content);
    }
}

void EmbeddedOpenTest::refusesTheDatabaseOfAnotherProgram()
{
    {
        ForeignProgram program(m_file);
        program.run("CREATE TABLE bookmarks(url TEXT)");
        program.run("INSERT INTO bookmarks VALUES('x')");
    }
    const QByteArray before = contentOf(m_file);
    VERIFY_ERROR(open(), ErrorKind::Invalid, "belongs to another program and was left untouched");
    QCOMPARE(contentOf(m_file), before);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files).size(), 1);
}

void EmbeddedOpenTest::refusesANewerVersion()
{
    VERIFY_OK(open());
    {
        ForeignProgram program(m_file);
        program.run("PRAGMA user_version=9999");
    }
    VERIFY_ERROR(open(), ErrorKind::Invalid, "newer version of this program (schema 9999");
}

void EmbeddedOpenTest::bringsAnOlderVersionUpToDate()
{
    makeOldDatabase(m_file);
    EmbeddedOptions look = options();
    look.readOnly = true;
    VERIFY_ERROR(openEmbedded(m_file, look), ErrorKind::Refused,
                 "must be updated first, but it can only be read");
    const auto opened = open();
    VERIFY_OK(opened);
    const auto schema = (*opened)
                            ->read([](Connection& connection) -> Result<int> {
                                return connection.scalar(QStringLiteral("PRAGMA user_version")).toInt();
                            })
                            .result();
    QCOMPARE(*schema, newestSchema());
    QCOMPARE(loadAll(SqlCatalogueSource(*opened))->size(), 67U); // Not seeded a second time.
    VERIFY_OK(openEmbedded(m_file, look));
}

void EmbeddedOpenTest::refusesAFileItMayNotRead()
{
    VERIFY_OK(open());
    QFile::setPermissions(m_file, QFile::Permissions());
    const Unprivileged somebody;
    VERIFY_ERROR(open(), ErrorKind::Unavailable, "You have no permission to read it");
}

void EmbeddedOpenTest::opensAProtectedFileReadOnly()
{
    VERIFY_OK(open());
    QFile::setPermissions(m_file, QFile::ReadOwner | QFile::ReadOther);
    const Unprivileged somebody;
    const auto opened = open();
    VERIFY_OK(opened);
    QVERIFY((*opened)->isReadOnly());
    QVERIFY((*opened)->readOnlyReason().contains(QStringLiteral("write-protected")));
    QVERIFY(!loadAll(SqlCatalogueSource(*opened))->empty());
    const auto user = SqlPeopleStore(*opened).operatingSystemUser().result();
    VERIFY_OK(user);
    const auto saved =
        SqlPeopleStore(*opened).setSetting(QStringLiteral("a"), QStringLiteral("b"), *user).result();
    VERIFY_ERROR(saved, ErrorKind::Refused, "write-protected");
}

void EmbeddedOpenTest::opensInAProtectedFolderReadOnly()
{
    VERIFY_OK(open());
    QFile::setPermissions(m_file,
                          QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther | QFile::WriteOther);
    QFile::setPermissions(m_folder->path(),
                          QFile::ReadOwner | QFile::ExeOwner | QFile::ReadOther | QFile::ExeOther);
    {
        const Unprivileged somebody;
        const auto opened = open();
        VERIFY_OK(opened);
        QVERIFY((*opened)->isReadOnly());
        QVERIFY((*opened)->readOnlyReason().startsWith(QStringLiteral("The folder ")));
    }
    QFile::setPermissions(m_folder->path(), QFile::ReadOwner | QFile::ExeOwner | QFile::WriteOwner);
}

void EmbeddedOpenTest::saysWhenNoFileCanBeMade()
{
    QFile::setPermissions(m_folder->path(),
                          QFile::ReadOwner | QFile::ExeOwner | QFile::ReadOther | QFile::ExeOther);
    {
        const Unprivileged somebody;
        VERIFY_ERROR(open(), ErrorKind::Unavailable, "No file can be made in the folder");
        const auto deeper = openEmbedded(m_folder->filePath(QStringLiteral("x/y/planner.db")), options());
        VERIFY_ERROR(deeper, ErrorKind::Unavailable, "cannot be made");
    }
    QFile::setPermissions(m_folder->path(), QFile::ReadOwner | QFile::ExeOwner | QFile::WriteOwner);
}

void EmbeddedOpenTest::opensReadOnlyWhenAsked()
{
    EmbeddedOptions look = options();
    look.readOnly = true;
    const auto missing = openEmbedded(m_file, look);
    VERIFY_ERROR(missing, ErrorKind::NotFound, "does not exist");
    VERIFY_OK(open());
    const QByteArray before = contentOf(m_file);
    const auto opened = openEmbedded(m_file, look);
    VERIFY_OK(opened);
    QVERIFY((*opened)->isReadOnly());
    QCOMPARE(SqlOrderStore(*opened).list({}).result()->size(), 3U);
    QCOMPARE(contentOf(m_file), before);
}

void EmbeddedOpenTest::noticesThatItsFileWasReplaced()
{
    TemporaryDatabase db;
    const auto rename = [&](const QString& name) {
        return db.people().setSetting(QStringLiteral("company_name"), name, db.user).result();
    };
    QVERIFY(rename(QStringLiteral("Before")).isOk());
    QVERIFY(changeCounter(*db.database).isOk());

    // Its place is empty, then another database stands there: neither may be taken for the one that was
    // opened.
    const QString aside = db.file + QStringLiteral(".aside");
    QVERIFY(QFile::rename(db.file, aside));
    for (int round = 0; round < 2; ++round) {
        const auto refused = rename(QStringLiteral("Lost"));
        QVERIFY(!refused.isOk());
        QCOMPARE(refused.error().kind, ErrorKind::Unavailable);
        QVERIFY2(refused.error().message.contains(QStringLiteral("replaced")),
                 qPrintable(refused.error().message));
        QVERIFY(!db.people().settings().result().isOk());
        QVERIFY(!changeCounter(*db.database).isOk());
        if (round == 0)
            QVERIFY(QFile::copy(aside, db.file));
    }

    QVERIFY(QFile::remove(db.file));
    QVERIFY(QFile::rename(aside, db.file));
    QCOMPARE(db.people().settings().result()->value(QStringLiteral("company_name")),
             QStringLiteral("Before"));
    QVERIFY(rename(QStringLiteral("After")).isOk());
}

void EmbeddedOpenTest::saysWhenAnotherProgramKeepsItLocked()
{
    VERIFY_OK(open());
    ForeignProgram program(m_file);
    program.run("BEGIN EXCLUSIVE");
    VERIFY_ERROR(open(), ErrorKind::Unavailable, "in use by another program");
    program.run("ROLLBACK");
    VERIFY_OK(open());
}

void EmbeddedOpenTest::saysWhenTheDiskIsFull()
{
    const auto opened = open();
    VERIFY_OK(opened);
    // A file that may not grow is what a full disk is to SQLite.
    const auto filled =
        (*opened)
            ->write([](Connection& connection) -> Result<Done> {
                const int pages = connection.scalar(QStringLiteral("PRAGMA page_count")).toInt();
                (void)connection.scalar(QStringLiteral("PRAGMA max_page_count=%1").arg(pages));
                for (int row = 0; row < 10000; ++row) {
                    connection.execute(QStringLiteral("INSERT INTO products(product_id, name) VALUES (?, ?)"),
                                       {QString::number(row), QString(4000, QLatin1Char('x'))});
                }
                return Done{};
            })
            .result();
    VERIFY_ERROR(filled, ErrorKind::Unavailable, "The disk is full");
    QCOMPARE(loadAll(SqlCatalogueSource(*opened))->size(), 67U);
}

void EmbeddedOpenTest::leavesNothingHalfDone()
{
    EmbeddedOptions broken = options();
    broken.initialRulePacks.push_back(testPacks().front()); // Twice the same name: refused by the schema.
    const auto opened = openEmbedded(m_file, broken);
    QVERIFY(!opened);
    QVERIFY(QDir(m_folder->path()).entryList(QDir::Files).isEmpty());
    VERIFY_OK(open());
}

void EmbeddedOpenTest::twoStartsAtOnceGiveOneDatabase()
{
    constexpr int kStarts = 4;
    std::vector<std::unique_ptr<QThread>> threads;
    std::array<QString, kStarts> problems;
    for (int i = 0; i < kStarts; ++i) {
        threads.emplace_back(QThread::create([this, i, &problems] {
            const auto opened = open();
            if (!opened) {
                problems[i] = opened.error().message;
                return;
            }
            SqlPeopleStore people(*opened);
            const auto user = people.operatingSystemUser().result();
            const auto added = user ? people.addPerson(QStringLiteral("Person %1").arg(i), *user).result()
                                    : Result<Person>(user.error());
            if (!added)
                problems[i] = added.error().message;
        }));
        threads.back()->start();
    }
    for (const auto& thread : threads)
        thread->wait();
    for (const QString& problem : problems)
        QCOMPARE(problem, QString());
    const auto opened = open();
    VERIFY_OK(opened);
    // Had one start replaced the file of another, somebody would be missing.
    QCOMPARE(SqlPeopleStore(*opened).people().result()->size(), std::size_t{kStarts + 1});
    VERIFY_OK(SqlAuditStore(*opened).verify().result());
    QCOMPARE(QDir(m_folder->path())
                 .entryList({QStringLiteral("*.new*"), QStringLiteral("*.creating")}, QDir::Files),
             QStringList());
}

void EmbeddedOpenTest::leftoverOfAnInterruptedStartIsReplaced()
{
    write(m_file + QStringLiteral(".new"), QByteArray(100000, 'x'));
    write(m_file + QStringLiteral("-journal"), QByteArray(100000, 'x'));
    const auto opened = open();
    VERIFY_OK(opened);
    QVERIFY(!QFile::exists(m_file + QStringLiteral(".new")));
    QCOMPARE(SqlOrderStore(*opened).list({}).result()->size(), 3U);
}

void EmbeddedOpenTest::splitsScriptsIntoStatements()
{
    const QStringList statements =
        statementsOf(QStringLiteral("-- a comment; with a semicolon\n"
                                    "INSERT INTO a VALUES\n  ('x;\n;', 1), -- more;\n  (2);\n"
                                    "\n"
                                    "CREATE TRIGGER t BEFORE INSERT ON a\nBEGIN\n"
                                    "  SELECT CASE WHEN 1 THEN 2;\n  END;\nEND;\n"
                                    "DELETE FROM a; -- gone\n"));
    QCOMPARE(statements.size(), 3);
    QVERIFY(statements[0].startsWith(QStringLiteral("INSERT"))
            && statements[0].endsWith(QStringLiteral("(2);")));
    QVERIFY(statements[1].endsWith(QStringLiteral("END;")));
    QCOMPARE(statements[2], QStringLiteral("DELETE FROM a; -- gone"));
}

} // namespace purchasing::sql

QTEST_GUILESS_MAIN(purchasing::sql::EmbeddedOpenTest)
#include "embedded_open_test.moc"
