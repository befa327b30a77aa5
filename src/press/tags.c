#include "config.h"

#include "press/tags.h"

static void end_tag(struct tags *t, const char **tag)
{
    if (*tag)
        cairo_tag_end(t->cr, *tag);
    *tag = NULL;
}

void tags_begin(struct tags *t, cairo_t *cr)
{
    *t = (struct tags){.cr = cr};
    cairo_tag_begin(cr, "Document", NULL);
}

void tags_end(struct tags *t)
{
    tags_page_end(t);
    end_tag(t, &t->outer);
    cairo_tag_end(t->cr, "Document");
}

void tags_page_end(struct tags *t)
{
    end_tag(t, &t->cell_tag);
    end_tag(t, &t->tag);
}

void tags_block(struct tags *t, const struct block *b)
{
    if (t->tag && b->owner == t->owner)
        return;
    tags_page_end(t);
    if (b->outer_owner != t->outer_owner)
        end_tag(t, &t->outer);
    if (b->outer && !t->outer)
        cairo_tag_begin(t->cr, b->outer, NULL);
    if (b->tag)
        cairo_tag_begin(t->cr, b->tag, NULL);
    t->outer = b->outer;
    t->outer_owner = b->outer_owner;
    t->tag = b->tag;
    t->owner = b->owner;
    t->cell = 0;
}

bool tags_cell(struct tags *t, const struct item *it)
{
    if (it->cell == t->cell && t->cell_tag)
        return false;
    end_tag(t, &t->cell_tag);
    if (it->tag)
        cairo_tag_begin(t->cr, it->tag, it->link);
    t->cell_tag = it->tag;
    t->cell = it->cell;
    return it->tag != NULL;
}

/* cairo 1.16 knows no such tag, and gives no tag to what stands between two; from 1.18 on that would belong to the tag
 * around them. */
static bool knows_artifacts(void)
{
    return cairo_version() >= CAIRO_VERSION_ENCODE(1, 18, 0);
}

void tags_decoration_begin(cairo_t *cr)
{
    if (knows_artifacts())
        cairo_tag_begin(cr, "Artifact", NULL);
}

void tags_decoration_end(cairo_t *cr)
{
    if (knows_artifacts())
        cairo_tag_end(cr, "Artifact");
}
