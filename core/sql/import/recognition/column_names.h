#pragma once

#include <QString>

#include <vector>

namespace purchasing::sql {

/// A field that a header may stand for; the lower the rank, the surer.
struct NamedField
{
    QString field;
    int rank = 0;
};

/// A rank from which on a header alone does not decide: "No.", "Product", "Quantity".
inline constexpr int kVagueRank = 3;

/// The fields that a header may stand for, the surest first.
[[nodiscard]] std::vector<NamedField> fieldsNamed(const QString& header);

/// The rank of the least sure of all.
[[nodiscard]] int vaguestRank();

/// A header as synonyms are compared: small letters and digits without accents, what stands in brackets left
/// out: "Preis/Stück (EUR)" is "preisstueck".
[[nodiscard]] QString plainHeader(const QString& header);

/// Whether the header is one of the planner's own lists, which hold what was computed beside what is known.
enum class OwnExport { None, Products, Orders };
[[nodiscard]] OwnExport ownExportWith(const std::vector<QString>& headers);

} // namespace purchasing::sql
