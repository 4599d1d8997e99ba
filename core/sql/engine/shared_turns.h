#pragma once

#include "core/domain/result.h"
#include "core/ports/and_then.h"
#include "core/ports/call_context.h"

#include <QFuture>
#include <QPromise>

#include <algorithm>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace purchasing::sql {

/// Questions of many that one piece of work answers together: what is asked while others are answered waits
/// and shares the next turn, so that a database is asked once for all of them. Who is alone is answered at
/// once. Any thread.
template <typename Question, typename Answer> class SharedTurns
{
public:
    /// Answers each of the questions, in their order; an Error instead is everybody's.
    using Work = std::function<QFuture<Result<std::vector<Result<Answer>>>>(std::vector<Question>)>;

    /// `work` must not keep alive what its future is answered by. At most `mostAtOnce` turns are under way,
    /// each for at most `mostTogether`.
    SharedTurns(Work work, std::size_t mostTogether, int mostAtOnce)
        : m_state(std::make_shared<State>(std::move(work), mostTogether, mostAtOnce))
    {
    }

    /// Not answered any more, but with why, where the caller's context is over when its turn comes.
    [[nodiscard]] QFuture<Result<Answer>> ask(Question question)
    {
        auto asked = std::make_shared<Asked>(Asked{std::move(question), CallContext::current(), {}});
        asked->promise.start();
        auto future = asked->promise.future();
        {
            const std::scoped_lock lock(m_state->mutex);
            m_state->waiting.push_back(std::move(asked));
        }
        begin(m_state);
        return future;
    }

private:
    struct Asked
    {
        Question question;
        CallContext context;
        QPromise<Result<Answer>> promise;

        void answer(Result<Answer> found)
        {
            promise.addResult(std::move(found));
            promise.finish();
        }
    };
    using Group = std::vector<std::shared_ptr<Asked>>;

    struct State
    {
        State(Work given, std::size_t together, int atOnce)
            : work(std::move(given))
            , mostTogether(together)
            , mostAtOnce(atOnce)
        {
        }
        const Work work;
        const std::size_t mostTogether;
        const int mostAtOnce;
        std::mutex mutex; ///< Guards what follows.
        std::deque<std::shared_ptr<Asked>> waiting;
        int running = 0;
    };

    /// Those whose turn it is; none where nobody waits or enough turns are under way.
    static Group take(State& state)
    {
        const std::scoped_lock lock(state.mutex);
        if (state.running == state.mostAtOnce || state.waiting.empty())
            return {};
        ++state.running;
        Group group;
        while (!state.waiting.empty() && group.size() < state.mostTogether) {
            group.push_back(std::move(state.waiting.front()));
            state.waiting.pop_front();
        }
        return group;
    }

    static void begin(const std::shared_ptr<State>& state)
    {
        Group group = take(*state);
        if (group.empty())
            return;
        std::vector<Question> questions;
        Group present;
        for (std::shared_ptr<Asked>& asked : group) {
            if (const auto over = asked->context.whyOver()) {
                asked->answer(*over);
            } else {
                questions.push_back(asked->question);
                present.push_back(std::move(asked));
            }
        }
        if (present.empty())
            return end(state);
        const CallScope scope(CallContext{}); // Nobody's alone: it goes on when one of them leaves.
        (void)andThen(state->work(std::move(questions)),
                      [state, present](const Result<std::vector<Result<Answer>>>& found) {
                          for (std::size_t i = 0; i < present.size(); ++i)
                              present[i]->answer(found ? (*found)[i] : Result<Answer>(found.error()));
                          end(state);
                      });
    }

    static void end(const std::shared_ptr<State>& state)
    {
        {
            const std::scoped_lock lock(state->mutex);
            --state->running;
        }
        begin(state);
    }

    std::shared_ptr<State> m_state;
};

} // namespace purchasing::sql
