#pragma once

#include <QDir>
#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QStringList>

namespace purchasing::tests {

inline const QStringList kManualLanguages{QStringLiteral("en"), QStringLiteral("de")};

[[nodiscard]] inline QString textOfFile(const QString& file)
{
    QFile source(file);
    return source.open(QIODevice::ReadOnly) ? QString::fromUtf8(source.readAll()) : QString();
}

/// The pages of a language by their ids, as they are written.
[[nodiscard]] inline QMap<QString, QString> pagesOf(const QString& language)
{
    QMap<QString, QString> pages;
    const QDir folder(QStringLiteral(":/help/") + language);
    for (const QString& file : folder.entryList({QStringLiteral("*.html")}))
        pages.insert(file.section(QLatin1Char('_'), 1).section(QLatin1Char('.'), 0, 0),
                     textOfFile(folder.filePath(file)));
    return pages;
}

/// What the pattern's first group matches, everywhere in the text.
[[nodiscard]] inline QStringList allOf(const QString& pattern, const QString& text)
{
    QStringList found;
    for (auto match = QRegularExpression(pattern).globalMatch(text); match.hasNext();)
        found << match.next().captured(1);
    return found;
}

} // namespace purchasing::tests
