#pragma once

#include <QString>

namespace purchasing {

/// A folder of messages belongs to one database: two with the same order numbers must not share one. Its file
/// ".database" names the owner, and the first that puts a message in becomes it.
class OutboxFolder
{
public:
    /// `folder`, or where that belongs to another owner, the same with the owner's name behind it.
    OutboxFolder(const QString& folder, QString owner);

    [[nodiscard]] const QString& path() const { return m_path; }
    /// Makes the folder and its owner's mark; says in words what prevents it, empty when it is ours.
    [[nodiscard]] QString claim() const;

private:
    QString m_path;
    QString m_owner; ///< Empty: whoever comes.
};

} // namespace purchasing
