#pragma once

#include "ui/connect/connection_profile.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QStackedWidget;

namespace purchasing::ui {

class ServicesForm;
class TlsForm;

/// The fields of one connection: its name, where it is, and how it is shown.
class ConnectionForm : public QWidget
{
    Q_OBJECT

public:
    /// `whyNoServices` says why services cannot be chosen; empty where they can.
    explicit ConnectionForm(const QString& whyNoServices = {}, QWidget* parent = nullptr);

    /// Shows a profile; `fixed` ones can be looked at but not changed.
    void show(const ConnectionProfile& profile, bool fixed);
    /// What the fields say now, password included.
    [[nodiscard]] ConnectionProfile profile() const;
    /// What another system's tables and columns are called.
    void setMapping(const CatalogueMapping& mapping);
    /// Fills in the password, or the token.
    void setSecret(const QString& secret);
    void focusSecret();
    /// Says below the password what becomes of it.
    void setPasswordNote(const QString& note);
    /// Says what is still to be filled in, as a sentence; empty when all is there.
    [[nodiscard]] QString whatIsMissing() const;

Q_SIGNALS:
    void edited();
    /// Somebody wants to say what another system's tables are called.
    void mappingAsked();

protected:
    /// The wheel scrolls the form; it changes no box that does not have the focus.
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* buildEmbedded();
    QWidget* buildMysql();
    void showPage(int row);
    QLineEdit* edit(const char* objectName, const QString& accessibleName);
    QWidget* withButtons(QLineEdit* field, const QList<QPushButton*>& buttons);

    QString m_id;
    QLineEdit* m_name;
    QComboBox* m_kind;
    QStackedWidget* m_pages;
    QLineEdit* m_file = nullptr;
    QLineEdit* m_host = nullptr;
    QSpinBox* m_port = nullptr;
    QLineEdit* m_socket = nullptr;
    QLineEdit* m_user = nullptr;
    QLineEdit* m_password = nullptr;
    QLabel* m_passwordNote = nullptr;
    QList<QLineEdit*> m_databases; ///< OMS, Inventory, Supplier, UOM and orders.
    CatalogueMapping m_mapping;
    QLabel* m_mappingNote = nullptr; ///< What the mapping comes to.
    TlsForm* m_tls = nullptr;
    ServicesForm* m_services;
    QSpinBox* m_timeout = nullptr;
    QCheckBox* m_readOnly;
    QCheckBox* m_production;
    QComboBox* m_color;
    QCheckBox* m_confirm;
};

} // namespace purchasing::ui
