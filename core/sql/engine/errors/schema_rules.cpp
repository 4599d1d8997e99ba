#include "core/sql/engine/errors/schema_rules.h"

#include "core/sql/engine/errors/error_words.h"

#include <array>

namespace purchasing::sql {
namespace {

struct Rule
{
    const char* name;
    ErrorKind kind;
    const char* sentence;
};

constexpr std::array kRules = {
    Rule{"ORDER_FROZEN", ErrorKind::Refused, "A purchase order cannot be edited after it was created."},
    Rule{"ORDER_NO_DELETE", ErrorKind::Refused, "A purchase order cannot be deleted."},
    Rule{"ORDER_BAD_TRANSITION", ErrorKind::Refused,
         "The order cannot change to that state from where it is."},
    Rule{"ORDER_BAD_BIRTH", ErrorKind::Refused, "An order cannot start in that state."},
    Rule{"ORDER_UNAPPROVED", ErrorKind::Refused, "The order has not been approved by enough people."},
    Rule{"ORDER_RECEIPT", ErrorKind::Refused, "Goods can be received for sent orders only."},
    Rule{"APPROVAL_NOT_PENDING", ErrorKind::Conflict, "The order no longer waits for approval."},
    Rule{"APPROVAL_STALE", ErrorKind::Stale, "The order is not the one you looked at."},
    Rule{"APPROVAL_OWN_ORDER", ErrorKind::Refused, "Nobody approves their own order."},
    Rule{"APPROVAL_PERSON", ErrorKind::Refused, "This person may not approve orders."},
    Rule{"RULE_SET_SECOND_PERSON", ErrorKind::Refused, "Publishing rules needs a second person."},
    Rule{"OVERRIDE_NOT_AUDITED", ErrorKind::Refused,
         "An override cannot be changed without being noted down."},
    Rule{"SETTING_NOT_AUDITED", ErrorKind::Refused, "A setting cannot be changed without being noted down."},
    Rule{"PERSON_NOT_AUDITED", ErrorKind::Refused, "A person cannot be changed without being noted down."},
    Rule{"PROPOSAL_NOT_AUDITED", ErrorKind::Refused,
         "A proposal cannot be changed without being noted down."},
    Rule{"ALREADY_THERE", ErrorKind::Refused, "What is stored cannot be replaced."},
    Rule{"APPEND_ONLY", ErrorKind::Refused, "The history cannot be changed."},
};

} // namespace

Failure brokenRule(const QString& text, const QString& detail)
{
    for (const Rule& rule : kRules) {
        if (text.contains(QLatin1String(rule.name)))
            return Failure(rule.kind, QLatin1String(rule.sentence), detail);
    }
    return Failure(ErrorKind::Internal,
                   ErrorWords::tr("The database refused a change that breaks its rules."), detail);
}

} // namespace purchasing::sql
