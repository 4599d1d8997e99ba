#include "core/grl/run/interpreter.h"

#include "core/grl/run/dynamic_machine.h"
#include "core/grl/run/run_loop.h"
#include "core/grl/run/typed_machine.h"

#include <exception>

namespace purchasing::grl {
namespace {

RunError runtimeError(std::string message)
{
    RunError error;
    error.message = std::move(message);
    return error;
}

} // namespace

struct Interpreter::Memory
{
    explicit Memory(std::shared_ptr<const Program> compiled)
        : program(std::move(compiled))
    {
        if (program->schema() != nullptr)
            typed.emplace(program->code(), *program->schema());
        else
            dynamic.emplace(program->code());
    }

    std::shared_ptr<const Program> program;
    Agenda agenda;
    std::optional<TypedMachine> typed;
    std::optional<DynamicMachine> dynamic;
    RunResult decided; ///< of `decide`, kept for its memory
};

Interpreter::Interpreter(std::shared_ptr<const Program> program)
    : m_memory(std::make_unique<Memory>(std::move(program)))
{
}

Interpreter::~Interpreter() = default;
Interpreter::Interpreter(Interpreter&&) noexcept = default;
Interpreter& Interpreter::operator=(Interpreter&&) noexcept = default;

const Program& Interpreter::program() const
{
    return *m_memory->program;
}

RunResult Interpreter::run(const FactRow& facts, const RunOptions& options)
{
    RunResult result;
    result.facts = facts;
    if (!m_memory->typed) {
        result.error = runtimeError("These rules have no schema; they run on an object.");
        return result;
    }
    try {
        TypedMachine& machine = *m_memory->typed;
        if (auto problem = machine.load(facts)) {
            result.error = runtimeError(std::move(*problem));
            return result;
        }
        RunLoop(*m_memory->program, machine, m_memory->agenda, options, result).run();
        if (!result.ok())
            result.partialFacts = facts;
        machine.store(result.ok() ? result.facts : result.partialFacts);
    } catch (const std::exception& failure) {
        result.error = runtimeError(std::string("The run failed: ") + failure.what() + '.');
        result.facts = facts;
    }
    return result;
}

RunResult Interpreter::run(const Value& facts, const RunOptions& options)
{
    RunResult result;
    result.object = facts;
    if (!m_memory->dynamic) {
        result.error = runtimeError("These rules have a schema; they run on a row of it.");
        return result;
    }
    try {
        DynamicMachine& machine = *m_memory->dynamic;
        if (auto problem = machine.load(facts)) {
            result.error = runtimeError(std::move(*problem));
            return result;
        }
        RunLoop(*m_memory->program, machine, m_memory->agenda, options, result).run();
        if (result.ok())
            result.object = machine.takeFacts();
    } catch (const std::exception& failure) {
        result.error = runtimeError(std::string("The run failed: ") + failure.what() + '.');
        result.object = facts;
    }
    return result;
}

bool Interpreter::decide(FactRow& facts, const RunOptions& options, std::vector<std::size_t>* fired)
{
    RunResult& result = m_memory->decided;
    result.error.reset();
    result.fired.clear();
    result.cycles = 0;
    if (!m_memory->typed) {
        result.error = runtimeError("These rules have no schema; they run on an object.");
        return false;
    }
    try {
        TypedMachine& machine = *m_memory->typed;
        if (auto problem = machine.load(facts)) {
            result.error = runtimeError(std::move(*problem));
            return false;
        }
        RunLoop(*m_memory->program, machine, m_memory->agenda, options, result, Observation::None).run();
        machine.store(facts);
        if (fired != nullptr)
            *fired = result.fired;
    } catch (const std::exception& failure) {
        result.error = runtimeError(std::string("The run failed: ") + failure.what() + '.');
    }
    return result.ok();
}

const std::optional<RunError>& Interpreter::error() const
{
    return m_memory->decided.error;
}

} // namespace purchasing::grl
