#pragma once

namespace purchasing {

/// The installation's settings that more than one part reads, by the names they are stored under.

/// "1" where one person works alone and may approve what they asked for.
inline constexpr const char* kSingleOperator = "single_operator";

/// "1" where one login may not act as the two people that something needs. Where it is not set: on with
/// MySQL, where everybody has a login of their own, and off with an embedded file.
inline constexpr const char* kRefuseOneLoginAsTwo = "refuse_one_login_as_two";

} // namespace purchasing
