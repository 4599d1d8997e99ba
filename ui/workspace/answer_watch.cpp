#include "ui/workspace/answer_watch.h"

#include <algorithm>
#include <chrono>

namespace purchasing::ui {
namespace {

using namespace std::chrono_literals;

constexpr qint64 kSoonMs =
    4000; // Ordinary answers take a fraction; five seconds is what a person is promised.
constexpr auto kLookEvery = 500ms;

} // namespace

AnswerWatch::AnswerWatch(QObject* parent)
    : QObject(parent)
{
    m_timer.setInterval(kLookEvery);
    connect(&m_timer, &QTimer::timeout, this, &AnswerWatch::look);
}

quint64 AnswerWatch::begin(const QString& what)
{
    Question& question = m_open[++m_last];
    question.what = what;
    question.since.start();
    if (!m_timer.isActive())
        m_timer.start();
    return m_last;
}

void AnswerWatch::end(quint64 question)
{
    m_open.erase(question);
    if (m_open.empty())
        m_timer.stop();
    if (m_wasSilent)
        look();
}

void AnswerWatch::look()
{
    const bool isSilent = !overdue().isEmpty();
    if (isSilent || m_wasSilent) {
        m_wasSilent = isSilent;
        Q_EMIT changed();
    }
}

QStringList AnswerWatch::overdue() const
{
    // Where one has waited for too long, whatever else is asked waits as well.
    if (silentSeconds() * 1000 < kSoonMs)
        return {};
    QStringList found;
    for (const auto& [number, question] : m_open) {
        if (!found.contains(question.what))
            found << question.what;
    }
    return found;
}

int AnswerWatch::silentSeconds() const
{
    return m_open.empty() ? 0 : static_cast<int>(m_open.begin()->second.since.elapsed() / 1000);
}

} // namespace purchasing::ui
