#include "core/domain/role.h"

#include <QStringList>

#include <algorithm>
#include <iterator>

namespace purchasing {
namespace {

struct NamedRole
{
    Role role;
    const char* name;
};
constexpr NamedRole kNames[] = {{Role::Planner, "planner"},
                                {Role::Approver, "approver"},
                                {Role::RuleAuthor, "rule_author"},
                                {Role::Admin, "admin"},
                                {Role::Auditor, "auditor"}};

constexpr Role kApart[][2] = {{Role::Admin, Role::Approver},
                              {Role::Admin, Role::Planner},
                              {Role::Admin, Role::Auditor},
                              {Role::RuleAuthor, Role::Approver}};

} // namespace

QString textOf(Roles roles)
{
    QStringList names;
    for (const NamedRole& known : kNames) {
        if (roles.testFlag(known.role))
            names << QLatin1String(known.name);
    }
    return names.join(QLatin1Char(','));
}

Result<Roles> rolesFromText(const QString& text)
{
    Roles roles;
    for (const QString& part : text.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        const QString name = part.trimmed();
        const auto known = std::find_if(std::begin(kNames), std::end(kNames), [&name](const NamedRole& role) {
            return name == QLatin1String(role.name);
        });
        if (known == std::end(kNames)) {
            return Error{ErrorKind::Invalid,
                         QStringLiteral("\"%1\" is no role. Roles are %2.").arg(name, textOf(kAllRoles)),
                         {}};
        }
        roles |= known->role;
    }
    if (!roles)
        return Error{
            ErrorKind::Invalid, QStringLiteral("Name at least one role: %1.").arg(textOf(kAllRoles)), {}};
    return roles;
}

Result<Done> checkTogether(Roles roles)
{
    for (const auto& [one, other] : kApart) {
        if (roles.testFlag(one) && roles.testFlag(other)) {
            return Error{
                ErrorKind::Refused,
                QStringLiteral("One person cannot be both %1 and %2.").arg(textOf(one), textOf(other)),
                {}};
        }
    }
    return Done{};
}

} // namespace purchasing
