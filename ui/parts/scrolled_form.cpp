#include "ui/parts/scrolled_form.h"

#include <QScrollBar>

#include <algorithm>

namespace purchasing::ui {
namespace {

constexpr int kFewestLines = 5; // Less cannot be worked in.

} // namespace

ScrolledForm::ScrolledForm(QWidget* form, const QString& accessibleName, QWidget* parent)
    : WideScroll(parent)
{
    setAccessibleName(accessibleName);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus); // Its fields are scrolled into sight when they get the focus.
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    setWidget(form);
}

QSize ScrolledForm::sizeHint() const
{
    return widget()->sizeHint() + QSize(verticalScrollBar()->sizeHint().width(), 0);
}

QSize ScrolledForm::minimumSizeHint() const
{
    return {WideScroll::minimumSizeHint().width(),
            std::min(widget()->minimumSizeHint().height(), fontMetrics().height() * 2 * kFewestLines)};
}

} // namespace purchasing::ui
