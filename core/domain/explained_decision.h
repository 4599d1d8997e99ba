#pragma once

#include "core/domain/decision.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace purchasing {

/// One part of a rule's condition, as the trace found it.
struct ConditionFinding
{
    enum class Truth { True, False, NotEvaluated, Failed };
    QString text; ///< The part as it stands in the source.
    QString values; ///< "shortage = 20, moq = 50".
    Truth truth = Truth::NotEvaluated;
    bool decisive = false; ///< The first part that failed.
};

/// What one rule did in a run and why, in words and with its place in the text.
struct RuleFinding
{
    enum class Outcome { Fired, MatchedNotChosen, NotMatched, Failed };
    QString rule;
    QString description; ///< As its author wrote it; empty where there is none.
    QString pack;
    int salience = 0;
    int line = 0;
    Outcome outcome = Outcome::NotMatched;
    int cycle = 0; ///< When it fired, from 1; 0 otherwise.
    QString sentence;
    std::vector<ConditionFinding> conditions;
    QStringList writes; ///< "order_qty: 0 → 100", in order.
    QStringList log;
};

/// A decision with the full account of how the rules came to it.
struct ExplainedDecision
{
    Decision decision;
    std::vector<RuleFinding> rules; ///< In evaluation order: by salience, then by place.
    /// The facts as the rules saw them and what they made of them, as canonical JSON (one object, names
    /// ascending); an order keeps it.
    QString factsJson;
};

} // namespace purchasing
