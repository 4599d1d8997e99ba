#include "ui/rules/rule_editor.h"

#include "core/domain/fact_schema.h"
#include "core/domain/text_merge.h"
#include "core/flow/rule_words.h"
#include "core/grl/functions/functions.h"
#include "ui/rules/grl_lexer.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QPalette>
#include <QPixmap>
#include <QScopedValueRollback>
#include <QToolTip>
#include <Qsci/qscicommandset.h>

namespace purchasing::ui {
namespace {

enum Indicator { ErrorSquiggle = 8, WarningSquiggle = 9 };
enum Marker { ErrorMark = 1, WarningMark = 2 };
enum Margin { LineNumbers = 0, Marks = 1, Folds = 2 };
constexpr int kCompletionList = 1;

QString qstring(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

RuleEditor::RuleEditor(QWidget* parent)
    : QsciScintilla(parent)
    , m_lexer(new GrlLexer(this))
{
    // Rules are read from left to right in every language: mirrored, "a > b" would read "a < b". paintEvent()
    // does the rest; a buffer of QScintilla's own would keep the direction from it.
    setLayoutDirection(Qt::LeftToRight);
    SendScintilla(SCI_SETBUFFEREDDRAW, 0UL);
    setUtf8(true);
    setEolMode(EolUnix);
    setLexer(m_lexer);
    setTabWidth(4);
    setIndentationWidth(4);
    setIndentationsUseTabs(false);
    setAutoIndent(true);
    setBackspaceUnindents(true);
    setBraceMatching(SloppyBraceMatch);
    setCaretLineVisible(true);
    setAutoCompletionSource(
        AcsNone); // Lists are shown by complete(); the text's own words would drown the facts.
    setUpMargins();
    clearClashingKeys();
    indicatorDefine(SquiggleIndicator, ErrorSquiggle);
    indicatorDefine(SquiggleIndicator, WarningSquiggle);
    markerDefine(Circle, ErrorMark);
    markerDefine(Circle, WarningMark);
    applyTheme();
    connect(this, &QsciScintilla::userListActivated, this, [this](int, const QString& choice) {
        const long end = SendScintilla(SCI_GETCURRENTPOS);
        const long start = SendScintilla(SCI_WORDSTARTPOSITION, static_cast<unsigned long>(end), 1L);
        const QByteArray word = choice.section(QLatin1Char(' '), 0, 0).toUtf8();
        SendScintilla(SCI_SETSEL, static_cast<unsigned long>(start), end);
        SendScintilla(SCI_REPLACESEL, word.constData());
    });
}

void RuleEditor::setUpMargins()
{
    setMarginType(LineNumbers, NumberMargin);
    connect(this, &QsciScintilla::linesChanged, this, &RuleEditor::fitLineNumbers);
    setMarginType(Marks, SymbolMargin);
    setMarginWidth(Marks, 16);
    setMarginMarkerMask(Marks, (1 << ErrorMark) | (1 << WarningMark));
    setFolding(BoxedTreeFoldStyle, Folds);
}

/// Wide enough for the last one, and no narrower than for three digits: most texts grow beyond 99 lines, and
/// nobody likes a text that moves.
void RuleEditor::fitLineNumbers()
{
    constexpr int kFewestDigits = 3;
    constexpr int kBeside = 1; // Room before them, of a digit's width.
    const auto digits = static_cast<int>(QString::number(lines()).size());
    setMarginWidth(LineNumbers, QString(std::max(kFewestDigits, digits) + kBeside, QLatin1Char('0')));
}

void RuleEditor::clearClashingKeys()
{
    // Keys that mean something else in this application, or that would surprise: Ctrl+L deletes the line,
    // Ctrl+T swaps lines.
    for (const int key : {int(Qt::Key_L), int(Qt::Key_D), int(Qt::Key_T), int(Qt::Key_U)}) {
        for (const int modifiers :
             {int(Qt::ControlModifier), int(Qt::ControlModifier) | int(Qt::ShiftModifier)}) {
            if (QsciCommand* command = standardCommands()->boundTo(modifiers | key)) {
                if (command->key() == (modifiers | key))
                    command->setKey(0);
                else
                    command->setAlternateKey(0);
            }
        }
    }
}

void RuleEditor::applyTheme()
{
    const QPalette palette = QApplication::palette();
    m_lexer->applyTheme();
    setPaper(palette.color(QPalette::Base));
    setColor(palette.color(QPalette::Text));
    setCaretForegroundColor(palette.color(QPalette::Text));
    setCaretLineBackgroundColor(palette.color(QPalette::AlternateBase));
    setSelectionBackgroundColor(palette.color(QPalette::Highlight));
    setSelectionForegroundColor(palette.color(QPalette::HighlightedText));
    setMarginsBackgroundColor(palette.color(QPalette::Window));
    setMarginsForegroundColor(theme::ink(theme::Tone::Muted));
    setMarginsFont(m_lexer->defaultFont(GrlLexer::Plain));
    fitLineNumbers();
    setFoldMarginColors(palette.color(QPalette::Window), palette.color(QPalette::Window));
    setMatchedBraceBackgroundColor(theme::wash(theme::Tone::Info));
    setMatchedBraceForegroundColor(theme::ink(theme::Tone::Info));
    setUnmatchedBraceBackgroundColor(theme::wash(theme::Tone::Danger));
    setUnmatchedBraceForegroundColor(theme::ink(theme::Tone::Danger));
    setIndicatorForegroundColor(theme::ink(theme::Tone::Danger), ErrorSquiggle);
    setIndicatorForegroundColor(theme::ink(theme::Tone::Attention), WarningSquiggle);
    setMarkerBackgroundColor(theme::ink(theme::Tone::Danger), ErrorMark);
    setMarkerForegroundColor(theme::ink(theme::Tone::Danger), ErrorMark);
    setMarkerBackgroundColor(theme::ink(theme::Tone::Attention), WarningMark);
    setMarkerForegroundColor(theme::ink(theme::Tone::Attention), WarningMark);
    for (int marker = SC_MARKNUM_FOLDEREND; marker <= int(SC_MARKNUM_FOLDEROPEN); ++marker) {
        // Not by QScintilla's own functions, which know only marks that it gave out.
        SendScintilla(SCI_MARKERSETFORE, marker, palette.color(QPalette::Window));
        SendScintilla(SCI_MARKERSETBACK, marker, theme::ink(theme::Tone::Muted));
    }
    setCallTipsBackgroundColor(palette.color(QPalette::ToolTipBase));
    setCallTipsForegroundColor(palette.color(QPalette::ToolTipText));
    recolor();
}

void RuleEditor::setDiagnostics(std::vector<grl::Diagnostic> diagnostics)
{
    m_diagnostics = std::move(diagnostics);
    const long length = SendScintilla(SCI_GETLENGTH);
    for (const int indicator : {ErrorSquiggle, WarningSquiggle}) {
        SendScintilla(SCI_SETINDICATORCURRENT, indicator);
        SendScintilla(SCI_INDICATORCLEARRANGE, 0UL, length);
    }
    markerDeleteAll(ErrorMark);
    markerDeleteAll(WarningMark);
    for (const grl::Diagnostic& diagnostic : m_diagnostics) {
        const bool isError = diagnostic.severity == grl::Severity::Error;
        // At least one character, or a mistake at the end of the text would have no mark.
        long start = static_cast<long>(diagnostic.offset);
        long size = static_cast<long>(std::max<std::size_t>(diagnostic.length, 1));
        if (start >= length)
            start = std::max(0L, length - 1);
        size = std::min(size, length - start);
        SendScintilla(SCI_SETINDICATORCURRENT, isError ? ErrorSquiggle : WarningSquiggle);
        SendScintilla(SCI_INDICATORFILLRANGE, static_cast<unsigned long>(start), size);
        markerAdd(diagnostic.line - 1, isError ? ErrorMark : WarningMark);
    }
}

QString RuleEditor::diagnosticTextAt(long position) const
{
    QStringList texts;
    for (const grl::Diagnostic& diagnostic : m_diagnostics) {
        const auto start = static_cast<long>(diagnostic.offset);
        const long end = start + static_cast<long>(std::max<std::size_t>(diagnostic.length, 1));
        if (position >= start && position < end) {
            texts << messageInWords(diagnostic);
            if (!diagnostic.hint.empty())
                texts << hintInWords(diagnostic);
        }
    }
    return texts.join(QLatin1Char('\n'));
}

QString RuleEditor::noteOfLine(int line) const
{
    QStringList texts;
    for (const grl::Diagnostic& diagnostic : m_diagnostics) {
        if (diagnostic.line - 1 == line)
            texts << messageInWords(diagnostic);
    }
    return texts.join(QLatin1Char('\n'));
}

QString RuleEditor::noteAt(long position) const
{
    QStringList texts{diagnosticTextAt(position)};
    const long style = SendScintilla(SCI_GETSTYLEAT, static_cast<unsigned long>(position));
    const long start = SendScintilla(SCI_WORDSTARTPOSITION, static_cast<unsigned long>(position), 1L);
    const long end = SendScintilla(SCI_WORDENDPOSITION, static_cast<unsigned long>(position), 1L);
    const QString word = text(static_cast<int>(start), static_cast<int>(end));
    if (style == GrlLexer::Text) // Quoted, it can only be a rule.
        texts << m_notes.aboutRule(word);
    else if (style != GrlLexer::Comment && !word.isEmpty())
        texts << m_notes.about(word);
    texts.removeAll(QString());
    return texts.join(QLatin1Char('\n'));
}

void RuleEditor::showNote()
{
    const long position = SendScintilla(SCI_GETCURRENTPOS);
    QString note = noteAt(position);
    if (note.isEmpty() && position > 0)
        note = noteAt(position - 1); // Behind a name one means the name.
    if (note.isEmpty())
        note = SendScintilla(SCI_GETSTYLEAT, static_cast<unsigned long>(position)) == GrlLexer::Comment
            ? tr("A comment: the rules do not read it.")
            : tr("Put the cursor on a fact, a function, a rule or a word of the language to see what it is.");
    const QPoint place(static_cast<int>(SendScintilla(SCI_POINTXFROMPOSITION, 0UL, position)),
                       static_cast<int>(SendScintilla(SCI_POINTYFROMPOSITION, 0UL, position)
                                        + SendScintilla(SCI_TEXTHEIGHT, 0UL)));
    QToolTip::showText(viewport()->mapToGlobal(place), note, this);
}

bool RuleEditor::event(QEvent* event)
{
    // Before a menu's or a tab bar's shortcut takes them.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->modifiers() == Qt::ControlModifier
            && (key->key() == Qt::Key_M || key->key() == Qt::Key_Tab)) {
            event->accept();
            return true;
        }
    }
    if (event->type() == QEvent::ToolTip) {
        auto* help = static_cast<QHelpEvent*>(event);
        const QPoint place = viewport()->mapFrom(this, help->pos());
        const long position = SendScintilla(SCI_POSITIONFROMPOINTCLOSE, static_cast<unsigned long>(place.x()),
                                            static_cast<long>(place.y()));
        QString text = position >= 0 ? noteAt(position) : QString();
        if (text.isEmpty() && place.x() < 60) // Over the margin.
            text = noteOfLine(lineAt(place));
        if (text.isEmpty())
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), text, this);
        return true;
    }
    return QsciScintilla::event(event);
}

void RuleEditor::keyPressEvent(QKeyEvent* event)
{
    // Tab stays in the editor; Ctrl+Tab leaves it, and Tab too after Ctrl+M, so that the keyboard is never
    // trapped.
    const bool isLeaving = m_tabLeaves || (event->modifiers() & Qt::ControlModifier);
    if (event->key() == Qt::Key_Tab && isLeaving) {
        QAbstractScrollArea::focusNextPrevChild(true); // QScintilla's own goes nowhere.
        return;
    }
    if (event->key() == Qt::Key_Backtab && isLeaving) {
        QAbstractScrollArea::focusNextPrevChild(false);
        return;
    }
    if (event->key() == Qt::Key_M && event->modifiers() == Qt::ControlModifier) {
        m_tabLeaves = !m_tabLeaves;
        Q_EMIT tabChanged(m_tabLeaves);
        return;
    }
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::ControlModifier) {
        complete();
        return;
    }
    if (event->key() == Qt::Key_Slash && event->modifiers() == Qt::ControlModifier) {
        toggleComment();
        return;
    }
    QsciScintilla::keyPressEvent(event);
    const QString typed = event->text();
    if (!typed.isEmpty() && (typed[0].isLetter() || typed[0] == QLatin1Char('_')) && !isListActive()) {
        const long position = SendScintilla(SCI_GETCURRENTPOS);
        const long start = SendScintilla(SCI_WORDSTARTPOSITION, static_cast<unsigned long>(position), 1L);
        if (position - start >= 2)
            complete();
    }
}

void RuleEditor::paintEvent(QPaintEvent* event)
{
    if (m_isPainting || QGuiApplication::layoutDirection() == Qt::LeftToRight)
        return QsciScintilla::paintEvent(event);
    // Every painter begins in the direction of the program, whatever the widget's is, and QScintilla makes
    // its own. Rendered, it gets one that was told otherwise.
    QPainter screen(viewport()); // Before rendering, which ends the way there.
    QPixmap picture(viewport()->size() * devicePixelRatioF());
    picture.setDevicePixelRatio(devicePixelRatioF());
    {
        QPainter painter(&picture);
        painter.setLayoutDirection(Qt::LeftToRight);
        const QScopedValueRollback<bool> guard(m_isPainting, true);
        viewport()->setAttribute(Qt::WA_WState_InPaintEvent, false); // Or Qt warns of recursion, which it is.
        viewport()->render(&painter, QPoint(), QRegion(), QWidget::RenderFlags());
        viewport()->setAttribute(Qt::WA_WState_InPaintEvent, true);
    }
    screen.drawPixmap(0, 0, picture);
}

QString RuleEditor::wordAtCursor() const
{
    int line = 0;
    int index = 0;
    getCursorPosition(&line, &index);
    const QString text = this->text(line);
    const auto isPart = [&text](int at) {
        return at >= 0 && at < text.size()
            && (text[at].isLetterOrNumber() || text[at] == QLatin1Char('_') || text[at] == QLatin1Char('-'));
    };
    int start = index;
    while (isPart(start - 1))
        --start;
    int end = index;
    while (isPart(end))
        ++end;
    return text.mid(start, end - start);
}

void RuleEditor::complete()
{
    const long position = SendScintilla(SCI_GETCURRENTPOS);
    // What was typed just now is styled when it is painted, which is too late to tell a comment.
    SendScintilla(SCI_COLOURISE, static_cast<unsigned long>(SendScintilla(SCI_POSITIONBEFORE, position)),
                  position);
    const long style =
        position > 0 ? SendScintilla(SCI_GETSTYLEAT, static_cast<unsigned long>(position - 1)) : 0;
    const long start = SendScintilla(SCI_WORDSTARTPOSITION, static_cast<unsigned long>(position), 1L);
    const QString word = text(static_cast<int>(start), static_cast<int>(position));
    QStringList entries;
    const auto offer = [&](const QString& name, const QString& note) {
        if (name.startsWith(word, Qt::CaseInsensitive) && name.compare(word, Qt::CaseInsensitive) != 0)
            entries << (note.isEmpty() ? name : QStringLiteral("%1   %2").arg(name, note));
    };
    if (style == GrlLexer::Comment)
        return;
    if (style == GrlLexer::Text || style == GrlLexer::Wrong) {
        // Inside quotes only rule names make sense, and only as the argument of Retract.
        int line = 0;
        int column = 0;
        lineIndexFromPosition(static_cast<int>(position), &line, &column);
        if (!text(line).left(column).contains(QStringLiteral("Retract("), Qt::CaseInsensitive))
            return;
        for (const QString& name : m_ruleNames)
            offer(name, {});
    } else {
        for (const grl::FactDeclaration& fact : purchasingSchema().facts())
            offer(qstring(fact.name), kindInWords(fact));
        for (const grl::FunctionInfo& function : grl::functions())
            offer(qstring(function.name), qstring(function.signature));
        for (const char* keyword : {"rule", "when", "then", "salience", "no-loop", "true", "false"})
            offer(QLatin1String(keyword), {});
    }
    if (entries.isEmpty()) {
        cancelList();
        return;
    }
    entries.sort(Qt::CaseInsensitive);
    showUserList(kCompletionList, entries);
}

void RuleEditor::toggleComment()
{
    int fromLine = 0;
    int toLine = 0;
    int column = 0;
    if (hasSelectedText()) {
        int fromColumn = 0;
        getSelection(&fromLine, &fromColumn, &toLine, &column);
        if (column == 0 && toLine > fromLine)
            --toLine;
    } else {
        getCursorPosition(&fromLine, &column);
        toLine = fromLine;
    }
    bool all = true;
    for (int line = fromLine; line <= toLine; ++line)
        all = all && (text(line).trimmed().isEmpty() || text(line).trimmed().startsWith(QLatin1String("//")));
    beginUndoAction();
    for (int line = fromLine; line <= toLine; ++line) {
        const QString content = text(line);
        if (content.trimmed().isEmpty())
            continue;
        qsizetype indent = 0;
        while (content[indent].isSpace())
            ++indent;
        if (all) {
            const int size = content.mid(indent, 3) == QLatin1String("// ") ? 3 : 2;
            setSelection(line, static_cast<int>(indent), line, static_cast<int>(indent) + size);
            removeSelectedText();
        } else {
            insertAt(QStringLiteral("// "), line, static_cast<int>(indent));
        }
    }
    endUndoAction();
}

void RuleEditor::changeTo(const QString& text)
{
    const QStringList from = this->text().split(QLatin1Char('\n'));
    const QStringList to = text.split(QLatin1Char('\n'));
    std::vector<LineChange> changes = lineChanges(from, to);
    if (lines() != from.size()) // Other line ends are among them, which QScintilla counts, too.
        changes = {{0, static_cast<int>(from.size()), 0, static_cast<int>(to.size())}};
    beginUndoAction();
    for (auto change = changes.rbegin(); change != changes.rend(); ++change) {
        const bool isAtEnd = change->fromEnd == from.size();
        if (isAtEnd && change->fromStart > 0) { // The line feed before the last line comes and goes with it.
            --change->fromStart;
            --change->toStart;
        }
        QString lines = to.mid(change->toStart, change->toEnd - change->toStart).join(QLatin1Char('\n'));
        if (!isAtEnd && change->toStart < change->toEnd)
            lines += QLatin1Char('\n');
        SendScintilla(SCI_SETTARGETSTART,
                      SendScintilla(SCI_POSITIONFROMLINE, static_cast<unsigned long>(change->fromStart)));
        SendScintilla(SCI_SETTARGETEND,
                      isAtEnd
                          ? SendScintilla(SCI_GETLENGTH)
                          : SendScintilla(SCI_POSITIONFROMLINE, static_cast<unsigned long>(change->fromEnd)));
        const QByteArray bytes = lines.toUtf8();
        SendScintilla(SCI_REPLACETARGET, static_cast<uintptr_t>(bytes.size()), bytes.constData());
    }
    endUndoAction();
}

void RuleEditor::goTo(int line, int column)
{
    ensureLineVisible(line - 1);
    // In the upper third, so that the rule below its first line is seen.
    SendScintilla(SCI_SETFIRSTVISIBLELINE, static_cast<unsigned long>(std::max(0, line - 6)));
    const long start = SendScintilla(SCI_POSITIONFROMLINE, static_cast<unsigned long>(line - 1));
    const long end = SendScintilla(SCI_GETLINEENDPOSITION, static_cast<unsigned long>(line - 1));
    const long place = SendScintilla(SCI_POSITIONRELATIVE, static_cast<unsigned long>(start),
                                     static_cast<long>(std::max(1, column) - 1));
    // Nothing is there when the text ends before.
    SendScintilla(SCI_GOTOPOS, static_cast<unsigned long>(place < start ? start : std::min(place, end)));
    setFocus();
}

} // namespace purchasing::ui
