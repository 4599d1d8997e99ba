#pragma once

#include "core/domain/catalogue.h"
#include "core/domain/result.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

#include <functional>
#include <vector>

namespace purchasing {

struct FlowOutcome;
class RuleEngine;

/// Answers of the command line on standard output; errors in one sentence on standard error.
void printJson(const QJsonObject& object);
void printJson(const QJsonArray& array);
/// An array whose elements are made one after the other, so that it never stands in memory as a whole.
void printJsonArray(int size, const std::function<QJsonObject(int)>& element);
void printOutcome(const FlowOutcome& outcome);
/// The whole catalogue as `rules` decide it today.
void printPlan(const Catalogue& catalogue, const RuleEngine& rules, QDate today);
void printOrders(const std::vector<PurchaseOrder>& orders);
void printOrder(const PurchaseOrder& order, const std::vector<HistoryEntry>& history);
void printHistory(const std::vector<HistoryEntry>& entries);
[[nodiscard]] QJsonArray historyJson(const std::vector<HistoryEntry>& entries);
/// The text as one line that cannot forge others or drive a terminal: such characters are shown, not sent.
[[nodiscard]] QString harmless(const QString& text);
/// "1 event", "2 events".
[[nodiscard]] QString counted(std::int64_t count, const char* thing);
/// One line, in which nothing can forge another or drive the terminal.
void printLine(const QString& line);
/// Asks something on standard error; the answer is to be typed behind it.
void printPrompt(const QString& question);
/// Notes on standard error, so that the answer stays alone on standard output.
void printNotes(const QStringList& notes);
/// Also prints {"success":false,…} on standard output for programs that asked for JSON. Returns the exit
/// code 1.
int printError(const Error& error, bool json);

} // namespace purchasing
