#include "tests/ui/window_fit.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QAccessible>
#include <QDialog>
#include <QDialogButtonBox>
#include <QGroupBox>
#include <QHash>
#include <QHeaderView>
#include <QKeySequence>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QMainWindow>
#include <QScreen>
#include <QTabBar>

#include <algorithm>
#include <vector>

namespace purchasing::tests {
namespace {

constexpr int kRounding = 2; // Pixels, where a screen's are halves of the program's.

bool isInScrollArea(const QWidget& widget)
{
    for (const QWidget* up = widget.parentWidget(); up; up = up->parentWidget()) {
        if (qobject_cast<const QAbstractScrollArea*>(up))
            return true;
        if (up->isWindow())
            return false;
    }
    return false;
}

/// The buttons of a dock's title, which Qt makes smaller than they say, and its tab bar for docks that are
/// not shown.
bool isQtsOwn(const QWidget& widget)
{
    return widget.objectName().startsWith(QLatin1String("qt_dockwidget"))
        || (qobject_cast<const QTabBar*>(&widget) && qobject_cast<const QMainWindow*>(widget.parentWidget()));
}

QString placed(const QWidget& widget)
{
    const QRect at = widget.geometry();
    return QStringLiteral("%1 at %2,%3 %4x%5")
        .arg(described(widget))
        .arg(at.x())
        .arg(at.y())
        .arg(at.width())
        .arg(at.height());
}

/// What makes a window so wide.
QString widest(const QWidget& window)
{
    QStringList wide;
    for (const auto* widget : window.findChildren<QWidget*>()) {
        const int needed = std::max(widget->minimumSizeHint().width(), widget->minimumWidth());
        if (widget->isVisible() && needed > window.screen()->availableSize().width() / 3)
            wide << QStringLiteral("%1 needs %2").arg(described(*widget)).arg(needed);
    }
    return wide.join(QStringLiteral(", "));
}

void lookInLayout(const QLayout& layout, QStringList& found)
{
    std::vector<const QWidget*> widgets;
    for (int i = 0; i < layout.count(); ++i) {
        const QLayoutItem* item = layout.itemAt(i);
        if (const QWidget* widget = item->widget(); widget && widget->isVisible() && !isQtsOwn(*widget))
            widgets.push_back(widget);
    }
    for (std::size_t i = 0; i < widgets.size(); ++i) {
        const QSize needed = widgets[i]->minimumSizeHint().boundedTo(widgets[i]->maximumSize());
        if (widgets[i]->height() + kRounding < needed.height()
            || widgets[i]->width() + kRounding < needed.width())
            found << QStringLiteral("%1 is pressed together, it needs %2x%3")
                         .arg(placed(*widgets[i]))
                         .arg(needed.width())
                         .arg(needed.height());
        for (std::size_t j = i + 1; j < widgets.size(); ++j) {
            const QRect both = widgets[i]->geometry() & widgets[j]->geometry();
            if (both.width() > kRounding && both.height() > kRounding)
                found << QStringLiteral("%1 lies over %2").arg(placed(*widgets[i]), placed(*widgets[j]));
        }
    }
}

/// The texts of a dialog whose letters work with Alt now.
QStringList lettered(const QWidget& window)
{
    QStringList texts;
    const auto add = [&texts](const QWidget& widget, const QString& text) {
        if (widget.isVisible() && !QKeySequence::mnemonic(text).isEmpty())
            texts << text;
    };
    for (const auto* button : window.findChildren<QAbstractButton*>())
        add(*button, button->text());
    for (const auto* label : window.findChildren<QLabel*>())
        add(*label, label->buddy() ? label->text() : QString());
    for (const auto* box : window.findChildren<QGroupBox*>())
        add(*box, box->title());
    for (const auto* tabs : window.findChildren<QTabBar*>()) {
        for (int i = 0; i < tabs->count(); ++i)
            add(*tabs, tabs->tabText(i));
    }
    return texts;
}

} // namespace

QString described(const QWidget& widget)
{
    const QString name = widget.objectName().isEmpty() && widget.parentWidget()
        ? QStringLiteral("in ") + described(*widget.parentWidget())
        : widget.objectName();
    return QStringLiteral("%1(%2)").arg(QLatin1String(widget.metaObject()->className()), name);
}

QString spokenName(QWidget& widget)
{
    QAccessibleInterface* interface = QAccessible::queryAccessibleInterface(&widget);
    return interface ? interface->text(QAccessible::Name).trimmed() : QString();
}

QStringList misfits(const QWidget& window)
{
    QStringList found;
    const QSize screen = window.screen()->availableSize();
    const QSize needed = window.size().expandedTo(window.minimumSizeHint()).expandedTo(window.minimumSize());
    if (needed.width() > screen.width() || needed.height() > screen.height())
        found << QStringLiteral("%1 is %2x%3 of %4x%5: %6")
                     .arg(described(window))
                     .arg(needed.width())
                     .arg(needed.height())
                     .arg(screen.width())
                     .arg(screen.height())
                     .arg(widest(window));
    for (const auto* widget : window.findChildren<QWidget*>()) {
        if (!widget->isVisible() || widget->isWindow() || widget->window() != &window || isQtsOwn(*widget))
            continue;
        if (widget->layout())
            lookInLayout(*widget->layout(), found);
        const QRect place(widget->mapTo(&window, QPoint()), widget->size());
        if (!isInScrollArea(*widget)
            && !window.rect().adjusted(-kRounding, -kRounding, kRounding, kRounding).contains(place))
            found << placed(*widget) + QStringLiteral(" lies outside the window");
    }
    for (const auto* layout : window.findChildren<QLayout*>()) {
        if (layout->parentWidget() && layout->parentWidget()->isVisible()
            && layout->parentWidget()->layout() != layout)
            lookInLayout(*layout, found);
    }
    return found;
}

QStringList sharedLetters(const QWidget& window)
{
    QStringList found;
    if (!qobject_cast<const QDialog*>(&window)) // In the window menus come first.
        return found;
    QHash<QKeySequence, QString> owners;
    for (const QString& text : lettered(window)) {
        const QKeySequence letter = QKeySequence::mnemonic(text);
        if (owners.contains(letter))
            found << QStringLiteral("%1 is shared by \"%2\" and \"%3\"")
                         .arg(letter.toString(), owners.value(letter), text);
        owners.insert(letter, text);
    }
    return found;
}

QStringList letterlessActs(const QWidget& window)
{
    QStringList found;
    for (const auto* box : window.findChildren<QDialogButtonBox*>()) {
        if (box->buttons().size() == 1) // It only closes what was told.
            continue;
        for (QAbstractButton* button : box->buttons()) {
            const auto role = box->buttonRole(button);
            const bool closes = role == QDialogButtonBox::RejectRole || role == QDialogButtonBox::NoRole;
            if (!closes && button->isVisible() && QKeySequence::mnemonic(button->text()).isEmpty())
                found << QStringLiteral("\"%1\" has no letter").arg(button->text());
        }
    }
    return found;
}

QStringList namelessStops(const QWidget& window)
{
    QStringList found;
    for (auto* widget : window.findChildren<QWidget*>()) {
        if (widget->isVisible() && widget->isEnabled()
            && (widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus && widget->window() == &window
            && !widget->focusProxy() && spokenName(*widget).isEmpty())
            found << described(*widget) + QStringLiteral(" has no name");
    }
    for (auto* edit : window.findChildren<QLineEdit*>()) {
        for (auto* button : edit->findChildren<QAbstractButton*>()) {
            if (spokenName(*button).isEmpty())
                found << described(*button) + QStringLiteral(" in an edit has no name");
        }
    }
    return found;
}

} // namespace purchasing::tests
