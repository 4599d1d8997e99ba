#pragma once

#include <QLockFile>
#include <QString>

#include <memory>

namespace purchasing::ui {

/// A file that is there while the program runs and that a crash leaves behind. Several programs may share the
/// folder; each has a mark of its own.
class SessionMark
{
public:
    /// Looks for marks that programs left which run no more, takes them away and sets its own.
    explicit SessionMark(const QString& folder);

    /// A program ended without taking its mark away.
    [[nodiscard]] bool isAfterCrash() const { return m_isAfterCrash; }

private:
    std::unique_ptr<QLockFile> m_own;
    bool m_isAfterCrash = false;
};

} // namespace purchasing::ui
