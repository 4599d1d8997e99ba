#include "core/sql/engine/row_lists.h"

#include <QTest>

#include <numeric>

namespace purchasing::sql {

/// Whatever the number of rows, each is written once and named at least once, by few statements of few kinds.
class RowListsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void piecesHaveEachOnce();
    void listsNameAll();

private:
    static std::vector<int> numbers(int count)
    {
        std::vector<int> all(static_cast<std::size_t>(count));
        std::iota(all.begin(), all.end(), 0);
        return all;
    }
    static bool isUsualLength(std::size_t count) { return std::has_single_bit(count) && count <= 64; }
};

void RowListsTest::piecesHaveEachOnce()
{
    for (int count = 0; count <= 200; ++count) {
        std::vector<int> seen;
        int statements = 0;
        inPieces(numbers(count), [&](std::span<const int> piece) {
            QVERIFY(isUsualLength(piece.size()));
            seen.insert(seen.end(), piece.begin(), piece.end());
            ++statements;
        });
        QCOMPARE(seen, numbers(count));
        QVERIFY(statements <= count / 64 + 6);
    }
}

void RowListsTest::listsNameAll()
{
    for (int count = 0; count <= 200; ++count) {
        std::vector<int> seen;
        int statements = 0;
        inLists(numbers(count), [&](std::span<const int> list) {
            QVERIFY(isUsualLength(list.size()));
            for (const int number : list) {
                if (seen.empty() || number != seen.back())
                    seen.push_back(number);
            }
            ++statements;
        });
        QCOMPARE(seen, numbers(count)); // Nothing but the last of a list stands there twice.
        QCOMPARE(statements, (count + 63) / 64);
    }
}

} // namespace purchasing::sql

QTEST_GUILESS_MAIN(purchasing::sql::RowListsTest)
#include "row_lists_test.moc"
