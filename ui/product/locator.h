#pragma once

#include <QDialog>

class QLineEdit;
class QListWidget;

namespace purchasing::ui {

class DecidedCatalogue;

/// Ctrl+K: finds a product by any part of its id or name and goes there. Keyboard only if wanted: type,
/// arrows, Enter.
class Locator : public QDialog
{
    Q_OBJECT

public:
    explicit Locator(const DecidedCatalogue& products, QWidget* parent = nullptr);

Q_SIGNALS:
    void productChosen(const QString& productId);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void search(const QString& text);
    void choose();

    const DecidedCatalogue& m_products;
    QLineEdit* m_edit;
    QListWidget* m_list;
};

} // namespace purchasing::ui
