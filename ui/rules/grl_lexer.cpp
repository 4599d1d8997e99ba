#include "ui/rules/grl_lexer.h"

#include "core/domain/fact_schema.h"
#include "core/grl/functions/functions.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QPalette>
#include <Qsci/qsciscintilla.h>

#include <algorithm>
#include <string>

namespace purchasing::ui {
namespace {

bool isAttribute(std::string_view word)
{
    for (const std::string_view name : {"no", "loop", "lock", "on", "active", "auto", "focus", "agenda",
                                        "activation", "group", "date", "effective", "expires"}) {
        if (grl::equalIgnoringCase(word, name))
            return true;
    }
    return false;
}

GrlLexer::Style styleOf(const grl::Token& token, std::string_view word, bool inHead)
{
    using Kind = grl::TokenKind;
    if (grl::isKeyword(token.kind)) {
        return token.kind == Kind::KeywordTrue || token.kind == Kind::KeywordFalse
                || token.kind == Kind::KeywordNull
            ? GrlLexer::Literal
            : GrlLexer::Keyword;
    }
    switch (token.kind) {
    case Kind::Comment: return GrlLexer::Comment;
    case Kind::Identifier:
        if (inHead)
            return isAttribute(word) ? GrlLexer::Attribute : GrlLexer::Plain;
        if (purchasingSchema().indexOf(word))
            return GrlLexer::Fact;
        return grl::findFunction(word) ? GrlLexer::Function : GrlLexer::Plain;
    case Kind::BindVariable:
    case Kind::MultiVariable: return GrlLexer::Fact;
    case Kind::Integer:
    case Kind::Float: return GrlLexer::Literal;
    case Kind::String: return GrlLexer::Text;
    case Kind::Error: return GrlLexer::Wrong;
    default: return GrlLexer::Operator;
    }
}

} // namespace

GrlLexer::GrlLexer(QsciScintilla* editor)
    : QsciLexerCustom(editor)
{
    applyTheme();
}

QString GrlLexer::description(int style) const
{
    switch (style) {
    case Plain: return tr("Text");
    case Comment: return tr("Comment");
    case Keyword: return tr("Keyword");
    case Attribute: return tr("Attribute");
    case Fact: return tr("Fact");
    case Function: return tr("Function");
    case Literal: return tr("Number or constant");
    case Text: return tr("Quoted text");
    case Operator: return tr("Operator");
    case Wrong: return tr("Not understood");
    default: return {};
    }
}

const char* GrlLexer::wordCharacters() const
{
    return "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_";
}

QColor GrlLexer::defaultColor(int style) const
{
    switch (style) {
    case Comment: return theme::ink(theme::Tone::Muted);
    case Keyword: return theme::ink(theme::Tone::Info);
    case Attribute: return theme::ink(theme::Tone::Attention);
    case Function: return theme::isDark() ? QColor(0xd3a6ff) : QColor(0x6b2fa0);
    case Literal: return theme::isDark() ? QColor(0x8fd3d1) : QColor(0x0b6664);
    case Text: return theme::ink(theme::Tone::Good);
    case Fact: return theme::isDark() ? QColor(0xc9d7ee) : QColor(0x23395d);
    case Wrong: return theme::ink(theme::Tone::Danger);
    default: return QApplication::palette().color(QPalette::Text);
    }
}

QColor GrlLexer::defaultPaper(int /*style*/) const
{
    return QApplication::palette().color(QPalette::Base);
}

QFont GrlLexer::defaultFont(int style) const
{
    QFont font = theme::fixedFont();
    font.setPointSizeF(QApplication::font().pointSizeF() + 0.5);
    font.setBold(style == Keyword);
    return font;
}

void GrlLexer::applyTheme()
{
    setDefaultColor(QApplication::palette().color(QPalette::Text));
    setDefaultPaper(QApplication::palette().color(QPalette::Base));
    setDefaultFont(defaultFont(Plain));
    for (int style = 0; style < StyleCount; ++style) {
        setColor(defaultColor(style), style);
        setPaper(defaultPaper(style), style);
        setFont(defaultFont(style), style);
    }
}

void GrlLexer::styleText(int /*start*/, int /*end*/)
{
    // The whole text: a quote or comment opened anywhere changes everything after it. It is handed over at
    // once, so that the editor takes notice only of what became another style.
    using S = QsciScintillaBase;
    const long size = editor()->SendScintilla(S::SCI_GETLENGTH);
    const auto* bytes =
        static_cast<const char*>(editor()->SendScintillaPtrResult(S::SCI_GETCHARACTERPOINTER));
    const std::string_view text(bytes, static_cast<std::size_t>(size));
    const std::vector<grl::Token> tokens = grl::tokenize(text);
    std::string styles(text.size(), static_cast<char>(Plain));
    bool inHead = false; // Between `rule` and its brace, where words are attributes.
    for (const grl::Token& token : tokens) {
        if (token.kind == grl::TokenKind::KeywordRule)
            inHead = true;
        else if (token.kind == grl::TokenKind::LeftBrace)
            inHead = false;
        const Style style = styleOf(token, text.substr(token.offset, token.length), inHead);
        std::fill_n(styles.begin() + static_cast<std::ptrdiff_t>(token.offset), token.length,
                    static_cast<char>(style));
    }
    startStyling(0);
    editor()->SendScintilla(S::SCI_SETSTYLINGEX, static_cast<uintptr_t>(styles.size()), styles.data());
    foldRules(tokens);
}

void GrlLexer::foldRules(const std::vector<grl::Token>& tokens)
{
    using S = QsciScintillaBase;
    const long lines = editor()->SendScintilla(S::SCI_GETLINECOUNT);
    std::vector<int> depthAtStart(static_cast<std::size_t>(lines) + 1, 0);
    std::vector<bool> opens(static_cast<std::size_t>(lines) + 1, false);
    int depth = 0;
    std::size_t line = 0;
    const auto reach = [&](std::size_t target) {
        while (line < target && line < static_cast<std::size_t>(lines)) {
            ++line;
            depthAtStart[line] = depth;
        }
    };
    for (const grl::Token& token : tokens) {
        reach(static_cast<std::size_t>(token.line - 1));
        if (token.kind == grl::TokenKind::LeftBrace) {
            opens[line] = true;
            ++depth;
        } else if (token.kind == grl::TokenKind::RightBrace && depth > 0) {
            --depth;
        }
    }
    reach(static_cast<std::size_t>(lines));
    for (long i = 0; i < lines; ++i) {
        const auto index = static_cast<std::size_t>(i);
        int level = S::SC_FOLDLEVELBASE + depthAtStart[index];
        if (opens[index] && depthAtStart[index + 1] > depthAtStart[index])
            level |= S::SC_FOLDLEVELHEADERFLAG;
        const auto place = static_cast<unsigned long>(i);
        if (editor()->SendScintilla(S::SCI_GETFOLDLEVEL, place) != level)
            editor()->SendScintilla(S::SCI_SETFOLDLEVEL, place, static_cast<long>(level));
    }
}

} // namespace purchasing::ui
