#include "config.h"

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "ui/frame.h"

/* --- keys --- */

static bool is_shown(const struct frame *f, int key)
{
    char name[KEY_NAME];
    key_name(key, name);
    for (int i = 0; i < f->n_keys; i++)
        if (strcmp(f->keys[i].name, name) == 0)
            return true;
    return false;
}

void frame_add_keys(struct frame *f, const struct key_row *rows, bool writing)
{
    for (; rows && rows->label && f->n_keys < FRAME_KEYS; rows++) {
        if (!(rows->flags & KEY_FOOTER) || !rows->key || is_shown(f, rows->key))
            continue;
        if (rows->action == ACT_BACK && !f->way_back)
            continue;
        if (writing ? rows->flags & KEY_ROWS : rows->flags & KEY_WRITING)
            continue;
        if (writing && key_is_char(rows->key))
            continue;
        struct frame_key *k = &f->keys[f->n_keys++];
        key_name(rows->key, k->name);
        /* a letter is text while somebody writes */
        key_name(writing && key_is_char(rows->key2) ? 0 : rows->key2, k->second);
        k->label = _(rows->label);
        k->action = rows->action;
    }
}

static int key_cells(const struct frame_key *k, bool second)
{
    int cells = text_width(k->name, strlen(k->name)) + 1 + text_width(k->label, strlen(k->label));
    return cells + (second && k->second[0] ? text_width(k->second, strlen(k->second)) + 1 : 0);
}

static int all_key_cells(const struct frame *f, bool second)
{
    int cells = 0;
    for (int i = 0; i < f->n_keys; i++)
        cells += key_cells(&f->keys[i], second) + 2;
    return cells;
}

/* As many keys as fit; the last ones of the table (the way back, the list of commands, leaving) stay longest. */
static void draw_keys(struct frame *f, struct canvas *c, struct rect r)
{
    bool second = all_key_cells(f, true) - 1 <= r.w;
    int total = all_key_cells(f, second);
    int last = f->way_back ? 3 : 2;
    int skip_to = f->n_keys > last ? f->n_keys - last : f->n_keys;
    int skip_from = skip_to;
    while (total - 1 > r.w && skip_from > 0)
        total -= key_cells(&f->keys[--skip_from], second) + 2;
    int x = r.x + (r.w > 1);
    for (int i = 0; i < f->n_keys; i++) {
        struct frame_key *k = &f->keys[i];
        k->at = (struct rect){0};
        if (i >= skip_from && i < skip_to)
            continue;
        k->at = (struct rect){x, r.y, key_cells(k, second), r.h};
        x += canvas_put(c, x, r.y, STYLE_KEY, k->name);
        if (second && k->second[0]) {
            x += canvas_put(c, x, r.y, STYLE_FOOTER, "/");
            x += canvas_put(c, x, r.y, STYLE_KEY, k->second);
        }
        x++;
        x += canvas_put(c, x, r.y, STYLE_FOOTER, k->label) + 2;
    }
}

static void draw_footer(struct frame *f, struct canvas *c, struct rect *r)
{
    if (!f->message) {
        draw_keys(f, c, rect_take_bottom(r, 1));
        return;
    }
    int lines = canvas_lines_needed(c, f->message, r->w - 2);
    struct rect at = rect_take_bottom(r, lines > 4 ? 4 : lines);
    rect_take_left(&at, 1);
    canvas_put_wrapped(c, at, f->message_style, f->message);
}

/* --- header --- */

static void draw_first_line(const struct frame *f, struct canvas *c, struct rect r)
{
    canvas_fill(c, r, STYLE_HEADER);
    int zone = text_width(f->zone, strlen(f->zone));
    int saved = text_width(f->saved, strlen(f->saved));
    int right = saved + (zone && saved ? 3 : 0) + zone;
    if (right > r.w / 2) { /* "BELUM TERSIMPAN" matters more than the title, the zone least */
        right = saved < r.w ? saved : r.w;
        zone = 0;
    }
    int title = r.w - right - 3;
    canvas_put_cut(c, r.x + 1, r.y, title, STYLE_HEADER, f->title);
    canvas_put_cut(c, r.x + r.w - right, r.y, saved < right ? saved : right, f->saved_style, f->saved);
    if (zone)
        canvas_put(c, r.x + r.w - zone, r.y, STYLE_HEADER, f->zone);
}

/* One place: "F4 Dokumentasi 4", shortened to "F4 4". */
static const char *place_text(struct arena *a, const struct frame_place *p, int digit, bool here, bool name)
{
    const char *badge = p->done ? "✓" : TXT(p->badge);
    char *label = arena_strdup(a, p->label);
    for (char *s = label; here && *s; s++)
        if (*s >= 'a' && *s <= 'z')
            *s = (char)(*s - 'a' + 'A');
    return arena_printf(a, "F%d%s%s%s%s%s", digit, name ? " " : "", name ? label : "", *badge ? " " : "", badge,
                        here ? " ◂" : "");
}

static int cells_of(const char *text)
{
    return text_width(text, strlen(text));
}

/* What each place says: names go from the right until all fit into `width`. */
static void fit_places(struct arena *a, const struct frame *f, int width, const char *text[FRAME_PLACES])
{
    int cells = 0;
    for (int i = 0; i < FRAME_PLACES; i++) {
        text[i] = f->places[i].label ? place_text(a, &f->places[i], i + 2, i == f->here, true) : NULL;
        cells += text[i] ? cells_of(text[i]) + 1 : 0;
    }
    for (int i = FRAME_PLACES - 1; i >= 0 && cells > width; i--) {
        if (i == f->here || !text[i])
            continue;
        const char *shorter = place_text(a, &f->places[i], i + 2, false, false);
        cells -= cells_of(text[i]) - cells_of(shorter);
        text[i] = shorter;
    }
}

static void draw_places(struct frame *f, struct canvas *c, struct rect r)
{
    struct arena *a = arena_new();
    const char *text[FRAME_PLACES];
    fit_places(a, f, r.w, text);
    int x = r.x + 1;
    for (int i = 0; i < FRAME_PLACES; i++) {
        f->place_at[i] = (struct rect){0};
        if (!f->places[i].label)
            continue;
        if (x > r.x + 1)
            canvas_sign(c, x++, r.y, STYLE_RULE, "│");
        int used = canvas_put(c, x, r.y, i == f->here ? STYLE_TAB_HERE : STYLE_TAB, text[i]);
        f->place_at[i] = (struct rect){x, r.y, used, 1};
        x += used;
    }
    arena_free(a);
}

static void draw_agenda(const struct frame *f, struct canvas *c, struct rect r)
{
    int status = f->status ? text_width(f->status, strlen(f->status)) : 0;
    if (status > r.w / 2)
        status = r.w / 2;
    canvas_put_cut(c, r.x + 1, r.y, r.w - status - 3, STYLE_STRONG, f->agenda);
    if (status)
        canvas_put_right(c, r.x + r.w - status, r.y, status, STYLE_NORMAL, f->status);
}

/* Too small: says so and leaves the rest to the screen, so that what is typed still goes in. */
static struct rect draw_small(struct frame *f, struct canvas *c)
{
    struct rect r = canvas_rect(c);
    char text[160];
    snprintf(text, sizeof text, _("Perbesar jendela: paling kecil %dx%d, sekarang %dx%d"), FRAME_LEAST_W,
             FRAME_LEAST_H, r.w, r.h);
    int lines = canvas_lines_needed(c, text, r.w);
    struct rect top = rect_take_top(&r, lines < r.h / 2 ? lines : (r.h + 1) / 2);
    canvas_put_wrapped(c, top, STYLE_WARN, text);
    memset(f->place_at, 0, sizeof f->place_at);
    if (f->message || f->saved_style == STYLE_ERROR) {
        struct rect bottom = rect_take_bottom(&r, r.h > 2);
        canvas_put_cut(c, bottom.x, bottom.y, bottom.h ? bottom.w : 0,
                       f->message ? f->message_style : f->saved_style, f->message ? f->message : f->saved);
    }
    return r;
}

struct rect frame_draw(struct frame *f, struct canvas *c)
{
    struct rect r = canvas_rect(c);
    for (int i = 0; i < f->n_keys; i++)
        f->keys[i].at = (struct rect){0};
    if (r.w < FRAME_LEAST_W || r.h < FRAME_LEAST_H)
        return draw_small(f, c);
    draw_first_line(f, c, rect_take_top(&r, 1));
    memset(f->place_at, 0, sizeof f->place_at);
    if (f->with_places)
        draw_places(f, c, rect_take_top(&r, 1));
    if (f->agenda)
        draw_agenda(f, c, rect_take_top(&r, 1));
    struct rect rule = rect_take_top(&r, 1);
    canvas_hline(c, rule.x, rule.y, rule.w, STYLE_RULE);
    draw_footer(f, c, &r);
    return r;
}

int frame_click(const struct frame *f, int x, int y)
{
    for (int i = 0; i < FRAME_PLACES; i++)
        if (rect_has(f->place_at[i], x, y))
            return f->places[i].action;
    for (int i = 0; i < f->n_keys; i++)
        if (!f->message && rect_has(f->keys[i].at, x, y))
            return f->keys[i].action;
    return 0;
}
