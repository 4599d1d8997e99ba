#include "core/sql/rule_set_rows.h"

#include "core/sql/audit.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace purchasing::sql {

QString packsJson(const std::vector<RulePack>& packs)
{
    QJsonArray array;
    for (const RulePack& pack : packs)
        array.append(QJsonObject{{QStringLiteral("name"), pack.name},
                                 {QStringLiteral("active"), pack.active},
                                 {QStringLiteral("text"), pack.text}});
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

std::vector<RulePack> packsOf(const QString& json)
{
    std::vector<RulePack> packs;
    for (const QJsonValue& value : QJsonDocument::fromJson(json.toUtf8()).array())
        packs.push_back({value[QStringLiteral("name")].toString(), value[QStringLiteral("text")].toString(),
                         value[QStringLiteral("active")].toBool()});
    return packs;
}

QByteArray hashOf(const std::vector<RulePack>& packs)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const RulePack& pack : packs) {
        addField(hash, pack.name.toUtf8());
        addField(hash, pack.active ? QByteArray("1") : QByteArray("0"));
        addField(hash, pack.text.toUtf8());
    }
    return hash.result();
}

void insertRuleSet(const QSqlDatabase& connection, std::int64_t version, const std::vector<RulePack>& packs,
                   const QString& authorId, const QString& secondPersonId, const QString& reason,
                   const QDateTime& at)
{
    Query(connection,
          QStringLiteral("INSERT INTO rule_set_version(version, packs, hash, published_by, second_person, "
                         "published_at_us, reason) "
                         "VALUES(?, ?, ?, ?, ?, ?, ?)"),
          {static_cast<qlonglong>(version), packsJson(packs), hashOf(packs), authorId,
           secondPersonId.isEmpty() ? QVariant(QMetaType(QMetaType::QString)) : QVariant(secondPersonId),
           microseconds(at), reason});
}

std::int64_t newestRuleSet(const QSqlDatabase& connection)
{
    Query query(connection, QStringLiteral("SELECT coalesce(max(version), 0) FROM rule_set_version"));
    query.next();
    return query.integer(0);
}

} // namespace purchasing::sql
