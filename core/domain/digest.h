#pragma once

#include <QByteArray>
#include <QCryptographicHash>
#include <QString>

namespace purchasing {

/// SHA-256 over a sequence of fields. Each field is preceded by its length, so that ("ab", "c") and ("a",
/// "bc") differ.
class Digest
{
public:
    /// `purpose` separates the uses: equal fields hashed for different purposes give different hashes.
    explicit Digest(const char* purpose)
        : m_hash(QCryptographicHash::Sha256)
    {
        add(QByteArray(purpose));
    }

    Digest& add(const QByteArray& bytes);
    Digest& add(const QString& text) { return add(text.toUtf8()); }
    Digest& add(qint64 number) { return add(QByteArray::number(number)); }

    [[nodiscard]] QByteArray result() const { return m_hash.result(); }

private:
    QCryptographicHash m_hash;
};

} // namespace purchasing
