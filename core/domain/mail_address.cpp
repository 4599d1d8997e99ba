#include "core/domain/mail_address.h"

#include <QRegularExpression>

namespace purchasing {
namespace {

constexpr qsizetype kLongestLocal = 64; // RFC 5321, 4.5.3.1
constexpr qsizetype kLongestAddress = 254;

/// Splits at commas and semicolons outside of quoted local parts.
QStringList partsOf(const QString& addresses)
{
    QStringList parts(QString{});
    bool isQuoted = false;
    for (qsizetype i = 0; i < addresses.size(); ++i) {
        const QChar character = addresses[i];
        if (!isQuoted && (character == QLatin1Char(',') || character == QLatin1Char(';'))) {
            parts += QString();
            continue;
        }
        if (character == QLatin1Char('"'))
            isQuoted = !isQuoted;
        parts.last() += character;
        if (isQuoted && character == QLatin1Char('\\') && i + 1 < addresses.size())
            parts.last() += addresses[++i];
    }
    return parts;
}

bool isAddrSpec(const QString& text)
{
    // Dot-atom or quoted string, and a domain of labels; never anything that could end a header line.
    static const QRegularExpression pattern(QStringLiteral(
        R"re(\A(?:[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*|"(?:[ !#-\[\]-~]|\\[ -~])*")@(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*\z)re"));
    return text.size() <= kLongestAddress && text.lastIndexOf(QLatin1Char('@')) <= kLongestLocal
        && pattern.match(text).hasMatch();
}

} // namespace

QStringList recipientsOf(const QString& addresses)
{
    QStringList recipients;
    for (const QString& part : partsOf(addresses)) {
        const QString mailbox = part.trimmed();
        if (mailbox.isEmpty())
            continue; // A separator at the end.
        if (!isAddrSpec(mailbox))
            return {};
        recipients += mailbox;
    }
    return recipients;
}

} // namespace purchasing
