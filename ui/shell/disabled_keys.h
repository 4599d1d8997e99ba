#pragma once

#include <QObject>

class QAction;
class QKeyEvent;
class QWidget;

namespace purchasing::ui {

/// Says why nothing happens when somebody presses the keys of an act that cannot be used now: a greyed button
/// tells it in its tip, keys would be silent.
class DisabledKeys : public QObject
{
    Q_OBJECT

public:
    /// Watches the keys that are pressed in `window`, which owns it.
    explicit DisabledKeys(QWidget& window);

Q_SIGNALS:
    void refused(const QString& why);

protected:
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    [[nodiscard]] const QAction* disabledActOf(const QKeyEvent& event, const QWidget& focus) const;

    QWidget& m_window;
};

} // namespace purchasing::ui
