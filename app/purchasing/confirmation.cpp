#include "app/purchasing/confirmation.h"

#include "app/purchasing/printing.h"

#include <QTextStream>

#include <unistd.h>

namespace purchasing {

QString tagOf(const Environment& environment)
{
    return environment.value("PURCHASING_TAG").trimmed();
}

Result<Done> requireConfirmed(const QString& place, const QString& tag, const std::string& confirmed)
{
    const QString given = QString::fromStdString(confirmed);
    if (given == tag)
        return Done{};
    const auto refused = [](const QString& why) { return Error{ErrorKind::Refused, why, {}}; };
    // Whoever confirms another mark is elsewhere than they think.
    if (tag.isEmpty())
        return refused(QStringLiteral("%1 is not marked %2. Nothing was changed.").arg(place, given));
    if (!given.isEmpty())
        return refused(
            QStringLiteral("%1 is marked %2, not %3. Nothing was changed.").arg(place, tag, given));
    if (::isatty(STDIN_FILENO) == 0)
        return refused(
            QStringLiteral("%1 is marked %2. To change something there, add --confirm %2.").arg(place, tag));
    printPrompt(QStringLiteral("%1 is marked %2. Type %2 to change something there: ").arg(place, tag));
    if (QTextStream(stdin).readLine().trimmed() == tag)
        return Done{};
    return Error{ErrorKind::Cancelled, QStringLiteral("Not confirmed; nothing was changed."), {}};
}

void addConfirmOption(CLI::App& command, std::string& confirmed)
{
    command.add_option("--confirm", confirmed,
                       "The server's mark (PURCHASING_TAG), to change something there without being asked");
}

} // namespace purchasing
