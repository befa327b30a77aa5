#include "config.h"

#include "doc/paper.h"

#include <stdlib.h>
#include <string.h>
#include <unicase.h>

#include "base/terbilang.h"
#include "base/text.h"
#include "model/coverage.h"
#include "model/phone.h"

/* Limits that keep room for text whatever was typed. */
#define MARGIN_MAX 60
#define FONT_LEAST 8
#define FONT_MOST 16

/* --- the page --- */

static void margin_from(double *mm, int64_t wanted)
{
    if (wanted >= 0 && wanted <= MARGIN_MAX)
        *mm = (double)wanted;
}

static void set_page(struct document_tree *t, const struct session *s)
{
    if (s->paper == PAPER_F4) {
        t->page_width = 215;
        t->page_height = 330;
    }
    margin_from(&t->margin_top, s->margin_top);
    margin_from(&t->margin_bottom, s->margin_bottom);
    margin_from(&t->margin_left, s->margin_left);
    margin_from(&t->margin_right, s->margin_right);
    if (s->font_size >= FONT_LEAST && s->font_size <= FONT_MOST)
        t->font_size = (double)s->font_size;
}

static void set_logo(struct paper *p)
{
    if (!IS_SET(p->s->with_logo))
        return;
    for (size_t i = 0; i < p->d->document.n; i++) {
        const struct document *doc = &p->d->document.v[i];
        const struct doc_picture *pic = doc->kind == DOC_LOGO ? paper_picture(p, &doc->id) : NULL;
        if (pic) {
            p->t->logo = pic->bytes;
            p->t->logo_size = pic->size;
            return;
        }
    }
}

struct paper paper_begin(const struct dossier *d, const struct doc_options *o, struct arena *a,
                         const char *title)
{
    struct paper p = {.o = o, .a = a, .published = o->privacy == PRIVACY_PUBLIKASI};
    p.d = privacy_filter(d, o->privacy, a);
    p.s = dossier_session(p.d);
    p.t = tree_new(a);
    p.t->title = tree_text(p.t, title);
    p.t->author = tree_text(p.t, p.s->unit);
    if (p.s->date != NONE) {
        int64_t start = p.s->start_time == NONE ? 0 : p.s->start_time;
        p.t->date = stamp_of(p.s->date, start, dossier_zone(p.d));
    }
    set_page(p.t, p.s);
    set_logo(&p);
    return p;
}

void paper_mark_state(struct paper *p)
{
    if (p->o->state == STATE_DRAFT) {
        p->t->watermark = "DRAF";
        p->t->footer = "DRAF - belum dikunci";
    } else if (p->o->fingerprint) {
        const char *line = arena_printf(p->a, "Sidik: %s", p->o->fingerprint);
        if (p->o->revision > 0)
            line = arena_printf(p->a, "%s | Revisi %lld", line, (long long)p->o->revision);
        p->t->footer = line;
    }
}

void paper_letterhead(struct paper *p)
{
    struct node *n = tree_add(p->t, NODE_LETTERHEAD);
    if (p->s->institution)
        tree_add_run(p->t, n, paper_upper(p, p->s->institution), false, 1.1);
    tree_add_run(p->t, n, paper_upper(p, paper_or_dots(p->s->unit, DOTS_LONG)), true, 1.1 * 4 / 3);
    const char *line = TXT(p->s->letterhead);
    while (*line) {
        size_t len = strcspn(line, "\n");
        if (len)
            tree_add_run(p->t, n, arena_memdup(p->a, line, len), false, 0.8);
        line += len + (line[len] == '\n');
    }
}

/* --- words --- */

const char *paper_or_dots(const char *s, const char *dots)
{
    return s && *s ? s : dots;
}

const char *paper_count(const struct paper *p, int64_t n)
{
    if (n == NONE)
        return DOTS_SHORT " (" DOTS_SHORT ")";
    char words[256];
    terbilang(n, p->s->words_case == CASE_TITLE ? WORDS_TITLE : WORDS_LOWER, words, sizeof words);
    return arena_printf(p->a, "%lld (%s)", (long long)n, words);
}

const char *paper_upper(const struct paper *p, const char *s)
{
    size_t n = 0;
    uint8_t *up = u8_toupper((const uint8_t *)s, strlen(s), NULL, NULL, NULL, &n);
    if (!up)
        return s;
    const char *copy = arena_memdup(p->a, up, n);
    free(up);
    return copy;
}

const char *paper_capital(const struct paper *p, const char *s)
{
    size_t n = s ? strspn(s, "abcdefghijklmnopqrstuvwxyz") : 0;
    if (n == 0 || !strchr(" ,;:", s[n])) /* the end counts too */
        return s;
    return arena_printf(p->a, "%c%s", s[0] & ~0x20, s + 1);
}

const char *paper_shortened(struct arena *a, const char *s, int cells)
{
    size_t len = strlen(s), n = text_fits(s, len, cells), end = n;
    while (n < len && end > 0 && s[end] != ' ')
        end--;
    n = end > 0 ? end : n;
    return n == len ? s : arena_printf(a, "%.*s ...", (int)n, s);
}

const char *paper_label_inside(const struct paper *p, const char *label)
{
    return *label ? arena_printf(p->a, "%c%s", label[0] | 0x20, label + 1) : label;
}

const char *paper_fill_gaps(const struct paper *p, const char *s)
{
    if (!s || !*s)
        return DOTS_SHORT;
    struct buf b = BUF_INIT;
    for (const char *gap; (gap = strstr(s, "@@")) != NULL; s = gap + 2) {
        buf_add(&b, s, (size_t)(gap - s));
        buf_puts(&b, "....................");
        /* "@@berapa loket": the reminder stays readable beside its dots */
        if (gap[2] && !strchr(" .,;:)\n", gap[2]))
            buf_putc(&b, ' ');
    }
    buf_puts(&b, s);
    return buf_into(&b, p->a);
}

const char *paper_sentence(const struct paper *p, const char *s)
{
    if (!s || !*s)
        return DOTS_SHORT; /* long ones would tear the words before them apart */
    const char *text = paper_fill_gaps(p, s);
    size_t n = strlen(text);
    while (n && (text[n - 1] == ' ' || text[n - 1] == '\n'))
        n--;
    bool closed = n && strchr(".!?", text[n - 1]);
    return arena_printf(p->a, "%.*s%s", (int)n, text, closed ? "" : ".");
}

const char *paper_date(const struct paper *p, int64_t day)
{
    char out[DATE_TEXT];
    return day == NONE ? DOTS_SHORT DOTS_SHORT : arena_strdup(p->a, date_long(day, out));
}

const char *paper_time(const struct paper *p, int64_t minutes)
{
    char out[DATE_TEXT];
    const char *time = minutes == NONE ? DOTS_SHORT : time_format(minutes, out);
    if (minutes == NONE && p->s->zone == NONE)
        return time; /* the pen writes both */
    return arena_printf(p->a, "%s %s", time, zone_name(dossier_zone(p->d)));
}

const char *paper_phone(const struct paper *p, const char *phone)
{
    char out[PHONE_TEXT];
    return phone ? arena_strdup(p->a, phone_show(phone, out)) : NULL;
}

const char *paper_office(const struct paper *p, const struct participant *who)
{
    const char *parts[3] = {who->position, who->organization, NULL};
    const char *invited = who->invited_as;
    const struct participant *other = dossier_participant(p->d, &who->represents);
    if (other)
        invited = other->invited_as ? other->invited_as : other->name;
    if (other ? invited && who->name : coverage_stands_in(who))
        parts[2] = arena_printf(p->a, "mewakili %s", invited);
    else if (invited && !who->name)
        parts[0] = parts[1] = NULL, parts[2] = invited;

    const char *line = NULL;
    for (size_t i = 0; i < 3; i++)
        if (parts[i] && *parts[i])
            line = line ? arena_printf(p->a, "%s, %s", line, parts[i]) : parts[i];
    return line;
}

const char *paper_figure(const struct paper *p, int64_t n)
{
    return arena_printf(p->a, "%lld", (long long)n);
}

const char *paper_row_number(const struct paper *p, int64_t n)
{
    return arena_printf(p->a, "%lld.", (long long)n);
}

bool paper_shows(const struct paper *p, const struct document *doc)
{
    return !p->published || !IS_SET(doc->withheld);
}

const struct doc_picture *paper_picture(const struct paper *p, const struct id *document)
{
    for (size_t i = 0; i < p->o->n_pictures; i++)
        if (id_eq(&p->o->pictures[i].document, document))
            return &p->o->pictures[i];
    return NULL;
}
