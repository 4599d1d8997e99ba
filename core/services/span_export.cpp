#include "core/services/span_export.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace purchasing::services {
namespace {

constexpr std::size_t kMostWaiting = 4096;
constexpr std::size_t kBatch = 512;
constexpr std::chrono::milliseconds kGather{200}; // A batch is one write or one request.

QJsonObject attribute(const char* key, const QString& value)
{
    return {{QStringLiteral("key"), QLatin1String(key)},
            {QStringLiteral("value"), QJsonObject{{QStringLiteral("stringValue"), value}}}};
}

/// Times are texts, because JSON's numbers do not hold them.
QString nanoseconds(std::chrono::system_clock::time_point at)
{
    return QString::number(
        std::chrono::duration_cast<std::chrono::nanoseconds>(at.time_since_epoch()).count());
}

QJsonObject jsonOf(const Span& span)
{
    QJsonArray attributes;
    for (const auto& [key, value] : span.attributes)
        attributes.append(attribute(key.c_str(), QString::fromStdString(value)));
    if (!span.productId.empty())
        attributes.append(attribute("purchasing.product_id", QString::fromStdString(span.productId)));
    QJsonObject json{{QStringLiteral("traceId"), QString::fromLatin1(span.traceId)},
                     {QStringLiteral("spanId"), QString::fromLatin1(span.spanId)},
                     {QStringLiteral("name"), QString::fromStdString(span.name)},
                     {QStringLiteral("kind"), static_cast<int>(span.kind)},
                     {QStringLiteral("startTimeUnixNano"), nanoseconds(span.begin)},
                     {QStringLiteral("endTimeUnixNano"), nanoseconds(span.end)},
                     {QStringLiteral("attributes"), attributes}};
    if (!span.parentId.isEmpty())
        json.insert(QStringLiteral("parentSpanId"), QString::fromLatin1(span.parentId));
    if (span.hasFailed) {
        json.insert(QStringLiteral("status"),
                    QJsonObject{{QStringLiteral("code"), 2},
                                {QStringLiteral("message"), QString::fromStdString(span.message)}});
    }
    return json;
}

} // namespace

QByteArray otlpOf(const std::vector<Span>& spans, const QString& service)
{
    QJsonArray all;
    for (const Span& span : spans)
        all.append(jsonOf(span));
    const QJsonObject scope{{QStringLiteral("name"), QStringLiteral("purchasing")}};
    const QJsonObject program{{QStringLiteral("attributes"), QJsonArray{attribute("service.name", service)}}};
    const QJsonObject one{
        {QStringLiteral("resource"), program},
        {QStringLiteral("scopeSpans"),
         QJsonArray{QJsonObject{{QStringLiteral("scope"), scope}, {QStringLiteral("spans"), all}}}}};
    return QJsonDocument(QJsonObject{{QStringLiteral("resourceSpans"), QJsonArray{one}}})
        .toJson(QJsonDocument::Compact);
}

SpanExport::SpanExport(QString service, Write write)
    : m_service(std::move(service))
    , m_write(std::move(write))
    , m_thread([this] { run(); })
{
}

SpanExport::~SpanExport()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_isEnding = true;
    }
    m_isThere.notify_all();
    m_thread.join();
}

void SpanExport::take(Span span)
{
    const std::scoped_lock lock(m_mutex);
    if (m_waiting.size() >= kMostWaiting) {
        ++m_dropped;
        return;
    }
    m_waiting.push_back(std::move(span));
    if (m_waiting.size() == 1 || m_waiting.size() == kBatch)
        m_isThere.notify_all();
}

std::vector<Span> SpanExport::nextBatch()
{
    std::unique_lock lock(m_mutex);
    m_isThere.wait(lock, [this] { return m_isEnding || !m_waiting.empty(); });
    m_isThere.wait_for(lock, kGather, [this] { return m_isEnding || m_waiting.size() >= kBatch; });
    const auto count = static_cast<std::ptrdiff_t>(std::min(kBatch, m_waiting.size()));
    std::vector<Span> batch(std::make_move_iterator(m_waiting.begin()),
                            std::make_move_iterator(m_waiting.begin() + count));
    m_waiting.erase(m_waiting.begin(), m_waiting.begin() + count);
    return batch;
}

void SpanExport::run()
{
    for (auto batch = nextBatch(); !batch.empty(); batch = nextBatch()) {
        if (m_write(otlpOf(batch, m_service)))
            continue;
        m_dropped += batch.size();
        const std::scoped_lock lock(m_mutex);
        if (m_isEnding)
            return; // Nobody waits for a collector that is away.
    }
}

} // namespace purchasing::services
