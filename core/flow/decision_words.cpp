#include "core/flow/decision_words.h"

#include "core/flow/problem_words.h"
#include "core/flow/rule_words.h"

#include <QCoreApplication>

#include <array>

namespace purchasing {
namespace {

struct DecisionPhrases
{
    Q_DECLARE_TR_FUNCTIONS(purchasing::DecisionWords)
};

/// Why no order or which order.
enum Why { Blocked, OnOrder, Enough, ByRules, ForApprovalAboveCeiling, AboveCeiling, ForApproval };
constexpr std::array kWhy{
    QT_TRANSLATE_NOOP("purchasing::DecisionWords", "blocked: %1"),
    QT_TRANSLATE_NOOP("purchasing::DecisionWords", "no reorder needed: %1 on order"),
    QT_TRANSLATE_NOOP("purchasing::DecisionWords", "no reorder needed: %1 available, %2 required"),
    QT_TRANSLATE_NOOP("purchasing::DecisionWords",
                      "order %1 from %2 for %3 before tax, approved automatically"),
    QT_TRANSLATE_NOOP("purchasing::DecisionWords",
                      "order %1 from %2 for %3 before tax, needs approval by the rules and above the "
                      "approval ceiling of %4"),
    QT_TRANSLATE_NOOP(
        "purchasing::DecisionWords",
        "order %1 from %2 for %3 before tax, approved by the rules but above the approval ceiling of %4"),
    QT_TRANSLATE_NOOP("purchasing::DecisionWords", "order %1 from %2 for %3 before tax, needs approval"),
};

QString supplierText(const ProductFacts& facts)
{
    const SupplierOffer* supplier = facts.supplier();
    if (!supplier)
        return DecisionPhrases::tr("no supplier");
    return supplier->name.isEmpty() ? supplier->supplierId : supplier->name;
}

QString currencySymbol(const QString& currency)
{
    if (currency == QLatin1String("USD"))
        return QStringLiteral("$");
    if (currency == QLatin1String("EUR"))
        return QStringLiteral("€");
    if (currency == QLatin1String("GBP"))
        return QStringLiteral("£");
    return currency + QChar(QChar::Nbsp);
}

/// How many decimals people write with a currency (ISO 4217).
int decimalsOf(const QString& currency)
{
    static const QStringList none{
        QStringLiteral("BIF"), QStringLiteral("CLP"), QStringLiteral("DJF"), QStringLiteral("GNF"),
        QStringLiteral("ISK"), QStringLiteral("JPY"), QStringLiteral("KMF"), QStringLiteral("KRW"),
        QStringLiteral("PYG"), QStringLiteral("RWF"), QStringLiteral("UGX"), QStringLiteral("VND"),
        QStringLiteral("VUV"), QStringLiteral("XAF"), QStringLiteral("XOF"), QStringLiteral("XPF")};
    static const QStringList three{QStringLiteral("BHD"), QStringLiteral("IQD"), QStringLiteral("JOD"),
                                   QStringLiteral("KWD"), QStringLiteral("LYD"), QStringLiteral("OMR"),
                                   QStringLiteral("TND")};
    return none.contains(currency) ? 0 : three.contains(currency) ? 3 : 2;
}

/// The amount as people write it: stored are two decimals, whatever the currency has.
QString written(Money amount, const QString& currency)
{
    const int decimals = decimalsOf(currency);
    if (decimals == 0) { // To the nearest whole one; a half goes away from zero.
        const std::int64_t half = amount.minor < 0 ? -Money::kScale / 2 : Money::kScale / 2;
        return QString::number((amount.minor + half) / Money::kScale);
    }
    return decimals == 3 ? amount.toString() + QLatin1Char('0') : amount.toString();
}

/// A price for one unit may well have more decimals than its currency: those that say something stay.
QString written(UnitPrice price, const QString& currency)
{
    QString plain = price.toString();
    const int decimals = decimalsOf(currency);
    qsizetype point = plain.indexOf(QLatin1Char('.'));
    if (point < 0) {
        point = plain.size();
        plain += QLatin1Char('.');
    }
    while (plain.size() - point - 1 > decimals && plain.endsWith(QLatin1Char('0')))
        plain.chop(1);
    while (plain.size() - point - 1 < decimals)
        plain += QLatin1Char('0');
    if (plain.endsWith(QLatin1Char('.')))
        plain.chop(1);
    return plain;
}

/// Writes plain digits with a point as the locale does. Grouped from the digits: a double would lose cents
/// above 2^53.
QString amountText(QString plain, const QString& currency, const QLocale& locale)
{
    const bool negative = plain.startsWith(QLatin1Char('-'));
    if (negative)
        plain.remove(0, 1);
    const qsizetype point = plain.indexOf(QLatin1Char('.'));
    QString digits = locale.toString(plain.left(point < 0 ? plain.size() : point).toULongLong());
    if (point >= 0)
        digits += locale.decimalPoint() + plain.mid(point + 1);
    const QString sign = negative ? QStringLiteral("\u2212") : QString();
    const bool symbolFirst = locale.language() == QLocale::English || locale.language() == QLocale::C;
    if (symbolFirst)
        return sign + currencySymbol(currency) + digits;
    return sign + digits + QChar(QChar::Nbsp) + currencySymbol(currency).remove(QChar(QChar::Nbsp));
}

} // namespace

QString wordText(Word word)
{
    switch (word) {
    case Word::Blocked: return DecisionPhrases::tr("Blocked");
    case Word::NeedsApproval: return DecisionPhrases::tr("Needs approval");
    case Word::ToOrder: return DecisionPhrases::tr("To order");
    case Word::Covered: return DecisionPhrases::tr("Covered");
    case Word::Enough: return DecisionPhrases::tr("Enough");
    }
    return {};
}

QString approvalText(const QString& approvalStatus)
{
    if (approvalStatus == QLatin1String("pending"))
        return DecisionPhrases::tr("needed");
    if (approvalStatus == QLatin1String("auto_approved"))
        return DecisionPhrases::tr("automatic");
    return approvalStatus.isEmpty() ? DecisionPhrases::tr("–") : approvalStatus;
}

QString stateText(OrderState state)
{
    switch (state) {
    case OrderState::Draft: return DecisionPhrases::tr("Draft");
    case OrderState::PendingApproval: return DecisionPhrases::tr("Waiting for approval");
    case OrderState::Approved: return DecisionPhrases::tr("Approved");
    case OrderState::Sending: return DecisionPhrases::tr("Being sent");
    case OrderState::SendUnknown: return DecisionPhrases::tr("Sending unclear");
    case OrderState::Sent: return DecisionPhrases::tr("Sent");
    case OrderState::Received: return DecisionPhrases::tr("Received");
    case OrderState::Rejected: return DecisionPhrases::tr("Rejected");
    case OrderState::Cancelled: return DecisionPhrases::tr("Cancelled");
    }
    return {};
}

QString moneyText(Money amount, const QString& currency, const QLocale& locale)
{
    return amountText(written(amount, currency), currency, locale);
}

QString moneyText(UnitPrice price, const QString& currency, const QLocale& locale)
{
    return amountText(written(price, currency), currency, locale);
}

QString quantityText(Quantity amount, const QLocale& locale)
{
    QString plain = amount.toString();
    const bool negative = plain.startsWith(QLatin1Char('-'));
    if (negative)
        plain.remove(0, 1);
    const qsizetype point = plain.indexOf(QLatin1Char('.'));
    QString text = locale.toString(plain.left(point < 0 ? plain.size() : point).toULongLong());
    if (point >= 0)
        text += locale.decimalPoint() + plain.mid(point + 1);
    return negative ? QStringLiteral("\u2212") + text : text;
}

QString stockUnitOf(const ProductFacts& facts)
{
    if (facts.units && !facts.units->empty() && !facts.units->front().toUom.isEmpty())
        return facts.units->front().toUom;
    return QStringLiteral("pcs");
}

QString problemText(const Decision& decision)
{
    QStringList texts;
    for (const Problem& problem : decision.problems)
        texts << problem.text;
    texts.removeDuplicates();
    return texts.join(QStringLiteral("; "));
}

QString whatToDo(const Decision& decision, const ProductFacts& facts, const QString& currency,
                 const QLocale& locale)
{
    const DecisionOutputs& outputs = decision.outputs;
    switch (decision.word) {
    case Word::Blocked:
        return DecisionPhrases::tr("No order can be made: %1.").arg(problemsInWords(decision));
    case Word::Covered:
        return DecisionPhrases::tr("Nothing to order: %1 already on order cover the need.")
            .arg(quantityText(decision.onOrderQty.value_or(Quantity{}), locale));
    case Word::Enough:
        if (decision.stockOut)
            return DecisionPhrases::tr("Nothing to order: stock lasts until %1.")
                .arg(locale.toString(*decision.stockOut, QLocale::ShortFormat));
        return DecisionPhrases::tr("Nothing to order: there is enough stock.");
    case Word::ToOrder:
    case Word::NeedsApproval: break;
    }
    const QDate decided =
        decision.decidedAt.isValid() ? decision.decidedAt.toLocalTime().date() : QDate::currentDate();
    const bool late = decision.orderBy && *decision.orderBy < decided;
    const QString what = late
        ? DecisionPhrases::tr("Order %1 %2 from %3 now, %4 was the last day")
              .arg(quantityText(outputs.orderQty, locale), stockUnitOf(facts), supplierText(facts),
                   locale.toString(*decision.orderBy, QLocale::ShortFormat))
        : decision.orderBy
        ? DecisionPhrases::tr("Order %1 %2 from %3 by %4")
              .arg(quantityText(outputs.orderQty, locale), stockUnitOf(facts), supplierText(facts),
                   locale.toString(*decision.orderBy, QLocale::ShortFormat))
        : DecisionPhrases::tr("Order %1 %2 from %3")
              .arg(quantityText(outputs.orderQty, locale), stockUnitOf(facts), supplierText(facts));
    const QString toPay = moneyText(outputs.grandTotal, currency, locale);
    if (decision.word == Word::NeedsApproval && decision.aboveCeiling) {
        const QString ceiling = moneyText(*decision.aboveCeiling, currency, locale);
        return decision.rulesNeedApproval
            ? DecisionPhrases::tr(
                  "%1 – %2 to pay – needs approval by the rules, and above the approval ceiling of %3.")
                  .arg(what, toPay, ceiling)
            : DecisionPhrases::tr(
                  "%1 – %2 to pay – needs approval: the rules approve it, but it is above the approval "
                  "ceiling of %3.")
                  .arg(what, toPay, ceiling);
    }
    return decision.word == Word::NeedsApproval
        ? DecisionPhrases::tr("%1 – %2 to pay – needs approval.")
              .arg(what, moneyText(outputs.grandTotal, currency, locale))
        : DecisionPhrases::tr("%1 – %2 to pay – no approval needed.")
              .arg(what, moneyText(outputs.grandTotal, currency, locale));
}

const std::vector<WhyForm>& whyForms()
{
    static const std::vector<WhyForm> forms = [] {
        std::vector<WhyForm> all;
        for (std::size_t why = 0; why < kWhy.size(); ++why) {
            std::vector<WhyGap> gaps{WhyGap::Figure, WhyGap::Name, WhyGap::Figure, WhyGap::Figure};
            if (why == Blocked)
                gaps = {WhyGap::Problems};
            else if (why == OnOrder || why == Enough)
                gaps = {WhyGap::Figure, WhyGap::Figure};
            all.push_back({kWhy[why], std::move(gaps)});
        }
        return all;
    }();
    return forms;
}

grl::Phrase whyPhrase(const Decision& decision, const ProductFacts& facts)
{
    const DecisionOutputs& outputs = decision.outputs;
    const auto name = [](const QString& text) { return grl::Phrase(text.toStdString()); };
    switch (decision.word) {
    case Word::Blocked: return {kWhy[Blocked], {name(problemText(decision))}};
    case Word::Covered: return {kWhy[OnOrder], {name(decision.onOrderQty.value_or(Quantity{}).toString())}};
    case Word::Enough:
        return {kWhy[Enough],
                {name(decision.availableQty.value_or(Quantity{}).toString()),
                 name(decision.requiredQty.value_or(Quantity{}).toString())}};
    case Word::ToOrder:
    case Word::NeedsApproval: break;
    }
    std::vector<grl::Phrase> parts{name(outputs.orderQty.toString()), name(supplierText(facts)),
                                   name(outputs.totalAmount.toString())};
    if (decision.word == Word::ToOrder)
        return {kWhy[ByRules], std::move(parts)};
    if (!decision.aboveCeiling)
        return {kWhy[ForApproval], std::move(parts)};
    parts.push_back(name(decision.aboveCeiling->toString()));
    return {kWhy[decision.rulesNeedApproval ? ForApprovalAboveCeiling : AboveCeiling], std::move(parts)};
}

QString whyInWords(const Decision& decision, const ProductFacts& facts)
{
    if (decision.isBlocked())
        return DecisionPhrases::tr(kWhy[Blocked]).arg(problemsInWords(decision));
    return phraseInWords(whyPhrase(decision, facts), kWhyContext);
}

QString stateInWords(const PurchaseOrder& order)
{
    if (order.receivedQty == 0 && !order.closedShort)
        return stateText(order.state);
    if (order.closedShort)
        return DecisionPhrases::tr("%1, closed short: %2 of %3 received")
            .arg(stateText(order.state))
            .arg(order.receivedQty)
            .arg(order.qty);
    if (order.receivedQty < order.qty)
        return DecisionPhrases::tr("%1, %2 of %3 received")
            .arg(stateText(order.state))
            .arg(order.receivedQty)
            .arg(order.qty);
    return stateText(order.state);
}

QString orderInWords(const PurchaseOrder& order)
{
    switch (order.state) {
    case OrderState::Sent:
        return DecisionPhrases::tr("%1 was created and sent to %2").arg(order.number, order.supplierId);
    case OrderState::PendingApproval:
        return DecisionPhrases::tr("%1 was created and waits for approval").arg(order.number);
    case OrderState::Approved:
    case OrderState::Sending:
        if (order.sendIntended) {
            return order.sendProblem.isEmpty()
                ? DecisionPhrases::tr("%1 was created and is being sent").arg(order.number)
                : DecisionPhrases::tr("%1 was created; sending failed: %2")
                      .arg(order.number, order.sendProblem);
        }
        return DecisionPhrases::tr("%1 was created").arg(order.number);
    default: return DecisionPhrases::tr("%1: %2").arg(order.number, stateText(order.state));
    }
}

} // namespace purchasing
