#pragma once

#include "core/ports/catalogue_importer.h"

#include <QJsonArray>
#include <QJsonObject>

namespace purchasing {

/// What the files are, and what has to be said about them, with the options that say it.
void printRecognised(const std::vector<RecognisedFile>& files, bool isDryRun);
[[nodiscard]] QJsonArray jsonOf(const std::vector<RecognisedFile>& files);

/// What an import would do or did.
void printReport(const ImportReport& report, bool isDryRun);
[[nodiscard]] QJsonObject jsonOf(const ImportReport& report);

} // namespace purchasing
