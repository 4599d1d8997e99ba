#pragma once

#include <QApplication>
#include <QTimer>
#include <QWidget>

#include <functional>

namespace purchasing::tests {

/// Waits for the recovery page, which comes while a planner starts, and answers it.
class RecoveryAnswer : public QObject
{
public:
    explicit RecoveryAnswer(std::function<void(QWidget&)> step)
    {
        connect(&m_watch, &QTimer::timeout, this, [this, step = std::move(step)] {
            QWidget* dialog = QApplication::activeModalWidget();
            if (!dialog || dialog->objectName() != QLatin1String("dialog.recovery"))
                return;
            m_watch.stop();
            m_wasAsked = true;
            step(*dialog);
        });
        m_watch.start(20);
    }
    [[nodiscard]] bool wasAsked() const { return m_wasAsked; }

private:
    QTimer m_watch;
    bool m_wasAsked = false;
};

} // namespace purchasing::tests
