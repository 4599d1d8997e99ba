#pragma once

#include <QHash>
#include <QString>

#include <algorithm>

namespace purchasing::ui {

/// Tells which answers about products may be older than what is known by now: answers overtake each other,
/// and the clocks of those who give them do not say which of two was read first. What was asked after
/// everything known had arrived is newer than it; anything else has to be asked again. Lives on the GUI
/// thread.
class ReadingOrder
{
public:
    using Moment = quint64;

    /// Something is asked for now.
    [[nodiscard]] Moment ask() { return ++m_now; }
    /// What was answered about the product is known from now on.
    void take(const QString& productId)
    {
        if (m_taken.size() >= kMostKept) {
            m_taken.clear();
            m_forgotten = ++m_now;
        }
        m_taken.insert(productId, ++m_now);
    }
    /// Something became known of the product after this was asked.
    [[nodiscard]] bool wasOvertaken(const QString& productId, Moment asked) const
    {
        return std::max(m_forgotten, m_taken.value(productId, 0)) > asked;
    }

private:
    static constexpr qsizetype kMostKept = 50000;

    QHash<QString, Moment> m_taken;
    Moment m_forgotten = 0; ///< Until then anything may have been taken.
    Moment m_now = 0;
};

} // namespace purchasing::ui
