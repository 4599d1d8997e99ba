#include "tests/ui/text_fit.h"

#include "ui/parts/elided_label.h"

#include <QCheckBox>
#include <QGroupBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStyle>
#include <QStyleOptionFrame>
#include <QTabBar>
#include <QToolButton>

namespace purchasing::tests {
namespace {

constexpr int kFrame = 8; // Around a group box's title.

class Look
{
public:
    explicit Look(const QWidget& window)
        : m_window(window)
    {
    }

    template <typename Widget> void at()
    {
        for (const auto* widget : m_window.findChildren<Widget*>())
            check(widget, textOf(*widget));
    }
    [[nodiscard]] const QStringList& clipped() const { return m_clipped; }

private:
    template <typename Widget> static QString textOf(const Widget& widget)
    {
        if constexpr (std::is_same_v<Widget, QGroupBox>)
            return widget.title();
        else
            return widget.text();
    }

    void check(const QWidget* widget, const QString& text)
    {
        if (!widget->isVisible() || text.isEmpty() || qobject_cast<const ui::ElidedLabel*>(widget)
            || qobject_cast<const QLineEdit*>(widget->parentWidget())) // Its buttons show pictures only.
            return;
        const auto* label = qobject_cast<const QLabel*>(widget);
        const bool wraps = label && label->wordWrap();
        const bool isFrame = qobject_cast<const QGroupBox*>(widget) != nullptr; // Its hint is what is in it.
        const QSize needed(wraps         ? 0
                               : isFrame ? widget->fontMetrics().horizontalAdvance(text) + kFrame
                                         : widget->sizeHint().width(),
                           wraps ? widget->heightForWidth(widget->width()) : 0);
        if (needed.width() > widget->width() || needed.height() > widget->height())
            m_clipped << QStringLiteral("%1 \"%2\": %3 x %4 of %5 x %6")
                             .arg(widget->objectName(), text)
                             .arg(widget->width())
                             .arg(widget->height())
                             .arg(needed.width())
                             .arg(needed.height());
    }

    const QWidget& m_window;
    QStringList m_clipped;
};

/// What an empty field asks for; its frame, margins and buttons stand beside it.
QStringList clippedPlaceholder(const QLineEdit& edit)
{
    const bool isSaidElsewhere = !edit.toolTip().isEmpty();
    if (!edit.isVisible() || edit.isReadOnly() || !edit.text().isEmpty() || edit.placeholderText().isEmpty()
        || isSaidElsewhere)
        return {};
    QStyleOptionFrame option;
    option.initFrom(&edit);
    option.lineWidth = edit.style()->pixelMetric(QStyle::PM_DefaultFrameWidth, &option, &edit);
    int room = edit.style()->subElementRect(QStyle::SE_LineEditContents, &option, &edit).width();
    for (const auto* button : edit.findChildren<QAbstractButton*>()) {
        if (button->isVisible())
            room -= button->width();
    }
    const int needed = edit.fontMetrics().horizontalAdvance(edit.placeholderText());
    return needed <= room ? QStringList()
                          : QStringList{QStringLiteral("%1 \"%2\": %3 of %4")
                                            .arg(edit.objectName(), edit.placeholderText())
                                            .arg(room)
                                            .arg(needed)};
}

QStringList clippedSections(const QHeaderView& header)
{
    QStringList clipped;
    if (!header.isVisible() || header.orientation() == Qt::Vertical || !header.model())
        return clipped;
    for (int i = 0; i < header.count(); ++i) {
        if (header.isSectionHidden(i) || header.sectionSize(i) >= header.sectionSizeHint(i))
            continue;
        const QString text = header.model()->headerData(i, Qt::Horizontal).toString();
        const QString tip = header.model()->headerData(i, Qt::Horizontal, Qt::ToolTipRole).toString();
        if (header.textElideMode() == Qt::ElideNone || !tip.contains(text))
            clipped << QStringLiteral("header of %1 \"%2\": %3 of %4")
                           .arg(header.parent()->objectName(), text)
                           .arg(header.sectionSize(i))
                           .arg(header.sectionSizeHint(i));
    }
    return clipped;
}

} // namespace

QStringList clippedTexts(const QWidget& window)
{
    Look look(window);
    look.at<QLabel>();
    look.at<QPushButton>();
    look.at<QToolButton>();
    look.at<QCheckBox>();
    look.at<QRadioButton>();
    look.at<QGroupBox>();
    QStringList clipped = look.clipped();
    for (const auto* area : window.findChildren<QScrollArea*>()) {
        if (area->isVisible() && area->horizontalScrollBar()->maximum() > 0)
            clipped << QStringLiteral("%1: must be scrolled sideways by %2")
                           .arg(area->objectName())
                           .arg(area->horizontalScrollBar()->maximum());
    }
    for (const auto* edit : window.findChildren<QLineEdit*>())
        clipped += clippedPlaceholder(*edit);
    for (const auto* header : window.findChildren<QHeaderView*>())
        clipped += clippedSections(*header);
    return clipped;
}

} // namespace purchasing::tests
