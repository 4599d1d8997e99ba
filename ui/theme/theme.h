#pragma once

#include <QColor>
#include <QFont>
#include <QIcon>
#include <QString>

class QApplication;

namespace purchasing {
enum class Word;
enum class OrderState;
} // namespace purchasing

namespace purchasing::ui {

/// How the application looks: palettes for light and dark, the colours of meanings, icons that follow the
/// palette.
namespace theme {

enum class Scheme { System, Light, Dark };

/// Applies the scheme to the whole application; open windows follow. System looks at the desktop's own
/// palette.
void apply(Scheme scheme);
[[nodiscard]] Scheme current();
[[nodiscard]] QString settingWord(Scheme scheme);
[[nodiscard]] Scheme fromSettingWord(const QString& word);
/// Says whether texts are light on dark at the moment.
[[nodiscard]] bool isDark();

/// What a colour stands for; every one is used with a word or an icon, never alone.
enum class Tone { Neutral, Good, Attention, Danger, Info, Muted };
/// A text or line colour with a contrast of at least 4.5 on the window's base colour.
[[nodiscard]] QColor ink(Tone tone);
/// A quiet background for the same meaning, on which ink() stays readable.
[[nodiscard]] QColor wash(Tone tone);

[[nodiscard]] Tone toneOf(Word word);
[[nodiscard]] Tone toneOf(OrderState state);

/// For ids and rules, which line up: as the desktop has it, and no smaller than other texts.
[[nodiscard]] QFont fixedFont();

/// One of resources/icons by file name without ending, drawn in the palette's text colours (disabled
/// included).
[[nodiscard]] QIcon icon(const QString& name);
/// The icon in a fixed tone.
[[nodiscard]] QIcon icon(const QString& name, Tone tone);
[[nodiscard]] QString iconNameOf(Word word);

} // namespace theme
} // namespace purchasing::ui
