#pragma once

#include <QByteArray>
#include <QRandomGenerator>

#include <chrono>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace purchasing {

/// One piece of work in a trace, as OpenTelemetry means it: a request that was answered, or a call of another
/// program.
struct Span
{
    enum class Kind { Server = 2, Client = 3 }; ///< OTLP's numbers.

    QByteArray traceId; ///< 32 hexadecimal digits, as in a W3C traceparent.
    QByteArray spanId; ///< 16.
    QByteArray parentId; ///< 16; empty for the first of its trace.
    Kind kind = Kind::Server;
    std::string name; ///< "po.PoService/Create", "POST /purchasing/flow".
    std::chrono::system_clock::time_point begin;
    std::chrono::system_clock::time_point end;
    bool hasFailed = false;
    std::string message; ///< Of a failure.
    std::string productId; ///< Empty where no product is concerned.
    std::vector<std::pair<std::string, std::string>> attributes;

    /// What goes along with what is done within it.
    [[nodiscard]] QByteArray traceParent() const { return "00-" + traceId + '-' + spanId + "-01"; }
};

/// Takes spans that have ended. Never blocks; any thread.
class SpanSink
{
public:
    virtual ~SpanSink() = default;
    virtual void take(Span span) = 0;
};

/// The trace that a W3C traceparent belongs to; empty where it is empty.
[[nodiscard]] inline QByteArray traceIdOf(const QByteArray& traceParent)
{
    return traceParent.mid(3, 32);
}

/// Whether whoever began the trace wants it recorded: a traceparent's last bit. Nobody has begun an empty
/// one.
[[nodiscard]] inline bool isRecorded(const QByteArray& traceParent)
{
    return traceParent.isEmpty()
        || (traceParent.back() >= 'a' ? traceParent.back() - 'a' + 10 : traceParent.back() - '0') % 2 == 1;
}

/// Begins a span now, below a traceparent that is well formed, or as the first of a new trace.
[[nodiscard]] inline Span beginSpan(const QByteArray& traceParent, Span::Kind kind, std::string name)
{
    const auto random = [] {
        return QByteArray::number(QRandomGenerator::global()->generate64() | 1, 16).rightJustified(16, '0');
    };
    Span span;
    span.traceId = traceParent.isEmpty() ? random() + random() : traceIdOf(traceParent);
    span.parentId = traceParent.isEmpty() ? QByteArray() : traceParent.mid(36, 16);
    span.spanId = random();
    span.kind = kind;
    span.name = std::move(name);
    span.begin = std::chrono::system_clock::now();
    return span;
}

} // namespace purchasing
