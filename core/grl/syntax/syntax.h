#pragma once

#include "core/grl/syntax/diagnostic.h"
#include "core/grl/syntax/phrase.h"
#include "core/grl/values/value.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace purchasing::grl {

/// Index of an expression inside its SyntaxTree. Trees are flat, so freeing a deep one needs no stack.
using ExprIndex = std::uint32_t;

enum class ExprKind : std::uint8_t {
    Literal, ///< `literal`, for floats also `exact`
    Array, ///< operands are the elements
    Name, ///< `name`
    Binding, ///< `$name`; `name` without the sign
    Member, ///< operand 0, `.name`
    Index, ///< operand 0 [ operand 1 ]
    Call, ///< name(operands)
    MethodCall, ///< operand 0 . name(operands 1...)
    Unary, ///< `op` operand 0
    Binary, ///< operand 0 `op` operand 1
    And, ///< two or more operands
    Or, ///< two or more operands
    Test, ///< test(operand 0)
    Invalid, ///< was reported by the parser; checks stay silent about it
};

enum class Operator : std::uint8_t {
    None,
    Not,
    Negate,
    Add,
    Subtract,
    Multiply,
    Divide,
    Modulo,
    BitAnd,
    BitOr,
    Equal,
    NotEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    Contains,
    NotContains,
    StartsWith,
    EndsWith,
    Matches,
    In,
};

struct Expr
{
    ExprKind kind = ExprKind::Invalid;
    Operator op = Operator::None;
    SourceRange range;
    /// Where the name, operator or literal itself stands.
    SourceRange nameRange;
    std::string name;
    Value literal;
    /// The decimal a float literal writes, when it fits; typed mode uses it instead of the double.
    std::optional<Decimal> exact;
    /// Of a number with a leading zero: how to write what was meant. Typed mode does not guess.
    Phrase leadingZeroHint;
    std::vector<ExprIndex> operands;
    /// Height of the tree below, counted from 1.
    int depth = 1;
    bool parenthesised = false;
};

enum class AssignOperator : std::uint8_t { Set, Add, Subtract, Multiply, Divide };

struct StatementSyntax
{
    enum class Kind : std::uint8_t { Assignment, Call };
    Kind kind = Kind::Call;
    AssignOperator op = AssignOperator::Set;
    ExprIndex target = 0; ///< only for assignments
    ExprIndex value = 0;
    SourceRange range;
};

struct RuleSyntax
{
    std::string name;
    std::string description;
    SourceRange nameRange;
    SourceRange range;
    std::int32_t salience = 0;
    bool noLoop = false;
    std::optional<ExprIndex> condition;
    bool isConditionCut = false; ///< More belongs to it, which could not be read.
    std::vector<StatementSyntax> statements;
};

/// What a pack's text says, together with everything that is wrong with its form.
struct SyntaxTree
{
    std::vector<Expr> exprs;
    std::vector<RuleSyntax> rules;
    std::vector<Diagnostic> diagnostics;
};

} // namespace purchasing::grl
