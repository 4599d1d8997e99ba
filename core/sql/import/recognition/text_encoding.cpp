#include "core/sql/import/recognition/text_encoding.h"

#include "core/domain/import_mapping.h"

#include <QRegularExpression>
#include <QStringDecoder>

#include <algorithm>

namespace purchasing::sql {
namespace {

const QString kUtf8 = QStringLiteral("UTF-8");
const QString kWestern = QStringLiteral("windows-1252");

/// Whether the bytes are UTF-8, a character cut at their end aside.
bool isUtf8(QByteArrayView bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder.decode(bytes);
    return !decoder.hasError() && !text.contains(QChar(0));
}

/// Text in one script without a mark has a zero in every second byte: which one tells the order.
QString unmarkedUtf16(QByteArrayView bytes)
{
    qsizetype zeros[2] = {0, 0};
    for (qsizetype i = 0; i < bytes.size(); ++i)
        zeros[i % 2] += bytes[i] == 0 ? 1 : 0;
    const qsizetype characters = bytes.size() / 2;
    if (zeros[1] * 2 > characters && zeros[0] == 0)
        return QStringLiteral("UTF-16LE");
    if (zeros[0] * 2 > characters && zeros[1] == 0)
        return QStringLiteral("UTF-16BE");
    return {};
}

bool isBeyondAscii(QChar c)
{
    return c.unicode() > 0x7f;
}

/// Letters of another code page look like signs within words: "Ko³o", "Stück" of a DOS program.
bool hasSignsInWords(const QString& text)
{
    static const QString kSignsOfNames = QStringLiteral("\u2019\u2018\u00B4\u00B7\u2013\u2014\u00AD\u00A0");
    for (qsizetype i = 1; i + 1 < text.size(); ++i) {
        const QChar c = text[i];
        if (isBeyondAscii(c) && !c.isLetter() && !kSignsOfNames.contains(c) && text[i - 1].isLetter()
            && text[i + 1].isLetter())
            return true;
    }
    return false;
}

/// Words of another script become words of accented letters only, "Áîëò"; Turkish letters those of Icelandic.
bool hasForeignLetters(const QString& text)
{
    static const QRegularExpression letters(
        QStringLiteral("\\b[^\\x00-\\x7F\\W\\d_]{2,}\\b|[\u00F0\u00FD\u00FE\u00D0\u00DD\u00DE]"),
        QRegularExpression::UseUnicodePropertiesOption);
    return letters.match(text).hasMatch();
}

bool hasControls(const QString& text)
{
    return std::any_of(text.begin(), text.end(),
                       [](QChar c) { return isBeyondAscii(c) && c.unicode() < 0xa0; });
}

} // namespace

EncodingGuess guessEncoding(QByteArrayView start)
{
    const auto certain = [](const QString& encoding) { return EncodingGuess{encoding, {encoding}}; };
    if (start.startsWith(QByteArrayView("\xEF\xBB\xBF")))
        return certain(kUtf8);
    if (start.startsWith(QByteArrayView("\xFF\xFE")))
        return certain(QStringLiteral("UTF-16LE"));
    if (start.startsWith(QByteArrayView("\xFE\xFF")))
        return certain(QStringLiteral("UTF-16BE"));
    if (const QString utf16 = unmarkedUtf16(start); !utf16.isEmpty())
        return certain(utf16);
    if (isUtf8(start))
        return certain(kUtf8);
    QStringDecoder western(kWestern.toLatin1().constData());
    const QString text = western.decode(start);
    if (!western.hasError() && !hasControls(text) && !hasSignsInWords(text) && !hasForeignLetters(text))
        return certain(kWestern);
    return {{}, codePages()};
}

} // namespace purchasing::sql
