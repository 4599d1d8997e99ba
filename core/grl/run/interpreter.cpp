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
    ActionRecord record; ///< of `decide`
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
        if (result.ok())
            machine.store(result.facts);
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

bool Interpreter::decide(FactRow& facts, std::vector<std::size_t>* fired)
{
    if (fired != nullptr)
        fired->clear();
    if (!m_memory->typed)
        return false;
    try {
        TypedMachine& machine = *m_memory->typed;
        Agenda& agenda = m_memory->agenda;
        ActionRecord& record = m_memory->record;
        const Code& code = m_memory->program->code();
        if (machine.load(facts))
            return false;
        machine.collectMissing(false);
        agenda.reset(code, Evaluation::Incremental);
        record.complete = false;
        record.formatLog = false;
        int cycles = 0;
        auto& states = agenda.states();
        // Conditions have no effects, so those behind the first candidate need no evaluation yet.
        for (std::size_t place = 0; place < states.size();) {
            Agenda::State& state = states[place];
            if (!state.blocked && state.dirty) {
                state.matched = machine.evaluate(code.order[place]) == Truth::True;
                state.dirty = false;
            }
            if (!agenda.isCandidate(place)) {
                ++place;
                continue;
            }
            if (cycles++ >= kDefaultMaxCycles)
                return false;
            agenda.fire(place);
            if (fired != nullptr)
                fired->push_back(code.order[place]);
            if (!machine.execute(code.order[place], agenda, record))
                return false;
            if (record.complete)
                break;
            place = 0;
        }
        machine.store(facts);
        return true;
    } catch (const std::exception&) {
        return false; // Out of memory; the row was not touched.
    }
}

} // namespace purchasing::grl
