#include "app/purchasing/catalogue_commands.h"

#include "app/purchasing/import_command.h"
#include "app/purchasing/printing.h"
#include "core/sql/generator/catalogue_csv.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>

namespace purchasing {
namespace {

struct GenerateOptions
{
    std::string folder;
    std::int64_t products = 1000;
    std::uint64_t seed = 1;
    bool daily = false;
    bool force = false;
};

int generate(const GenerateOptions& options)
{
    sql::CatalogueCsvOptions csv;
    csv.products = options.products;
    csv.seed = options.seed;
    csv.dailyDemand = options.daily;
    csv.replace = options.force;
    const Result<Done> written = sql::writeCatalogueCsv(QString::fromStdString(options.folder), csv);
    if (!written)
        return printError(written.error(), false);
    std::printf("%lld products in %s; take them in with: purchasing import %s\n",
                static_cast<long long>(options.products), options.folder.c_str(), options.folder.c_str());
    return 0;
}

} // namespace

void addCatalogueCommands(CLI::App& app, int& exitCode)
{
    addImportCommand(app, exitCode);

    auto options = std::make_shared<GenerateOptions>();
    CLI::App* generateCommand = app.add_subcommand(
        "generate", "Make a catalogue of any size as CSV files, the same for the same seed");
    generateCommand->add_option("folder", options->folder, "Where to")->default_val("catalogue");
    generateCommand->add_option("--products", options->products, "How many products")
        ->check(CLI::Range(1, 100000000));
    generateCommand->add_option("--seed", options->seed, "Number that decides the catalogue");
    generateCommand->add_flag("--daily", options->daily, "Also a year of daily demand for each product");
    generateCommand->add_flag("--force", options->force, "Replace files that are there already");
    generateCommand->callback([&exitCode, options] { exitCode = generate(*options); });
}

} // namespace purchasing
