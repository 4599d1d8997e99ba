#include "core/flow/delivered_rules.h"

#include <QFile>

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

} // namespace purchasing
