#pragma once

#include <QStackedWidget>

namespace purchasing::ui {

/// Pages of which one is shown. Only that one says how small the window may be: a page that nobody sees needs
/// no room.
class PageStack : public QStackedWidget
{
    Q_OBJECT

public:
    explicit PageStack(QWidget* parent = nullptr);

    [[nodiscard]] QSize minimumSizeHint() const override;
};

} // namespace purchasing::ui
