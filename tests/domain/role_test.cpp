#include "core/domain/role.h"

#include <QTest>

namespace purchasing::tests {

/// What people may be trusted with, and what never together.
class RoleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rolesAreTextAndBack_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("stored");
        const auto row = [](const char* typed, const char* stored) {
            QTest::newRow(typed) << QString::fromLatin1(typed) << QString::fromLatin1(stored);
        };
        row("planner", "planner");
        row("approver", "approver");
        row("rule_author", "rule_author");
        row("admin", "admin");
        row("auditor", "auditor");
        row("approver, planner ,,approver", "planner,approver");
        row("auditor,admin,rule_author,approver,planner", "planner,approver,rule_author,admin,auditor");
    }

    void rolesAreTextAndBack()
    {
        QFETCH(const QString, typed);
        const auto roles = rolesFromText(typed);
        QVERIFY(roles.isOk());
        QTEST(textOf(*roles), "stored");
    }

    void whatIsNoRoleIsNamed_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("said");
        const auto row = [](const char* typed, const char* said) {
            QTest::newRow(typed) << QString::fromLatin1(typed) << QString::fromLatin1(said);
        };
        row("planner,boss", "\"boss\" is no role. Roles are planner,approver,rule_author,admin,auditor.");
        row("Planner", "\"Planner\" is no role");
        row(" ", "\"\" is no role");
        row("", "Name at least one role");
        row(",", "Name at least one role");
    }

    void whatIsNoRoleIsNamed()
    {
        QFETCH(const QString, typed);
        QFETCH(const QString, said);
        const auto roles = rolesFromText(typed);
        QVERIFY(!roles.isOk());
        QCOMPARE(roles.error().kind, ErrorKind::Invalid);
        QVERIFY2(roles.error().message.contains(said), qPrintable(roles.error().message));
    }

    void whoSetsLimitsDoesNotActWithinThem_data()
    {
        QTest::addColumn<QString>("roles");
        QTest::addColumn<QString>("said"); // Empty: they go together.
        const auto row = [](const char* roles, const char* said = "") {
            QTest::newRow(roles) << QString::fromLatin1(roles) << QString::fromLatin1(said);
        };
        for (const char* alone : {"planner", "approver", "rule_author", "admin", "auditor"})
            row(alone);
        row("planner,approver");
        row("planner,rule_author");
        row("planner,auditor");
        row("approver,auditor");
        row("rule_author,admin");
        row("rule_author,auditor");
        row("planner,approver,auditor");
        row("planner,admin", "both admin and planner");
        row("approver,admin", "both admin and approver");
        row("admin,auditor", "both admin and auditor");
        row("approver,rule_author", "both rule_author and approver");
        row("planner,rule_author,admin", "both admin and planner");
    }

    void whoSetsLimitsDoesNotActWithinThem()
    {
        QFETCH(const QString, roles);
        QFETCH(const QString, said);
        const auto checked = checkTogether(*rolesFromText(roles));
        QCOMPARE(checked.isOk(), said.isEmpty());
        if (!checked.isOk()) {
            QCOMPARE(checked.error().kind, ErrorKind::Refused);
            QVERIFY2(checked.error().message.contains(said), qPrintable(checked.error().message));
        }
    }
};

} // namespace purchasing::tests

QTEST_GUILESS_MAIN(purchasing::tests::RoleTest)
#include "role_test.moc"
