#include "ui/help/manual_view.h"

#include "ui/help/manual.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QImage>
#include <QWheelEvent>

#include <algorithm>

namespace purchasing::ui {
namespace {

constexpr int kMostZoom = 12; // Points larger.
constexpr int kLeastZoom = -4;
constexpr int kWidestPicture = 640;

/// Beside the contents there is no more room at first.
QImage widthOf(const QImage& picture, int most)
{
    return picture.width() > most ? picture.scaledToWidth(most, Qt::SmoothTransformation) : picture;
}

QString manualStyle(const QFont& font)
{
    const QString code = theme::wash(theme::Tone::Muted).name();
    return QStringLiteral("h1 { font-size: %3pt; } h2 { font-size: %4pt; } h3 { font-size: %5pt; }"
                          "kbd { background-color: %1; font-family: '%6'; white-space: pre; }"
                          "code { background-color: %1; font-family: '%6'; }"
                          "pre { background-color: %1; font-family: '%6'; margin-left: 12px; }"
                          "table { margin-top: 8px; margin-bottom: 8px; }"
                          "th { text-align: left; padding: 3px 10px 3px 0; }"
                          "td { padding: 3px 10px 3px 0; }"
                          "a { color: %2; }")
        .arg(code, theme::ink(theme::Tone::Info).name())
        .arg(font.pointSize() + 7)
        .arg(font.pointSize() + 3)
        .arg(font.pointSize() + 1)
        .arg(theme::fixedFont().family());
}

} // namespace

ManualView::ManualView(QWidget* parent)
    : QTextBrowser(parent)
{
    setObjectName(QStringLiteral("view.manual"));
    setAccessibleName(tr("Page of the manual"));
    setOpenExternalLinks(false);
    document()->setDocumentMargin(18);
}

void ManualView::setManual(const Manual& manual)
{
    m_manual = &manual;
    applyStyle();
}

void ManualView::showPage(const QString& place)
{
    setSource(QUrl(place));
}

QString ManualView::pageId() const
{
    return source().path();
}

void ManualView::zoomTo(int steps)
{
    const int wanted = std::clamp(steps, kLeastZoom, kMostZoom);
    m_zoom = wanted;
    applyStyle();
}

void ManualView::doSetSource(const QUrl& name, QTextDocument::ResourceType type)
{
    // "#anchor" stays on the page; anything that is no page goes nowhere.
    const QString id = name.path();
    if (!m_manual || !(id.isEmpty() ? m_manual->page(pageId()) : m_manual->page(id)))
        return;
    QUrl place = name;
    if (id.isEmpty())
        place.setPath(pageId());
    QTextBrowser::doSetSource(place, type);
}

QVariant ManualView::loadResource(int type, const QUrl& name)
{
    if (!m_manual)
        return {};
    if (type == QTextDocument::ImageResource)
        return widthOf(QImage(m_manual->folder() + QLatin1Char('/') + name.path()), kWidestPicture);
    const ManualPage* page = m_manual->page(name.path());
    return page ? page->html : QString();
}

void ManualView::changeEvent(QEvent* event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_manual)
        applyStyle();
}

void ManualView::wheelEvent(QWheelEvent* event)
{
    if (!(event->modifiers() & Qt::ControlModifier))
        return QTextBrowser::wheelEvent(event);
    zoomTo(m_zoom + (event->angleDelta().y() > 0 ? 1 : -1));
    event->accept();
}

void ManualView::applyStyle()
{
    QFont font = window()->font();
    font.setPointSize(std::max(6, font.pointSize() + m_zoom));
    document()->setDefaultFont(font);
    const QString sheet = manualStyle(font);
    if (document()->defaultStyleSheet() == sheet && !document()->isEmpty())
        return;
    document()->setDefaultStyleSheet(sheet);
    if (!pageId().isEmpty())
        reload();
}

} // namespace purchasing::ui
