#pragma once

#include "core/domain/result.h"
#include "core/ports/audit_store.h"

#include <QDialog>

class QLabel;
class QProgressBar;
class QPushButton;

namespace purchasing::ui {

struct Connection;

/// Tools ▸ Verify: checks everything stored against the audit log, and says that it agrees or what differs
/// first. Closing it before does not wait for the check.
class VerifyDialog : public QDialog
{
    Q_OBJECT

public:
    explicit VerifyDialog(const Connection& connection, QWidget* parent = nullptr);

private:
    void take(const Result<AuditReport>& report);
    void copy();

    const Connection& m_connection;
    QLabel* m_text;
    QLabel* m_detail;
    QProgressBar* m_progress;
    QPushButton* m_copy;
};

} // namespace purchasing::ui
