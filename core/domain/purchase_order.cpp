#include "core/domain/purchase_order.h"

#include <array>
#include <utility>

namespace purchasing {
namespace {

struct StateWord
{
    OrderState state;
    const char* word;
};

constexpr std::array<StateWord, 9> kWords = {{{OrderState::Draft, "DRAFT"},
                                              {OrderState::PendingApproval, "PENDING_APPROVAL"},
                                              {OrderState::Approved, "APPROVED"},
                                              {OrderState::Sending, "SENDING"},
                                              {OrderState::SendUnknown, "SEND_UNKNOWN"},
                                              {OrderState::Sent, "SENT"},
                                              {OrderState::Received, "RECEIVED"},
                                              {OrderState::Rejected, "REJECTED"},
                                              {OrderState::Cancelled, "CANCELLED"}}};

} // namespace

QString databaseWord(OrderState state)
{
    return QLatin1String(kWords[static_cast<std::size_t>(state)].word);
}

QString wireWord(OrderState state)
{
    return databaseWord(state).toLower();
}

std::optional<OrderState> orderStateFromDatabase(const QString& word)
{
    for (const StateWord& entry : kWords) {
        if (word == QLatin1String(entry.word))
            return entry.state;
    }
    return std::nullopt;
}

bool countsAsOnOrder(OrderState state)
{
    return state != OrderState::Received && state != OrderState::Rejected && state != OrderState::Cancelled;
}

bool canFollow(OrderState from, OrderState to)
{
    using S = OrderState;
    switch (from) {
    case S::Draft: return to == S::Sending || to == S::PendingApproval || to == S::Cancelled;
    case S::PendingApproval: return to == S::Approved || to == S::Rejected || to == S::Cancelled;
    case S::Approved: return to == S::Sending || to == S::Cancelled;
    case S::Sending: return to == S::Sent || to == S::SendUnknown || to == S::Approved;
    case S::SendUnknown: return to == S::Sent || to == S::Approved;
    case S::Sent: return to == S::Received;
    case S::Received:
    case S::Rejected:
    case S::Cancelled: return false;
    }
    return false;
}

} // namespace purchasing
