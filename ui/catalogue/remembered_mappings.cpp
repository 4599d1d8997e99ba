#include "ui/catalogue/remembered_mappings.h"

#include <QCryptographicHash>
#include <QSettings>
#include <QStringConverter>

#include <algorithm>

namespace purchasing::ui {
namespace {

QString keyOf(QByteArrayList headers)
{
    std::sort(headers.begin(), headers.end());
    const QByteArray digest = QCryptographicHash::hash(headers.join('\n'), QCryptographicHash::Sha256);
    return QStringLiteral("importMappings/") + QString::fromLatin1(digest.toHex().left(16));
}

/// Files with the same columns in any order have the same key.
QString keyOfColumns(const RecognisedFile& file)
{
    QByteArrayList headers;
    for (const MappedColumn& column : file.mapping.columns)
        headers += column.header.toUtf8();
    return keyOf(headers);
}

/// The same by the bytes that stand in the file: before somebody said how they are read, the letters are
/// wrong.
QString keyOfBytes(const RecognisedFile& file)
{
    QStringEncoder encoder(file.mapping.form.encoding.toLatin1().constData());
    if (!encoder.isValid())
        return keyOfColumns(file);
    QByteArrayList headers;
    for (const MappedColumn& column : file.mapping.columns)
        headers += QByteArray(encoder.encode(column.header));
    return keyOf(headers);
}

bool asksAbout(const RecognisedFile& file, ImportQuestion::About about)
{
    return std::any_of(file.questions.begin(), file.questions.end(),
                       [about](const ImportQuestion& question) { return question.about == about; });
}

} // namespace

RememberedMappings::RememberedMappings(QSettings& settings)
    : m_settings(settings)
{
}

void RememberedMappings::remember(const RecognisedFile& file)
{
    if (!file.ownTable.isEmpty() || file.mapping.form.headerLine == FileForm::kNoHeader)
        return;
    const QString json = QString::fromUtf8(mappingsToJson({file.mapping}));
    m_settings.setValue(keyOfColumns(file), json);
    m_settings.setValue(keyOfBytes(file), json);
}

std::optional<FileMapping> RememberedMappings::find(const RecognisedFile& file) const
{
    const bool isEncodingAsked = asksAbout(file, ImportQuestion::About::Encoding);
    const QString json = m_settings.value(isEncodingAsked ? keyOfBytes(file) : keyOfColumns(file)).toString();
    const auto mappings = mappingsFromJson(json.toUtf8());
    if (json.isEmpty() || !mappings || mappings->empty())
        return std::nullopt;
    FileMapping mapping = mappings->front();
    mapping.onlyThese = false;
    // How this file is written shows by itself, or it is as somebody said of the one before.
    if (!asksAbout(file, ImportQuestion::About::Separator))
        mapping.form.separator = QChar();
    if (isEncodingAsked)
        return mapping; // Its headers are the right ones.
    mapping.form.encoding.clear();
    for (const MappedColumn& column : file.mapping.columns) {
        if (!mapping.column(column.header))
            mapping.setColumn(column.header, {});
    }
    return mapping;
}

} // namespace purchasing::ui
