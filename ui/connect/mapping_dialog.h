#pragma once

#include "core/ports/table_choice.h"
#include "ui/connect/connection_profile.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace purchasing::ui {

class Connections;

/// Which tables and columns of another system's databases hold the catalogue: found by the program, corrected
/// and completed by a person.
class MappingDialog : public QDialog
{
    Q_OBJECT

public:
    /// Looks into the databases of `profile` at once; a mapping it has already stays until *Detect*.
    MappingDialog(Connections& connections, const ConnectionProfile& profile, QWidget* parent = nullptr);
    ~MappingDialog() override;

    /// Only what has other names than ours; empty where all have.
    [[nodiscard]] CatalogueMapping mapping() const;

private:
    void look(bool takeFound);
    void take(const Result<TableChoice>& choice, bool takeFound);
    void show(const CatalogueMapping& mapping);
    void addTable(const WantedTable& wanted);
    void addColumn(QTreeWidgetItem* parent, const WantedTable& table, const WantedColumn& column);
    void chooseTable(const WantedTable& wanted, const QString& theirs);
    void chooseColumn(const WantedTable& table, const WantedColumn& column, QComboBox* box, int row);
    void showRow(QTreeWidgetItem* item, const WantedTable& table, const WantedColumn& column);
    void openFile();
    void saveFile();
    void update();
    [[nodiscard]] const OfferedTable* offered(const WantedTable& wanted) const;
    /// What is still to be said, a sentence; empty when nothing is.
    [[nodiscard]] QString whatIsMissing() const;
    void say(const QString& sentence, bool isProblem);

    Connections& m_connections;
    ConnectionProfile m_profile;
    TableChoice m_choice;
    QMap<QString, TableMapping> m_tables; ///< Of every table, ours or not.
    QTreeWidget* m_tree;
    QLabel* m_notes;
    QLabel* m_message;
    QPushButton* m_detect;
    QPushButton* m_ours;
    QPushButton* m_ok = nullptr;
    std::unique_ptr<QObject> m_looking; ///< The context of the answer that is awaited.
};

} // namespace purchasing::ui
