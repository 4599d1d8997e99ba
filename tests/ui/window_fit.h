#pragma once

#include <QStringList>
#include <QWidget>

namespace purchasing::tests {

/// What of a window does not fit: it is larger than its screen, or something in it lies outside of it, is
/// smaller than it can be read, or lies over something else.
[[nodiscard]] QStringList misfits(const QWidget& window);

/// Where the keyboard can go in a window without a screen reader having a word for it.
[[nodiscard]] QStringList namelessStops(const QWidget& window);

/// The letters that, with Alt, belong to more than one thing in a dialog.
[[nodiscard]] QStringList sharedLetters(const QWidget& window);

/// The buttons of a dialog that do something and have no letter for Alt. Esc is for those that only close it.
[[nodiscard]] QStringList letterlessActs(const QWidget& window);

/// What a screen reader calls the widget, or an empty text.
[[nodiscard]] QString spokenName(QWidget& widget);

/// The widget for people who read a test's message.
[[nodiscard]] QString described(const QWidget& widget);

} // namespace purchasing::tests
