#include "config.h"

#include "base/i18n.h"
#include "model/coverage.h"
#include "ui/screens/coverage_line.h"

void coverage_line_draw(struct canvas *c, struct rect r, const struct participant *v, size_t n, struct arena *a)
{
    struct coverage cover = coverage_of(v, n);
    const char *missing = coverage_missing_words(&cover, a);
    const char *words = arena_printf(a, _("Unsur masyarakat hadir: %d dari %d"), cover.masyarakat, COVERAGE_MAX);
    if (*missing)
        words = arena_printf(a, _("%s (belum: %s)"), words, missing);
    canvas_put_cut(c, r.x, r.y, r.w - 12, *missing ? STYLE_WARN : STYLE_OK, words);
    canvas_put_right(c, r.x, r.y, r.w, STYLE_DIM, arena_printf(a, _("%lld hadir"), (long long)cover.present));
}
