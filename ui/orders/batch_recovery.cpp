#include "ui/orders/batch_recovery.h"

#include "ui/orders/bulk_dialog.h"
#include "ui/workspace/when_ready.h"
#include "ui/workspace/workspace.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>
#include <QtConcurrent>

#include <algorithm>

namespace purchasing::ui {
namespace {

struct BatchRecoveryWords
{
    Q_DECLARE_TR_FUNCTIONS(purchasing::ui::BatchRecovery)
};

void offer(Workspace& workspace, QWidget* window, const InterruptedBatch& interrupted)
{
    QMessageBox question(
        QMessageBox::Question, BatchRecoveryWords::tr("Interrupted orders"),
        BatchRecoveryWords::tr("The program ended while it was creating orders together, begun at %1.")
            .arg(QLocale().toString(interrupted.intent.startedAt.toLocalTime(), QLocale::ShortFormat)),
        QMessageBox::NoButton, window);
    question.setObjectName(QStringLiteral("dialog.batchRecovery"));
    question.setInformativeText(
        BatchRecoveryWords::tr("%n order(s) were created.", nullptr, interrupted.made) + QLatin1Char(' ')
        + BatchRecoveryWords::tr("%n product(s) are left. Nothing will be ordered twice.", nullptr,
                                 interrupted.missing()));
    QPushButton* look =
        question.addButton(BatchRecoveryWords::tr("Look at the rest…"), QMessageBox::AcceptRole);
    look->setObjectName(QStringLiteral("btn.finishBatch"));
    QPushButton* drop =
        question.addButton(BatchRecoveryWords::tr("Do not order the rest"), QMessageBox::DestructiveRole);
    drop->setObjectName(QStringLiteral("btn.dropBatch"));
    QPushButton* later =
        question.addButton(BatchRecoveryWords::tr("Ask me at the next start"), QMessageBox::RejectRole);
    question.setEscapeButton(later);
    question.exec();
    if (question.clickedButton() == look)
        finishBatch(workspace, interrupted, window);
    else if (question.clickedButton() == drop)
        dropBatch(workspace, interrupted);
}

} // namespace

std::vector<InterruptedBatch> findInterruptedBatches(const FlowPorts& ports, const Actor& actor)
{
    std::vector<InterruptedBatch> found;
    if (!ports.batches)
        return found;
    const auto unfinished = ports.batches->unfinished(actor).result();
    if (!unfinished)
        return found; // It is offered at the next start.
    for (const BatchIntent& intent : *unfinished) {
        const auto made = std::count_if(intent.items.begin(), intent.items.end(), [&](const BatchItem& item) {
            return ports.orders
                ->orderOfKey({item.idempotencyKey, {}, item.productId, item.supplierId, 0}, actor)
                .result()
                .isOk();
        });
        if (made == static_cast<std::ptrdiff_t>(intent.items.size()))
            (void)ports.batches->close(intent.batchId, actor).result();
        else
            found.push_back({intent, static_cast<int>(made)});
    }
    return found;
}

void finishBatch(Workspace& workspace, const InterruptedBatch& batch, QWidget* parent)
{
    BulkDialog(workspace, batch.intent, parent).exec();
}

void dropBatch(Workspace& workspace, const InterruptedBatch& batch)
{
    (void)workspace.connection().ports.batches->close(batch.intent.batchId, workspace.identity().actor());
}

void offerInterruptedBatches(Workspace& workspace, QWidget* window)
{
    const FlowPorts ports = workspace.connection().ports;
    const Actor actor = workspace.identity().actor();
    if (!ports.batches || workspace.connection().readOnly || actor.personId.isEmpty())
        return;
    whenReady(QtConcurrent::run([ports, actor] { return findInterruptedBatches(ports, actor); }), window,
              [&workspace, window](const std::vector<InterruptedBatch>& found) {
                  for (const InterruptedBatch& interrupted : found)
                      offer(workspace, window, interrupted);
              });
}

} // namespace purchasing::ui
