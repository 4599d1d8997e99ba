#include "ui/theme/theme.h"

#include "core/domain/decision.h"

#include <QApplication>
#include <QFile>
#include <QFontDatabase>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QProxyStyle>
#include <QStyleFactory>
#include <QStyleOption>
#include <QSvgRenderer>

#include <algorithm>

namespace purchasing::ui::theme {
namespace {

Scheme g_scheme = Scheme::System;
std::optional<QPalette> g_desktopPalette; // As the desktop gave it, before the first apply().

QPalette lightPalette()
{
    QPalette palette;
    palette.setColor(QPalette::Window, QColor(0xf4f5f7));
    palette.setColor(QPalette::WindowText, QColor(0x1d2530));
    palette.setColor(QPalette::Base, QColor(0xffffff));
    palette.setColor(QPalette::AlternateBase, QColor(0xf7f9fb));
    palette.setColor(QPalette::Text, QColor(0x1d2530));
    palette.setColor(QPalette::Button, QColor(0xfcfcfd));
    palette.setColor(QPalette::ButtonText, QColor(0x1d2530));
    palette.setColor(QPalette::BrightText, QColor(0xffffff));
    palette.setColor(QPalette::Highlight, QColor(0x1f5fbf));
    palette.setColor(QPalette::HighlightedText, QColor(0xffffff));
    palette.setColor(QPalette::ToolTipBase, QColor(0x1d2530));
    palette.setColor(QPalette::ToolTipText, QColor(0xf4f5f7));
    palette.setColor(QPalette::PlaceholderText, QColor(0x66707d));
    palette.setColor(QPalette::Link, QColor(0x1a55ad));
    palette.setColor(QPalette::Light, QColor(0xffffff));
    palette.setColor(QPalette::Midlight, QColor(0xe9ecf0));
    palette.setColor(QPalette::Mid, QColor(0xcbd1d9));
    palette.setColor(QPalette::Dark, QColor(0xa6aeb9));
    palette.setColor(QPalette::Shadow, QColor(0x7a8390));
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, QColor(0x8a929d));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, QColor(0xc3cad3));
    return palette;
}

QPalette darkPalette()
{
    QPalette palette;
    palette.setColor(QPalette::Window, QColor(0x1e2228));
    palette.setColor(QPalette::WindowText, QColor(0xe6e9ee));
    palette.setColor(QPalette::Base, QColor(0x15181d));
    palette.setColor(QPalette::AlternateBase, QColor(0x1a1e24));
    palette.setColor(QPalette::Text, QColor(0xe6e9ee));
    palette.setColor(QPalette::Button, QColor(0x2a2f37));
    palette.setColor(QPalette::ButtonText, QColor(0xe6e9ee));
    palette.setColor(QPalette::BrightText, QColor(0xffffff));
    palette.setColor(QPalette::Highlight, QColor(0x2f6fd0));
    palette.setColor(QPalette::HighlightedText, QColor(0xffffff));
    palette.setColor(QPalette::ToolTipBase, QColor(0x343a44));
    palette.setColor(QPalette::ToolTipText, QColor(0xe6e9ee));
    palette.setColor(QPalette::PlaceholderText, QColor(0x9aa4b2));
    palette.setColor(QPalette::Link, QColor(0x7db0ff));
    palette.setColor(QPalette::Light, QColor(0x3b424d));
    palette.setColor(QPalette::Midlight, QColor(0x2c323b));
    palette.setColor(QPalette::Mid, QColor(0x3a414c));
    palette.setColor(QPalette::Dark, QColor(0x11141a));
    palette.setColor(QPalette::Shadow, QColor(Qt::black));
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, QColor(0x78818e));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, QColor(0x3a414c));
    return palette;
}

/// Draws an SVG whose strokes say currentColor in the colour of the palette at the time of painting, so that
/// icons follow a change of theme.
class PaletteIconEngine : public QIconEngine
{
public:
    PaletteIconEngine(QString name, std::optional<Tone> tone)
        : m_name(std::move(name))
        , m_tone(tone)
    {
    }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State /*state*/) override
    {
        const qreal scale = painter->device()->devicePixelRatioF();
        QPixmap drawn = pixmapOf(QSizeF(rect.size() * scale).toSize(), mode);
        drawn.setDevicePixelRatio(scale);
        painter->drawPixmap(rect.topLeft(), drawn);
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State /*state*/) override
    {
        return pixmapOf(size, mode);
    }

    [[nodiscard]] QIconEngine* clone() const override { return new PaletteIconEngine(*this); }

private:
    /// Drawn once for each size and colour: a grid paints its icons with every page.
    [[nodiscard]] QPixmap pixmapOf(const QSize& size, QIcon::Mode mode) const
    {
        const QByteArray color = colorFor(mode).name().toLatin1();
        const QString key = QStringLiteral("theme %1 %2 %3x%4")
                                .arg(m_name, QLatin1String(color))
                                .arg(size.width())
                                .arg(size.height());
        QPixmap pixmap;
        if (QPixmapCache::find(key, &pixmap))
            return pixmap;
        QFile file(QStringLiteral(":/icons/%1.svg").arg(m_name));
        QByteArray svg = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        svg.replace("currentColor", color);
        pixmap = QPixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        QSvgRenderer(svg).render(&painter, QRectF(QPointF(), QSizeF(size)));
        painter.end();
        QPixmapCache::insert(key, pixmap);
        return pixmap;
    }

    [[nodiscard]] QColor colorFor(QIcon::Mode mode) const
    {
        const QPalette palette = QApplication::palette();
        if (mode == QIcon::Disabled)
            return palette.color(QPalette::Disabled, QPalette::ButtonText);
        if (mode == QIcon::Selected)
            return palette.color(QPalette::HighlightedText);
        return m_tone ? ink(*m_tone) : palette.color(QPalette::ButtonText);
    }

    QString m_name;
    std::optional<Tone> m_tone;
};

/// Fusion frames check boxes and fields darker than the window, which on a dark one makes them invisible; and
/// it does not say which box of several lines has the focus.
class FramedFields : public QProxyStyle
{
public:
    using QProxyStyle::QProxyStyle;

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override
    {
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        const bool hasFocus = option->state.testFlag(State_HasFocus);
        const bool isOnDark = option->palette.color(QPalette::Window).lightness() < 128;
        if (element == PE_Frame && hasFocus)
            return frame(painter, option->rect, option->palette.color(QPalette::Highlight));
        if (!isOnDark)
            return;
        if (element == PE_IndicatorCheckBox || element == PE_IndicatorItemViewItemCheck)
            frame(painter, option->rect, ink(Tone::Muted));
        else if (element == PE_FrameLineEdit && !hasFocus)
            frame(painter, option->rect, option->palette.color(QPalette::Mid).lighter(130));
    }

    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                            const QWidget* widget) const override
    {
        QProxyStyle::drawComplexControl(control, option, painter, widget);
        if (control == CC_SpinBox && !option->state.testFlag(State_HasFocus)
            && option->palette.color(QPalette::Window).lightness() < 128)
            frame(painter, option->rect, option->palette.color(QPalette::Mid).lighter(130));
    }

    /// Numbers are at the right edge of their column and names at the left of theirs: less, and one runs into
    /// the other.
    [[nodiscard]] int pixelMetric(PixelMetric metric, const QStyleOption* option,
                                  const QWidget* widget) const override
    {
        constexpr int kBesideCells = 4;
        return metric == PM_FocusFrameHMargin || metric == PM_HeaderMargin
            ? std::max(kBesideCells, QProxyStyle::pixelMetric(metric, option, widget))
            : QProxyStyle::pixelMetric(metric, option, widget);
    }

    /// What does not fit into a tool bar is behind a sign that every theme must show.
    [[nodiscard]] QIcon standardIcon(StandardPixmap standard, const QStyleOption* option,
                                     const QWidget* widget) const override
    {
        return standard == SP_ToolBarHorizontalExtensionButton
            ? QIcon(new PaletteIconEngine(QStringLiteral("more"), std::nullopt))
            : QProxyStyle::standardIcon(standard, option, widget);
    }

private:
    static void frame(QPainter* painter, const QRect& rect, const QColor& color)
    {
        painter->save();
        painter->setPen(color);
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(rect.adjusted(0, 0, -1, -1));
        painter->restore();
    }
};

} // namespace

void apply(Scheme scheme)
{
    if (!g_desktopPalette) {
        g_desktopPalette = QApplication::palette();
        QApplication::setStyle(new FramedFields(QStyleFactory::create(QStringLiteral("Fusion"))));
    }
    g_scheme = scheme;
    const bool dark = scheme == Scheme::Dark
        || (scheme == Scheme::System && g_desktopPalette->color(QPalette::Window).lightness() < 128);
    const QPalette palette = dark ? darkPalette() : lightPalette();
    QApplication::setPalette(palette);
    // Fusion's own tool tips ignore the palette; the rest of the look needs no style sheet.
    qApp->setStyleSheet(
        QStringLiteral("QToolTip { color: %1; background: %2; border: 1px solid %3; padding: 4px; }")
            .arg(palette.color(QPalette::ToolTipText).name(), palette.color(QPalette::ToolTipBase).name(),
                 palette.color(QPalette::Mid).name()));
}

Scheme current()
{
    return g_scheme;
}

QString settingWord(Scheme scheme)
{
    return scheme == Scheme::Light ? QStringLiteral("light")
        : scheme == Scheme::Dark   ? QStringLiteral("dark")
                                   : QStringLiteral("system");
}

Scheme fromSettingWord(const QString& word)
{
    return word == QLatin1String("light") ? Scheme::Light
        : word == QLatin1String("dark")   ? Scheme::Dark
                                          : Scheme::System;
}

bool isDark()
{
    return QApplication::palette().color(QPalette::Window).lightness() < 128;
}

QColor ink(Tone tone)
{
    const bool dark = isDark();
    switch (tone) {
    case Tone::Neutral: return QApplication::palette().color(QPalette::Text);
    case Tone::Good: return dark ? QColor(0x6fcf97) : QColor(0x146c3c);
    case Tone::Attention: return dark ? QColor(0xf2b950) : QColor(0x8a5300);
    case Tone::Danger: return dark ? QColor(0xff8a80) : QColor(0xb3261e);
    case Tone::Info: return dark ? QColor(0x7db0ff) : QColor(0x1a55ad);
    case Tone::Muted: return dark ? QColor(0x9aa4b2) : QColor(0x5b6572);
    }
    return {};
}

QColor wash(Tone tone)
{
    const bool dark = isDark();
    switch (tone) {
    case Tone::Neutral: return QApplication::palette().color(QPalette::Base);
    case Tone::Good: return dark ? QColor(0x1b3326) : QColor(0xe3f4e9);
    case Tone::Attention: return dark ? QColor(0x3a2e14) : QColor(0xfdf0d5);
    case Tone::Danger: return dark ? QColor(0x40201f) : QColor(0xfce4e2);
    case Tone::Info: return dark ? QColor(0x1c2c45) : QColor(0xe3edfb);
    case Tone::Muted: return dark ? QColor(0x272c34) : QColor(0xeceff3);
    }
    return {};
}

Tone toneOf(Word word)
{
    switch (word) {
    case Word::Blocked: return Tone::Danger;
    case Word::NeedsApproval: return Tone::Attention;
    case Word::ToOrder: return Tone::Info;
    case Word::Covered: return Tone::Good;
    case Word::Enough: return Tone::Muted;
    }
    return Tone::Neutral;
}

Tone toneOf(OrderState state)
{
    switch (state) {
    case OrderState::Draft: return Tone::Muted;
    case OrderState::PendingApproval:
    case OrderState::SendUnknown: return Tone::Attention;
    case OrderState::Approved:
    case OrderState::Sending: return Tone::Info;
    case OrderState::Sent:
    case OrderState::Received: return Tone::Good;
    case OrderState::Rejected: return Tone::Danger;
    case OrderState::Cancelled: return Tone::Muted;
    }
    return Tone::Neutral;
}

QFont fixedFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(std::max(font.pointSizeF(), QApplication::font().pointSizeF()));
    return font;
}

QIcon icon(const QString& name)
{
    return QIcon(new PaletteIconEngine(name, std::nullopt));
}

QIcon icon(const QString& name, Tone tone)
{
    return QIcon(new PaletteIconEngine(name, tone));
}

QString iconNameOf(Word word)
{
    switch (word) {
    case Word::Blocked: return QStringLiteral("blocked");
    case Word::NeedsApproval: return QStringLiteral("approvals");
    case Word::ToOrder: return QStringLiteral("order");
    case Word::Covered: return QStringLiteral("covered");
    case Word::Enough: return QStringLiteral("enough");
    }
    return {};
}

} // namespace purchasing::ui::theme
