#include "core/domain/rule_merge.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

namespace purchasing {
namespace {

QStringList lines(const char* letters)
{
    return QString::fromLatin1(letters).split(QString(), Qt::SkipEmptyParts);
}

QStringList applied(const QStringList& from, const QStringList& to, const std::vector<LineChange>& changes)
{
    QStringList result;
    int done = 0;
    for (const LineChange& change : changes) {
        result += from.mid(done, change.fromStart - done);
        result += to.mid(change.toStart, change.toEnd - change.toStart);
        done = change.fromEnd;
    }
    return result + from.mid(done);
}

QString merged(const char* base, const char* mine, const char* theirs)
{
    QString text;
    for (const MergePart& part : mergeLines(lines(base), lines(mine), lines(theirs))) {
        switch (part.kind) {
        case MergePart::Kind::Same: text += part.base.join(QString()); break;
        case MergePart::Kind::Mine:
        case MergePart::Kind::Both: text += part.mine.join(QString()); break;
        case MergePart::Kind::Theirs: text += part.theirs.join(QString()); break;
        case MergePart::Kind::Conflict:
            text +=
                QStringLiteral("<%1|%2|%3>")
                    .arg(part.mine.join(QString()), part.base.join(QString()), part.theirs.join(QString()));
            break;
        }
    }
    return text;
}

/// The text with a few lines replaced, removed or added.
QStringList edited(QStringList text, QRandomGenerator& random)
{
    for (quint32 n = random.bounded(4U); n > 0; --n) {
        const int at = random.bounded(static_cast<int>(text.size()) + 1);
        if (at < text.size() && random.bounded(3) > 0)
            text.removeAt(at);
        if (random.bounded(3) > 0)
            text.insert(std::min<qsizetype>(at, text.size()), QString(QChar('a' + random.bounded(26))));
    }
    return text;
}

RulePack pack(const char* name, const char* text, bool active = true)
{
    return {QString::fromLatin1(name), QString::fromLatin1(text), active};
}

} // namespace

/// Comparing and merging texts and rule packs.
class RuleMergeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noMoreIsChangedThanMustBe()
    {
        const auto sizes = [](const char* from, const char* to) {
            int removed = 0;
            int added = 0;
            for (const LineChange& change : lineChanges(lines(from), lines(to))) {
                removed += change.fromEnd - change.fromStart;
                added += change.toEnd - change.toStart;
            }
            return std::pair(removed, added);
        };
        QCOMPARE(sizes("abcabba", "cbabac"), std::pair(3, 2));
        QCOMPARE(sizes("xaxcxabc", "abcy"), std::pair(5, 1));
        QCOMPARE(sizes("abcdef", "fabcde"), std::pair(1, 1));
        QCOMPARE(sizes("", "abc"), std::pair(0, 3));
        QCOMPARE(sizes("abc", ""), std::pair(3, 0));
    }

    /// Beyond that many changes looking for common lines would take too long.
    void textsWithLittleInCommonAreOneChange()
    {
        const auto changesOf = [](int replaced) {
            QStringList from;
            QStringList to;
            for (int i = 0; i < replaced; ++i) {
                from << QStringLiteral("old %1").arg(i) << QStringLiteral("same %1").arg(i);
                to << QStringLiteral("new %1").arg(i) << QStringLiteral("same %1").arg(i);
            }
            return lineChanges(from, to).size();
        };
        QCOMPARE(changesOf(1000), std::size_t{1000}); // A line away and one there, each.
        QCOMPARE(changesOf(1001), std::size_t{1});
    }

    void changesTurnOneTextIntoTheOther()
    {
        const quint32 seed = QRandomGenerator::system()->generate();
        qInfo("seed %u", seed);
        QRandomGenerator random(seed);
        for (int round = 0; round < 3000; ++round) {
            QStringList from;
            QStringList to;
            const int few = 1 + random.bounded(5); // Few letters, so that lines repeat.
            for (int n = random.bounded(12); n > 0; --n)
                from << QString(QChar('a' + random.bounded(few)));
            for (int n = random.bounded(12); n > 0; --n)
                to << QString(QChar('a' + random.bounded(few)));
            const auto changes = lineChanges(from, to);
            QCOMPARE(applied(from, to, changes), to);
            QCOMPARE(changes.empty(), from == to);
        }
    }

    void changesAreFew()
    {
        QCOMPARE(lineChanges(lines("abcde"), lines("abXde")), (std::vector<LineChange>{{2, 3, 2, 3}}));
        QCOMPARE(lineChanges(lines("abc"), lines("abcd")), (std::vector<LineChange>{{3, 3, 3, 4}}));
        QCOMPARE(lineChanges(lines("abcdef"), lines("bcdXf")),
                 (std::vector<LineChange>{{0, 1, 0, 0}, {4, 5, 3, 4}}));
        QCOMPARE(lineChanges({}, lines("a")), (std::vector<LineChange>{{0, 0, 0, 1}}));
    }

    /// Long texts that have nothing in common are one change, at once.
    void strangersAreOneChange()
    {
        QStringList from;
        QStringList to;
        for (int i = 0; i < 6000; ++i) {
            from << QStringLiteral("from %1").arg(i);
            to << QStringLiteral("to %1").arg(i);
        }
        QCOMPARE(lineChanges(from, to), (std::vector<LineChange>{{0, 6000, 0, 6000}}));
    }

    void mergesWhatOneSideChanged()
    {
        QCOMPARE(merged("abcde", "aXcde", "abcYe"), QStringLiteral("aXcYe"));
        QCOMPARE(merged("abcde", "bcde", "abcdef"), QStringLiteral("bcdef"));
        QCOMPARE(merged("abcde", "abcde", "aXe"), QStringLiteral("aXe"));
        QCOMPARE(merged("abcde", "aXe", "abcde"), QStringLiteral("aXe"));
        QCOMPARE(merged("abc", "aXc", "aXc"), QStringLiteral("aXc"));
    }

    void findsConflicts()
    {
        QCOMPARE(merged("abc", "aXc", "aYc"), QStringLiteral("a<X|b|Y>c"));
        QCOMPARE(merged("abc", "ac", "aYc"), QStringLiteral("a<|b|Y>c")); // Removed here, changed there.
        QCOMPARE(merged("ab", "aXb", "aYb"), QStringLiteral("a<X||Y>b")); // Two additions in one place.
        QCOMPARE(merged("abcd", "aXcd", "abYd"), QStringLiteral("a<Xc|bc|bY>d")); // They touch.
        QCOMPARE(merged("abcdef", "aXYZef", "abcWef"), QStringLiteral("a<XYZ|bcd|bcW>ef"));
    }

    /// No change of either side is missing from a merge, and without conflicts the sides may be exchanged.
    void nothingIsLost()
    {
        const quint32 seed = QRandomGenerator::system()->generate();
        qInfo("seed %u", seed);
        QRandomGenerator random(seed);
        int clean = 0;
        for (int round = 0; round < 5000; ++round) {
            const QStringList base = lines("ABCDEFGHIJ");
            const QStringList mine = edited(base, random);
            const QStringList theirs = edited(base, random);
            QStringList minesBack;
            QStringList theirsBack;
            bool hasConflict = false;
            for (const MergePart& part : mergeLines(base, mine, theirs)) {
                const bool isSame = part.kind == MergePart::Kind::Same;
                minesBack += isSame ? part.base : part.mine;
                theirsBack += isSame ? part.base : part.theirs;
                hasConflict = hasConflict || part.kind == MergePart::Kind::Conflict;
            }
            QCOMPARE(minesBack, mine);
            QCOMPARE(theirsBack, theirs);
            if (hasConflict)
                continue;
            ++clean;
            const auto text = [](const QStringList& all) { return all.join(QLatin1Char('\n')); };
            const auto packsOf = [&](const QStringList& all) {
                return std::vector<RulePack>{{QStringLiteral("p"), text(all), true}};
            };
            QCOMPARE(RuleMerge(packsOf(base), packsOf(mine), packsOf(theirs)).packs(),
                     RuleMerge(packsOf(base), packsOf(theirs), packsOf(mine)).packs());
        }
        QVERIFY(clean > 100);
    }

    void packsAreMergedOneByOne()
    {
        const std::vector<RulePack> base{pack("a", "1\n2\n3\n"), pack("b", "x\n"), pack("c", "y\n"),
                                         pack("d", "z\n")};
        const std::vector<RulePack> mine{pack("a", "1\n2\n3\nmine\n"), pack("b", "x\n", false),
                                         pack("d", "changed\n"), pack("m", "new\n")};
        const std::vector<RulePack> theirs{pack("a", "theirs\n1\n2\n3\n"), pack("b", "x\nmore\n"),
                                           pack("c", "y\n"), pack("t", "new too\n")};
        const RuleMerge merge(base, mine, theirs);
        QVERIFY(merge.conflicts().empty());
        // "c" is removed as I did; "d", which they removed and I changed, stays.
        QCOMPARE(merge.packs(),
                 (std::vector<RulePack>{pack("a", "theirs\n1\n2\n3\nmine\n"), pack("b", "x\nmore\n", false),
                                        pack("d", "changed\n"), pack("m", "new\n"), pack("t", "new too\n")}));
        QCOMPARE(merge.taken(), 3);
    }

    void whatTheyRemovedIsOneChange()
    {
        const std::vector<RulePack> base{pack("a", "1\n"), pack("b", "2\n")};
        const RuleMerge merge(base, base, {pack("a", "1\n")});
        QCOMPARE(merge.packs(), (std::vector<RulePack>{pack("a", "1\n")}));
        QCOMPARE(merge.taken(), 1);
        QCOMPARE(RuleMerge(base, {pack("a", "1\n")}, base).taken(), 0); // I did.
    }

    void conflictsAreResolvedByHand()
    {
        const std::vector<RulePack> base{pack("a", "1\n2\n3\n4\n5\n6")};
        const std::vector<RulePack> mine{pack("a", "1\nmine\n3\n4\n5\nend")};
        const std::vector<RulePack> theirs{pack("a", "1\ntheirs\n3\n4\n5\nother end")};
        RuleMerge merge(base, mine, theirs);
        QCOMPARE(merge.conflicts().size(), 2U);
        QCOMPARE(merge.conflicts()[0].line, 2);
        QCOMPARE(merge.conflicts()[0].before, QStringLiteral("2\n"));
        QCOMPARE(merge.conflicts()[0].mine, QStringLiteral("mine\n"));
        QCOMPARE(merge.conflicts()[0].theirs, QStringLiteral("theirs\n"));
        QCOMPARE(merge.packs(), mine); // Until somebody decides.
        QVERIFY(!merge.isResolved());
        merge.resolve(0, QStringLiteral("mine\ntheirs\n"));
        merge.resolve(1, QString());
        QVERIFY(merge.isResolved());
        QCOMPARE(merge.packs().front().text, QStringLiteral("1\nmine\ntheirs\n3\n4\n5"));
        merge.resolve(0, QStringLiteral("by hand")); // Its last line needs no end.
        QCOMPARE(merge.packs().front().text, QStringLiteral("1\nby hand\n3\n4\n5"));
    }
};

} // namespace purchasing

QTEST_GUILESS_MAIN(purchasing::RuleMergeTest)
#include "rule_merge_test.moc"
