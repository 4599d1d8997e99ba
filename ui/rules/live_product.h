#pragma once

#include <QWidget>

class QAction;
class QCheckBox;
class QSettings;

namespace purchasing::ui {

class DecidedCatalogue;

/// Which product the draft is tried on: the one that is current in Planning, or one that the author chose,
/// which is remembered. GUI thread only.
class LiveProduct : public QWidget
{
    Q_OBJECT

public:
    /// `products` must outlive it.
    explicit LiveProduct(const DecidedCatalogue& products, QWidget* parent = nullptr);

    /// Remembers the choice there, which must outlive it.
    void keepIn(QSettings& settings);
    void setPlanningProduct(const QString& productId);
    /// Empty where neither is in the catalogue.
    [[nodiscard]] QString product() const;
    /// Asks for another product.
    [[nodiscard]] QAction* chooseAction() const { return m_choose; }

Q_SIGNALS:
    void changed();

private:
    void ask();
    void choose(const QString& productId);

    const DecidedCatalogue& m_products;
    QAction* m_choose;
    QCheckBox* m_follow;
    QSettings* m_settings = nullptr;
    QString m_chosen; ///< Empty: Planning's.
    QString m_planning;
};

} // namespace purchasing::ui
