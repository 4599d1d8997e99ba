#include "core/sql/import/recognition/column_names.h"
#include "core/sql/import/recognition/people_days.h"
#include "core/sql/import/recognition/people_numbers.h"
#include "core/sql/import/recognition/text_encoding.h"

#include <QTest>

namespace purchasing::sql {
namespace {

QString inWords(const PeopleNumber& number)
{
    using Kind = PeopleNumber::Kind;
    switch (number.kind) {
    case Kind::None: return QStringLiteral("none");
    case Kind::Nothing: return QStringLiteral("nothing");
    case Kind::Ambiguous: return QStringLiteral("ambiguous");
    case Kind::Percent: return QStringLiteral("percent");
    case Kind::Certain: break;
    }
    return number.digits + (number.currency.isEmpty() ? QString() : QLatin1Char(' ') + number.currency);
}

} // namespace

/// The single cells of people's files: numbers, days, headers, and the encoding of a file's beginning.
class RecognitionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbersAloneMeanWhatTheyMust_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("alone");
        QTest::addColumn<QString>("withPoint");
        QTest::addColumn<QString>("withComma");
        const auto row = [](const char* text, const char* alone, const char* withPoint,
                            const char* withComma) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(alone)
                                << QString::fromUtf8(withPoint) << QString::fromUtf8(withComma);
        };
        row("12", "12", "12", "12");
        row("1.5", "1.5", "1.5", "none");
        row("1,5", "1.5", "none", "1.5");
        row("1.234", "ambiguous", "1.234", "1234");
        row("1,234", "ambiguous", "1234", "1.234");
        row("0.234", "0.234", "0.234", "none"); // No thousands begin with a zero.
        row(".234", "0.234", "0.234", "none");
        row("1234.567", "1234.567", "1234.567", "none");
        row("1.234,50", "1234.50", "none", "1234.50");
        row("1,234.50", "1234.50", "1234.50", "none");
        row("1.234.567", "1234567", "none", "1234567");
        row("123.456.789", "123456789", "none", "123456789");
        row("1234.567.890", "none", "none", "none");
        row("0.123.456", "none", "none", "none"); // No thousands begin with a zero.
        row("1.2345.678", "none", "none", "none");
        row("1.23.45", "none", "none", "none"); // The last group has three.
        row("1,23,456.7", "123456.7", "123456.7", "none");
        row("1'234.50", "1234.50", "1234.50", "none");
        row("1\u00A0234,5", "1234.5", "none", "1234.5");
        row("1 23", "none", "none", "none");
        row("12.34.5", "none", "none", "none");
        row("1,2,3", "none", "none", "none");
        row("-5", "-5", "-5", "-5");
        row("\u22125,5", "-5.5", "none", "-5.5");
        row("5-", "-5", "-5", "-5");
        row("(5)", "-5", "-5", "-5");
        row("+5", "5", "5", "5");
        row("--5", "none", "none", "none");
        row("\u20AC 12,50", "12.50 \u20AC", "none", "12.50 \u20AC");
        row("12.50 EUR", "12.50 EUR", "12.50 EUR", "none");
        row("USD12.50", "12.50 USD", "12.50 USD", "none");
        row("-$3.10", "-3.10 $", "-3.10 $", "none");
        row("99.-", "99", "99", "99"); // No cents, and no sign.
        row("99,--", "99", "99", "99");
        row("CHF 1'250.-", "1250 CHF", "1250 CHF", "1250 CHF");
        row("8.\u2013 CHF", "8 CHF", "8 CHF", "8 CHF");
        row("99.5-", "-99.5", "-99.5", "none");
        row("20 PCS", "20", "20", "20");
        row("14 Tage", "14", "14", "14");
        row("12 %", "percent", "percent", "percent");
        row("12 boxes", "none", "none", "none");
        row("1e5", "none", "none", "none");
        row("-", "nothing", "nothing", "nothing");
        row("n/a", "nothing", "nothing", "nothing");
        row("#N/A", "none", "none", "none");
        row(".", "none", "none", "none");
        row("EUR", "none", "none", "none");
    }

    void numbersAloneMeanWhatTheyMust()
    {
        QFETCH(QString, text);
        QTEST(inWords(readPeopleNumber(text)), "alone");
        QTEST(inWords(readPeopleNumber(text, QLatin1Char('.'))), "withPoint");
        QTEST(inWords(readPeopleNumber(text, QLatin1Char(','))), "withComma");
    }

    void daysByOrder_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("alone"); // Empty: it takes an order, or is none.
        QTest::addColumn<QString>("dmy");
        QTest::addColumn<QString>("mdy");
        const auto row = [](const char* text, const char* alone, const char* dmy, const char* mdy) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(alone)
                                << QString::fromUtf8(dmy) << QString::fromUtf8(mdy);
        };
        const auto certain = [&row](const char* text, const char* day) { row(text, day, day, day); };
        certain("2026-03-09", "2026-03-09");
        certain("2026/3/9", "2026-03-09");
        certain("9.3.2026", "2026-03-09");
        certain("09.03.26", "2026-03-09");
        certain("20260309", "2026-03-09");
        certain("9 March 2026", "2026-03-09");
        certain("9. M\u00E4rz 2026", "2026-03-09");
        certain("09-Mar-26", "2026-03-09");
        certain("Mar 9, 2026", "2026-03-09");
        certain("9 de marzo de 2026", "2026-03-09");
        certain("2026-03-09 14:30:00", "2026-03-09");
        certain("2026-03-09T14:30:00.000Z", "2026-03-09");
        certain("Mon, 9 Mar 2026", "2026-03-09");
        row("3/9/27", "", "2027-09-03", "2027-03-09");
        row("3/3/27", "2027-03-03", "2027-03-03", "2027-03-03");
        row("13/1/2026", "2026-01-13", "2026-01-13", "");
        row("1/13/2026", "2026-01-13", "", "2026-01-13");
        row("1/13/2026 8:05 AM", "2026-01-13", "", "2026-01-13");
        certain("2026-02-30", "");
        certain("31.4.2026", "");
        certain("2026-03-09 x", "");
        certain("3/4/5", "");
        certain("012/3/2026", "");
        certain("2026/3/2026", "");
        certain("46090", "");
        certain("9 Foo 2026", "");
        certain("3.9", "");
        certain("2026-03-09-01", "");
    }

    void daysByOrder()
    {
        QFETCH(QString, text);
        const PeopleDay day = readPeopleDay(text);
        QTEST(day.in(DayOrder::Unknown).toString(Qt::ISODate), "alone");
        QTEST(day.in(DayOrder::DayMonthYear).toString(Qt::ISODate), "dmy");
        QTEST(day.in(DayOrder::MonthDayYear).toString(Qt::ISODate), "mdy");
    }

    void headersByName_data()
    {
        QTest::addColumn<QString>("header");
        QTest::addColumn<QString>("field");
        const auto row = [](const char* header, const char* field) {
            QTest::newRow(header) << QString::fromUtf8(header) << QString::fromUtf8(field);
        };
        row("product_id", "product_id");
        row(" ARTIKEL-NR. ", "product_id");
        row("R\u00E9f\u00E9rence article", "product_id");
        row("Preis/St\u00FCck (EUR)", "unit_price");
        row("EK netto", "unit_price");
        row("Price per 100", "");
        row("Lead time (weeks)", "");
        row("Lead Time [days]", "lead_time_days");
        row("Rabatt %", "");
        row("Pr\u00E9cio unitario", "unit_price");
        row("Mindestbestellmenge", "moq");
        row("Farbe", "");
        row("", "");
    }

    void headersByName()
    {
        QFETCH(QString, header);
        const auto fields = fieldsNamed(header);
        QTEST(fields.empty() ? QString() : fields.front().field, "field");
    }

    void ourOwnListsAreKnownByTheirHeaders_data()
    {
        QTest::addColumn<QString>("headers");
        QTest::addColumn<int>("list");
        const auto row = [](const char* headers, OwnExport list) {
            QTest::newRow(headers) << QString::fromLatin1(headers) << static_cast<int>(list);
        };
        row("Product;Name;Decision", OwnExport::None);
        row("Product;Decision;Shortage", OwnExport::Products);
        row("Produkt;Entscheidung;Fehlmenge", OwnExport::Products);
        row("Product;Shortage;Required", OwnExport::None);
        row("Product;Shortage;Required;Daily use", OwnExport::Products);
        row("Order;State;Created", OwnExport::None);
        row("Order;State;Created;Sent", OwnExport::Orders);
        row("Bestellung;Status;Angelegt;Gesendet", OwnExport::Orders);
        row("Order;State;Created;Sent;Decision;Shortage", OwnExport::Orders);
    }

    void ourOwnListsAreKnownByTheirHeaders()
    {
        QFETCH(QString, headers);
        const QStringList list = headers.split(QLatin1Char(';'));
        QTEST(static_cast<int>(ownExportWith({list.begin(), list.end()})), "list");
    }

    void encodingsByTheFirstBytes()
    {
        const auto guess = [](const QByteArray& bytes) { return guessEncoding(bytes).encoding; };
        QCOMPARE(guess("plain"), QStringLiteral("UTF-8"));
        QCOMPARE(guess("Gr\xC3\xB6\xC3\x9F"), QStringLiteral("UTF-8"));
        QCOMPARE(guess("Gr\xC3\xB6\xC3"), QStringLiteral("UTF-8")); // Cut within a letter.
        QCOMPARE(guess("Gr\xF6\xDF"
                       "e"),
                 QStringLiteral("windows-1252"));
        QCOMPARE(guess(QByteArray("S\0K\0U\0", 6)), QStringLiteral("UTF-16LE"));
        QCOMPARE(guess(QByteArray("\0S\0K\0U", 6)), QStringLiteral("UTF-16BE"));
        // Where no more than half of the letters are Latin, zeros do not tell; nothing may be read as what it
        // is not.
        QVERIFY(guess(QByteArray("A\0B\0\x11\x04\x12\x04", 8)) != QLatin1String("UTF-16LE"));
        QVERIFY(guess(QByteArray("\0A\0B\x04\x11\x04\x12", 8)) != QLatin1String("UTF-16BE"));
        QCOMPARE(guess(QByteArray("A\0B\0C\0\x11\x04\x12\x04", 10)), QStringLiteral("UTF-16LE"));
        QCOMPARE(guess(QByteArray("\0A\0B\0C\x04\x11\x04\x12", 10)), QStringLiteral("UTF-16BE"));
        QCOMPARE(guess("Schl\x81ssel"), QString()); // A DOS program's: asked.
        QCOMPARE(guess("\xC1\xEE\xEB\xF2"), QString()); // Russian, as nobody's letters.
        QCOMPARE(guess("Bolt M8 \xEA\xE3"), QString()); // A short word is enough.
        QCOMPARE(guess("Ya\xF0 filtresi"), QString()); // Turkish, as Icelandic.
        QCOMPARE(guess("S\xFC\xDF\xF6l \xE0 la carte"), QStringLiteral("windows-1252"));
        // Marks say it, whatever follows.
        QCOMPARE(guess("\xEF\xBB\xBF"
                       "a\xFF"),
                 QStringLiteral("UTF-8"));
        QCOMPARE(guess("\xFF\xFE"
                       "a"),
                 QStringLiteral("UTF-16LE"));
        QCOMPARE(guess("\xFE\xFF"
                       "a"),
                 QStringLiteral("UTF-16BE"));
        // Signs are no letters of another script before and behind words, nor those that names have.
        QCOMPARE(guess("5 m\xB3 \xABk\xFChl\xBB"), QStringLiteral("windows-1252"));
        QCOMPARE(guess("O\x92Neill, l\xB7l, 5\xA0km, a\xA0km"), QStringLiteral("windows-1252"));
        QCOMPARE(guess("a/b, it's \xFC"), QStringLiteral("windows-1252"));
        QCOMPARE(guess("Ko\xB3o"), QString());
        QCOMPARE(guess("K\xB3o"), QString());
        QCOMPARE(guess("\xC1\xEE\xEB."), QString());
        QVERIFY(guessEncoding("Schl\x81ssel").candidates.contains(QStringLiteral("IBM850")));
    }
};

} // namespace purchasing::sql

QTEST_GUILESS_MAIN(purchasing::sql::RecognitionTest)
#include "recognition_test.moc"
