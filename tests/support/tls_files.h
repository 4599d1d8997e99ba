#pragma once

#include <QTemporaryDir>

namespace purchasing::tests {

/// A certificate authority of our own and certificates made with it, by the openssl command: PEM files in a
/// folder that goes with the object.
class TlsFiles
{
public:
    /// Makes the authority; aborts the test program, saying why, when openssl cannot.
    TlsFiles();

    /// The authority's certificate, for clients.
    [[nodiscard]] QString authority() const { return file("ca"); }
    /// The options that make MariaDB offer encryption with a certificate for this host name, signed by the
    /// authority.
    [[nodiscard]] QStringList serverOptions(const QString& hostName) const;

    /// A certificate for a person, signed by the authority, and its key.
    struct Pair
    {
        QString certificate;
        QString key;
    };
    [[nodiscard]] Pair client(const QString& person) const;

private:
    /// A key and a certificate for a name, signed by the authority; more arguments say what it is for.
    [[nodiscard]] Pair sign(const QString& name, const QStringList& extensions) const;
    [[nodiscard]] QString file(const QString& name) const
    {
        return m_folder.filePath(name + QStringLiteral(".pem"));
    }
    [[nodiscard]] QString file(const char* name) const { return file(QString::fromLatin1(name)); }

    QTemporaryDir m_folder;
};

} // namespace purchasing::tests
