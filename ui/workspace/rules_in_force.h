#pragma once

#include "core/domain/result.h"
#include "core/flow/rule_engine.h"

#include <QDate>
#include <QFuture>
#include <QObject>
#include <QThreadPool>

#include <memory>

namespace purchasing {
class PurchasingFlow;
}

namespace purchasing::ui {

/// The compiled rules that decide orders now. What is on the screen may still be decided by others, while
/// everything is decided anew or because somebody cancelled that: that is remembered here, too. Lives on the
/// GUI thread; reading and compiling run on a thread of `background`.
class RulesInForce : public QObject
{
    Q_OBJECT

public:
    using Compiled = std::shared_ptr<const RuleEngine>;

    /// `flow` and `background` must outlive it; so must `flow` what still runs in `background`.
    RulesInForce(PurchasingFlow& flow, QThreadPool& background, QObject* parent = nullptr);

    /// Null until the first were taken.
    [[nodiscard]] const Compiled& current() const { return m_current; }
    /// Asks the database which are in force and compiles them where they are others. Whoever asked has to
    /// take() them.
    [[nodiscard]] QFuture<Result<Compiled>> read() const;
    /// These are in force from now on.
    void take(const Compiled& compiled);

    /// Deciding everything by them was cancelled on that day; a null one: nothing is held back.
    void holdBackSince(const QDate& day);
    [[nodiscard]] QDate heldBackSince() const { return m_heldBackSince; }
    /// Somebody cancelled today what deciding by these would be. What somebody cancelled is not begun again
    /// by itself.
    [[nodiscard]] bool isHeldBack(const RuleEngine& compiled, const QDate& today) const;
    /// Says in a sentence what one sees instead: what `shown` decided on `day`. Empty where nothing is held
    /// back.
    [[nodiscard]] QString heldBackReason(const RuleEngine& shown, const QDate& day) const;

Q_SIGNALS:
    /// Other rules are in force; what is shown follows when everything was decided by them.
    void rulesChanged();
    /// heldBackSince() is another day.
    void heldBackChanged();

private:
    PurchasingFlow& m_flow;
    QThreadPool& m_background;
    Compiled m_current;
    QDate m_heldBackSince; ///< Null while nothing is held back.
};

} // namespace purchasing::ui
