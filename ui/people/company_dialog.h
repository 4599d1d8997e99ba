#pragma once

#include <QDialog>
#include <QHash>

class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace purchasing::ui {

class Workspace;

/// Tools ▸ Company: what stands on orders (name, address, e-mail, delivery address) and the installation's
/// currency.
class CompanyDialog : public QDialog
{
    Q_OBJECT

public:
    explicit CompanyDialog(Workspace& workspace, QWidget* parent = nullptr);

private:
    void save();
    void saveNext(QList<QPair<QString, QString>> changes);

    Workspace& m_workspace;
    QLineEdit* m_name;
    QPlainTextEdit* m_address;
    QLineEdit* m_email;
    QPlainTextEdit* m_delivery;
    QLineEdit* m_currency;
    QLabel* m_message;
};

} // namespace purchasing::ui
