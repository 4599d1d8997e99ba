#pragma once

#include "core/ports/services_settings.h"

#include <QHash>
#include <QWidget>

class QCheckBox;
class QLineEdit;
class QSpinBox;

namespace purchasing::ui {

/// Where the services of a connection are: an address each, and how long they may take to answer.
class ServicesForm : public QWidget
{
    Q_OBJECT

public:
    explicit ServicesForm(QWidget* parent = nullptr);

    void show(const ServicesSettings& services);
    void setToken(const QString& token);
    void focusToken();
    /// What the fields say now.
    [[nodiscard]] ServicesSettings settings() const;
    /// Says what is still to be filled in, as a sentence; empty when all is there.
    [[nodiscard]] QString whatIsMissing() const;
    [[nodiscard]] QSpinBox* timeout() const { return m_timeout; }

    /// The service as people know it: "Purchase Order".
    [[nodiscard]] static QString titleOf(const ServicePlace& place);

Q_SIGNALS:
    void edited();

private:
    QHash<QString, QLineEdit*> m_addresses; ///< By the service's name.
    QSpinBox* m_timeout;
    QCheckBox* m_suppliersConfirmed;
    QLineEdit* m_authority;
    QLineEdit* m_token;
};

} // namespace purchasing::ui
