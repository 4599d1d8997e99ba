#pragma once

#include <QScrollArea>

namespace purchasing::ui {

/// Scrolls up and down only: it is never narrower than what is in it, which is read whole.
class WideScroll : public QScrollArea
{
    Q_OBJECT

public:
    explicit WideScroll(QWidget* parent = nullptr);

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent* event) override;
};

} // namespace purchasing::ui
