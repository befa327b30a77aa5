/* Photographs with caption and time, two or four to a page (domain 7.7). */
#include "config.h"

#include "doc/paper.h"

#include "base/text.h"
#include "model/disability.h"

const char *paper_taken_at(const struct paper *p, const struct document *doc)
{
    char clock[DATE_TEXT];
    if (doc->taken_at == NONE)
        return NULL;
    return arena_printf(p->a, "%s %s", stamp_clock(doc->taken_at, dossier_zone(p->d), clock),
                        zone_name(dossier_zone(p->d)));
}

static const char *marked(const struct paper *p, const struct document *doc, const char *line, bool marks)
{
    return marks && disability_keeps_back(doc) ? arena_printf(p->a, "%s - tidak dipublikasikan", line) : line;
}

static void add_photo(struct paper *p, struct node *grid, const struct document *doc, const struct doc_picture *pic,
                      bool marks)
{
    struct picture *x = tree_picture(p->t, grid);
    const char *clock = paper_taken_at(p, doc);
    const char *line = arena_printf(p->a, "%d. %s", (int)grid->n_pictures, paper_or_dots(doc->caption, DOTS_LONG));
    if (clock)
        line = arena_printf(p->a, "%s (%s)", line, clock);
    x->caption = tree_text(p->t, marked(p, doc, line, marks));
    x->bytes = pic->bytes;
    x->size = pic->size;
}

/* What is only on the camera is told in a row: nobody signs pages of empty frames. */
static void add_row(struct paper *p, struct table *tb, const struct document *doc, int64_t number, bool marks)
{
    const char *cells[] = {paper_row_number(p, number), marked(p, doc, paper_or_dots(doc->caption, DOTS_LONG), marks),
                           TXT(paper_taken_at(p, doc))};
    tree_row(p->t, tb, cells);
}

static bool is_shown(const struct paper *p, const struct document *doc)
{
    return doc->kind == DOC_FOTO && paper_shows(p, doc);
}

static struct node *add_grid(struct paper *p, bool marks)
{
    struct node *grid = NULL;
    for (size_t i = 0; i < p->d->document.n; i++) {
        const struct document *doc = &p->d->document.v[i];
        const struct doc_picture *pic = is_shown(p, doc) ? paper_picture(p, &doc->id) : NULL;
        if (!pic)
            continue;
        if (!grid) {
            grid = tree_add(p->t, NODE_PICTURES);
            grid->per_page = p->s->photos_per_page == 4 ? 4 : 2;
            grid->across = grid->per_page == 4 ? 2 : 1;
        }
        add_photo(p, grid, doc, pic, marks);
    }
    return grid;
}

static void add_rows(struct paper *p, int64_t number, bool marks)
{
    static const struct column columns[] = {
        {"No", 0.5, ALIGN_CENTER}, {"Foto", 5.5, ALIGN_LEFT}, {"Waktu", 1.6, ALIGN_CENTER}};
    struct table *tb = NULL;
    for (size_t i = 0; i < p->d->document.n; i++) {
        const struct document *doc = &p->d->document.v[i];
        if (!is_shown(p, doc) || paper_picture(p, &doc->id))
            continue;
        if (!tb)
            tb = tree_table(p->t, columns, sizeof columns / sizeof *columns);
        add_row(p, tb, doc, ++number, marks);
    }
    if (tb)
        tree_add(p->t, NODE_NOTE)->text = "Foto dalam tabel ini tidak dimuat dalam naskah ini.";
}

void paper_photos(struct paper *p, bool marks)
{
    int64_t kept_back = 0, shown = 0;
    for (size_t i = 0; i < p->d->document.n; i++) {
        const struct document *doc = &p->d->document.v[i];
        shown += is_shown(p, doc);
        kept_back += doc->kind == DOC_FOTO && !paper_shows(p, doc);
    }
    const struct node *grid = add_grid(p, marks);
    add_rows(p, grid ? (int64_t)grid->n_pictures : 0, marks);
    if (kept_back > 0)
        tree_paragraph(p->t, "%s foto disimpan dalam arsip dan tidak dipublikasikan.",
                       paper_count(p, kept_back));
    else if (shown == 0)
        tree_paragraph(p->t, "Belum ada foto yang didaftarkan.");
}
