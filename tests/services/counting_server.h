#pragma once

#include "core/remote/service_channel.h"

#include <grpcpp/generic/async_generic_service.h>
#include <grpcpp/grpcpp.h>

#include <atomic>
#include <chrono>
#include <functional>
#include <google/protobuf/message.h>
#include <map>
#include <memory>
#include <mutex>
#include <string>

namespace purchasing::tests {

/// A service that is ill: it knows every method, counts how often each is asked, and does with a call what
/// the test wants. Any thread.
class CountingServer : private grpc::CallbackGenericService
{
public:
    enum class Fate {
        Answered,
        Unavailable, ///< Refused at once, as by a server that is overloaded or ends.
        Ignored ///< Until the caller gives up: all that one sees of a black hole.
    };
    using Choose = std::function<Fate(int call)>;

    /// Where it answers, it is with this message.
    explicit CountingServer(const google::protobuf::Message& answer)
        : m_answer(answer.SerializeAsString())
    {
        grpc::ServerBuilder builder;
        builder.AddListeningPort(m_host + ":0", grpc::InsecureServerCredentials(), &m_port);
        builder.RegisterCallbackGenericService(this);
        m_server = builder.BuildAndStart();
    }
    ~CountingServer() override { m_server->Shutdown(std::chrono::system_clock::now()); }

    /// What becomes of the calls from now on, the first of which is 0.
    void treat(Choose choose)
    {
        const std::scoped_lock lock(m_mutex);
        m_choose = std::move(choose);
        m_calls = 0;
        m_asked.clear();
    }
    void treat(Fate fate)
    {
        treat([fate](int) { return fate; });
    }
    /// How many calls have come since.
    [[nodiscard]] int calls() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_calls;
    }
    [[nodiscard]] int calls(const std::string& method) const
    {
        const std::scoped_lock lock(m_mutex);
        const auto found = m_asked.find(method);
        return found == m_asked.end() ? 0 : found->second;
    }
    /// The way to it, as services have it.
    [[nodiscard]] std::shared_ptr<remote::ServiceChannel>
    channel(std::chrono::milliseconds patience = std::chrono::seconds(5)) const
    {
        remote::ServiceChannel::Settings settings;
        settings.service = QStringLiteral("ill-service");
        settings.addresses = QStringLiteral("%1:%2").arg(QString::fromStdString(m_host)).arg(m_port);
        settings.patience = patience;
        return std::make_shared<remote::ServiceChannel>(settings);
    }

private:
    class Call : public grpc::ServerGenericBidiReactor
    {
    public:
        Call(Fate fate, const std::string& answer)
            : m_fate(fate)
        {
            const grpc::Slice slice(answer);
            m_answer = grpc::ByteBuffer(&slice, 1);
            if (fate == Fate::Answered)
                StartWriteAndFinish(&m_answer, {}, grpc::Status::OK);
            else if (fate == Fate::Unavailable)
                Finish({grpc::StatusCode::UNAVAILABLE, "ill"});
        }
        void OnCancel() override
        {
            if (m_fate == Fate::Ignored)
                Finish(grpc::Status::CANCELLED);
        }
        void OnDone() override { delete this; }

    private:
        Fate m_fate;
        grpc::ByteBuffer m_answer;
    };

    grpc::ServerGenericBidiReactor* CreateReactor(grpc::GenericCallbackServerContext* call) override
    {
        const std::scoped_lock lock(m_mutex);
        ++m_asked[call->method()];
        return new Call(m_choose(m_calls++), m_answer);
    }

    const std::string m_answer;
    mutable std::mutex m_mutex; ///< Guards what follows.
    Choose m_choose = [](int) { return Fate::Answered; };
    int m_calls = 0;
    std::map<std::string, int> m_asked; ///< By method: "/oms.OmsService/GetHistory".
    /// Each has an address of its own: gRPC counts by address how often one may ask again, beyond a server's
    /// end, and a port may be given to the next one.
    const std::string m_host = "127.1.0." + std::to_string(++s_servers);
    static inline std::atomic_uint8_t s_servers = 0;
    int m_port = 0;
    std::unique_ptr<grpc::Server> m_server; ///< Last: it calls the rest.
};

} // namespace purchasing::tests
