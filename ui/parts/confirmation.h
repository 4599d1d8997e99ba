#pragma once

#include <QSize>
#include <QString>

class QDialog;
class QWidget;

namespace purchasing::ui {

/// Asks for a yes before messages leave the house: the question in plain text, below it what it is about
/// (`shown`, owned by the dialog), then Cancel, which Enter chooses, and the button that does it. Waits for
/// the answer. `acceptName` is the object name of that button. True only when the person pressed it.
bool confirmShown(QDialog& dialog, const QString& question, QWidget* shown, const QString& acceptText,
                  const QString& acceptName, QSize size);

} // namespace purchasing::ui
