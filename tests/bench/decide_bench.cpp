#include "core/domain/fact_schema.h"
#include "core/grl/run/interpreter.h"

#include <benchmark/benchmark.h>

#include <fstream>
#include <iterator>
#include <random>

namespace {

using namespace purchasing;
using namespace purchasing::grl;

std::vector<Pack> defaultPacks()
{
    std::vector<Pack> packs;
    for (const char* name : {"purchasing_rules.grl", "order_multiples.grl", "open_orders.grl"}) {
        std::ifstream file(std::string(PURCHASING_SOURCE_DIR "/rules/") + name, std::ios::binary);
        packs.push_back({name, std::string(std::istreambuf_iterator<char>(file), {})});
    }
    return packs;
}

std::shared_ptr<const Program> program()
{
    static const auto compiled = compile(defaultPacks(), {&purchasingSchema()}).program;
    return compiled;
}

// A mixed catalogue: most products are short, some covered, some large, few suppliers inactive.
std::vector<FactRow> products()
{
    std::mt19937 random(7);
    std::vector<FactRow> rows;
    for (int product = 0; product < 1024; ++product) {
        FactRow row(purchasingSchema());
        const auto set = [&](Fact fact, std::uint32_t value, int scale) {
            row.set(indexOf(fact), Value(Decimal::fromParts(value, scale)));
        };
        set(Fact::RequiredQty, random() % 20'000'000, 4);
        set(Fact::AvailableQty, random() % 10'000'000, 4);
        set(Fact::OnOrderQty, random() % 4 == 0 ? random() % 5'000'000 : 0, 4);
        set(Fact::Moq, (random() % 200) * 10'000, 4);
        set(Fact::OrderMultiple, (1 + random() % 20) * 10'000, 4);
        set(Fact::UnitPrice, random() % 20'000, 2);
        row.set(indexOf(Fact::IsActive), Value(random() % 20 != 0));
        row.set(indexOf(Fact::SupplierId), Value("SUP-001"));
        rows.push_back(std::move(row));
    }
    return rows;
}

void decide(benchmark::State& state)
{
    Interpreter interpreter(program());
    const auto rows = products();
    std::vector<FactRow> work = rows;
    std::vector<std::size_t> fired;
    std::size_t next = 0;
    for (auto _ : state) {
        FactRow& row = work[next];
        row.resetResults();
        if (!interpreter.decide(row, {}, &fired))
            state.SkipWithError("the decision failed");
        next = (next + 1) % work.size();
    }
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(decide);

void runWithOptions(benchmark::State& state, const RunOptions& options)
{
    Interpreter interpreter(program());
    const auto rows = products();
    std::size_t next = 0;
    for (auto _ : state) {
        benchmark::DoNotOptimize(interpreter.run(rows[next], options));
        next = (next + 1) % rows.size();
    }
    state.SetItemsProcessed(state.iterations());
}

void runWithLog(benchmark::State& state)
{
    runWithOptions(state, {});
}
BENCHMARK(runWithLog);

void runWithTrace(benchmark::State& state)
{
    RunOptions options;
    options.trace = true;
    runWithOptions(state, options);
}
BENCHMARK(runWithTrace);

void compilePacks(benchmark::State& state)
{
    const auto packs = defaultPacks();
    for (auto _ : state)
        benchmark::DoNotOptimize(compile(packs, {&purchasingSchema()}));
}
BENCHMARK(compilePacks)->Unit(benchmark::kMicrosecond);

} // namespace

BENCHMARK_MAIN();
