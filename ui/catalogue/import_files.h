#pragma once

#include "core/ports/catalogue_importer.h"
#include "ui/catalogue/remembered_mappings.h"

#include <QObject>

#include <functional>
#include <vector>

namespace purchasing::ui {

/// The files of an import with what was recognised of each and what somebody corrected.
class ImportFiles : public QObject
{
    Q_OBJECT

public:
    ImportFiles(CatalogueImporter& importer, RememberedMappings& remembered, QObject* parent);

    /// Looks what a file is, or those of a folder are; changed() tells when that is known.
    void open(const QString& path);
    /// Corrects what is known of the file that is shown, and looks again.
    void correct(const std::function<void(FileMapping&)>& correction);
    void setCurrent(int index);
    void remember();

    [[nodiscard]] bool isBusy() const { return m_running > 0; }
    [[nodiscard]] const std::vector<RecognisedFile>& all() const { return m_files; }
    [[nodiscard]] int current() const { return m_current; }
    /// The file that is shown; null where there is none.
    [[nodiscard]] const RecognisedFile* file() const;
    [[nodiscard]] bool canBeTaken() const;
    /// The name of a file that has something to be said about, the one that is shown before others.
    [[nodiscard]] QString nextToAsk() const;
    /// Whether they all have our own form, so that there is nothing to say about them.
    [[nodiscard]] bool areOurs() const;
    [[nodiscard]] std::vector<ImportField> fields() const { return m_importer.fields(); }

Q_SIGNALS:
    void changed();

private:
    void lookAgain(std::size_t index);

    CatalogueImporter& m_importer;
    RememberedMappings& m_remembered;
    std::vector<RecognisedFile> m_files;
    std::vector<FileMapping> m_corrections; ///< By file.
    std::vector<int> m_looks; ///< By file: how often it was looked at; only the last answer counts.
    int m_current = 0;
    int m_running = 0; ///< Looks that are under way.
    int m_turn = 0; ///< Answers of an earlier one are of no interest.
};

} // namespace purchasing::ui
