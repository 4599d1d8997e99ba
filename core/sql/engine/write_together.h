#pragma once

#include "core/ports/and_then.h"
#include "core/sql/engine/database.h"

#include <QFuture>
#include <QList>

#include <vector>

namespace purchasing::sql {

/// Does `work(Connection&, questions)`, which gives a Result<Answer> for each question, in one writing
/// transaction. Where that fails as a whole, each question is a transaction of its own, so that one of them
/// does not stand in the way of the others; not where it is not known what became of it. The database must
/// outlive the future.
template <typename Answer, typename Question, typename Work>
QFuture<Result<std::vector<Result<Answer>>>> writeTogether(Database& database,
                                                           std::vector<Question> questions, Work work)
{
    using Answers = std::vector<Result<Answer>>;
    const auto write = [&database, work](std::vector<Question> some) {
        return database.write([work, some = std::move(some)](Connection& connection) -> Result<Answers> {
            return work(connection, some);
        });
    };
    return andThen(write(questions), [write, questions](const Result<Answers>& all) {
        const bool isRefused =
            !all && all.error().kind != ErrorKind::Unavailable && all.error().kind != ErrorKind::Cancelled;
        if (!isRefused || questions.size() == 1)
            return QtFuture::makeReadyFuture(all);
        QList<QFuture<Result<Answers>>> alone;
        for (const Question& question : questions)
            alone << write({question});
        return andThen(allFinished(alone), [](const QList<QFuture<Result<Answers>>>& finished) {
            Answers answers;
            for (const QFuture<Result<Answers>>& one : finished) {
                const Result<Answers> answer = one.result();
                answers.push_back(answer ? answer->front() : Result<Answer>(answer.error()));
            }
            return Result<Answers>(std::move(answers));
        });
    });
}

} // namespace purchasing::sql
