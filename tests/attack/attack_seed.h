#pragma once

#include <QRandomGenerator>
#include <QtGlobal>

namespace purchasing::tests {

/// The attack's random numbers: from ATTACK_SEED, or new ones; which ones, is printed.
[[nodiscard]] inline QRandomGenerator attackRandom()
{
    bool given = false;
    const int asked = qEnvironmentVariableIntValue("ATTACK_SEED", &given);
    const auto seed = given ? static_cast<quint32>(asked) : QRandomGenerator::global()->bounded(1'000'000'000U);
    qInfo("ATTACK_SEED=%u", seed);
    return QRandomGenerator(seed);
}

/// SHORT rounds, or LONG ones where PURCHASING_LONG_TESTS is set.
[[nodiscard]] inline int attackRounds(int shortForm, int longForm)
{
    return qEnvironmentVariableIsSet("PURCHASING_LONG_TESTS") ? longForm : shortForm;
}

} // namespace purchasing::tests
