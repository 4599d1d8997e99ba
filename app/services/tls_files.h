#pragma once

#include "core/domain/result.h"
#include "core/ports/tls_identity.h"

#include <QString>
#include <QStringList>

namespace purchasing {

/// Where the PEM files of a program are.
struct TlsFiles
{
    QString certificate; ///< TLS_CERT
    QString key; ///< TLS_KEY
    QString authority; ///< TLS_CA

    [[nodiscard]] bool isSet() const
    {
        return !certificate.isEmpty() || !key.isEmpty() || !authority.isEmpty();
    }
};

/// Reads them: all three, the key readable for nobody else, belonging to the certificate, which is good now
/// and signed by the authority. An error names the setting.
[[nodiscard]] Result<TlsIdentity> readTls(const TlsFiles& files);

/// Makes a certificate authority in the folder, which is made where it is not there, and with it a
/// certificate for each of `services` and one for the planner: for a try-out, good for a year, for this
/// machine and `hosts`. Refused where the folder has an authority already. Returns the files made.
[[nodiscard]] Result<QStringList> makeCertificates(const QString& folder, const QStringList& services,
                                                   const QStringList& hosts);

/// From now on this program speaks TLS 1.3 and nothing older, which gRPC cannot be told.
void allowOnlyTls13();

} // namespace purchasing
