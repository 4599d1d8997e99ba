#pragma once

#include "core/ports/catalogue_importer.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTableWidget;

namespace purchasing::ui {

/// What an import would do, with mistakes and warnings where they are; afterwards what it did, value by
/// value.
class ImportReportPage : public QWidget
{
    Q_OBJECT

public:
    explicit ImportReportPage(QWidget* parent);

    void clear();
    /// The fields are named by their titles.
    void show(const ImportReport& report, const std::vector<ImportField>& fields);

private:
    void showFiles(const ImportReport& report);
    void showCells(const ImportReport& report);
    void showChanges(const ImportReport& report, const std::vector<ImportField>& fields);
    void exportChanges();

    QTableWidget* m_files;
    QTableWidget* m_cells;
    QLabel* m_changesTitle;
    QPushButton* m_export;
    QTableWidget* m_changes;
    std::shared_ptr<const std::vector<ImportedChange>> m_changed;
};

} // namespace purchasing::ui
