#pragma once

#include "core/grl/functions/functions.h"
#include "core/grl/syntax/source_text.h"
#include "core/grl/syntax/syntax.h"
#include "core/grl/values/operand.h"
#include "core/grl/values/value.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace re2 {
class RE2;
}

namespace purchasing::grl {

/// What the checks know of an expression before any run. Unknown fits everywhere.
enum class StaticType : std::uint8_t { Unknown, Null, Bool, Number, Text, List };

enum class Op : std::uint8_t {
    Constant, ///< constants[payload]
    Fact, ///< fact number payload (typed mode)
    Root, ///< top-level fact names[payload] (dynamic mode)
    Member, ///< child 0 . names[payload]
    Index, ///< child 0 [ child 1 ]
    Property, ///< child 0 . getX(); names[payload] is X
    Array,
    And,
    Or,
    Not,
    Test,
    Negate,
    Binary, ///< `oper` of child 0 and child 1
    Call, ///< function number payload of all children
};

inline constexpr std::uint32_t kNoIndex = 0xFFFFFFFF;

/// One operation of a resolved expression. Children are `children[first ... first + count)`.
struct Node
{
    Op op = Op::Constant;
    Operator oper = Operator::None;
    StaticType type = StaticType::Unknown;
    /// A missing value is expected here (IsNil, comparison with null) and is not worth a diagnostic.
    bool quiet = false;
    std::uint32_t count = 0;
    std::uint32_t first = 0;
    std::uint32_t payload = 0;
    /// For `matches` with a literal pattern: patterns[pattern].
    std::uint32_t pattern = kNoIndex;
    SourceRange range;
};

/// One step of a path below a top-level fact: a name, or an index computed by `expression`.
struct PathStep
{
    std::string name;
    std::uint32_t expression = kNoIndex;
};

struct StatementCode
{
    enum class Kind : std::uint8_t {
        AssignFact, ///< typed: fact number `target`
        AssignPath, ///< dynamic: root names[target] and `path`
        SetProperty, ///< dynamic: as AssignPath; the last step is the X of setX
        Evaluate, ///< a call whose value is not used
        Log,
        RetractRule, ///< rule number `target`
        RetractFact, ///< dynamic: root names[target]
        RetractNamed, ///< dynamic: the name is computed by `value`
        Complete,
    };
    Kind kind = Kind::Evaluate;
    AssignOperator op = AssignOperator::Set;
    std::uint32_t target = 0;
    std::uint32_t value = kNoIndex;
    std::vector<PathStep> path;
    std::vector<std::uint32_t> arguments; ///< of Log
    /// Log: no argument can fail, so a run that keeps no log may leave the statement out.
    bool harmless = false;
    SourceRange range;
    int line = 1;
    int column = 1;
};

/// A path that a condition reads (dynamic mode); it ends before the first step that is computed.
struct ReadPath
{
    std::string root;
    std::vector<Value> steps; ///< text for members, integers for elements
};

struct RuleCode
{
    std::uint32_t condition = 0;
    std::int32_t salience = 0;
    bool noLoop = false;
    std::uint32_t pack = 0;
    std::vector<StatementCode> statements;
    std::vector<std::uint32_t> readFacts; ///< by the condition, each once (typed mode)
    std::vector<ReadPath> readPaths; ///< by the condition (dynamic mode)
};

/// The executable form of all packs. Immutable once compiled.
struct Code
{
    std::vector<Node> nodes;
    std::vector<std::uint32_t> children;
    std::vector<Value> constants;
    std::vector<Operand> operands; ///< the constants for typed mode; texts point into `constants`
    std::vector<std::string> names;
    std::vector<std::unique_ptr<re2::RE2>> patterns;
    std::vector<RuleCode> rules;
    std::vector<std::string> ruleNames;
    /// Rules by falling salience, then by source order.
    std::vector<std::uint32_t> order;
    /// Per fact: places in `order` of the rules whose condition reads it (typed mode).
    std::vector<std::vector<std::uint32_t>> readers;
    /// Texts of the packs, for slices of the source.
    std::vector<std::string> packTexts;
    std::vector<LineIndex> packLines; ///< of packTexts

    [[nodiscard]] const std::uint32_t* childrenOf(const Node& node) const
    {
        return children.data() + node.first;
    }
    [[nodiscard]] std::uint32_t child(const Node& node, std::size_t index) const
    {
        return children[node.first + index];
    }
    [[nodiscard]] std::string_view source(std::uint32_t rule, SourceRange range) const
    {
        return std::string_view(packTexts[rules[rule].pack]).substr(range.offset, range.length);
    }
    [[nodiscard]] const LineIndex& linesOf(std::uint32_t rule) const { return packLines[rules[rule].pack]; }
};

} // namespace purchasing::grl
