#pragma once

#include "core/ports/database_settings.h"

#include <QWidget>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace purchasing::ui {

/// How the way to a server is protected: the mode, whom to trust, and the certificate to show.
class TlsForm : public QWidget
{
    Q_OBJECT

public:
    explicit TlsForm(QWidget* parent = nullptr);

    void show(const MysqlSettings& server);
    /// The place of the server is another one: unless somebody chose a mode, it is the usual one for it.
    void setPlace(const QString& host, const QString& socket);
    /// Writes what the fields say into `server`.
    void read(MysqlSettings& server) const;
    /// Says what is still to be filled in, as a sentence; empty when all is there.
    [[nodiscard]] QString whatIsMissing() const;
    [[nodiscard]] QComboBox* mode() const { return m_mode; }

Q_SIGNALS:
    void edited();

private:
    /// A PEM file, typed or chosen.
    struct FileField
    {
        QLineEdit* edit = nullptr;
        QPushButton* choose = nullptr;
    };

    [[nodiscard]] FileField addFile(QFormLayout* form, const QString& label, const QString& name,
                                    const QString& accessibleName, const QString& filter);
    void enableFields();

    QComboBox* m_mode;
    QLabel* m_note; ///< How to go on where the server has no encryption.
    bool m_isChosen = false; ///< The mode is not the usual one, or somebody wanted it.
    FileField m_ca;
    FileField m_certificate;
    FileField m_key;
};

} // namespace purchasing::ui
