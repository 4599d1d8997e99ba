#include "ui/catalogue/remembered_mappings.h"

#include <QCryptographicHash>
#include <QSettings>

#include <algorithm>

namespace purchasing::ui {
namespace {

/// Files with the same columns in any order have the same key.
QString keyOfColumns(const RecognisedFile& file)
{
    QStringList headers;
    for (const MappedColumn& column : file.mapping.columns)
        headers += column.header;
    headers.sort();
    const QByteArray digest =
        QCryptographicHash::hash(headers.join(QLatin1Char('\n')).toUtf8(), QCryptographicHash::Sha256);
    return QStringLiteral("importMappings/") + QString::fromLatin1(digest.toHex().left(16));
}

} // namespace

RememberedMappings::RememberedMappings(QSettings& settings)
    : m_settings(settings)
{
}

void RememberedMappings::remember(const RecognisedFile& file)
{
    if (file.ownTable.isEmpty() && file.mapping.form.headerLine != FileForm::kNoHeader)
        m_settings.setValue(keyOfColumns(file), QString::fromUtf8(mappingsToJson({file.mapping})));
}

std::optional<FileMapping> RememberedMappings::find(const RecognisedFile& file) const
{
    const QString json = m_settings.value(keyOfColumns(file)).toString();
    const auto mappings = mappingsFromJson(json.toUtf8());
    if (json.isEmpty() || !mappings || mappings->empty())
        return std::nullopt;
    FileMapping mapping = mappings->front();
    mapping.onlyThese = false;
    // How this file is written shows by itself, or it is as somebody said of the one before.
    const auto isAsked = [&file](ImportQuestion::About about) {
        return std::any_of(file.questions.begin(), file.questions.end(),
                           [about](const ImportQuestion& question) { return question.about == about; });
    };
    if (!isAsked(ImportQuestion::About::Encoding))
        mapping.form.encoding.clear();
    if (!isAsked(ImportQuestion::About::Separator))
        mapping.form.separator = QChar();
    for (const MappedColumn& column : file.mapping.columns) {
        if (!mapping.column(column.header))
            mapping.setColumn(column.header, {});
    }
    return mapping;
}

} // namespace purchasing::ui
