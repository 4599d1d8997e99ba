#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

#include "tests/ui/planner_harness.h"

namespace purchasing::tests {
namespace {

constexpr int kPatience = 20000;

} // namespace

/// Tools ▸ Verify says whether everything stored is what was written, or what differs first.
class VerifyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allIsAsItWasWritten()
    {
        PlannerHarness planner;
        const Verified found = verify(planner, QStringLiteral("verify"));
        QVERIFY2(found.text.startsWith(QStringLiteral("All is as it was written: ")), qPrintable(found.text));
        QVERIFY2(found.copied.contains(found.text), qPrintable(found.copied));
        QVERIFY2(found.copied.contains(planner.file()), qPrintable(found.copied));
    }

    void theFirstDifferenceIsNamed()
    {
        PlannerHarness planner;
        planner.changeElsewhere(QStringLiteral("DROP TRIGGER audit_no_update"));
        planner.changeElsewhere(
            QStringLiteral("UPDATE {po}audit_event SET text = 'Nothing happened.' WHERE seq = 2"));
        const Verified found = verify(planner, QStringLiteral("verify-difference"));
        QVERIFY2(found.text.startsWith(
                     QStringLiteral("What is stored is not what was written. The first difference: ")),
                 qPrintable(found.text));
        QVERIFY2(found.text.contains(QStringLiteral("vent 2")), qPrintable(found.text));
        QVERIFY2(found.copied.contains(found.text), qPrintable(found.copied));
    }

    /// Nobody has to wait for it.
    void itIsLeftBeforeItsEnd()
    {
        PlannerHarness planner;
        planner.answer("dialog.verify", [](QWidget& dialog) {
            QTest::mouseClick(dialog.findChild<QPushButton*>(QStringLiteral("btn.closeVerification")),
                              Qt::LeftButton);
        });
        planner.trigger("action.verifyAudit");
        QVERIFY(planner.allAnswered());
    }

private:
    struct Verified
    {
        QString text;
        QString copied;
    };
    static Verified verify(PlannerHarness& planner, const QString& screenshot)
    {
        Verified found;
        planner.answer("dialog.verify", [&](QWidget& dialog) {
            auto* copy = dialog.findChild<QPushButton*>(QStringLiteral("btn.copyVerification"));
            QTRY_VERIFY_WITH_TIMEOUT(copy->isEnabled(), kPatience);
            QVERIFY(!dialog.findChild<QProgressBar*>(QStringLiteral("progress.verify"))->isVisible());
            found.text = dialog.findChild<QLabel*>(QStringLiteral("label.verifyResult"))->text();
            QTest::mouseClick(copy, Qt::LeftButton);
            found.copied = QGuiApplication::clipboard()->text();
            QCoreApplication::processEvents();
            dialog.grab().save(QCoreApplication::applicationDirPath()
                               + QStringLiteral("/../screenshots/%1.png").arg(screenshot));
            dialog.close();
        });
        planner.trigger("action.verifyAudit");
        return found;
    }
};

} // namespace purchasing::tests

QTEST_MAIN(purchasing::tests::VerifyTest)
#include "verify_test.moc"
