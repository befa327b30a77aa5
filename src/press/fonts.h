/* The fonts of the papers: Liberation Sans (the metric twin of Arial) from its own folder, so that a
 * paper looks the same, and has the same bytes, on every machine. */
#ifndef MUFAKAT_PRESS_FONTS_H
#define MUFAKAT_PRESS_FONTS_H

#include <pango/pango.h>
#include <stdbool.h>
#include "base/err.h"

struct fonts {
    void *config; /* FcConfig */
    PangoFontMap *map;
    PangoContext *context;
};

/* Opens the own fonts; `with_system` puts the machine's fonts behind them, for letters that Liberation lacks (Arabic,
 * Javanese, CJK). They stay open for the next paper. ERR_NOTFOUND when the own fonts are not installed. */
enum err_code fonts_open(struct fonts *f, bool with_system, struct err *e) MUST_CHECK;
void fonts_close(struct fonts *f);
/* A description of that size in points; the caller frees it. */
PangoFontDescription *fonts_describe(double points, bool bold);

#endif
