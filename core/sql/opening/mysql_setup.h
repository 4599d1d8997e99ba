#pragma once

#include "core/domain/rule_set.h"
#include "core/sql/opening/mysql_database.h"

#include <functional>
#include <vector>

namespace purchasing::sql {

/// Somebody who is to use the databases. Their rights are the least the program needs: nobody can change or
/// delete an audit event or an approval, and nobody can change the schema.
struct MysqlUser
{
    QString name;
    QString password;
    QString host = QStringLiteral("%"); ///< From where, as the server writes it.
    QStringList schemas; ///< Of "oms", "inventory", "supplier", "uom" and "po".
};

/// What setting the databases up does besides making and upgrading their tables.
struct MysqlSetup
{
    std::vector<RulePack> initialRulePacks; ///< Published as version 1 where none is.
    /// One person works alone and approves what they ask for: switched on, and noted down, where it is off.
    /// New databases have it off; that it is not wanted changes nothing in older ones.
    bool singleOperator = false;
    bool fillDemo = true; ///< Fills an empty catalogue with the demo's products, demand and orders.
    std::vector<MysqlUser> users; ///< Made where missing; password and rights are set anew.
    std::shared_ptr<const Clock> clock; ///< Null: the system's.
    std::function<void(const QString& sentence)> report; ///< Told what was done.
};

/// Makes the five databases, or brings them up to date, with the rights of `admin`. Repeating it changes
/// nothing that is there; tables of another system are kept as they are, and of databases whose names are
/// mapped only the right to read them is given. Two at once wait for each other.
[[nodiscard]] Result<Done> setUpMysql(const MysqlSettings& admin, const MysqlSetup& setup);

} // namespace purchasing::sql
