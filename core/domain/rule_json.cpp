#include "core/domain/rule_json.h"

#include <QJsonObject>

namespace purchasing {

QJsonArray packsToJson(const std::vector<RulePack>& packs)
{
    QJsonArray array;
    for (const RulePack& pack : packs) {
        array.append(QJsonObject{{QStringLiteral("name"), pack.name},
                                 {QStringLiteral("text"), pack.text},
                                 {QStringLiteral("active"), pack.active}});
    }
    return array;
}

std::vector<RulePack> packsFromJson(const QJsonArray& json)
{
    std::vector<RulePack> packs;
    for (const QJsonValue& pack : json) {
        packs.push_back({pack[QStringLiteral("name")].toString(), pack[QStringLiteral("text")].toString(),
                         pack[QStringLiteral("active")].toBool()});
    }
    return packs;
}

} // namespace purchasing
