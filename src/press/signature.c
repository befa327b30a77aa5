/* Signature blocks: side by side, names on one line, never cut apart. */
#include "config.h"

#include <stddef.h>

#include "press/nodes.h"

/* Where no name is known yet: dots for a hand, as many as the column holds. */
#define DOTS ".................................................."

struct part {
    struct lines l[6];
    size_t n;
    double height;
};

static void part_add(struct press *p, struct part *part, const char *text, double width, const struct style *s)
{
    part->l[part->n] = type_balanced(p, text, width, s);
    part->height += part->l[part->n++].height;
}

static double part_put(struct press *p, struct block *b, const struct part *part, double x, double y)
{
    double top = y;
    for (size_t i = 0; i < part->n; i++)
        y += type_put(p, b, &part->l[i], 0, part->l[i].n, x, y);
    return y - top;
}

static struct part set_head(struct press *p, const struct signature *s, double width)
{
    const struct style style = {.align = ALIGN_CENTER, .leading = 1.05};
    struct part part = {0};
    for (size_t i = 0; i < sizeof s->head / sizeof *s->head && s->head[i]; i++)
        part_add(p, &part, s->head[i], width, &style);
    return part;
}

const char *signature_dots(struct press *p, double width)
{
    const struct style plain = {.align = ALIGN_CENTER};
    double all = type_width(p, DOTS, &plain);
    size_t most = sizeof DOTS - 1, n = (size_t)(width * 0.9 / all * (double)most);
    return arena_memdup(p->arena, DOTS, MIN(n, most));
}

static struct part set_foot(struct press *p, const struct signature *s, double width)
{
    const struct style name = {.align = ALIGN_CENTER, .bold = true, .underline = true};
    const struct style dots = {.align = ALIGN_CENTER}, plain = {.align = ALIGN_CENTER, .leading = 1.05};
    struct part part = {0};
    part_add(p, &part, s->name ? s->name : signature_dots(p, width), width, s->name ? &name : &dots);
    for (size_t i = 0; i < sizeof s->foot / sizeof *s->foot && s->foot[i]; i++)
        part_add(p, &part, s->foot[i], width, &plain);
    return part;
}

/* One row of blocks, the last one at the right: a single one stands there, as letters are signed, or
 * in the middle ("Mengetahui"). */
static void put_row(struct press *p, const struct signature *s, size_t n, size_t columns, bool middle)
{
    double column = p->width / (double)columns, width = column - MM(SIGN_GAP_MM);
    struct part heads[3], feet[3];
    double head_height = 0, foot_height = 0;
    for (size_t i = 0; i < n; i++) {
        heads[i] = set_head(p, &s[i], width);
        feet[i] = set_foot(p, &s[i], width);
        head_height = MAX(head_height, heads[i].height);
        foot_height = MAX(foot_height, feet[i].height);
    }
    struct block *b = block_add(p, p->tree->font_size);
    for (size_t i = 0; i < n; i++) {
        struct item *before = b->last;
        double x = column * (middle ? 0.5 : (double)(i + columns - n)) + MM(SIGN_GAP_MM) / 2;
        part_put(p, b, &heads[i], x, 0);
        part_put(p, b, &feet[i], x, head_height + MM(SIGN_ROOM_MM));
        block_cell(b, before, "P", i + 1);
    }
    b->height = head_height + MM(SIGN_ROOM_MM) + foot_height;
    b->glue = true;
}

size_t signature_columns(const struct node *n)
{
    return n->n_signatures <= 2 || n->n_signatures == 4 ? 2 : 3;
}

void node_signatures(struct press *p, const struct node *n, bool keep)
{
    if (n->n_signatures == 0)
        return;
    size_t columns = signature_columns(n);
    for (size_t i = 0; i < n->n_signatures; i += columns)
        put_row(p, n->signatures + i, MIN(columns, n->n_signatures - i), columns,
                n->n_signatures == 1 && n->align == ALIGN_CENTER);
    p->last->glue = keep;
}
