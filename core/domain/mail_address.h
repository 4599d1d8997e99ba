#pragma once

#include <QString>
#include <QStringList>

namespace purchasing {

/// The mailboxes in a supplier's address field, each an RFC 5322 addr-spec ("orders@example.com"): one, or
/// several separated by comma or semicolon, blanks around them dropped. Empty where there is none or any of
/// them cannot be used: a message must not reach only some of those it is meant for.
[[nodiscard]] QStringList recipientsOf(const QString& addresses);

} // namespace purchasing
