#pragma once

#include "core/domain/decision.h"
#include "core/grl/syntax/phrase.h"

#include <QLocale>

#include <vector>

namespace purchasing {

/// The word of a product for people: "To order", "Needs approval", …, in the application's language.
[[nodiscard]] QString wordText(Word word);
/// What the rules say of approval ("pending", "auto_approved") for people: "needed", "automatic".
[[nodiscard]] QString approvalText(const QString& approvalStatus);
/// The state of an order for people: "Waiting for approval", "Sent", …
[[nodiscard]] QString stateText(OrderState state);

/// Money in the installation's currency, as the locale writes it: "$1,726.92", "1.726,92 €".
[[nodiscard]] QString moneyText(Money amount, const QString& currency, const QLocale& locale = QLocale());
/// The same for the price of one unit, with as many decimals as it needs, two at least.
[[nodiscard]] QString moneyText(UnitPrice price, const QString& currency, const QLocale& locale = QLocale());
/// A quantity as the locale writes it, without trailing zeros.
[[nodiscard]] QString quantityText(Quantity amount, const QLocale& locale = QLocale());

/// The unit that stock and orders are counted in: the smaller unit of the first conversion, or "pcs".
[[nodiscard]] QString stockUnitOf(const ProductFacts& facts);

/// One sentence that says what to do: "Order 100 PIECE from Acme by 3 Dec: $1,726.92 to pay, no approval
/// needed."
[[nodiscard]] QString whatToDo(const Decision& decision, const ProductFacts& facts, const QString& currency,
                               const QLocale& locale = QLocale());
/// One sentence that says why no order or which order: "no reorder needed: 245 on order". The HTTP answer's
/// message.
[[nodiscard]] QString whyInWords(const Decision& decision, const ProductFacts& facts);
/// The same as its form and what fills it: histories keep it in English, and say it again in any language.
[[nodiscard]] grl::Phrase whyPhrase(const Decision& decision, const ProductFacts& facts);
/// What fills a gap of such a form.
enum class WhyGap { Name, Figure, Problems };
struct WhyForm
{
    const char* words;
    std::vector<WhyGap> gaps;
};
/// All its forms, the longer of two that may both fit a text first; translators know them in kWhyContext.
[[nodiscard]] const std::vector<WhyForm>& whyForms();
inline constexpr const char* kWhyContext = "purchasing::DecisionWords";
/// The order's state, with what has come of it where that is a part: "Sent, 50 of 120 received".
[[nodiscard]] QString stateInWords(const PurchaseOrder& order);
/// What became of an order: "PO-2026-000012 was created and sent."
[[nodiscard]] QString orderInWords(const PurchaseOrder& order);
/// All problems in one line, in English, as they are kept and passed on: "no supplier; no price". People read
/// problemsInWords().
[[nodiscard]] QString problemText(const Decision& decision);

} // namespace purchasing
