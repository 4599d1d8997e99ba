#include "ui/help/manual.h"

#include <QAction>
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTextDocument>

#include <algorithm>
#include <functional>
#include <map>

namespace purchasing::ui {
namespace {

constexpr int kAround = 60; // Characters of an excerpt on both sides.

struct ManualTexts
{
    Q_DECLARE_TR_FUNCTIONS(purchasing::ui::Manual)
};

QString read(const QString& file)
{
    QFile source(file);
    return source.open(QIODevice::ReadOnly) ? QString::fromUtf8(source.readAll()) : QString();
}

QString keyInHtml(const QString& text)
{
    return QStringLiteral("<kbd>%1</kbd>").arg(text.toHtmlEscaped());
}

/// The key that an act has as long as nobody gives it another one.
QString usualKey(const QString& act)
{
    static const QJsonObject keys =
        QJsonDocument::fromJson(read(QStringLiteral(":/help/keys.json")).toUtf8()).object();
    return QKeySequence(keys[act].toString(), QKeySequence::PortableText).toString(QKeySequence::NativeText);
}

/// The keys of an act, or a key of texts and lists in this desktop's words.
QString keyFor(const QString& named, const ShortcutKeys& keys)
{
    if (!named.startsWith(QLatin1String("action.")))
        return keyInHtml(QKeySequence(named, QKeySequence::PortableText).toString(QKeySequence::NativeText));
    const KeyedAct* act = keys.find(named);
    if (!act) // Read before anything was opened.
        return keyInHtml(usualKey(named));
    const QList<QKeySequence> held = act->action->shortcuts();
    return held.isEmpty() ? ManualTexts::tr("(no key)")
                          : keyInHtml(held.front().toString(QKeySequence::NativeText));
}

/// Pages name acts, not keys: <kbd>action.createPo</kbd> becomes the key that the act has now.
QString withKeys(const QString& html, const ShortcutKeys& keys)
{
    static const QRegularExpression named(QStringLiteral("<kbd>([^<]+)</kbd>"));
    QString filled;
    qsizetype from = 0;
    for (auto match = named.globalMatch(html); match.hasNext();) {
        const QRegularExpressionMatch each = match.next();
        filled += html.mid(from, each.capturedStart() - from) + keyFor(each.captured(1), keys);
        from = each.capturedEnd();
    }
    return filled + html.mid(from);
}

QString row(const QString& act, const QString& keys)
{
    return QStringLiteral("<tr><td width=\"60%\">%1</td><td>%2</td></tr>")
        .arg(act.toHtmlEscaped(), keyInHtml(keys));
}

/// Every act that has keys, by menu.
QString tableOf(const ShortcutKeys& keys)
{
    QString html;
    QString group;
    const auto begin = [&html, &group](const QString& next) {
        if (next == group)
            return;
        if (!group.isEmpty())
            html += QStringLiteral("</table>");
        group = next;
        html += QStringLiteral("<h2>%1</h2><table width=\"100%\">").arg(group.toHtmlEscaped());
    };
    for (const KeyedAct& act : keys.acts()) {
        if (act.action->shortcuts().isEmpty())
            continue;
        begin(act.group);
        html += row(ShortcutKeys::textOf(*act.action), ShortcutKeys::inWords(act.action->shortcuts()));
    }
    begin(ShortcutKeys::fixedGroup());
    for (const FixedKeys& fixed : ShortcutKeys::fixed())
        html += row(fixed.act, fixed.keys.join(QStringLiteral(", ")));
    return html + QStringLiteral("</table>");
}

QString excerptOf(const QString& text, const QString& word)
{
    const qsizetype start = std::max<qsizetype>(0, text.indexOf(word, 0, Qt::CaseInsensitive) - kAround);
    const QString cut(QChar(0x2026));
    return (start > 0 ? cut : QString()) + text.mid(start, word.size() + 2 * kAround) + cut;
}

QString titleOf(const QString& html)
{
    static const QRegularExpression heading(QStringLiteral("<h1>(.*?)</h1>"));
    QTextDocument plain;
    plain.setHtml(heading.match(html).captured(1));
    return plain.toPlainText();
}

} // namespace

Manual::Manual(const QString& language, const ShortcutKeys& keys)
    : m_folder(QStringLiteral(":/help/%1").arg(language))
{
    if (!QDir(m_folder).exists())
        m_folder = QStringLiteral(":/help/en");
    const QDir folder(m_folder);
    // Their numbers are the reading order.
    for (const QString& file : folder.entryList({QStringLiteral("*.html")}, QDir::Files, QDir::Name)) {
        ManualPage page;
        page.id = file.section(QLatin1Char('_'), 1).section(QLatin1Char('.'), 0, 0);
        page.html = withKeys(read(folder.filePath(file)), keys);
        page.html.replace(QStringLiteral("<!-- shortcuts -->"), tableOf(keys));
        page.title = titleOf(page.html);
        QTextDocument plain;
        plain.setHtml(page.html);
        m_texts.push_back(plain.toPlainText().simplified());
        m_pages.push_back(std::move(page));
    }
}

const ManualPage* Manual::page(const QString& id) const
{
    const auto found =
        std::find_if(m_pages.begin(), m_pages.end(), [&](const ManualPage& each) { return each.id == id; });
    return found == m_pages.end() ? nullptr : &*found;
}

std::vector<Manual::Hit> Manual::search(const QString& words) const
{
    const QStringList wanted = words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (wanted.isEmpty())
        return {};
    std::multimap<qsizetype, Hit, std::greater<>> found; // By how much a page is about the words.
    for (std::size_t i = 0; i < m_pages.size(); ++i) {
        const QString& text = m_texts[i];
        const auto has = [&](const QString& word) { return text.contains(word, Qt::CaseInsensitive); };
        if (!std::all_of(wanted.begin(), wanted.end(), has))
            continue;
        const bool isTitle = m_pages[i].title.contains(wanted.front(), Qt::CaseInsensitive);
        const qsizetype weight =
            text.count(wanted.front(), Qt::CaseInsensitive) + (isTitle ? text.size() : 0);
        found.emplace(weight, Hit{m_pages[i].id, m_pages[i].title, excerptOf(text, wanted.front())});
    }
    std::vector<Hit> hits;
    for (auto& [weight, hit] : found)
        hits.push_back(std::move(hit));
    return hits;
}

QString Manual::anchorOf(const QString& ruleWord) const
{
    const ManualPage* grl = page(QStringLiteral("grl"));
    const QString word = ruleWord.toLower();
    return grl && !word.isEmpty() && grl->html.contains(QStringLiteral("<a name=\"%1\">").arg(word))
        ? word
        : QString();
}

} // namespace purchasing::ui
