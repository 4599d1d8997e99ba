#pragma once

#include "core/ports/recognised_file.h"

#include <optional>

class QSettings;

namespace purchasing::ui {

/// What somebody said about files, kept for the next one with the same columns.
class RememberedMappings
{
public:
    explicit RememberedMappings(QSettings& settings);

    void remember(const RecognisedFile& file);
    /// What was said about a file with these columns; nullopt where there was none.
    [[nodiscard]] std::optional<FileMapping> find(const RecognisedFile& file) const;

private:
    QSettings& m_settings;
};

} // namespace purchasing::ui
