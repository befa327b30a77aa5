/* Tables: columns as their weights say but never narrower than a word, a head that is printed again on
 * every page, rows that are never cut apart - except one that is taller than a page, which goes on line
 * by line. */
#include "config.h"

#include <string.h>

#include "base/text.h"
#include "press/nodes.h"

#define RULE 0.5
#define PAD_X MM(CELL_X_MM)
#define PAD_Y MM(CELL_Y_MM)
#define LOW_ROW MM(13)
#define SHORT_TABLE 0.33 /* of a page: is never cut */

struct grid {
    struct press *p;
    const struct node *node;
    const struct table *tb;
    double scale;
    double *x; /* n_columns + 1 borders */
    struct block *head;
    size_t cell; /* running number of cells, for tags */
};

static struct style cell_style(const struct grid *g, enum align align, bool bold)
{
    return (struct style){.scale = g->scale, .bold = bold, .align = align};
}

static const char *cell_text(const struct table *tb, size_t row, size_t col)
{
    return TXT(tb->cells[row * tb->n_columns + col]);
}

/* The longest words of a column, by bytes: the widest is among them. Measuring every word takes longer than
 * setting the whole table. */
struct words {
    const char *at[8];
    size_t length[8];
};

static void keep_word(struct words *w, const char *at, size_t length)
{
    size_t least = 0;
    if (length == 0) /* between two blanks */
        return;
    for (size_t i = 0; i < sizeof w->at / sizeof *w->at; i++) {
        if (w->at[i] && w->length[i] == length && memcmp(w->at[i], at, length) == 0)
            return;
        if (w->length[i] < w->length[least])
            least = i;
    }
    if (length <= w->length[least])
        return;
    w->at[least] = at;
    w->length[least] = length;
}

/* Lines may end at blanks and behind most hyphens and strokes. */
static void keep_words(struct words *w, const char *s)
{
    const char *from = s;
    for (; *s; s++) {
        bool blank = *s == ' ' || *s == '\n';
        if (!blank && !type_may_break(from, s))
            continue;
        keep_word(w, from, (size_t)(s - from) + !blank);
        from = s + 1;
    }
    keep_word(w, from, (size_t)(s - from));
}

static double words_width(struct grid *g, const struct words *w, bool bold)
{
    struct buf all = BUF_INIT;
    for (size_t i = 0; i < sizeof w->at / sizeof *w->at; i++) {
        buf_add(&all, TXT(w->at[i]), w->length[i]);
        buf_putc(&all, '\n');
    }
    struct style s = cell_style(g, ALIGN_LEFT, bold);
    double width = type_width(g->p, buf_str(&all), &s);
    buf_done(&all);
    return width;
}

static double least_width(struct grid *g, size_t col)
{
    struct words head = {0}, body = {0};
    keep_words(&head, g->tb->columns[col].title);
    for (size_t row = 0; row < g->tb->n_rows; row++)
        keep_words(&body, cell_text(g->tb, row, col));
    double title = words_width(g, &head, true), text = words_width(g, &body, false);
    return MAX(title, text) + 2 * PAD_X + 0.5;
}

/* When the longest words do not fit side by side (addresses of the web), only the longest are broken. */
static void cap_words(double *least, size_t n, double width)
{
    double cap = width * 0.4, needed;
    do {
        needed = 0;
        for (size_t i = 0; i < n; i++)
            needed += least[i] = MIN(least[i], cap);
        cap *= 0.95;
    } while (needed > width);
}

/* Shares the width by weight; a column whose longest word needs more takes it from the others. */
static void set_columns(struct grid *g)
{
    size_t n = g->tb->n_columns;
    double *width = ARENA_ARRAY(g->p->arena, double, n), *least = ARENA_ARRAY(g->p->arena, double, n);
    bool *fixed = ARENA_ARRAY(g->p->arena, bool, n);
    for (size_t i = 0; i < n; i++)
        least[i] = least_width(g, i);
    cap_words(least, n, g->p->width);
    bool again = true;
    while (again) {
        double room = g->p->width, weight = 0;
        for (size_t i = 0; i < n; i++) {
            room -= fixed[i] ? width[i] : 0;
            weight += fixed[i] ? 0 : MAX(g->tb->columns[i].weight, 0.01);
        }
        again = false;
        for (size_t i = 0; i < n; i++) {
            if (fixed[i])
                continue;
            width[i] = room * MAX(g->tb->columns[i].weight, 0.01) / weight;
            if (width[i] < least[i] - 0.001) {
                width[i] = least[i];
                fixed[i] = again = true;
                break;
            }
        }
    }
    g->x = ARENA_ARRAY(g->p->arena, double, n + 1);
    for (size_t i = 0; i < n; i++)
        g->x[i + 1] = g->x[i] + width[i];
}

double table_scale(const struct press *p)
{
    /* Never below 9 points: the paper is read by old eyes, and copied. */
    return MIN(MAX(SMALL, 9.0 / p->tree->font_size), 1);
}

const double *table_borders(struct press *p, const struct table *tb)
{
    struct grid g = {.p = p, .tb = tb, .scale = table_scale(p)};
    set_columns(&g);
    return g.x;
}

static void draw_borders(struct grid *g, struct block *b)
{
    for (size_t i = 0; i <= g->tb->n_columns; i++)
        block_rule(g->p, b, g->x[i], 0, 0, b->height, RULE);
}

static struct block *row_block(struct grid *g, double space)
{
    struct block *b = block_add(g->p, space);
    b->outer = "Table";
    b->outer_owner = g->node;
    b->tag = "TR";
    return b;
}

static void put_cell(struct grid *g, struct block *b, const struct lines *l, size_t col, double y, const char *tag)
{
    struct item *before = b->last;
    type_put(g->p, b, l, 0, l->n, g->x[col] + PAD_X, y);
    block_cell(b, before, tag, ++g->cell);
}

static struct lines *set_cells(struct grid *g, bool head, size_t row, double *ret_height)
{
    const struct table *tb = g->tb;
    struct lines *cells = ARENA_ARRAY(g->p->arena, struct lines, tb->n_columns);
    *ret_height = 0;
    for (size_t i = 0; i < tb->n_columns; i++) {
        const struct column *c = &tb->columns[i];
        enum align align = head ? ALIGN_CENTER : c->align == ALIGN_JUSTIFY ? ALIGN_LEFT : c->align;
        struct style s = cell_style(g, align, head);
        cells[i] = type_set(g->p, head ? c->title : cell_text(tb, row, i), g->x[i + 1] - g->x[i] - 2 * PAD_X, &s);
        *ret_height = MAX(*ret_height, cells[i].height);
    }
    return cells;
}

static void put_head(struct grid *g, double space)
{
    double height;
    struct lines *cells = set_cells(g, true, 0, &height);
    struct block *b = row_block(g, space);
    b->height = height + 2 * PAD_Y + 1;
    struct item *fill = block_item(g->p, b, ITEM_FILL);
    fill->w = g->p->width;
    fill->h = b->height;
    block_rule(g->p, b, 0, 0, g->p->width, 0, RULE);
    block_rule(g->p, b, 0, b->height, g->p->width, 0, RULE);
    draw_borders(g, b);
    for (size_t i = 0; i < g->tb->n_columns; i++)
        put_cell(g, b, &cells[i], i, (b->height - cells[i].height) / 2, "TH");
    b->glue = true;
    g->head = b;
}

/* "1. ......" left, "2. ......" right: two who sign one below the other do not touch. */
static void put_zigzag(struct grid *g, struct block *b, size_t row)
{
    size_t col = g->tb->n_columns - 1;
    double left = g->x[col] + PAD_X, half = (g->x[col + 1] - g->x[col] - 2 * PAD_X) / 2;
    double x = row % 2 == 0 ? left : left + half;
    struct style s = cell_style(g, ALIGN_LEFT, false);
    const char *given = cell_text(g->tb, row, 0); /* the list's own number: numbers may have gaps */
    const char *words = *given ? given : arena_printf(g->p->arena, "%zu.", row + 1);
    struct lines l = type_set(g->p, words, half, &s);
    double y = b->height - PAD_Y - l.height;
    type_put(g->p, b, &l, 0, 1, x, y);
    struct item *number = b->last, *dots = block_item(g->p, b, ITEM_RULE);
    number->tag = "TD";
    number->cell = ++g->cell;
    double from = type_width(g->p, words, &s) + 3;
    dots->x = x + from;
    dots->y = y + l.v[0].baseline + 0.5;
    dots->w = half - from - 2;
    dots->thickness = 0.6;
    dots->dotted = true;
}

static void put_row(struct grid *g, const struct lines *cells, size_t row, double height)
{
    struct block *b = row_block(g, 0);
    b->repeat = g->head;
    b->height = height;
    draw_borders(g, b);
    block_rule(g->p, b, 0, height, g->p->width, 0, RULE);
    for (size_t i = 0; i < g->tb->n_columns; i++) {
        bool zigzag = g->tb->zigzag && i + 1 == g->tb->n_columns && !*cell_text(g->tb, row, i);
        if (zigzag)
            put_zigzag(g, b, row);
        else /* rows with room for a hand stand in the middle, texts at the top */
            put_cell(g, b, &cells[i], i, g->tb->row_height > 0 ? (height - cells[i].height) / 2 : PAD_Y, "TD");
    }
}

/* A row taller than a page: a block for each line, open to above and below. */
static void put_long_row(struct grid *g, const struct lines *cells)
{
    size_t most = 0;
    for (size_t i = 0; i < g->tb->n_columns; i++)
        most = MAX(most, cells[i].n);
    struct block *first = NULL;
    size_t cell = g->cell;
    for (size_t k = 0; k < most; k++) {
        struct block *b = row_block(g, 0);
        first = first ? first : b;
        b->owner = first;
        b->repeat = g->head;
        double y = k == 0 ? PAD_Y : 0;
        for (size_t i = 0; i < g->tb->n_columns; i++) {
            if (k >= cells[i].n)
                continue;
            double bottom = y + type_put(g->p, b, &cells[i], k, k + 1, g->x[i] + PAD_X, y);
            b->height = MAX(b->height, bottom);
            b->last->tag = "TD";
            b->last->cell = cell + i + 1;
        }
        b->height += k + 1 == most ? PAD_Y : 0;
        draw_borders(g, b);
        b->tail = ARENA_NEW(g->p->arena, struct item);
        *b->tail = (struct item){.kind = ITEM_RULE, .y = b->height, .w = g->p->width, .thickness = RULE};
        if (k + 1 == most)
            block_rule(g->p, b, 0, b->height, g->p->width, 0, RULE);
    }
    g->cell += g->tb->n_columns;
}

static double row_height(const struct table *tb, double text)
{
    return MAX(text + 2 * PAD_Y, MM(tb->row_height));
}

bool table_is_short(struct press *p, const struct table *tb)
{
    struct grid g = {.p = p, .tb = tb, .scale = table_scale(p)};
    double text, all, most = p->height * SHORT_TABLE;
    if ((double)tb->n_rows * p->tree->font_size * g.scale > most) /* less than any row takes */
        return false;
    set_columns(&g);
    set_cells(&g, true, 0, &all);
    for (size_t row = 0; row < tb->n_rows && all <= most; row++) {
        set_cells(&g, false, row, &text);
        double height = row_height(tb, text);
        all += height < LOW_ROW ? height : most; /* a hole of high rows would be worse than a cut */
    }
    return all <= most;
}

/* Rows that stay with the one above: all of a short table; else one or two low ones alone on a page look lost, while
 * a high one may stand there rather than leave a hole. Where they keep what follows they are not alone. */
static bool stays(const struct table *tb, size_t row, double height, bool whole, bool keep)
{
    bool edge = row == 1 || row + (keep ? 1 : 2) >= tb->n_rows;
    return row > 0 && (whole || (edge && height < LOW_ROW));
}

void node_table(struct press *p, const struct node *n, bool keep)
{
    const struct table *tb = n->table;
    struct grid g = {.p = p, .node = n, .tb = tb, .scale = table_scale(p)};
    set_columns(&g);
    put_head(&g, p->tree->font_size * GAP);
    double room = p->height - g.head->height;
    bool whole = table_is_short(p, tb);
    for (size_t row = 0; row < tb->n_rows; row++) {
        double text;
        const struct lines *cells = set_cells(&g, false, row, &text);
        double height = row_height(tb, text);
        struct block *before = p->last;
        if (height <= room)
            put_row(&g, cells, row, height);
        else
            put_long_row(&g, cells);
        if (stays(tb, row, MAX(height, before->height), whole, keep))
            before->glue = true;
    }
    p->last->glue = keep;
}
