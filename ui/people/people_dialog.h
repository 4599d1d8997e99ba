#pragma once

#include "core/ports/people_store.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableWidget;

namespace purchasing::ui {

class Identity;
struct Connection;

/// Tools ▸ People: the names that work with this database and the single-operator mode. There are no
/// passwords here.
class PeopleDialog : public QDialog
{
    Q_OBJECT

public:
    PeopleDialog(Identity& identity, const Connection& connection, QWidget* parent = nullptr);

private:
    void refresh();
    void add();
    void finish(const QFuture<Result<Done>>& future);

    Identity& m_identity;
    const Connection& m_connection;
    QTableWidget* m_table;
    QLineEdit* m_name;
    QPushButton* m_add;
    QCheckBox* m_single;
    QLabel* m_message;
    std::vector<Person> m_people;
};

} // namespace purchasing::ui
