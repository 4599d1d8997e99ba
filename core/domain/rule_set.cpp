#include "core/domain/rule_set.h"

#include "core/domain/digest.h"

namespace purchasing {

QByteArray ruleSetHash(const std::vector<RulePack>& packs)
{
    Digest digest("rule-set-1");
    for (const RulePack& pack : packs)
        digest.add(pack.name).add(qint64{pack.active}).add(pack.text);
    return digest.result();
}

} // namespace purchasing
