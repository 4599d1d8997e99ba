#pragma once

#include "core/domain/purchase_order.h"
#include "core/domain/result.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <functional>
#include <vector>

namespace purchasing {

/// Who orders: taken from the installation's settings.
struct Sender
{
    QString company;
    QString address; ///< Lines separated by newlines.
    QString email;
    QString deliveryAddress;

    [[nodiscard]] static Sender fromSettings(const QHash<QString, QString>& settings);
};

/// Makes the PDF of an order; an Error when it cannot be made, and then nothing is sent.
using OrderDocument = std::function<Result<QByteArray>(const PurchaseOrder&, const Sender&)>;

/// Whether a message can be addressed to this (see recipientsOf()); anything else counts as no address.
[[nodiscard]] bool isMailAddress(const QString& address);

/// Composes the orders, all of one supplier, as an RFC 5322 message with CRLF line ends. `messageId` becomes
/// its Message-ID, so a repeated message can be recognised. Without a supplier address the message goes to an
/// empty group named after the supplier. `documents` attaches the PDF of each order, in their order; empty
/// attaches none. Header texts are encoded (RFC 2047), so no name can add a header.
[[nodiscard]] QByteArray composeOrderMessage(const QString& messageId,
                                             const std::vector<PurchaseOrder>& orders, const Sender& sender,
                                             const std::vector<QByteArray>& documents, const QDateTime& date);

} // namespace purchasing
