#pragma once

#include <QWidget>

class QComboBox;
class QLabel;
class QSpinBox;
class QTableWidget;

namespace purchasing::ui {

class ImportFiles;

/// How the file that is shown is written, with its first rows as they are understood; both follow every
/// correction.
class ImportFormPage : public QWidget
{
    Q_OBJECT

public:
    ImportFormPage(ImportFiles& files, QWidget* parent);

    void update();
    /// Whether the questions about the form are answered.
    [[nodiscard]] bool isDone() const;

private:
    QComboBox* choice(const char* name, const QString& title);
    void showPreview();
    void showSheets(const RecognisedFile* file);

    ImportFiles& m_files;
    QComboBox* m_file;
    QComboBox* m_sheet; ///< Only seen for workbooks.
    QLabel* m_sheetLabel = nullptr;
    QComboBox* m_encoding;
    QComboBox* m_separator;
    QComboBox* m_decimal;
    QComboBox* m_days;
    QSpinBox* m_header;
    QLabel* m_said;
    QTableWidget* m_preview;
};

} // namespace purchasing::ui
