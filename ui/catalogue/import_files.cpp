#include "ui/catalogue/import_files.h"

#include "ui/workspace/when_ready.h"

#include <QFileInfo>

#include <algorithm>

namespace purchasing::ui {

ImportFiles::ImportFiles(CatalogueImporter& importer, RememberedMappings& remembered, QObject* parent)
    : QObject(parent)
    , m_importer(importer)
    , m_remembered(remembered)
{
}

void ImportFiles::open(const QString& path)
{
    const int turn = ++m_turn;
    m_running = 1;
    m_files.clear();
    m_corrections.clear();
    m_current = 0;
    Q_EMIT changed();
    whenReady(
        m_importer.recognise(path, {}, {}), this, [this, turn](const std::vector<RecognisedFile>& files) {
            if (turn != m_turn)
                return;
            m_running = 0;
            m_files = files;
            m_corrections.resize(files.size());
            m_looks.assign(files.size(), 0);
            for (std::size_t i = 0; i < m_files.size(); ++i) {
                const auto remembered =
                    m_files[i].ownTable.isEmpty() ? m_remembered.find(m_files[i]) : std::nullopt;
                if (!remembered)
                    continue;
                m_corrections[i] = *remembered;
                lookAgain(i);
            }
            const auto asking = std::find_if(m_files.begin(), m_files.end(),
                                             [](const RecognisedFile& file) { return !file.canBeTaken(); });
            if (asking != m_files.end())
                m_current = static_cast<int>(asking - m_files.begin());
            Q_EMIT changed();
        });
}

void ImportFiles::correct(const std::function<void(FileMapping&)>& correction)
{
    if (!file())
        return;
    const auto index = static_cast<std::size_t>(m_current);
    correction(m_corrections[index]);
    lookAgain(index);
    Q_EMIT changed();
}

void ImportFiles::lookAgain(std::size_t index)
{
    ++m_running;
    const int look = ++m_looks[index];
    whenReady(m_importer.recognise(m_files[index].path, {}, m_corrections[index]), this,
              [this, turn = m_turn, index, look](const std::vector<RecognisedFile>& files) {
                  if (turn != m_turn)
                      return;
                  --m_running;
                  if (look == m_looks[index])
                      m_files[index] = files.front();
                  Q_EMIT changed();
              });
}

void ImportFiles::setCurrent(int index)
{
    if (index == m_current || index < 0)
        return;
    m_current = index;
    Q_EMIT changed();
}

void ImportFiles::remember()
{
    for (const RecognisedFile& file : m_files)
        m_remembered.remember(file);
}

const RecognisedFile* ImportFiles::file() const
{
    const auto index = static_cast<std::size_t>(m_current);
    return index < m_files.size() ? &m_files[index] : nullptr;
}

bool ImportFiles::canBeTaken() const
{
    return !m_files.empty() && !isBusy()
        && std::all_of(m_files.begin(), m_files.end(),
                       [](const RecognisedFile& file) { return file.canBeTaken(); });
}

QString ImportFiles::nextToAsk() const
{
    if (file() && !file()->canBeTaken())
        return QFileInfo(file()->path).fileName();
    for (const RecognisedFile& other : m_files) {
        if (!other.canBeTaken())
            return QFileInfo(other.path).fileName();
    }
    return {};
}

bool ImportFiles::areOurs() const
{
    return canBeTaken() && std::all_of(m_files.begin(), m_files.end(), [](const RecognisedFile& file) {
               return !file.ownTable.isEmpty();
           });
}

} // namespace purchasing::ui
