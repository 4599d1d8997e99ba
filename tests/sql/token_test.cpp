#include "core/sql/people/sql_token_store.h"

#include "tests/sql/temporary_database.h"

namespace purchasing::sql {

/// Tokens and roles: who gets them, whom they let in and for how long.
class TokenTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTokenStandsForItsPerson();
    void nothingElseIsAToken();
    void aTokenEnds();
    void rolesNarrowAToken();
    void someRolesGoToTwoPeople_data();
    void someRolesGoToTwoPeople();
    void theSecretIsNotKept();
    void whatIsStoredIsBelievedOnlyAsItWasWritten();
};

namespace {

SqlTokenStore tokensOf(const TemporaryDatabase& db)
{
    return SqlTokenStore(db.database);
}

IssuedToken issued(const TemporaryDatabase& db, const Actor& person, Roles roles, int days = 90)
{
    const Result<IssuedToken> token = tokensOf(db).issue(person.personId, roles, days, db.user).result();
    if (!token)
        qFatal("%s", qPrintable(token.error().message));
    return *token;
}

constexpr Roles kPlannerAndApprover = Roles(Role::Planner) | Role::Approver;

} // namespace

void TokenTest::aTokenStandsForItsPerson()
{
    const TemporaryDatabase db;
    const Actor ann = db.addPerson(QStringLiteral("Ann"));
    const IssuedToken token = issued(db, ann, kPlannerAndApprover, 30);
    QCOMPARE(token.known.expiresAt, token.known.issuedAt.addDays(30));
    const Result<TokenHolder> holder = tokensOf(db).identify(token.secret).result();
    VERIFY_OK(holder);
    QCOMPARE(holder->actor.personId, ann.personId);
    QCOMPARE(holder->actor.name, QStringLiteral("Ann"));
    QCOMPARE(holder->actor.login, QStringLiteral("token ") + token.known.tokenId);
    QCOMPARE(holder->roles, kPlannerAndApprover);
    QCOMPARE(tokensOf(db).tokens().result()->front().personName, QStringLiteral("Ann"));
}

void TokenTest::nothingElseIsAToken()
{
    const TemporaryDatabase db;
    const IssuedToken token = issued(db, db.addPerson(QStringLiteral("Ann")), Role::Planner);
    QString other = token.secret;
    other[other.size() - 1] = other.back() == QLatin1Char('0') ? QLatin1Char('1') : QLatin1Char('0');
    for (const QString& shown :
         {other, token.secret.chopped(1), token.secret + QLatin1Char('0'), token.known.tokenId,
          QStringLiteral("pf_") + token.known.tokenId, QStringLiteral("pf__"), QString(),
          QStringLiteral("pf_%1_").arg(token.known.tokenId)})
        VERIFY_ERROR(tokensOf(db).identify(shown).result(), ErrorKind::NotFound, "");
    VERIFY_ERROR(tokensOf(db).issue(QStringLiteral("nobody"), Role::Planner, 1, db.user).result(),
                 ErrorKind::Refused, "not known");
    for (const int days : {0, -1, 367})
        VERIFY_ERROR(tokensOf(db).issue(db.user.personId, Role::Planner, days, db.user).result(),
                     ErrorKind::Invalid, "1 to 366 days");
}

void TokenTest::aTokenEnds()
{
    const TemporaryDatabase db;
    const Actor ann = db.addPerson(QStringLiteral("Ann"));
    const IssuedToken brief = issued(db, ann, Role::Planner, 1);
    const IssuedToken revoked = issued(db, ann, Role::Planner);
    const IssuedToken other = issued(db, ann, Role::Planner);
    VERIFY_OK(tokensOf(db).revoke(revoked.known.tokenId, db.user).result());
    VERIFY_OK(tokensOf(db).revoke(revoked.known.tokenId, db.user).result());
    VERIFY_ERROR(tokensOf(db).revoke(QStringLiteral("none"), db.user).result(), ErrorKind::NotFound,
                 "no such");
    VERIFY_ERROR(tokensOf(db).identify(revoked.secret).result(), ErrorKind::Refused, "revoked");
    db.clock->advance(std::chrono::hours(24) - std::chrono::milliseconds(1));
    VERIFY_OK(tokensOf(db).identify(brief.secret).result());
    db.clock->advance(std::chrono::milliseconds(1));
    VERIFY_ERROR(tokensOf(db).identify(brief.secret).result(), ErrorKind::Refused, "was good until");
    VERIFY_OK(tokensOf(db).identify(other.secret).result());
    VERIFY_OK(db.people().setPersonEnabled(ann.personId, false, db.user).result());
    VERIFY_ERROR(tokensOf(db).identify(other.secret).result(), ErrorKind::Refused, "no longer works");
}

void TokenTest::rolesNarrowAToken()
{
    const TemporaryDatabase db;
    const Actor ann = db.addPerson(QStringLiteral("Ann"));
    const IssuedToken both = issued(db, ann, kPlannerAndApprover); // Her first roles.
    VERIFY_ERROR(tokensOf(db).issue(ann.personId, Role::Auditor, 1, db.user).result(), ErrorKind::Refused,
                 "is planner,approver, not auditor");
    const IssuedToken narrow = issued(db, ann, Role::Approver);
    QCOMPARE(tokensOf(db).identify(narrow.secret).result()->roles, Roles(Role::Approver));
    VERIFY_OK(tokensOf(db).setRoles(ann.personId, Role::Planner, db.user).result());
    QCOMPARE(tokensOf(db).identify(both.secret).result()->roles, Roles(Role::Planner));
    QCOMPARE(tokensOf(db).identify(narrow.secret).result()->roles, Roles());
    VERIFY_ERROR(tokensOf(db).setRoles(ann.personId, Role::Approver, ann).result(), ErrorKind::Refused,
                 "their own roles");
}

void TokenTest::someRolesGoToTwoPeople_data()
{
    QTest::addColumn<QString>("roles");
    QTest::addColumn<bool>("isAllowed");
    const auto row = [](const char* roles, bool isAllowed) {
        QTest::newRow(roles) << QString::fromLatin1(roles) << isAllowed;
    };
    row("admin,approver", false);
    row("admin,planner", false);
    row("admin,auditor", false);
    row("rule_author,approver", false);
    row("planner,approver,auditor", true);
    row("rule_author,admin", true);
    row("rule_author,planner,auditor", true);
}

void TokenTest::someRolesGoToTwoPeople()
{
    QFETCH(QString, roles);
    QFETCH(bool, isAllowed);
    const TemporaryDatabase db;
    const Actor ann = db.addPerson(QStringLiteral("Ann"));
    const Result<Roles> wanted = rolesFromText(roles);
    VERIFY_OK(wanted);
    const auto token = tokensOf(db).issue(ann.personId, *wanted, 1, db.user).result();
    QCOMPARE(token.isOk(), isAllowed);
    if (isAllowed)
        QCOMPARE(tokensOf(db).identify(token->secret).result()->roles, *wanted);
    else
        VERIFY_ERROR(token, ErrorKind::Refused, "cannot be both");
    QCOMPARE(tokensOf(db).setRoles(ann.personId, *wanted, db.user).result().isOk(), isAllowed);
}

void TokenTest::theSecretIsNotKept()
{
    const TemporaryDatabase db;
    const IssuedToken token = issued(db, db.addPerson(QStringLiteral("Ann")), Role::Planner);
    const QString secret = token.secret.section(QLatin1Char('_'), 2);
    QCOMPARE(secret.size(), 64); // 256 bits.
    QCOMPARE(
        db.scalar(QStringLiteral("SELECT count(*) FROM {po}audit_event WHERE payload LIKE ? OR text LIKE ?"),
                  {QStringLiteral("%%%1%%").arg(secret), QStringLiteral("%%%1%%").arg(secret)})
            .toInt(),
        0);
    VERIFY_OK(SqlAuditStore(db.database).verify().result());
}

void TokenTest::whatIsStoredIsBelievedOnlyAsItWasWritten()
{
    // Somebody who can write the file makes themselves an approver, or makes a token live longer.
    for (const char* change : {"payload = replace(payload, '\"planner\"', '\"approver\"')",
                               "payload = replace(payload, '20', '21')"}) {
        const TemporaryDatabase db;
        const IssuedToken token = issued(db, db.addPerson(QStringLiteral("Ann")), Role::Planner);
        VERIFY_OK(db.execute(QStringLiteral("DROP TRIGGER {po}audit_no_update")));
        VERIFY_OK(db.execute(QStringLiteral("UPDATE {po}audit_event SET %1 WHERE action IN ('token.issued', "
                                            "'person.roles')")
                                 .arg(QLatin1String(change))));
        VERIFY_ERROR(tokensOf(db).identify(token.secret).result(), ErrorKind::Refused, "was changed");
    }
}

} // namespace purchasing::sql

QTEST_GUILESS_MAIN(purchasing::sql::TokenTest)
#include "token_test.moc"
