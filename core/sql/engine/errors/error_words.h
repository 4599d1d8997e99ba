#pragma once

#include <QCoreApplication>

namespace purchasing::sql {

/// Makes the sentences of errors in the program's language; in English where no translation is installed, as
/// on the command line and in the services. What is stored is not made by it.
struct ErrorWords
{
    Q_DECLARE_TR_FUNCTIONS(purchasing::sql::Errors)
};

} // namespace purchasing::sql
