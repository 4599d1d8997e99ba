#pragma once

#include "core/domain/result.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <memory>

struct zip;

namespace purchasing::sql {

/// The files in a packed file. Not thread-safe.
class ZipArchive
{
public:
    [[nodiscard]] static Result<ZipArchive> open(const QString& path);

    [[nodiscard]] bool has(const QString& name) const;
    /// Hands the file's bytes on, piece by piece, until `take` has enough and returns false. Refuses what is
    /// packed so that it would never end.
    [[nodiscard]] Result<Done> read(const QString& name,
                                    const std::function<bool(const QByteArray& piece)>& take) const;

private:
    explicit ZipArchive(zip* archive);

    std::shared_ptr<zip> m_archive;
};

} // namespace purchasing::sql
