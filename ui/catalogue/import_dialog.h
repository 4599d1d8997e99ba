#pragma once

#include "core/ports/catalogue_importer.h"
#include "ui/catalogue/remembered_mappings.h"

#include <QDialog>

class QDialogButtonBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace purchasing::ui {

class ImportColumnsPage;
class ImportFiles;
class ImportFormPage;
class ImportReportPage;
class Workspace;

/// File ▸ Import, in steps: choose a file or folder, see how it is written and correct that, say which column
/// is what, see in a dry run what is new, changed or wrong, then take all of it or nothing. Files of our own
/// form go to the dry run at once. Reading and taking can be cancelled.
class ImportDialog : public QDialog
{
    Q_OBJECT

public:
    ImportDialog(Workspace& workspace, QSettings& settings, QWidget* parent = nullptr);

    /// Chooses the file or folder and looks what it is.
    void setPath(const QString& path);

public Q_SLOTS:
    void reject() override;

private:
    enum Step { FileStep, FormStep, ColumnsStep, CheckStep };

    void buildFilePage();
    void buildButtons();
    void chooseFile();
    void chooseFolder();
    void filesChanged();
    void goTo(int step);
    void next();
    void run(bool dryRun);
    void show(const Result<ImportReport>& report, bool dryRun);
    void setRunning(bool running);
    void update();
    [[nodiscard]] QString whyNotNext() const;
    [[nodiscard]] QString whatNewRowsLack() const;
    [[nodiscard]] QString typedPath() const;
    [[nodiscard]] bool isTyped() const; ///< A path that was not looked at yet.

    Workspace& m_workspace;
    RememberedMappings m_remembered;
    ImportFiles* m_files;
    QLabel* m_step;
    QLabel* m_summary;
    QProgressBar* m_progress;
    QStackedWidget* m_stack;
    QWidget* m_filePage;
    QLineEdit* m_path;
    QString m_opened; ///< The path that was looked at last.
    ImportFormPage* m_form;
    ImportColumnsPage* m_columns;
    ImportReportPage* m_report;
    QPushButton* m_back = nullptr;
    QPushButton* m_next = nullptr;
    QPushButton* m_import = nullptr;
    QPushButton* m_close = nullptr;
    std::shared_ptr<std::atomic_bool> m_cancelled;
    bool m_isNew = false; ///< The path was just chosen: where nothing has to be said, the dry run follows.
    bool m_running = false;
    bool m_clean = false; ///< The last dry run found nothing wrong.
};

} // namespace purchasing::ui
