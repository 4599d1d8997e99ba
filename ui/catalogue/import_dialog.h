#pragma once

#include "core/ports/catalogue_importer.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QTableWidget;

namespace purchasing::ui {

class Workspace;

/// File ▸ Import: choose a folder of CSV files, see in a dry run what is new, changed or wrong, then take all
/// of it or nothing. Both can be cancelled.
class ImportDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ImportDialog(Workspace& workspace, QWidget* parent = nullptr);

    /// Chooses the folder and starts its dry run.
    void setFolder(const QString& folder);

public Q_SLOTS:
    void reject() override;

private:
    void run(bool dryRun);
    void show(const Result<ImportReport>& report, bool dryRun);
    void setRunning(bool running);

    Workspace& m_workspace;
    QLineEdit* m_folder;
    QPushButton* m_choose;
    QPushButton* m_import;
    QPushButton* m_close;
    QProgressBar* m_progress;
    QLabel* m_summary;
    QTableWidget* m_files;
    QTableWidget* m_cells;
    std::shared_ptr<std::atomic_bool> m_cancelled;
    bool m_running = false;
    bool m_clean = false; ///< The last dry run found nothing wrong.
};

} // namespace purchasing::ui
