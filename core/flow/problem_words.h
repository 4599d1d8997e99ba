#pragma once

#include <QString>

namespace purchasing {

struct Decision;

/// Why a product is blocked, joined by "; ", in the program's language. Problems are kept and passed on in
/// English; a rule's own words and what nobody knows the form of stay as they are.
[[nodiscard]] QString problemsInWords(const QString& problems);
[[nodiscard]] QString problemsInWords(const Decision& decision);

} // namespace purchasing
