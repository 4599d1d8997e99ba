#pragma once

#include <QObject>
#include <QPointer>
#include <QString>
#include <QTimer>
#include <QWidget>

#include <functional>
#include <list>
#include <vector>

namespace purchasing::tests {

/// Sees to the modal dialogs of a test program: each is given to the step that was queued for its name, and
/// one that nobody expects fails the test and is closed, instead of waiting for ever. GUI thread only.
class DialogWatch : public QObject
{
public:
    [[nodiscard]] static DialogWatch& instance();

    /// Gives the next dialog of this name to `step`.
    void expect(const QString& name, const void* owner, std::function<void(QWidget&)> step);
    /// Drops what `owner` expects; returns how much that was.
    int forget(const void* owner);

private:
    DialogWatch();
    void look();

    struct Expected
    {
        QString name;
        const void* owner = nullptr;
        std::function<void(QWidget&)> step;
    };
    /// A dialog that was given to a step.
    struct Given
    {
        QPointer<QWidget> dialog;
        bool isRunning = true;
    };
    void give(std::list<Expected>::iterator expected, QWidget* dialog);

    std::list<Expected> m_expected;
    std::list<Given> m_given;
    QPointer<QWidget> m_waiting; ///< The dialog that waits for a step, or to be closed after one.
    int m_looks = 0; ///< At it.
    QTimer m_timer;
};

} // namespace purchasing::tests
