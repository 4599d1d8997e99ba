#pragma once

#include <QByteArray>
#include <QFile>
#include <QMap>
#include <QString>

#include <zip.h>

namespace purchasing::tests {

/// Packs files into one, as a spreadsheet packs the parts of a workbook. Whoever includes this links libzip.
inline void packParts(const QString& path, const QMap<QString, QByteArray>& parts)
{
    int error = 0;
    zip* archive = zip_open(QFile::encodeName(path).constData(), ZIP_CREATE | ZIP_TRUNCATE, &error);
    for (auto part = parts.cbegin(); part != parts.cend(); ++part) {
        zip_source* source =
            zip_source_buffer(archive, part->constData(), static_cast<zip_uint64_t>(part->size()), 0);
        if (zip_file_add(archive, part.key().toUtf8().constData(), source, ZIP_FL_ENC_UTF_8) < 0)
            qFatal("cannot pack %s", qPrintable(part.key()));
    }
    if (zip_close(archive) != 0)
        qFatal("cannot pack %s", qPrintable(path));
}

} // namespace purchasing::tests
