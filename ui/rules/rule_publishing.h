#pragma once

#include "core/domain/result.h"
#include "core/domain/rule_set.h"

#include <QObject>

class QAction;
class QWidget;

namespace purchasing::ui {

class DraftKeeper;
class Workspace;

/// What is done with a draft as a whole: publishing and discarding it, merging what others did, going back to
/// a version, adding delivered packs. The actions, why they cannot be used, and their questions.
class RulePublishing : public QObject
{
    Q_OBJECT

public:
    /// `window` is the parent of questions.
    RulePublishing(Workspace& workspace, DraftKeeper& drafts, QWidget* window);

    [[nodiscard]] QAction* publishAction() const { return m_publish; }
    [[nodiscard]] QAction* discardAction() const { return m_discard; }
    [[nodiscard]] QAction* versionsAction() const { return m_versions; }
    [[nodiscard]] QAction* addPacksAction() const { return m_addPacks; }
    [[nodiscard]] QAction* mergeAction() const { return m_merge; }

    /// Says again what may be used; `isTextValid`: the rules have no errors.
    void update(bool isTextValid);
    /// Whether the draft is seen: nobody publishes what they do not see.
    void setShown(bool isShown);

Q_SIGNALS:
    /// The draft waits for a second person now.
    void proposed();
    void done(const QString& message);
    void failed(const QString& what, const purchasing::Error& error);

private:
    /// The draft that a question is about. What another window stores arrives while it is asked, too.
    struct Seen
    {
        std::vector<RulePack> packs;
        std::int64_t basedOn = 0;
        bool isConflicting = false;
    };
    [[nodiscard]] Seen see() const;

    QAction* addAction(const char* icon, const QString& text, const char* name);
    void publish();
    void discard();
    void showVersions();
    void addDeliveredPacks();
    void merge();
    void mergePublished(const RuleSetVersion& base);
    /// Says whether the draft still is what the person saw when a question was asked; tells them when not.
    bool isStill(const Seen& seen, const QString& what);

    Workspace& m_workspace;
    DraftKeeper& m_drafts;
    QWidget* m_window;
    QAction* m_publish;
    QAction* m_discard;
    QAction* m_versions;
    QAction* m_addPacks;
    QAction* m_merge;
    bool m_isTextValid = true;
    QString m_reason; ///< Typed for this draft, until it is published.
    bool m_isShown = false;
};

} // namespace purchasing::ui
