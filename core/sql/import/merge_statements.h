#pragma once

#include "core/sql/import/target_table.h"

#include <vector>

namespace purchasing::sql {

/// The statements that make a stage (a temporary table with the rows of a file), compare it with its table
/// and merge it in. Those with two marks take the lines from and to which they work, both included: a server
/// answers in time however large the file is, and cancelling is noticed between them.
class MergeStatements
{
public:
    /// `present` are the columns that the file has; `number` tells the stages of one table apart.
    MergeStatements(const Dialect& dialect, const TargetTable& target, const std::vector<CsvColumn>& present,
                    int number);

    [[nodiscard]] QString stage() const { return m_stage; }
    [[nodiscard]] QString dropStage() const;
    [[nodiscard]] QString makeStage() const;
    /// Fills the stage of oms_history.csv from that of demand_daily.csv and the rows that `daily`, its table,
    /// will still have, as the contract defines average and trend. `today` (ISO) is the last day that counts.
    [[nodiscard]] QString computeHistory(const TargetTable& daily, const QString& dailyStage,
                                         const QString& today) const;

    /// Two numbers: rows that are new, and rows that differ from the table's.
    [[nodiscard]] QString count() const;
    /// What is new or differs: the keys, whether the row is new, and for each other column its old and new
    /// value and whether they are the same.
    [[nodiscard]] QString changes() const;
    /// Rows of another file's stage that say something else about the same key: line here and there.
    [[nodiscard]] QString conflicts(const MergeStatements& other) const;
    /// Changes the rows that differ; empty where nothing can. A history keeps its old rows.
    [[nodiscard]] QString update() const;
    /// Adds the rows that are new; for a history also those that differ.
    [[nodiscard]] QString insert() const;
    /// The same where the table is empty, without looking.
    [[nodiscard]] QString insertAll() const;

private:
    [[nodiscard]] bool isHistory() const;
    [[nodiscard]] QString sameRow() const;
    [[nodiscard]] QString sameValues() const;
    [[nodiscard]] QString insertInto() const;

    bool m_isMysql;
    const TargetTable& m_target;
    std::vector<CsvColumn> m_present;
    QString m_stage;
};

} // namespace purchasing::sql
