#pragma once

/// Marks a text that a window may show in another language, for the tool that collects such texts and knows
/// the mark by this name; the text stays as it is. The same as Qt's, which this library does without.
#define QT_TRANSLATE_NOOP(scope, x) x
