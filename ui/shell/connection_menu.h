#pragma once

class QMenu;

namespace purchasing::ui {

class Connections;
class MainWindow;

/// Puts Connect and Recent before everything else in the File menu; both ask by signals of `window`.
/// `connections` must outlive the menu.
void addConnectionMenu(QMenu& file, Connections& connections, MainWindow& window);

} // namespace purchasing::ui
