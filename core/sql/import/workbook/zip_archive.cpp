#include "core/sql/import/workbook/zip_archive.h"

#include <QCoreApplication>
#include <QFile>

#include <zip.h>

namespace purchasing::sql {
namespace {

struct ZipArchiveWords
{
    Q_DECLARE_TR_FUNCTIONS(purchasing::sql::Workbook)
};

constexpr qint64 kPiece = 1 << 16;
constexpr qint64 kMostUnpacked = qint64(4) << 30; ///< Of one file; a million rows are a tenth of it.

Error unusableArchive(const QString& why)
{
    return {ErrorKind::Invalid, ZipArchiveWords::tr("the workbook cannot be unpacked: %1").arg(why), {}};
}

} // namespace

ZipArchive::ZipArchive(zip* archive)
    : m_archive(archive, [](zip* closed) { zip_discard(closed); })
{
}

Result<ZipArchive> ZipArchive::open(const QString& path)
{
    int code = 0;
    zip* archive = zip_open(QFile::encodeName(path).constData(), ZIP_RDONLY, &code);
    if (archive)
        return ZipArchive(archive);
    zip_error_t error;
    zip_error_init_with_code(&error, code);
    const QString why = QString::fromUtf8(zip_error_strerror(&error));
    zip_error_fini(&error);
    return unusableArchive(why);
}

bool ZipArchive::has(const QString& name) const
{
    return zip_name_locate(m_archive.get(), name.toUtf8().constData(), ZIP_FL_NOCASE) >= 0;
}

Result<Done> ZipArchive::read(const QString& name, const std::function<bool(const QByteArray&)>& take) const
{
    const std::unique_ptr<zip_file_t, int (*)(zip_file_t*)> file(
        zip_fopen(m_archive.get(), name.toUtf8().constData(), ZIP_FL_NOCASE), &zip_fclose);
    if (!file)
        return unusableArchive(QString::fromUtf8(zip_strerror(m_archive.get())));
    qint64 unpacked = 0;
    while (true) {
        QByteArray piece(kPiece, Qt::Uninitialized);
        const zip_int64_t size = zip_fread(file.get(), piece.data(), kPiece);
        if (size < 0)
            return unusableArchive(QString::fromUtf8(zip_file_strerror(file.get())));
        if (size == 0)
            return Done{};
        unpacked += size;
        if (unpacked > kMostUnpacked)
            return unusableArchive(ZipArchiveWords::tr("it would be larger than 4 GiB"));
        piece.truncate(size);
        if (!take(piece))
            return Done{};
    }
}

} // namespace purchasing::sql
