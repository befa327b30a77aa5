/* Photographs with caption and time, two or four to a page (domain 7.7). */
#include "config.h"

#include "doc/paper.h"

#include "base/text.h"
#include "model/disability.h"

#define EMPTY_FRAMES 2 /* for prints to be glued in, when no photo is registered */

const char *paper_taken_at(const struct paper *p, const struct document *doc)
{
    char clock[DATE_TEXT];
    if (doc->taken_at == NONE)
        return NULL;
    return arena_printf(p->a, "%s %s", stamp_clock(doc->taken_at, dossier_zone(p->d), clock),
                        zone_name(dossier_zone(p->d)));
}

static const char *caption(const struct paper *p, const struct document *doc, int number, bool marks)
{
    const char *line =
        arena_printf(p->a, "%d. %s", number, paper_or_dots(doc ? doc->caption : NULL, DOTS_LONG));
    const char *clock = doc ? paper_taken_at(p, doc) : NULL;
    if (clock)
        line = arena_printf(p->a, "%s (%s)", line, clock);
    bool mark = marks && doc && disability_keeps_back(doc);
    return mark ? arena_printf(p->a, "%s - tidak dipublikasikan", line) : line;
}

static void add_photo(struct paper *p, struct node *grid, const struct document *doc, bool marks)
{
    const struct doc_picture *pic = doc ? paper_picture(p, &doc->id) : NULL;
    struct picture *x = tree_picture(p->t, grid);
    x->caption = tree_text(p->t, caption(p, doc, (int)grid->n_pictures, marks));
    if (pic) {
        x->bytes = pic->bytes;
        x->size = pic->size;
    }
}

void paper_photos(struct paper *p, bool marks)
{
    int64_t kept_back = 0;
    struct node *grid = tree_add(p->t, NODE_PICTURES);
    grid->per_page = p->s->photos_per_page == 4 ? 4 : 2;
    grid->across = grid->per_page == 4 ? 2 : 1;
    for (size_t i = 0; i < p->d->document.n; i++) {
        const struct document *doc = &p->d->document.v[i];
        if (doc->kind != DOC_FOTO)
            continue;
        if (paper_shows(p, doc))
            add_photo(p, grid, doc, marks);
        else
            kept_back++;
    }
    bool none = grid->n_pictures == 0 && kept_back == 0;
    while (none && grid->n_pictures < EMPTY_FRAMES)
        add_photo(p, grid, NULL, false);
    if (kept_back > 0)
        tree_paragraph(p->t, "%s foto disimpan dalam arsip dan tidak dipublikasikan.",
                       paper_count(p, kept_back));
}
