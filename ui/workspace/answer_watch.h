#pragma once

#include "ui/workspace/when_ready.h"

#include <QElapsedTimer>
#include <QObject>
#include <QStringList>
#include <QTimer>

#include <map>

namespace purchasing::ui {

/// Notices that what was asked of a database is not answered, long before the question fails: a server that
/// is away and silent is named within five seconds, with what waits for it. GUI thread only.
class AnswerWatch : public QObject
{
    Q_OBJECT

public:
    explicit AnswerWatch(QObject* parent = nullptr);

    /// Expects an answer soon. `what` waits for it, in words that follow "What waits for it:".
    template <typename T> void expect(const QFuture<T>& answer, const QString& what)
    {
        const quint64 question = begin(what);
        auto* watcher = new QFutureWatcher<T>(this);
        connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, question] {
            watcher->deleteLater();
            end(question);
        });
        watcher->setFuture(answer);
    }

    /// What has waited for too long, each once, the longest first; empty while answers come.
    [[nodiscard]] QStringList overdue() const;
    /// For how long the first of it has waited, in whole seconds.
    [[nodiscard]] int silentSeconds() const;

Q_SIGNALS:
    /// overdue() or silentSeconds() is another one.
    void changed();

private:
    struct Question
    {
        QString what;
        QElapsedTimer since;
    };

    quint64 begin(const QString& what);
    void end(quint64 question);
    void look();

    std::map<quint64, Question> m_open; ///< By number, which rises with time.
    quint64 m_last = 0;
    QTimer m_timer; ///< Runs while something is open.
    bool m_wasSilent = false;
};

} // namespace purchasing::ui
