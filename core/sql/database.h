#pragma once

#include "core/domain/result.h"
#include "core/ports/clock.h"
#include "core/sql/query.h"

#include <QFuture>
#include <QSqlDatabase>
#include <QString>
#include <QThreadPool>
#include <QtConcurrent>

#include <functional>
#include <memory>

namespace purchasing::sql {

/// An open database file: connections for each thread, work that reads in parallel and writes one after
/// another.
///
/// Everything goes through read() and write(), which run on its own threads and return at once. Ends only
/// after its work has ended.
class Database
{
public:
    struct Options
    {
        bool readOnly = false;
        std::shared_ptr<Clock> clock = std::make_shared<Clock>();
    };

    Database(QString file, Options options);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    [[nodiscard]] const QString& file() const { return m_file; }
    [[nodiscard]] bool isReadOnly() const { return m_options.readOnly; }
    [[nodiscard]] QDateTime now() const { return m_options.clock->now(); }

    /// Runs `work` with a connection, outside any transaction unless `work` opens one.
    template <typename T>
    [[nodiscard]] QFuture<Result<T>> read(std::function<Result<T>(const QSqlDatabase&)> work)
    {
        return QtConcurrent::run(&m_readers, [this, work = std::move(work)]() -> Result<T> {
            return guarded<T>([&] { return work(connection()); });
        });
    }

    /// Runs `work` inside a read transaction, so that all its statements see one state.
    template <typename T>
    [[nodiscard]] QFuture<Result<T>> readSnapshot(std::function<Result<T>(const QSqlDatabase&)> work)
    {
        return QtConcurrent::run(&m_readers, [this, work = std::move(work)]() -> Result<T> {
            return guarded<T>([&]() -> Result<T> {
                const Transaction transaction(connection(), "BEGIN");
                return work(connection());
            });
        });
    }

    /// Runs `work` inside a write transaction: committed when it returns a value, rolled back on an Error.
    /// The future is ready only after the commit.
    template <typename T>
    [[nodiscard]] QFuture<Result<T>> write(std::function<Result<T>(const QSqlDatabase&)> work)
    {
        return QtConcurrent::run(&m_writer, [this, work = std::move(work)]() -> Result<T> {
            return guarded<T>([&]() -> Result<T> {
                if (m_options.readOnly)
                    return readOnlyError();
                Transaction transaction(connection(), "BEGIN IMMEDIATE");
                Result<T> result = work(connection());
                if (result)
                    transaction.commit();
                return result;
            });
        });
    }

    /// A number that grows with every commit of any connection or program.
    [[nodiscard]] QFuture<Result<std::int64_t>> changeCounter();

private:
    /// Rolls back unless committed.
    class Transaction
    {
    public:
        Transaction(const QSqlDatabase& connection, const char* begin);
        ~Transaction();
        Transaction(const Transaction&) = delete;
        Transaction& operator=(const Transaction&) = delete;
        void commit();

    private:
        QSqlDatabase m_connection;
        bool m_open = true;
    };

    template <typename T, typename Work> [[nodiscard]] static Result<T> guarded(Work work)
    {
        try {
            return work();
        } catch (const Failure& failure) {
            return failure.error;
        } catch (const std::exception& exception) {
            return unexpected(exception);
        }
    }

    [[nodiscard]] static Error unexpected(const std::exception& exception);
    [[nodiscard]] static Error readOnlyError();
    /// This thread's connection, opened on first use and closed when the thread ends.
    [[nodiscard]] QSqlDatabase connection();

    QString m_file;
    Options m_options;
    QString m_id;
    QThreadPool m_readers;
    QThreadPool m_writer;
    QThreadPool m_watcher; ///< One thread: a connection sees only the changes of others.
};

/// Opens a connection with the settings that every one of ours has. Throws Failure.
[[nodiscard]] QSqlDatabase openConnection(const QString& name, const QString& file, bool readOnly);

} // namespace purchasing::sql
