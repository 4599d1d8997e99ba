#include "core/sql/import/recognition/people_days.h"

#include <QHash>
#include <QLocale>
#include <QRegularExpression>

namespace purchasing::sql {
namespace {

constexpr auto kWhatever = static_cast<int>(DayOrder::Unknown);

/// Months by name in the languages of the files we know, three letters and whole.
const QHash<QString, int>& monthsByName()
{
    static const QHash<QString, int> months = [] {
        QHash<QString, int> names;
        for (const QLocale::Language language :
             {QLocale::English, QLocale::German, QLocale::French, QLocale::Spanish, QLocale::Italian,
              QLocale::Dutch, QLocale::Polish}) {
            const QLocale locale(language);
            for (int month = 1; month <= 12; ++month) {
                for (const auto form : {QLocale::LongFormat, QLocale::ShortFormat}) {
                    for (QString name :
                         {locale.monthName(month, form), locale.standaloneMonthName(month, form)})
                        names.insert(name.toLower().remove(QLatin1Char('.')), month);
                }
            }
        }
        const char* const german[] = {"jan", "feb", "mrz", "apr", "mai", "jun",
                                      "jul", "aug", "sep", "okt", "nov", "dez"};
        for (int month = 1; month <= 12; ++month)
            names.insert(QLatin1String(german[month - 1]), month);
        names.insert(QStringLiteral("sept"), 9);
        return names;
    }();
    return months;
}

/// Catalogues and their demand are of our time.
int fullYear(const QString& year)
{
    return year.size() == 2 ? 2000 + year.toInt() : year.toInt();
}

QString withoutTime(const QString& text)
{
    static const QRegularExpression time(
        QStringLiteral("(?:T|,?\\s+)([01]?\\d|2[0-3]):[0-5]\\d(:[0-5]\\d([.,]\\d{1,9})?)?\\s*([AaPp][Mm])?"
                       "\\s*(Z|[+-]\\d{2}:?\\d{2})?$"));
    static const QRegularExpression weekday(QStringLiteral("^[^\\W\\d]{2,10}[.,]{1,2}\\s+(?=\\d)"),
                                            QRegularExpression::UseUnicodePropertiesOption);
    return QString(text).remove(time).remove(weekday).trimmed();
}

PeopleDay certainDay(int year, int month, int day)
{
    PeopleDay result;
    result.inOrder[kWhatever] = QDate(year, month, day);
    return result;
}

/// "9 March 2026", "9. März 2026", "09-Mar-26", "Mar 9, 2026".
PeopleDay namedMonth(const QString& text)
{
    static const QRegularExpression dayFirst(
        QStringLiteral("^(\\d{1,2})(?:\\.|st|nd|rd|th)?[\\s-]+(?:de\\s+)?([^\\W\\d]+)\\.?[\\s,-]+(?:de\\s+)?("
                       "\\d{4}|\\d{2})$"),
        QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression monthFirst(
        QStringLiteral("^([^\\W\\d]+)\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})$"),
        QRegularExpression::UseUnicodePropertiesOption);
    if (const auto match = dayFirst.match(text); match.hasMatch())
        return certainDay(fullYear(match.captured(3)), monthsByName().value(match.captured(2).toLower()),
                          match.captured(1).toInt());
    if (const auto match = monthFirst.match(text); match.hasMatch())
        return certainDay(fullYear(match.captured(3)), monthsByName().value(match.captured(1).toLower()),
                          match.captured(2).toInt());
    return {};
}

} // namespace

bool PeopleDay::isDay() const
{
    return inOrder[0].isValid() || inOrder[1].isValid() || inOrder[2].isValid() || inOrder[3].isValid();
}

bool PeopleDay::isAmbiguous() const
{
    QDate known;
    for (const QDate& day : inOrder) {
        if (day.isValid() && known.isValid() && day != known)
            return true;
        if (day.isValid())
            known = day;
    }
    return false;
}

QDate PeopleDay::in(DayOrder order) const
{
    if (inOrder[kWhatever].isValid())
        return inOrder[kWhatever];
    if (order != DayOrder::Unknown)
        return inOrder[static_cast<int>(order)];
    if (isAmbiguous())
        return {};
    for (const QDate& day : inOrder) {
        if (day.isValid())
            return day;
    }
    return {};
}

PeopleDay readPeopleDay(const QString& whole)
{
    static const QRegularExpression numbers(
        QStringLiteral("^(\\d{1,4})([./-])\\s?(\\d{1,2})\\2\\s?(\\d{4}|\\d{1,2})$"));
    static const QRegularExpression compact(QStringLiteral("^(\\d{4})(\\d{2})(\\d{2})$"));
    const QString text = withoutTime(whole.trimmed());
    if (const auto match = compact.match(text); match.hasMatch())
        return certainDay(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt());
    const QRegularExpressionMatch match = numbers.match(text);
    if (!match.hasMatch())
        return namedMonth(text);
    const QString first = match.captured(1);
    const QString second = match.captured(3);
    const QString third = match.captured(4);
    if (first.size() == 4)
        return third.size() <= 2 ? certainDay(first.toInt(), second.toInt(), third.toInt()) : PeopleDay();
    if (first.size() == 3 || third.size() == 1)
        return {};
    const int year = fullYear(third);
    if (match.captured(2) == QLatin1String(".")) // Who writes points writes the day first.
        return certainDay(year, second.toInt(), first.toInt());
    PeopleDay day;
    day.inOrder[static_cast<int>(DayOrder::DayMonthYear)] = QDate(year, second.toInt(), first.toInt());
    day.inOrder[static_cast<int>(DayOrder::MonthDayYear)] = QDate(year, first.toInt(), second.toInt());
    if (match.captured(2) == QLatin1String("-") && first.size() == 2 && third.size() == 2)
        day.inOrder[static_cast<int>(DayOrder::YearMonthDay)] =
            QDate(fullYear(first), second.toInt(), third.toInt());
    return day;
}

} // namespace purchasing::sql
