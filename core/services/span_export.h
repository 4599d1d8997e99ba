#pragma once

#include "core/ports/span.h"

#include <QByteArray>
#include <QString>

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace purchasing::services {

/// The spans of one program in OTLP's JSON form: what a collector takes at /v1/traces, and a line of its
/// files.
[[nodiscard]] QByteArray otlpOf(const std::vector<Span>& spans, const QString& service);

/// Hands spans on in batches, on a thread of its own. Where they come quicker than they leave, or cannot
/// leave, they are dropped and counted: tracing holds nothing up.
class SpanExport : public SpanSink
{
public:
    /// Writes one batch, on the export's thread; false: it is lost. It may take its time, but not for ever.
    using Write = std::function<bool(const QByteArray& otlp)>;

    /// `service` names the program to whoever reads them.
    SpanExport(QString service, Write write);
    /// Writes what there still is, as long as that succeeds.
    ~SpanExport() override;

    void take(Span span) override;
    [[nodiscard]] std::uint64_t dropped() const { return m_dropped; }

private:
    void run();
    /// Waits for the next ones; empty at the end.
    [[nodiscard]] std::vector<Span> nextBatch();

    QString m_service;
    Write m_write;
    std::mutex m_mutex; ///< Guards what follows.
    std::condition_variable m_isThere;
    std::deque<Span> m_waiting;
    bool m_isEnding = false;
    std::atomic<std::uint64_t> m_dropped = 0;
    std::thread m_thread; ///< Last: it uses the rest.
};

} // namespace purchasing::services
