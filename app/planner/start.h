#pragma once

#include "ui/connect/connections.h"

#include <QCommandLineParser>

#include <optional>

namespace purchasing {

/// Adds what the planner understands on the command line.
void addStartOptions(QCommandLineParser& parser);

/// Opens what the command line names, else what was open last; asks on a welcome page at the very first
/// start, and where the last one cannot be opened. Unset when the person wants nothing opened, or after
/// saying what is wrong with the command line.
[[nodiscard]] std::optional<ui::Connection> openAtStart(const QCommandLineParser& parser,
                                                        ui::Connections& connections, bool isFirstStart);

} // namespace purchasing
