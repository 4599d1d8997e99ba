#include "app/purchasing/printing.h"

#include "core/domain/visible_text.h"
#include "core/flow/decision_words.h"
#include "core/flow/purchasing_flow.h"
#include "core/flow/rule_engine.h"

#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <cstdio>

namespace purchasing {
namespace {

/// What only a terminal takes for more than a character, besides what misleads people: see visibleText().
bool drivesTerminals(QChar character)
{
    const char16_t code = character.unicode();
    return code == 0x2028 || code == 0x2029 || code == 0x061c || code == 0x200e || code == 0x200f;
}

void print(const QString& line)
{
    std::fputs(harmless(line).toUtf8().constData(), stdout);
    std::fputc('\n', stdout);
}

/// Columns as wide as their widest cell; numbers to the right. Wants every row twice, so that a table of a
/// million rows need not be kept.
class TableLayout
{
public:
    explicit TableLayout(QList<bool> numeric)
        : m_numeric(std::move(numeric))
        , m_widths(m_numeric.size(), 0)
    {
    }

    void measure(const QStringList& row)
    {
        for (qsizetype column = 0; column < row.size(); ++column)
            m_widths[column] = std::max(m_widths[column], row[column].size());
    }
    void print(const QStringList& row) const
    {
        QString line;
        for (qsizetype column = 0; column < row.size(); ++column) {
            if (column > 0)
                line += QStringLiteral("  ");
            line += m_numeric[column]     ? row[column].rightJustified(m_widths[column])
                : column + 1 < row.size() ? row[column].leftJustified(m_widths[column])
                                          : row[column];
        }
        purchasing::print(line);
    }

private:
    QList<bool> m_numeric;
    QList<qsizetype> m_widths;
};

void printTable(const std::vector<QStringList>& rows, const QList<bool>& numeric)
{
    TableLayout layout(numeric);
    for (const QStringList& row : rows)
        layout.measure(row);
    for (const QStringList& row : rows)
        layout.print(row);
}

QString lineOf(const HistoryEntry& entry)
{
    return QStringLiteral("%1  %2  %3")
        .arg(entry.at.toString(Qt::ISODate),
             entry.login.isEmpty() ? entry.actorName
                                   : QStringLiteral("%1 (login %2)").arg(entry.actorName, entry.login),
             entry.text);
}

QString codeOf(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::NotFound: return QStringLiteral("not_found");
    case ErrorKind::Invalid: return QStringLiteral("invalid");
    case ErrorKind::Stale: return QStringLiteral("stale");
    case ErrorKind::Conflict: return QStringLiteral("conflict");
    case ErrorKind::Refused: return QStringLiteral("refused");
    case ErrorKind::Unavailable: return QStringLiteral("unavailable");
    case ErrorKind::Cancelled: return QStringLiteral("cancelled");
    case ErrorKind::Forbidden: return QStringLiteral("forbidden");
    case ErrorKind::Internal: return QStringLiteral("internal");
    }
    return {};
}

} // namespace

QString harmless(const QString& text)
{
    QString shown;
    const QString visible = visibleText(text);
    for (const QChar character : visible) {
        if (character == QLatin1Char('\n'))
            shown += QLatin1String("\\n");
        else if (drivesTerminals(character))
            shown += escaped(character);
        else
            shown += character;
    }
    return shown;
}

QString counted(std::int64_t count, const char* thing)
{
    return QStringLiteral("%1 %2%3").arg(count).arg(QLatin1String(thing),
                                                    QLatin1String(count == 1 ? "" : "s"));
}

void printJson(const QJsonObject& object)
{
    print(QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)));
}

void printJson(const QJsonArray& array)
{
    print(QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact)));
}

void printJsonArray(int size, const std::function<QJsonObject(int)>& element)
{
    std::fputc('[', stdout);
    for (int i = 0; i < size; ++i) {
        if (i > 0)
            std::fputc(',', stdout);
        std::fputs(QJsonDocument(element(i)).toJson(QJsonDocument::Compact).constData(), stdout);
    }
    std::fputs("]\n", stdout);
}

void printOutcome(const FlowOutcome& outcome)
{
    const Decision& decision = outcome.explained.decision;
    const DecisionOutputs& out = decision.outputs;
    // An order that was made before is told by what was decided then; its facts are no longer here.
    const bool isUnknown = decision.isBlocked() && !decision.shortage();
    print(QStringLiteral("%1: %2").arg(decision.productId, wordText(decision.word)));
    print(outcome.message);
    printTable(
        {{QStringLiteral("  shortage"), isUnknown ? QStringLiteral("unknown") : out.shortage.toString()},
         {QStringLiteral("  order quantity"), out.orderQty.toString()},
         {QStringLiteral("  total before tax"), out.totalAmount.toString()},
         {QStringLiteral("  discount"), out.discountAmount.toString()},
         {QStringLiteral("  tax"), out.taxAmount.toString()},
         {QStringLiteral("  to pay"), out.grandTotal.toString()}},
        {false, true});
    print(QStringLiteral("Rules:"));
    for (const RuleFinding& rule : outcome.explained.rules) {
        const bool fired = rule.outcome == RuleFinding::Outcome::Fired;
        print(QStringLiteral("  %1 %2: %3")
                  .arg(fired ? QStringLiteral("+") : QStringLiteral("-"), rule.rule,
                       fired && !rule.writes.isEmpty() ? rule.writes.join(QStringLiteral("; "))
                                                       : rule.sentence));
    }
}

void printPlan(const Catalogue& catalogue, const RuleEngine& rules, QDate today)
{
    const QStringList header{QStringLiteral("PRODUCT"), QStringLiteral("WORD"),     QStringLiteral("QTY"),
                             QStringLiteral("TOTAL"),   QStringLiteral("ORDER BY"), QStringLiteral("WHY")};
    std::array<int, 5> counts{};
    const auto eachRow = [&](const auto& use) {
        use(header);
        for (int row = 0; row < catalogue.size(); ++row) {
            const ProductFacts facts = catalogue.facts(row);
            const Decision decision = rules.decide(facts, today);
            ++counts[static_cast<std::size_t>(decision.word)];
            use(QStringList{decision.productId, wordText(decision.word), decision.outputs.orderQty.toString(),
                            decision.outputs.totalAmount.toString(),
                            decision.orderBy ? decision.orderBy->toString(Qt::ISODate) : QStringLiteral("-"),
                            whyInWords(decision, facts)});
        }
    };
    TableLayout layout({false, false, true, true, false, false});
    eachRow([&layout](const QStringList& row) { layout.measure(row); });
    counts.fill(0);
    eachRow([&layout](const QStringList& row) { layout.print(row); });
    QStringList sums;
    for (const Word word : {Word::ToOrder, Word::NeedsApproval, Word::Blocked, Word::Covered, Word::Enough})
        sums << QStringLiteral("%1 %2").arg(counts[static_cast<std::size_t>(word)]).arg(wordText(word));
    print(sums.join(QStringLiteral(", ")));
}

void printOrders(const std::vector<PurchaseOrder>& orders)
{
    std::vector<QStringList> rows{{QStringLiteral("ORDER"), QStringLiteral("STATE"),
                                   QStringLiteral("PRODUCT"), QStringLiteral("SUPPLIER"),
                                   QStringLiteral("QTY"), QStringLiteral("TOTAL"),
                                   QStringLiteral("CREATED")}};
    for (const PurchaseOrder& order : orders)
        rows.push_back({order.number, stateInWords(order), order.productId, order.supplierId,
                        QString::number(order.qty), order.total.toString(),
                        order.createdAt.toString(Qt::ISODate)});
    printTable(rows, {false, false, false, false, true, true, false});
    if (orders.empty())
        print(QStringLiteral("There are no orders."));
}

void printOrder(const PurchaseOrder& order, const std::vector<HistoryEntry>& history)
{
    print(QStringLiteral("%1: %2").arg(order.number, stateInWords(order)));
    printTable(
        {{QStringLiteral("  product"), order.productId},
         {QStringLiteral("  supplier"), order.supplierId},
         {QStringLiteral("  quantity"), QStringLiteral("%1 %2").arg(order.qty).arg(order.uom)},
         {QStringLiteral("  received"), QStringLiteral("%1 of %2").arg(order.receivedQty).arg(order.qty)},
         {QStringLiteral("  unit price"), order.unitPrice.toString()},
         {QStringLiteral("  total before tax"), order.total.toString()},
         {QStringLiteral("  discount"), order.discount.toString()},
         {QStringLiteral("  tax"), order.tax.toString()},
         {QStringLiteral("  to pay"), QStringLiteral("%1 %2").arg(order.toPay.toString(), order.currency)}},
        {false, false});
    if (!history.empty())
        print(QStringLiteral("History:"));
    for (const HistoryEntry& entry : history)
        print(QStringLiteral("  ") + lineOf(entry));
}

void printHistory(const std::vector<HistoryEntry>& entries)
{
    for (const HistoryEntry& entry : entries)
        print(lineOf(entry));
    if (entries.empty())
        print(QStringLiteral("Nothing has happened yet."));
}

QJsonArray historyJson(const std::vector<HistoryEntry>& entries)
{
    QJsonArray array;
    for (const HistoryEntry& entry : entries)
        array.append(QJsonObject{{QStringLiteral("at"), entry.at.toUTC().toString(Qt::ISODateWithMs)},
                                 {QStringLiteral("by"), entry.actorName},
                                 {QStringLiteral("login"), entry.login},
                                 {QStringLiteral("action"), entry.action},
                                 {QStringLiteral("object"), entry.objectId},
                                 {QStringLiteral("text"), entry.text},
                                 {QStringLiteral("trace_id"), entry.traceId}});
    return array;
}

void printLine(const QString& line)
{
    print(line);
}

void printPrompt(const QString& question)
{
    std::fputs(harmless(question).toUtf8().constData(), stderr);
}

void printNotes(const QStringList& notes)
{
    for (const QString& note : notes)
        std::fprintf(stderr, "Note: %s\n", qUtf8Printable(harmless(note)));
}

int printError(const Error& error, bool json)
{
    std::fprintf(stderr, "%s\n", qUtf8Printable(harmless(error.message)));
    if (json)
        printJson(QJsonObject{{QStringLiteral("success"), false},
                              {QStringLiteral("error"),
                               QJsonObject{{QStringLiteral("kind"), codeOf(error.kind)},
                                           {QStringLiteral("message"), error.message}}}});
    return 1;
}

} // namespace purchasing
