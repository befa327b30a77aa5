/* Berita acara: the attachments about objections, positions and delegates. */
#include "config.h"

#include "doc/berita_acara.h"

#include "base/text.h"
#include "model/tally.h"

#define EMPTY_ROWS 10 /* delegates who are named by hand */

/* --- objections --- */

static void objection_row(struct ba *b, struct table *tb, const struct objection *o, int64_t number,
                          size_t place)
{
    struct paper *p = &b->p;
    const char *reason = IS_SET(o->reason_withheld) ? "tidak disampaikan" : o->reason;
    const char *cells[] = {
        paper_row_number(p, number),
        place < b->agreements.n ? ba_reference(b, place) : DOTS_SHORT,
        paper_or_dots(o->party, DOTS_SHORT),
        paper_fill_gaps(p, o->text),
        paper_fill_gaps(p, reason),
        paper_fill_gaps(p, o->reply),
    };
    tree_row(p->t, tb, cells);
}

void ba_objection_table(struct ba *b)
{
    static const struct column columns[] = {
        {"No", 0.5, ALIGN_CENTER},  {"Kesepakatan", 1.4, ALIGN_LEFT},
        {"Pihak", 1.6, ALIGN_LEFT}, {"Isi Keberatan", 2.4, ALIGN_LEFT},
        {"Alasan", 2, ALIGN_LEFT},  {"Jawaban Penyelenggara", 2.4, ALIGN_LEFT},
    };
    struct paper *p = &b->p;
    struct table *tb = tree_table(p->t, columns, sizeof columns / sizeof *columns);
    int64_t number = 0;
    /* in the order of the paper; what stands against a deleted agreement comes last */
    for (size_t place = 0; place <= b->agreements.n; place++) {
        for (size_t i = 0; i < p->d->objection.n; i++) {
            const struct objection *o = &p->d->objection.v[i];
            bool here = place < b->agreements.n ? id_eq(&o->agreement, &b->agreements.v[place]->id)
                                                : !dossier_agreement(p->d, &o->agreement);
            if (here)
                objection_row(b, tb, o, ++number, place);
        }
    }
}

/* --- positions --- */

/* Who had come by the time of the decision. */
static struct coverage present_at(const struct paper *p, int64_t at)
{
    struct participant *v = ARENA_ARRAY(p->a, struct participant, p->d->participant.n);
    size_t n = 0;
    for (size_t i = 0; i < p->d->participant.n; i++) {
        const struct participant *who = &p->d->participant.v[i];
        if (at == NONE || who->arrived_at == NONE || who->arrived_at <= at)
            v[n++] = *who;
    }
    return coverage_of(v, n);
}

static const char *present_cell(const struct paper *p, const struct agreement *g)
{
    if (g->agreed_present == NONE)
        return "tidak dicatat";
    struct coverage c = present_at(p, g->agreed_at);
    char clock[DATE_TEXT];
    struct buf b = BUF_INIT;
    if (g->agreed_at != NONE)
        buf_printf(&b, "Pukul %s\n", stamp_clock(g->agreed_at, dossier_zone(p->d), clock));
    buf_printf(&b, "%lld orang, %d unsur", (long long)g->agreed_present, c.unsur);
    bool missing = false;
    for (int u = 0; u < unsur_COUNT; u++) {
        if (c.by_unsur[u] > 0)
            continue;
        buf_printf(&b, "%s%s", missing ? ", " : " (tanpa ", dict_enum_label(ENUMSET_unsur, u));
        missing = true;
    }
    buf_puts(&b, missing ? ")" : "");
    return buf_into(&b, p->a);
}

static int64_t unsur_of(const struct paper *p, const struct position *x)
{
    const struct participant *who = dossier_participant(p->d, &x->participant);
    return x->unsur == NONE && who ? who->unsur : x->unsur;
}

/* The hands of one unsur (NONE: not known) and what they added. */
struct hands {
    int64_t n[stance_COUNT];
    const char *notes; /* NULL: none */
};

static struct hands hands_of(const struct paper *p, const struct agreement *g, int64_t unsur)
{
    struct hands h = {.notes = NULL};
    for (size_t i = 0; i < p->d->position.n; i++) {
        const struct position *x = &p->d->position.v[i];
        if (!id_eq(&x->agreement, &g->id) || unsur_of(p, x) != unsur || x->stance == NONE)
            continue;
        h.n[x->stance] += tally_hands(x);
        const char *note = *TXT(x->note) ? paper_fill_gaps(p, x->note) : NULL;
        if (note)
            h.notes = h.notes ? arena_printf(p->a, "%s; %s", h.notes, note) : note;
    }
    return h;
}

/* "Organisasi Masyarakat Sipil: 2 setuju, 1 catatan (ada petugas yang membantu)"; nothing when
 * nobody of it said anything. */
static void add_unsur_line(struct buf *out, const struct paper *p, const struct agreement *g,
                           int64_t unsur)
{
    struct hands h = hands_of(p, g, unsur);
    bool any = false;
    for (int s = 0; s < stance_COUNT; s++) {
        if (h.n[s] == 0)
            continue;
        if (!any)
            buf_printf(out, "%s%s: ", out->len ? "\n" : "",
                       unsur == NONE ? "Tanpa unsur" : dict_enum_label(ENUMSET_unsur, unsur));
        buf_printf(out, "%s%lld %s", any ? ", " : "", (long long)h.n[s],
                   dict_enum_label(ENUMSET_stance, s));
        any = true;
    }
    if (any && h.notes)
        buf_printf(out, " (%s)", h.notes);
}

/* Counted on the sheet of the paper kit. */
static bool from_paper(const struct paper *p, const struct agreement *g)
{
    for (size_t i = 0; i < p->d->position.n; i++)
        if (id_eq(&p->d->position.v[i].agreement, &g->id) && IS_SET(p->d->position.v[i].from_paper))
            return true;
    return false;
}

static const char *position_cell(const struct paper *p, const struct agreement *g)
{
    struct buf b = BUF_INIT;
    for (int64_t u = 0; u < unsur_COUNT; u++)
        add_unsur_line(&b, p, g, u);
    add_unsur_line(&b, p, g, NONE);
    if (from_paper(p, g))
        buf_puts(&b, "\n(dari kertas)");
    const char *cell = b.len ? arena_strdup(p->a, buf_str(&b)) : "tidak dicatat per unsur";
    buf_done(&b);
    return cell;
}

void ba_position_table(struct ba *b)
{
    static const struct column columns[] = {
        {"No", 0.5, ALIGN_CENTER}, {"Masalah", 2.2, ALIGN_LEFT}, {"Hasil", 1.2, ALIGN_LEFT},
        {"Hadir", 2, ALIGN_LEFT},  {"Sikap", 3.4, ALIGN_LEFT},
    };
    struct paper *p = &b->p;
    struct table *tb = tree_table(p->t, columns, sizeof columns / sizeof *columns);
    for (size_t i = 0; i < b->agreements.n; i++) {
        const struct agreement *g = b->agreements.v[i];
        const char *cells[] = {
            paper_row_number(p, (int64_t)i + 1),
            paper_fill_gaps(p, g->problem),
            paper_or_dots(dict_enum_label(ENUMSET_agreement_status, g->status), "Belum diputuskan"),
            present_cell(p, g),
            position_cell(p, g),
        };
        tree_row(p->t, tb, cells);
    }
}

/* --- delegates --- */

static const char *address_and_phone(const struct paper *p, const struct ba_signer *x)
{
    const char *address = x->person ? x->person->address : NULL;
    const char *phone = x->person ? paper_phone(p, x->person->phone) : NULL;
    if (!IS_SET(p->s->with_phone))
        return paper_or_dots(address, DOTS_SHORT);
    return arena_printf(p->a, "%s\n%s", paper_or_dots(address, DOTS_SHORT),
                        paper_or_dots(phone, DOTS_SHORT));
}

/* Without address and telephone number in the published paper. */
void ba_delegate_table(struct ba *b)
{
    struct paper *p = &b->p;
    const struct column columns[] = {
        {"No", 0.5, ALIGN_CENTER},
        {"Nama", 2.4, ALIGN_LEFT},
        {"Lembaga/Instansi", 2.6, ALIGN_LEFT},
        {IS_SET(p->s->with_phone) ? "Alamat, Telepon" : "Alamat", 2, ALIGN_LEFT},
        {"Tanda Tangan", 2, ALIGN_LEFT},
    };
    enum { COL_ADDRESS = 3, COLS = sizeof columns / sizeof *columns };
    struct column shown[COLS];
    size_t n = 0;
    for (size_t i = 0; i < COLS; i++)
        if (i != COL_ADDRESS || !p->published)
            shown[n++] = columns[i];
    struct table *tb = tree_table(p->t, shown, n);
    tb->row_height = 12;
    struct ba_signers s = ba_place_signers(b);
    int64_t number = 0;
    for (size_t i = 0; i < s.n; i++) {
        const struct ba_signer *x = &s.v[i];
        if (x->place != PLACE_TABLE && x->place != PLACE_WITNESS)
            continue;
        const char *cells[COLS] = {paper_row_number(p, ++number),
                                   paper_or_dots(ba_signer_name(x), DOTS_SHORT),
                                   paper_or_dots(ba_signer_office(p, x), DOTS_SHORT)};
        if (!p->published)
            cells[COL_ADDRESS] = address_and_phone(p, x);
        cells[n - 1] = paper_signed_mark(p, x->who);
        tree_row(p->t, tb, cells);
    }
    if (number == 0)
        while (number < EMPTY_ROWS)
            tree_row(p->t, tb, (const char *const[COLS]){paper_row_number(p, ++number)});
}
