#include "core/flow/delivered_rules.h"

#include <QFile>

#include <algorithm>

// Q_INIT_RESOURCE must stand outside of any namespace.
static void initRuleResources()
{
    Q_INIT_RESOURCE(rules);
}

namespace purchasing {

std::vector<RulePack> deliveredRules()
{
    initRuleResources();
    std::vector<RulePack> packs;
    const auto add = [&packs](const QString& name, bool active) {
        QFile file(QStringLiteral(":/rules/") + name);
        // The files are part of the program: they cannot be missing.
        if (file.open(QIODevice::ReadOnly))
            packs.push_back({name, QString::fromUtf8(file.readAll()), active});
    };
    add(QStringLiteral("purchasing_rules.grl"), true);
    add(QStringLiteral("order_multiples.grl"), true);
    add(QStringLiteral("open_orders.grl"), true);
    add(QStringLiteral("overrides.grl"), true);
    add(QStringLiteral("safety_stock.grl"), false);
    add(QStringLiteral("full_cases.grl"), false);
    return packs;
}

std::vector<RulePack> deliveredPacksMissingIn(const std::vector<RulePack>& packs)
{
    std::vector<RulePack> missing = deliveredRules();
    std::erase_if(missing, [&packs](const RulePack& delivered) {
        return std::any_of(packs.begin(), packs.end(),
                           [&delivered](const RulePack& pack) { return pack.name == delivered.name; });
    });
    return missing;
}

} // namespace purchasing
