#include "tests/ui/dialog_watch.h"

#include <QApplication>
#include <QDialog>
#include <QMessageBox>
#include <QPushButton>
#include <QTest>

#include <algorithm>

namespace purchasing::tests {
namespace {

constexpr int kIntervalMs = 10;
constexpr int kGrace = 300; // Looks: steps may be queued just after the click that opens the dialog.
constexpr int kPatience = 12000;

} // namespace

DialogWatch& DialogWatch::instance()
{
    static auto* watch = new DialogWatch; // Lives as long as the application, which owns its timer's thread.
    return *watch;
}

DialogWatch::DialogWatch()
{
    m_timer.setInterval(kIntervalMs);
    m_timer.callOnTimeout(this, &DialogWatch::look);
    m_timer.start();
}

void DialogWatch::expect(const QString& name, const void* owner, std::function<void(QWidget&)> step)
{
    m_expected.push_back({name, owner, std::move(step)});
}

int DialogWatch::forget(const void* owner)
{
    const auto before = m_expected.size();
    m_expected.remove_if([owner](const Expected& expected) { return expected.owner == owner; });
    return static_cast<int>(before - m_expected.size());
}

namespace {

/// A question that can be cancelled is not answered with a deed by who presses Enter.
void checkDefault(const QWidget& dialog)
{
    const auto* box = qobject_cast<const QMessageBox*>(&dialog);
    const QAbstractButton* cancel = box ? box->button(QMessageBox::Cancel) : nullptr;
    if (!cancel)
        return;
    for (const auto* button : box->findChildren<QPushButton*>()) {
        if (button->isDefault() && button != cancel)
            QTest::qFail(qPrintable(box->objectName() + QStringLiteral(": Enter chooses ") + button->text()),
                         __FILE__, __LINE__);
    }
}

} // namespace

void DialogWatch::give(std::list<Expected>::iterator expected, QWidget* dialog)
{
    checkDefault(*dialog);
    const auto given = m_given.insert(m_given.end(), {dialog, true});
    // Not from within this timer's own call: it would not fire again for the dialogs that the step opens.
    QTimer::singleShot(0, this, [given, step = std::move(expected->step)] {
        if (given->dialog)
            step(*given->dialog); // May run an event loop, in which another dialog is given to its step.
        given->isRunning = false;
    });
    m_expected.erase(expected);
}

void DialogWatch::look()
{
    m_given.remove_if(
        [](const Given& given) { return !given.isRunning && (!given.dialog || !given.dialog->isVisible()); });
    QWidget* dialog = QApplication::activeModalWidget();
    const auto given = std::find_if(m_given.begin(), m_given.end(),
                                    [dialog](const Given& each) { return each.dialog == dialog; });
    const bool isKnown = given != m_given.end();
    if (!dialog || (isKnown && given->isRunning)) {
        m_waiting = nullptr;
        return;
    }
    const auto expected = std::find_if(m_expected.begin(), m_expected.end(), [dialog](const Expected& each) {
        return each.name == dialog->objectName();
    });
    if (expected != m_expected.end()) {
        if (isKnown)
            m_given.erase(given);
        return give(expected, dialog);
    }
    m_looks = m_waiting == dialog ? m_looks + 1 : 0;
    m_waiting = dialog;
    if (m_looks < (isKnown ? kPatience : kGrace)) // One that was answered may need a while to be done.
        return;
    const QByteArray what = (isKnown ? "nobody closes the dialog " : "nobody expected the dialog ")
        + dialog->objectName().toUtf8() + " \"" + dialog->windowTitle().toUtf8() + '"';
    QTest::qFail(what.constData(), __FILE__, __LINE__);
    m_waiting = nullptr;
    if (auto* asked = qobject_cast<QDialog*>(dialog))
        asked->reject();
    else
        dialog->close();
}

} // namespace purchasing::tests
