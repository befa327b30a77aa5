#include "config.h"

#include <string.h>

#include "base/buf.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/coverage.h"
#include "ui/screens/coverage_line.h"

/* The same in the order of the dictionary, where there is no room for the full words. */
static const char *const short_words[unsur_COUNT] = {N_("penyelenggara"), N_("pengguna"), N_("ahli"),
                                                     N_("instansi"),      N_("OMS"),      N_("media")};

static const char *missing_short(const struct coverage *cover, struct arena *a)
{
    enum unsur_value missing[COVERAGE_MAX];
    int n = coverage_missing(cover, missing);
    struct buf b = BUF_INIT;
    for (int i = 0; i < n; i++)
        buf_printf(&b, "%s%s", i ? ", " : "", _(short_words[missing[i]]));
    const char *words = arena_strdup(a, buf_str(&b));
    buf_done(&b);
    return words;
}

/* Who is still missing is what the line is for: never cut, but said shorter. */
static const char *line_words(const struct coverage *cover, int cells, struct arena *a)
{
    const char *count = arena_printf(a, _("Unsur masyarakat hadir: %d dari %d"), cover->masyarakat, COVERAGE_MAX);
    const char *missing = coverage_missing_words(cover, a), *brief = missing_short(cover, a);
    if (!*missing)
        return count;
    if (cover->masyarakat == 0)
        return arena_printf(a, _("%s (belum ada)"), count);
    const char *const ways[] = {
        arena_printf(a, _("%s (belum: %s)"), count, missing), arena_printf(a, _("%s (belum: %s)"), count, brief),
        arena_printf(a, _("Unsur hadir: %d dari %d (belum: %s)"), cover->masyarakat, COVERAGE_MAX, brief),
        arena_printf(a, _("%d dari %d, belum: %s"), cover->masyarakat, COVERAGE_MAX, brief)};
    size_t i = 0;
    while (i + 1 < sizeof ways / sizeof *ways && text_width(ways[i], strlen(ways[i])) > cells)
        i++;
    return ways[i];
}

void coverage_line_draw(struct canvas *c, struct rect r, const struct participant *v, size_t n, struct arena *a)
{
    struct coverage cover = coverage_of(v, n);
    const char *present = arena_printf(a, _("%lld hadir"), (long long)cover.present);
    int cells = r.w - text_width(present, strlen(present)) - 2;
    canvas_put_cut(c, r.x, r.y, cells, cover.masyarakat < COVERAGE_MAX ? STYLE_WARN : STYLE_OK,
                   line_words(&cover, cells, a));
    canvas_put_right(c, r.x, r.y, r.w, STYLE_DIM, present);
}
