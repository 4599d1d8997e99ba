#pragma once

#include "ui/export/export_source.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;

namespace purchasing::ui {

/// File ▸ Export: which rows and columns, in which format, with the first lines as they will stand in the
/// file. Writes on another thread and can be cancelled; an unfinished file never appears.
class ExportDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ExportDialog(ExportSource source, QWidget* parent = nullptr);
    ~ExportDialog() override;

    /// Starts writing what is chosen.
    void exportTo(const QString& file);

public Q_SLOTS:
    /// While it writes: stops writing and shows the choices again.
    void reject() override;

Q_SIGNALS:
    void exported(const QString& message);

private:
    void chooseFile();
    void update();
    void setRunning(bool running);
    void say(const QString& text, bool isProblem);
    void finish(const Result<Done>& written, const QString& file, std::int64_t rows);
    [[nodiscard]] ExportScope scope() const;
    [[nodiscard]] FileFormat format() const;
    [[nodiscard]] CsvForm form() const;
    [[nodiscard]] Table table() const;
    [[nodiscard]] QString preview() const;
    [[nodiscard]] QString whyNotExport() const;

    ExportSource m_source;
    QComboBox* m_scope;
    QComboBox* m_columns;
    QComboBox* m_format;
    QComboBox* m_separator;
    QCheckBox* m_mark;
    QPlainTextEdit* m_preview;
    QProgressBar* m_progress;
    QLabel* m_message;
    QPushButton* m_export;
    QPushButton* m_close;
    std::shared_ptr<std::atomic_bool> m_cancelled; ///< Of the writing under way; null when none is.
};

} // namespace purchasing::ui
