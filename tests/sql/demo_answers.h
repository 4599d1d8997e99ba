#pragma once

#include "core/domain/decision.h"

#include <cstdint>

namespace purchasing::sql {

/// What the three default rule packs make of a product of the demo catalogue, worked out by decimal
/// arithmetic from the figures in sql/sqlite/0003_seed.sql and 0004_demo.sql. Blocked products order nothing.
struct DemoAnswer
{
    const char* productId;
    const char* supplierId; ///< The supplier that decides; empty where there is none.
    Word word;
    std::int64_t qty;
    const char* total; ///< Before discount and tax.
    const char* toPay;
};

// clang-format off
inline constexpr DemoAnswer kDemoAnswers[] = {
    {"PROD-001", "SUP-001", Word::ToOrder, 100, "1599.00", "1726.92"},
    {"PROD-002", "SUP-002", Word::ToOrder, 245, "3797.50", "4101.30"},
    {"PROD-003", "SUP-003", Word::ToOrder, 110, "2750.00", "2970.00"},
    {"PROD-101", "SUP-101", Word::ToOrder, 3, "9999.99", "10799.99"},
    {"PROD-102", "SUP-102", Word::NeedsApproval, 7, "10937.50", "11812.50"},
    {"PROD-103", "SUP-101", Word::ToOrder, 100, "10000.00", "10800.00"},
    {"PROD-104", "SUP-101", Word::NeedsApproval, 1, "10000.01", "10800.01"},
    {"PROD-105", "SUP-103", Word::NeedsApproval, 1, "49999.99", "53999.99"},
    {"PROD-106", "SUP-107", Word::NeedsApproval, 5000, "50000.00", "48600.00"},
    {"PROD-107", "SUP-107", Word::NeedsApproval, 4999, "49990.00", "53989.20"},
    {"PROD-111", "SUP-108", Word::Blocked, 0, "0.00", "0.00"},
    {"PROD-112", "SUP-103", Word::Blocked, 0, "0.00", "0.00"},
    {"PROD-113", "", Word::Blocked, 0, "0.00", "0.00"},
    {"PROD-114", "SUP-107", Word::Blocked, 0, "0.00", "0.00"},
    {"PROD-115", "SUP-102", Word::Blocked, 0, "0.00", "0.00"},
    {"PROD-116", "SUP-101", Word::Blocked, 0, "0.00", "0.00"},
    {"PROD-117", "SUP-001", Word::Blocked, 0, "0.00", "0.00"},
    {"PROD-118", "SUP-108", Word::Blocked, 0, "0.00", "0.00"},
    {"PROD-121", "SUP-102", Word::Enough, 0, "0.00", "0.00"},
    {"PROD-122", "SUP-104", Word::ToOrder, 120, "1200.00", "1296.00"},
    {"PROD-123", "SUP-104", Word::Enough, 0, "0.00", "0.00"},
    {"PROD-124", "SUP-103", Word::Covered, 0, "0.00", "0.00"},
    {"PROD-125", "SUP-001", Word::Covered, 0, "0.00", "0.00"},
    {"PROD-126", "SUP-102", Word::Covered, 0, "0.00", "0.00"},
    {"PROD-127", "SUP-101", Word::ToOrder, 20, "284.00", "306.72"},
    {"PROD-128", "SUP-105", Word::ToOrder, 40, "318.00", "343.44"},
    {"PROD-129", "SUP-109", Word::ToOrder, 50, "320.00", "345.60"},
    {"PROD-130", "SUP-106", Word::ToOrder, 11, "101.20", "109.30"},
    {"PROD-131", "SUP-003", Word::ToOrder, 20, "75.00", "81.00"},
    {"PROD-132", "SUP-003", Word::ToOrder, 12, "238.80", "257.90"},
    {"PROD-133", "SUP-103", Word::ToOrder, 13, "276.90", "299.05"},
    {"PROD-134", "SUP-003", Word::ToOrder, 72, "154.80", "167.18"},
    {"PROD-135", "SUP-102", Word::ToOrder, 50, "217.50", "234.90"},
    {"PROD-136", "SUP-001", Word::Enough, 0, "0.00", "0.00"},
    {"PROD-137", "SUP-002", Word::ToOrder, 500, "20.00", "21.60"},
    {"PROD-138", "SUP-102", Word::ToOrder, 12, "1.32", "1.43"},
    {"PROD-139", "SUP-106", Word::ToOrder, 50, "562.50", "607.50"},
    {"PROD-140", "SUP-105", Word::ToOrder, 40, "116.00", "125.28"},
    {"PROD-141", "SUP-102", Word::ToOrder, 7, "29.40", "31.75"},
    {"PROD-151", "SUP-001", Word::ToOrder, 50, "245.00", "264.60"},
    {"PROD-152", "SUP-001", Word::Enough, 0, "0.00", "0.00"},
    {"PROD-153", "SUP-001", Word::ToOrder, 27, "340.20", "367.42"},
    {"PROD-154", "SUP-002", Word::ToOrder, 1000, "50.00", "54.00"},
    {"PROD-155", "SUP-002", Word::ToOrder, 500, "45.00", "48.60"},
    {"PROD-156", "SUP-002", Word::Enough, 0, "0.00", "0.00"},
    {"PROD-157", "SUP-103", Word::NeedsApproval, 15, "13350.00", "14418.00"},
    {"PROD-158", "SUP-103", Word::NeedsApproval, 40, "16480.00", "17798.40"},
    {"PROD-159", "SUP-103", Word::Enough, 0, "0.00", "0.00"},
    {"PROD-160", "SUP-103", Word::ToOrder, 46, "2152.80", "2325.02"},
    {"PROD-161", "SUP-104", Word::ToOrder, 36, "250.20", "270.22"},
    {"PROD-162", "SUP-104", Word::Enough, 0, "0.00", "0.00"},
    {"PROD-163", "SUP-104", Word::ToOrder, 70, "903.00", "975.24"},
    {"PROD-164", "SUP-102", Word::Enough, 0, "0.00", "0.00"},
    {"PROD-165", "SUP-102", Word::ToOrder, 500, "1090.00", "1177.20"},
    {"PROD-166", "SUP-102", Word::NeedsApproval, 120, "15420.00", "16653.60"},
    {"PROD-167", "SUP-107", Word::NeedsApproval, 240, "17880.00", "19310.40"},
    {"PROD-168", "SUP-107", Word::ToOrder, 60, "2292.00", "2475.36"},
    {"PROD-169", "SUP-107", Word::Enough, 0, "0.00", "0.00"},
    {"PROD-170", "SUP-105", Word::ToOrder, 75, "146.25", "157.95"},
    {"PROD-171", "SUP-105", Word::Enough, 0, "0.00", "0.00"},
    {"PROD-172", "SUP-106", Word::ToOrder, 10, "864.00", "933.12"},
    {"PROD-173", "SUP-101", Word::NeedsApproval, 21, "16380.00", "17690.40"},
    {"PROD-174", "SUP-102", Word::NeedsApproval, 13, "16237.00", "17535.96"},
    {"PROD-175", "SUP-101", Word::NeedsApproval, 60, "58080.00", "56453.76"},
    {"PROD-176", "SUP-003", Word::Enough, 0, "0.00", "0.00"},
    {"PROD-177", "SUP-106", Word::ToOrder, 10, "143.00", "154.44"},
    {"Ø-42/β", "SUP-109", Word::ToOrder, 20, "27.00", "29.16"},
};
// clang-format on

} // namespace purchasing::sql
