#pragma once

#include "core/domain/result.h"
#include "core/services/span_export.h"

#include <QString>

#include <memory>

namespace purchasing {

/// Where the spans of this program go; nowhere where both are empty.
struct TraceSettings
{
    QString file; ///< TRACE_FILE: added to, a batch of spans in OTLP's JSON form a line.
    QString collector; ///< TRACE_COLLECTOR: "http://127.0.0.1:4318/v1/traces", on this machine.
    QString service; ///< Named in all of them.

    [[nodiscard]] bool isOn() const { return !file.isEmpty() || !collector.isEmpty(); }
};

/// Why that cannot be a collector's address, as a sentence; empty where it can.
[[nodiscard]] QString whyNoCollector(const QString& url);

/// Opens what the settings name; null where they name nothing. Unavailable where the file cannot be written.
[[nodiscard]] Result<std::shared_ptr<services::SpanExport>> openTrace(const TraceSettings& settings);

} // namespace purchasing
