#pragma once

#include <QString>

#include <initializer_list>

class QAction;
class QGridLayout;
class QHeaderView;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QTableView;
class QTableWidget;
class QVBoxLayout;
class QWidget;

namespace purchasing::ui {

/// A button in the edit that empties it.
void addClearButton(QLineEdit& edit);
/// Prepares the search field in the bar of a list of orders: what has no room beside it goes into the bar's
/// menu.
void setUpBarSearch(QLineEdit& edit);

/// Shares a list's room so that what counts is whole: these columns give way, the others are as wide as what
/// they hold.
void letGiveWay(QHeaderView& header, std::initializer_list<int> columns);
/// Gives a column the width that fits now, unless somebody made it wider or narrower than what `fitted`
/// before.
void refit(QHeaderView& header, int column, int& fitted, int fits);

/// A push button that shows an action: its text, icon, enablement, tip and reason, and triggers it.
[[nodiscard]] QPushButton* actionButton(QAction* action, const QString& objectName, QWidget* parent);

/// A wrapped label that shows names and reasons as they are, whatever they look like.
[[nodiscard]] QLabel* plainLabel(const QString& text, QWidget* parent);

/// Adds a titled block of name, value and note rows to a panel.
[[nodiscard]] QGridLayout* addSection(QVBoxLayout* layout, const QString& title);
void addRow(QGridLayout* section, const QString& name, const QString& value, const QString& note,
            bool strong = false);
void clearRows(QGridLayout* section);

/// Gives a table of rows the look and keys that all lists share: whole rows, no grid lines, Tab leaves it.
void setUpList(QTableView& view);
/// Lets a text be read from left to right in every language, as rules are: mirrored, "a > b" would read
/// "a < b".
void showLeftToRight(QPlainTextEdit& text);
/// Makes columns wider whose header is not seen whole.
void widenToHeaders(QTableView& view);
/// Shows the sentences of the last column whole, on as many lines as they need, and the others as wide as
/// they are. For tables of a few hundred rows at most.
void wrapSentences(QTableWidget& table);
/// A read-only table that looks like the product grid; columns named by `headers`.
[[nodiscard]] QTableWidget* plainTable(const QStringList& headers, const QString& objectName,
                                       QWidget* parent);
/// Greys the texts of a list or section: old data looks old.
void setGreyed(QWidget* widget, bool greyed);
/// Sets one cell; numbers are right-aligned, and what nobody would see is escaped.
void setCell(QTableWidget* table, int row, int column, const QString& text, bool numeric = false);

} // namespace purchasing::ui
