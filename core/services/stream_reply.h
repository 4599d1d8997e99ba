#pragma once

#include "core/services/call_reply.h"

#include <memory>
#include <optional>

namespace purchasing::services {

/// Answers a call with messages, each made when the one before has left, so that a slow reader costs no
/// memory. Whoever derives from it calls begin() at the end of its constructor. Deletes itself.
template <typename Message> class StreamReply : public grpc::ServerWriteReactor<Message>
{
public:
    void OnWriteDone(bool ok) override
    {
        if (ok && !m_cancelled->load())
            next();
        else
            end({grpc::StatusCode::CANCELLED, "The client has gone."});
    }
    void OnCancel() override { m_cancelled->store(true); }
    void OnDone() override { delete this; }

protected:
    explicit StreamReply(grpc::CallbackServerContext* call)
        : m_call(call)
    {
    }

    /// Calls next() for the first time, where the caller may call the method.
    void begin(const Gate& gate, const char* method)
    {
        m_gate = &gate;
        m_turn.emplace(gate);
        m_method = method;
        gate.admit(
            *m_call, method, *m_turn,
            [this](const Caller& caller) {
                m_caller = caller;
                next();
            },
            [this](const grpc::Status& refusal) { end(refusal); });
    }

    /// Once, after the last message.
    void end(const grpc::Status& status)
    {
        m_gate->note(m_method, status.error_code(), std::chrono::steady_clock::now() - m_since);
        this->Finish(status);
    }

    /// Makes the next message and calls StartWrite() with it, or ends with end(), then or later. Runs with
    /// no context: see context().
    virtual void next() = 0;

    [[nodiscard]] grpc::CallbackServerContext& call() const { return *m_call; }
    [[nodiscard]] CallContext context() const { return contextOf(*m_call, m_cancelled); }
    [[nodiscard]] const Caller& caller() const { return m_caller; }

private:
    grpc::CallbackServerContext* m_call;
    const Gate* m_gate = nullptr; ///< From begin() on.
    std::optional<Gate::Turn> m_turn; ///< Likewise.
    const char* m_method = nullptr;
    std::chrono::steady_clock::time_point m_since = std::chrono::steady_clock::now();
    Caller m_caller;
    std::shared_ptr<std::atomic_bool> m_cancelled = std::make_shared<std::atomic_bool>(false);
};

} // namespace purchasing::services
