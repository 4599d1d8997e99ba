#include "core/domain/catalogue_mapping.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

namespace purchasing {
namespace {

struct CatalogueMappingWords
{
    Q_DECLARE_TR_FUNCTIONS(purchasing::CatalogueMapping)
};

constexpr int kCatalogueMappingVersion = 1;
const QString kCatalogueMappingMark = QStringLiteral("purchasing_tables");

Error wrongMapping(const QString& why)
{
    return {ErrorKind::Invalid, CatalogueMappingWords::tr("This is no mapping of tables: %1").arg(why), {}};
}

QJsonObject jsonOf(const QMap<QString, QString>& texts)
{
    QJsonObject json;
    for (auto text = texts.cbegin(); text != texts.cend(); ++text)
        json.insert(text.key(), text.value());
    return json;
}

/// Texts by our columns; unset where one is no text.
std::optional<QMap<QString, QString>> textsOf(const QJsonValue& json)
{
    QMap<QString, QString> texts;
    const QJsonObject object = json.toObject();
    if (!json.isUndefined() && !json.isObject())
        return std::nullopt;
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        if (!entry.value().isString())
            return std::nullopt;
        texts.insert(entry.key(), entry.value().toString());
    }
    return texts;
}

} // namespace

const TableMapping* CatalogueMapping::of(const QString& table) const
{
    const auto found = tables.find(table);
    return found == tables.end() ? nullptr : &*found;
}

QString CatalogueMapping::nameOf(const QString& table) const
{
    const TableMapping* mapped = of(table);
    return mapped ? mapped->table : table;
}

QString CatalogueMapping::columnOf(const QString& table, const QString& column) const
{
    const TableMapping* mapped = of(table);
    return mapped ? mapped->columns.value(column, column) : column;
}

QByteArray catalogueMappingToJson(const CatalogueMapping& mapping)
{
    if (mapping.isEmpty())
        return {};
    QJsonObject tables;
    for (auto table = mapping.tables.cbegin(); table != mapping.tables.cend(); ++table) {
        QJsonObject json{{QStringLiteral("table"), table->table}};
        if (!table->columns.isEmpty())
            json.insert(QStringLiteral("columns"), jsonOf(table->columns));
        if (!table->values.isEmpty())
            json.insert(QStringLiteral("values"), jsonOf(table->values));
        tables.insert(table.key(), json);
    }
    return QJsonDocument(QJsonObject{{kCatalogueMappingMark, kCatalogueMappingVersion},
                                     {QStringLiteral("tables"), tables}})
        .toJson();
}

Result<CatalogueMapping> catalogueMappingFromJson(const QByteArray& json)
{
    CatalogueMapping mapping;
    if (json.trimmed().isEmpty())
        return mapping;
    QJsonParseError error;
    const QJsonObject object = QJsonDocument::fromJson(json, &error).object();
    if (error.error != QJsonParseError::NoError)
        return wrongMapping(error.errorString());
    const QJsonValue version = object.value(kCatalogueMappingMark);
    if (version.toInt() < 1)
        return wrongMapping(CatalogueMappingWords::tr("it does not say \"%1\".").arg(kCatalogueMappingMark));
    if (version.toInt() > kCatalogueMappingVersion)
        return wrongMapping(CatalogueMappingWords::tr("it is of a newer version of this program."));
    const QJsonObject tables = object.value(QStringLiteral("tables")).toObject();
    for (auto entry = tables.begin(); entry != tables.end(); ++entry) {
        const QJsonObject table = entry.value().toObject();
        const QJsonValue name = table.value(QStringLiteral("table"));
        const auto columns = textsOf(table.value(QStringLiteral("columns")));
        const auto values = textsOf(table.value(QStringLiteral("values")));
        if (!name.isString() || !columns || !values) {
            return wrongMapping(
                CatalogueMappingWords::tr("%1 needs a \"table\", and texts as \"columns\" and \"values\".")
                    .arg(entry.key()));
        }
        mapping.tables.insert(entry.key(), {name.toString(), *columns, *values});
    }
    return mapping;
}

} // namespace purchasing
