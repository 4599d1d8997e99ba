#pragma once

#include <QLayout>

namespace purchasing::ui {

/// Puts widgets beside each other and begins another line where the width ends, so that a row of buttons
/// needs no more width than its widest button.
class FlowLayout : public QLayout
{
    Q_OBJECT

public:
    explicit FlowLayout(QWidget* parent = nullptr);
    ~FlowLayout() override;

    void addItem(QLayoutItem* item) override { m_items.append(item); }
    [[nodiscard]] int count() const override { return static_cast<int>(m_items.size()); }
    [[nodiscard]] QLayoutItem* itemAt(int index) const override { return m_items.value(index); }
    QLayoutItem* takeAt(int index) override;
    [[nodiscard]] Qt::Orientations expandingDirections() const override { return {}; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize minimumSize() const override;
    [[nodiscard]] QSize sizeHint() const override;
    void setGeometry(const QRect& area) override;

private:
    /// Places the items in `area`, or only measures; returns the height they need.
    int place(const QRect& area, bool isMeasuring) const;

    QList<QLayoutItem*> m_items;
};

} // namespace purchasing::ui
