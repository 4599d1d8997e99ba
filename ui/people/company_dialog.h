#pragma once

#include <QDialog>
#include <QHash>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace purchasing::ui {

class Workspace;

/// Tools ▸ Settings: what stands on orders (name, address, e-mail, delivery address), the installation's
/// currency, and what approvals need beyond the rules. Every change is audited.
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
    QLineEdit* m_ceiling; ///< Empty: off.
    QCheckBox* m_oneLogin;
    QLabel* m_message;
};

} // namespace purchasing::ui
