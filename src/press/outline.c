#include "config.h"

#include "press/outline.h"

/* Where a mark leads, as cairo's attributes. In the arena of `p`. */
static const char *target(const struct press *p, const struct mark *m)
{
    /* Whole points: nobody's decimal comma gets in. */
    int x = (int)MM(p->tree->margin_left), y = (int)(MM(p->tree->margin_top) + m->y);
    return arena_printf(p->arena, "page=%zu pos=[%d %d]", m->page, x, y);
}

void outline_add(cairo_surface_t *s, const struct press *p)
{
    int last[TREE_DEEPEST + 1] = {0}; /* the newest entry of each level; 0 is the root */
    for (const struct mark *m = p->marks; m; m = m->next) {
        int parent = CAIRO_PDF_OUTLINE_ROOT;
        for (int level = m->level - 1; level >= 0 && parent == CAIRO_PDF_OUTLINE_ROOT; level--)
            parent = last[level];
        last[m->level] = cairo_pdf_surface_add_outline(s, parent, m->text, target(p, m),
                                                       m->level == 0 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : 0);
        for (int level = m->level + 1; level <= TREE_DEEPEST; level++)
            last[level] = 0;
    }
}
