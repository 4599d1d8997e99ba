#pragma once

#include <QChar>
#include <QString>

namespace purchasing::sql {

/// A number as somebody wrote it: signs of money and blanks taken off, the decimal sign perhaps open.
struct PeopleNumber
{
    enum class Kind {
        None, ///< No number at all.
        Nothing, ///< A sign for no value: "-", "n/a".
        Certain, ///< One meaning whatever the rest of the file says.
        Ambiguous, ///< A thousand or a thousandth: "1.234".
        Percent
    };

    Kind kind = Kind::None;
    QChar decimal; ///< The decimal sign that it shows, by use or by the thousands separator; null: neither.
    QString currency; ///< "EUR" or "€", as it stands; empty where it has none.
    QString digits; ///< Certain, or read with a decimal sign: with a point, "-1234.5".
};

/// Reads a number as it stands alone.
[[nodiscard]] PeopleNumber readPeopleNumber(const QString& text);
/// The same knowing the decimal sign of the file: None where the number does not fit it.
[[nodiscard]] PeopleNumber readPeopleNumber(const QString& text, QChar decimal);

} // namespace purchasing::sql
