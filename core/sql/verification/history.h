#pragma once

#include "core/sql/audit/audit_log.h"

#include <QHash>
#include <QMap>

namespace purchasing::sql {

/// What the audit log says that the tables must hold now, gathered event by event.
struct ToldOrder
{
    QString number;
    QString productId;
    QString contentHash; ///< Hexadecimal.
    QString createdBy;
    QDateTime createdAt;
    QString key; ///< Of the request that asked for it; empty where none is known.
    QString method; ///< Of that request.
    QString request; ///< Hash of that request, hexadecimal.
    qint64 changes = 0; ///< Events of its life.
    qint64 lastEvent = 0;
    QString lastActor;
    QDateTime lastAt;
    QString state; ///< Database word.
    QString decidedBy;
    QDateTime decidedAt;
    QString reason; ///< What it says; the event of earlier versions has it in its text only.
    QString reasonText; ///< The text of that event.
    qint64 received = 0;
    bool isWhollyReceived = false; ///< Said without a figure, by earlier versions.
    QDateTime receivedAt;
    bool asksForMessage = false; ///< Somebody asked to send it, or a relay had it.
    QDateTime sentAt;
    QString message; ///< It was sent in; empty where events of earlier versions do not say it.
    QString channel; ///< Of that message.
    bool isClosedShort = false;
};

struct ToldApproval
{
    QString poId;
    QString approverId;
    QString contentHash; ///< Empty in rejections of earlier versions.
    QString decision;
    QDateTime at;
    bool singleOperator = false;
    QString reason; ///< As ToldOrder.
    QString reasonText;
};

struct ToldRules
{
    QString hash;
    QString author; ///< Person id; empty in events of earlier versions, which the author wrote.
    QString second;
    QString reason;
    QString text;
    QString actorId;
    QDateTime at;
};

struct ToldProposal
{
    QString hash;
    QString authorId;
    QString text; ///< Says the version and the reason.
    QDateTime at;
    QString state; ///< Database word.
};

struct ToldOverride
{
    qint64 event = 0;
    qint64 qty = 0;
    QString supplierId;
    QString basis;
    QString text; ///< Ends with the reason.
    QString by;
    QDateTime at;
};

struct ToldPerson
{
    QString name;
    QString kind = QStringLiteral("person");
    qint64 addedAt = 0;
    qint64 disabledAt = 0; ///< 0: enabled.
};

struct History
{
    QHash<QString, ToldOrder> orders; ///< By id.
    QMap<QString, ToldApproval> approvals; ///< By order and approver.
    QMap<qint64, ToldRules> rules; ///< By version.
    QMap<qint64, ToldProposal> proposals; ///< By number.
    QHash<QString, ToldOverride> overrides; ///< Those in force, by product.
    QMap<QString, QString> settings;
    QMap<QString, ToldPerson> people;
    bool knowsSettings = false; ///< Its beginning says what settings and people were.

    void take(const StoredEvent& event);
};

} // namespace purchasing::sql
