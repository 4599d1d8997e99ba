#include "core/flow/problem_words.h"

#include "core/domain/decision.h"
#include "core/flow/run_words.h"
#include "core/flow/sentence_forms.h"

#include <QCoreApplication>

namespace purchasing {
namespace {

const QString kJoint = QStringLiteral("; ");

enum ProblemGap { WholeGap, CauseGap, SourceGap };

/// Its full stop was taken off where it became a part of a sentence.
QString causeAgain(const QString& cause)
{
    const QString said = runInWords(cause + QLatin1Char('.'));
    return said.endsWith(QLatin1Char('.')) ? said.chopped(1) : said;
}

QString sourceAgain(const QString& source)
{
    return QCoreApplication::translate("purchasing::PurchasingFlow", source.toUtf8().constData());
}

/// Those whose words have gaps.
const SentenceForms& problemForms()
{
    const QString any = SentenceForms::anyText();
    static const SentenceForms forms(
        "purchasing::Problem",
        {{QT_TRANSLATE_NOOP("purchasing::Problem", "supplier %1 no longer offers this product")},
         {QT_TRANSLATE_NOOP("purchasing::Problem", "a lead time of %1 days is not possible")},
         {QT_TRANSLATE_NOOP("purchasing::Problem", "the override is stale (%1): confirm it, or revert it")},
         {QT_TRANSLATE_NOOP("purchasing::Problem",
                            "%1 is not a whole number of units; switch the order multiples pack on"),
          {WholeGap}},
         {QT_TRANSLATE_NOOP("purchasing::RuleEngine", "the rules failed: %1"),
          {CauseGap},
          "purchasing::RuleEngine"},
         {QT_TRANSLATE_NOOP("purchasing::RuleEngine", "the rules see a need but create no order"),
          {},
          "purchasing::RuleEngine"},
         {QT_TRANSLATE_NOOP("purchasing::PurchasingFlow", "no %1 record"),
          {SourceGap},
          "purchasing::PurchasingFlow"},
         {QT_TRANSLATE_NOOP("purchasing::PurchasingFlow", "%1 unavailable: %2"),
          {SourceGap},
          "purchasing::PurchasingFlow"}},
        {{WholeGap, {any, {}, &SentenceForms::numberAgain}},
         {CauseGap, {any, {}, &causeAgain}},
         {SourceGap, {any, {}, &sourceAgain}}});
    return forms;
}

QString inWords(const QString& problem)
{
    const QString said = problemForms().inWords(problem);
    return said == problem ? QCoreApplication::translate("purchasing::Problem", problem.toUtf8().constData())
                           : said;
}

} // namespace

QString problemsInWords(const QString& problems)
{
    // Some have the sign that joins them, too.
    const QStringList parts = problems.split(kJoint);
    QStringList said;
    for (qsizetype from = 0, count = 0; from < parts.size(); from += count) {
        QString again;
        for (count = parts.size() - from; count > 0; --count) {
            const QString whole = parts.mid(from, count).join(kJoint);
            again = inWords(whole);
            if (again != whole || count == 1)
                break;
        }
        said += again;
    }
    return said.join(kJoint);
}

QString problemsInWords(const Decision& decision)
{
    QStringList said;
    for (const Problem& problem : decision.problems)
        said << inWords(problem.text);
    said.removeDuplicates();
    return said.join(kJoint);
}

} // namespace purchasing
