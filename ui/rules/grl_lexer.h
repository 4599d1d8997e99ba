#pragma once

#include "core/grl/syntax/lexer.h"

#include <Qsci/qscilexercustom.h>

#include <vector>

namespace purchasing::ui {

/// Colours rule text by the language's own lexer and gives each rule a fold. Colours come from the palette,
/// so that no style is left over when the theme changes.
class GrlLexer : public QsciLexerCustom
{
    Q_OBJECT

public:
    enum Style {
        Plain,
        Comment,
        Keyword,
        Attribute,
        Fact,
        Function,
        Literal,
        Text,
        Operator,
        Wrong,
        StyleCount
    };

    explicit GrlLexer(QsciScintilla* editor);

    [[nodiscard]] const char* language() const override { return "GRL"; }
    [[nodiscard]] QString description(int style) const override;
    void styleText(int start, int end) override;
    [[nodiscard]] QColor defaultColor(int style) const override;
    [[nodiscard]] QColor defaultPaper(int style) const override;
    [[nodiscard]] QFont defaultFont(int style) const override;
    [[nodiscard]] const char* wordCharacters() const override;

    /// Takes the colours of the current palette.
    void applyTheme();

private:
    void foldRules(const std::vector<grl::Token>& tokens);
};

} // namespace purchasing::ui
