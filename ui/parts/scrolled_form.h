#pragma once

#include "ui/parts/wide_scroll.h"

namespace purchasing::ui {

/// A form that is as high as it wants to be where there is room, and scrolls where there is none, instead of
/// pressing its rows together.
class ScrolledForm : public WideScroll
{
    Q_OBJECT

public:
    ScrolledForm(QWidget* form, const QString& accessibleName, QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
};

} // namespace purchasing::ui
