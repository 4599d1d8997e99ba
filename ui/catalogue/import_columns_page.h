#pragma once

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QTableWidget;

namespace purchasing::ui {

class ImportFiles;

/// Which of our fields each column of the file fills, and what is the same in every row.
class ImportColumnsPage : public QWidget
{
    Q_OBJECT

public:
    ImportColumnsPage(ImportFiles& files, QWidget* parent);

    void update();
    /// Leads the keyboard to what is still to be said.
    void focusFirst();
    /// Writes the mappings of all files.
    void saveTo(const QString& path);

private:
    void build();
    void showColumn(int row);
    void showValues(const QStringList& fields);
    void showValue(int row, const QString& field);
    void chooseField(const QString& header, const QString& field);
    void chooseFile();

    ImportFiles& m_files;
    QComboBox* m_file;
    QLabel* m_said;
    QTableWidget* m_columns;
    QTableWidget* m_values;
    QLabel* m_valuesTitle;
    QPushButton* m_save;
    QStringList m_shown; ///< The file and its columns: while they stay, so do their boxes and the focus.
};

} // namespace purchasing::ui
