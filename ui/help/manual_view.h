#pragma once

#include <QTextBrowser>

namespace purchasing::ui {

class Manual;

/// Shows pages of the manual and follows the links between them; the colours are the program's. Links that
/// leave the program are shown as text only: the manual works offline.
class ManualView : public QTextBrowser
{
    Q_OBJECT

public:
    explicit ManualView(QWidget* parent = nullptr);

    /// Shows from this manual from now on, which must outlive it; the page stays.
    void setManual(const Manual& manual);
    /// "page" or "page#anchor".
    void showPage(const QString& place);
    [[nodiscard]] QString pageId() const;
    /// As many steps larger than at first as smaller; 0 is as at first.
    void zoomTo(int steps);
    [[nodiscard]] int zoomSteps() const { return m_zoom; }

protected:
    void doSetSource(const QUrl& name, QTextDocument::ResourceType type) override;
    [[nodiscard]] QVariant loadResource(int type, const QUrl& name) override;
    void changeEvent(QEvent* event) override;
    /// Ctrl and the wheel zoom in the same steps as the keys.
    void wheelEvent(QWheelEvent* event) override;

private:
    void applyStyle();

    const Manual* m_manual = nullptr;
    int m_zoom = 0;
};

} // namespace purchasing::ui
