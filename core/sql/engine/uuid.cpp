#include "core/sql/engine/uuid.h"

#include <QDateTime>
#include <QRandomGenerator>
#include <QUuid>

namespace purchasing::sql {

QString newUuid(const QDateTime& now)
{
    quint32 random[3];
    QRandomGenerator::system()->fillRange(random);
    const auto milliseconds = static_cast<quint64>(now.toMSecsSinceEpoch());
    QUuid uuid(static_cast<uint>(milliseconds >> 16), static_cast<ushort>(milliseconds & 0xffff),
               static_cast<ushort>(0x7000 | (random[0] & 0x0fff)),
               static_cast<uchar>(0x80 | ((random[0] >> 16) & 0x3f)), static_cast<uchar>(random[0] >> 24),
               static_cast<uchar>(random[1]), static_cast<uchar>(random[1] >> 8),
               static_cast<uchar>(random[1] >> 16), static_cast<uchar>(random[1] >> 24),
               static_cast<uchar>(random[2]), static_cast<uchar>(random[2] >> 8));
    return uuid.toString(QUuid::WithoutBraces);
}

} // namespace purchasing::sql
