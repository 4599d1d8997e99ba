#include "core/domain/import_mapping.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <utility>

namespace purchasing {
namespace {

struct ImportMappingWords
{
    Q_DECLARE_TR_FUNCTIONS(purchasing::ImportMapping)
};

constexpr int kMappingVersion = 1;
const QString kMappingMark = QStringLiteral("purchasing_import");

constexpr std::array<std::pair<char, const char*>, 4> kSeparatorWords{
    {{',', "comma"}, {';', "semicolon"}, {'\t', "tab"}, {'|', "pipe"}}};
constexpr std::array<std::pair<char, const char*>, 2> kDecimalWords{{{'.', "point"}, {',', "comma"}}};
constexpr std::array<std::pair<DayOrder, const char*>, 3> kDayOrderWords{
    {{DayOrder::YearMonthDay, "ymd"}, {DayOrder::DayMonthYear, "dmy"}, {DayOrder::MonthDayYear, "mdy"}}};

template <typename Words> std::optional<QChar> signFromWord(const QString& word, const Words& words)
{
    for (const auto& [sign, name] : words) {
        if (word.compare(QLatin1String(name), Qt::CaseInsensitive) == 0 || word == QLatin1Char(sign))
            return QLatin1Char(sign);
    }
    return std::nullopt;
}

template <typename Words> QString wordOfSign(QChar sign, const Words& words)
{
    for (const auto& [known, name] : words) {
        if (sign == QLatin1Char(known))
            return QLatin1String(name);
    }
    return {};
}

QJsonObject jsonOfMapping(const FileMapping& mapping)
{
    QJsonObject columns;
    for (const MappedColumn& column : mapping.columns) {
        if (!column.field.isEmpty())
            columns.insert(column.header, column.field);
    }
    QJsonObject json{{QStringLiteral("columns"), columns}};
    const auto set = [&json](const char* name, const QString& value) {
        if (!value.isEmpty())
            json.insert(QLatin1String(name), value);
    };
    set("sheet", mapping.form.sheet);
    set("encoding", mapping.form.encoding);
    set("separator", wordOfSeparator(mapping.form.separator));
    set("decimal", wordOfDecimal(mapping.form.decimal));
    set("dates", wordOfDayOrder(mapping.form.days));
    if (mapping.form.headerLine == FileForm::kNoHeader)
        json.insert(QStringLiteral("header"), false);
    QJsonObject values;
    for (auto value = mapping.values.begin(); value != mapping.values.end(); ++value)
        values.insert(value.key(), value.value());
    if (!values.isEmpty())
        json.insert(QStringLiteral("values"), values);
    return json;
}

/// One value of a fixed list of words; false, with `problem`, for another one.
template <typename Value, typename Read>
bool takeWord(const QJsonObject& json, const char* name, Value& value, Read read, QString& problem)
{
    const QJsonValue word = json.value(QLatin1String(name));
    if (word.isUndefined())
        return true;
    const auto known = word.isString() ? read(word.toString()) : std::nullopt;
    if (!known) {
        problem = ImportMappingWords::tr("\"%1\" is no value of \"%2\"")
                      .arg(word.toVariant().toString(), QLatin1String(name));
        return false;
    }
    value = *known;
    return true;
}

bool takeTexts(const QJsonObject& json, const char* name, QMap<QString, QString>& texts, QString& problem)
{
    const QJsonValue value = json.value(QLatin1String(name));
    const QJsonObject object = value.toObject();
    bool isGood = value.isObject() || value.isUndefined();
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        isGood = isGood && entry->isString();
        texts.insert(entry.key(), entry->toString());
    }
    if (!isGood)
        problem = ImportMappingWords::tr("\"%1\" must hold texts").arg(QLatin1String(name));
    return isGood;
}

std::optional<FileMapping> mappingOf(const QJsonObject& json, QString& problem)
{
    FileMapping mapping;
    mapping.onlyThese = true;
    QMap<QString, QString> columns;
    if (!takeWord(json, "separator", mapping.form.separator, separatorFromWord, problem)
        || !takeWord(json, "decimal", mapping.form.decimal, decimalFromWord, problem)
        || !takeWord(json, "dates", mapping.form.days, dayOrderFromWord, problem)
        || !takeTexts(json, "columns", columns, problem)
        || !takeTexts(json, "values", mapping.values, problem))
        return std::nullopt;
    mapping.form.sheet = json.value(QStringLiteral("sheet")).toString();
    mapping.form.encoding = json.value(QStringLiteral("encoding")).toString();
    if (!json.value(QStringLiteral("header")).toBool(true))
        mapping.form.headerLine = FileForm::kNoHeader;
    for (auto column = columns.begin(); column != columns.end(); ++column)
        mapping.columns.push_back({column.key(), column.value()});
    if (mapping.columns.empty()) {
        problem = ImportMappingWords::tr("no column is named");
        return std::nullopt;
    }
    return mapping;
}

} // namespace

bool FileMapping::isEmpty() const
{
    return form.sheet.isEmpty() && form.encoding.isEmpty() && form.separator.isNull() && form.decimal.isNull()
        && form.days == DayOrder::Unknown && form.headerLine == FileForm::kFindHeader && columns.empty()
        && values.isEmpty();
}

const MappedColumn* FileMapping::column(const QString& header) const
{
    const auto found = std::find_if(columns.begin(), columns.end(), [&header](const MappedColumn& column) {
        return column.header == header;
    });
    return found == columns.end() ? nullptr : &*found;
}

void FileMapping::setColumn(const QString& header, const QString& field)
{
    const auto found = std::find_if(columns.begin(), columns.end(), [&header](const MappedColumn& column) {
        return column.header == header;
    });
    if (found == columns.end())
        columns.push_back({header, field});
    else
        found->field = field;
}

QByteArray mappingsToJson(const std::vector<FileMapping>& mappings)
{
    QJsonArray files;
    for (const FileMapping& mapping : mappings)
        files.append(jsonOfMapping(mapping));
    return QJsonDocument(QJsonObject{{kMappingMark, kMappingVersion}, {QStringLiteral("files"), files}})
        .toJson();
}

Result<std::vector<FileMapping>> mappingsFromJson(const QByteArray& json)
{
    const auto refused = [](const QString& why) {
        return Error{ErrorKind::Invalid,
                     ImportMappingWords::tr("This is no mapping that an import understands: %1.").arg(why),
                     {}};
    };
    QJsonParseError error;
    const QJsonObject object = QJsonDocument::fromJson(json, &error).object();
    if (error.error != QJsonParseError::NoError)
        return refused(error.errorString());
    if (object.value(kMappingMark).toInt() != kMappingVersion)
        return refused(ImportMappingWords::tr("\"%1\" is not %2").arg(kMappingMark).arg(kMappingVersion));
    std::vector<FileMapping> mappings;
    const QJsonArray files = object.value(QStringLiteral("files")).toArray();
    for (const QJsonValue& file : files) {
        QString problem;
        const std::optional<FileMapping> mapping = mappingOf(file.toObject(), problem);
        if (!mapping)
            return refused(problem);
        mappings.push_back(*mapping);
    }
    return mappings;
}

QStringList codePages()
{
    return {QStringLiteral("windows-1252"), QStringLiteral("windows-1250"), QStringLiteral("windows-1251"),
            QStringLiteral("windows-1253"), QStringLiteral("windows-1254"), QStringLiteral("ISO-8859-15"),
            QStringLiteral("IBM850"),       QStringLiteral("IBM852"),       QStringLiteral("IBM866"),
            QStringLiteral("Shift_JIS"),    QStringLiteral("GB18030"),      QStringLiteral("Big5"),
            QStringLiteral("EUC-KR")};
}

std::optional<QChar> separatorFromWord(const QString& word)
{
    if (word == QLatin1String("\\t"))
        return QLatin1Char('\t');
    return signFromWord(word, kSeparatorWords);
}

QString wordOfSeparator(QChar separator)
{
    return wordOfSign(separator, kSeparatorWords);
}

std::optional<QChar> decimalFromWord(const QString& word)
{
    return signFromWord(word, kDecimalWords);
}

QString wordOfDecimal(QChar decimal)
{
    return wordOfSign(decimal, kDecimalWords);
}

std::optional<DayOrder> dayOrderFromWord(const QString& word)
{
    for (const auto& [order, name] : kDayOrderWords) {
        if (word == QLatin1String(name))
            return order;
    }
    return std::nullopt;
}

QString wordOfDayOrder(DayOrder order)
{
    for (const auto& [known, name] : kDayOrderWords) {
        if (order == known)
            return QLatin1String(name);
    }
    return {};
}

} // namespace purchasing
