#include "core/domain/digest.h"

#include <QtEndian>

namespace purchasing {

Digest& Digest::add(const QByteArray& bytes)
{
    char length[sizeof(quint64)];
    qToBigEndian(static_cast<quint64>(bytes.size()), length);
    m_hash.addData(QByteArrayView(length, sizeof(length)));
    m_hash.addData(bytes);
    return *this;
}

} // namespace purchasing
