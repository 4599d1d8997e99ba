#include "ui/export/zip_entry.h"

#include <QByteArrayView>
#include <QFile>
#include <QtEndian>

#include <algorithm>

namespace purchasing::ui {
namespace {

constexpr qint64 kEndSize = 22; // The record at the end, without a comment: our writer adds none.
constexpr qint64 kEntrySize = 46; // A directory entry before its name.

} // namespace

qint64 zipEntrySize(const QString& file, const char* entry)
{
    QFile archive(file);
    if (!archive.open(QIODevice::ReadOnly) || archive.size() < kEndSize
        || !archive.seek(archive.size() - kEndSize))
        return -1;
    const QByteArray end = archive.read(kEndSize);
    if (!end.startsWith("PK\x05\x06") || end.size() < kEndSize)
        return -1;
    const auto directorySize = qFromLittleEndian<quint32>(end.constData() + 12);
    const auto directoryStart = qFromLittleEndian<quint32>(end.constData() + 16);
    if (!archive.seek(directoryStart))
        return -1;
    const QByteArray directory = archive.read(directorySize);
    for (qint64 at = 0; at + kEntrySize <= directory.size();) {
        const char* record = directory.constData() + at;
        const auto nameSize = qFromLittleEndian<quint16>(record + 28);
        if (!QByteArrayView(directory).sliced(at).startsWith("PK\x01\x02")
            || at + kEntrySize + nameSize > directory.size())
            return -1;
        if (QByteArrayView(record + kEntrySize, nameSize) == QByteArrayView(entry))
            return qFromLittleEndian<quint32>(record + 24);
        at += kEntrySize + nameSize + qFromLittleEndian<quint16>(record + 30)
            + qFromLittleEndian<quint16>(record + 32);
    }
    return -1;
}

} // namespace purchasing::ui
