#pragma once

#include <QString>
#include <QVariantList>

#include <optional>
#include <unordered_map>

namespace purchasing::sql {

/// What the running transaction was answered and has not changed since, so that the many who share one ask
/// once. Empty and without effect outside of transactions. One thread.
class KnownAnswers
{
public:
    void beginTransaction()
    {
        m_answers.clear();
        m_isOn = true;
    }
    /// From here on nothing is remembered: the transaction ended, or part of it may be taken back.
    void stop()
    {
        m_answers.clear();
        m_isOn = false;
    }

    [[nodiscard]] std::optional<QVariantList> find(const QString& sql, const QVariantList& values) const
    {
        const auto found = m_answers.find(keyOf(sql, values));
        return found == m_answers.end() ? std::nullopt : std::optional(found->second.row);
    }
    /// Until somebody writes to the table.
    void keep(const QString& table, const QString& sql, const QVariantList& values, QVariantList row)
    {
        if (m_isOn)
            m_answers.insert_or_assign(keyOf(sql, values), Answer{table, std::move(row)});
    }
    /// Forgets what a statement may change: whatever was answered from a table that it names.
    void noteWriting(const QString& sql)
    {
        std::erase_if(m_answers, [&sql](const auto& answer) { return sql.contains(answer.second.table); });
    }

private:
    struct Answer
    {
        QString table;
        QVariantList row;
    };

    static QString keyOf(const QString& sql, const QVariantList& values)
    {
        QString key = sql;
        for (const QVariant& value : values)
            key += QChar(u'\x1f') + value.toString();
        return key;
    }

    std::unordered_map<QString, Answer> m_answers;
    bool m_isOn = false;
};

} // namespace purchasing::sql
