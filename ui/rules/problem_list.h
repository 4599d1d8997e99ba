#pragma once

#include "core/grl/syntax/diagnostic.h"

#include <QTreeWidget>

#include <vector>

namespace purchasing::ui {

/// What is wrong with the rules, each mistake once: a name that is misspelt in several places of a rule is
/// one. Hidden while nothing is wrong.
class ProblemList : public QTreeWidget
{
    Q_OBJECT

public:
    explicit ProblemList(QWidget* parent = nullptr);

    void showProblems(const std::vector<grl::Diagnostic>& diagnostics);
    /// Goes so many problems on, round the end.
    void step(int count);

Q_SIGNALS:
    /// The word that is wrong; the column counts code points from 1.
    void placeWanted(const QString& pack, int line, int column);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void shareRoom();
    void goTo(const QTreeWidgetItem* item);
};

} // namespace purchasing::ui
