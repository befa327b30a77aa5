/* The berita acara: which variant, what it agreed on, which attachments it has. */
#include "config.h"

#include "doc/berita_acara.h"

#include "base/text.h"

bool ba_has_note(const struct ba *b, const struct agreement *g)
{
    if (g->status == STATUS_DENGAN_CATATAN)
        return true;
    for (size_t i = 0; i < b->p.d->objection.n; i++)
        if (id_eq(&b->p.d->objection.v[i].agreement, &g->id))
            return true;
    return false;
}

/* --- attachments --- */

static bool has_photo(const struct dossier *d)
{
    for (size_t i = 0; i < d->document.n; i++)
        if (d->document.v[i].kind == DOC_FOTO)
            return true;
    return false;
}

static bool has_attachment(const struct ba *b, enum ba_attachment which)
{
    const struct session *s = b->p.s;
    const struct dossier *d = b->p.d;
    bool is_b = b->variant == VARIANT_B;
    bool parked = IS_SET(s->with_parked) && d->parked.n > 0;
    if (b->by_hand)
        return false;
    switch (which) {
    case BA_ATTENDANCE:
        return IS_SET(s->with_attendance);
    case BA_AGREED:
        return is_b && b->agreements.n_agreed > 0;
    case BA_OPEN: /* what was not agreed is never lost, whatever is switched off */
        return is_b && (b->agreements.n > b->agreements.n_agreed || parked);
    case BA_PARKED:
        return !is_b && parked;
    case BA_OBJECTIONS:
        return IS_SET(s->with_objections) && d->objection.n > 0;
    case BA_POSITIONS:
        return IS_SET(s->with_positions) && b->agreements.n > 0;
    case BA_DELEGATES:
        return is_b;
    case BA_PHOTOS:
        return IS_SET(s->with_photos) && has_photo(d);
    case BA_ATTACHMENT_COUNT:
        break;
    }
    return false;
}

const char *ba_attachment_name(const struct ba *b, enum ba_attachment which)
{
    if (!has_attachment(b, which))
        return NULL;
    int number = 1;
    for (int i = 0; i < (int)which; i++)
        number += has_attachment(b, (enum ba_attachment)i);
    return arena_printf(b->p.a, "Lampiran %s", date_month_roman(number));
}

const char *ba_attachments_range(const struct ba *b)
{
    const char *first = NULL, *last = NULL;
    int n = 0;
    for (int i = 0; i < BA_ATTACHMENT_COUNT; i++) {
        const char *name = ba_attachment_name(b, (enum ba_attachment)i);
        if (!name)
            continue;
        first = first ? first : name;
        last = name;
        n++;
    }
    if (n < 2)
        return first;
    return arena_printf(b->p.a, "%s %s %s", first, n == 2 ? "dan" : "sampai dengan", last);
}

/* --- sentences that close every variant --- */

void ba_commitment(struct ba *b)
{
    struct paper *p = &b->p;
    if (!IS_SET(p->s->with_commitment))
        return;
    tree_paragraph(p->t,
                   "%s menerima hasil forum ini dan berkomitmen menindaklanjutinya sesuai "
                   "jangka waktu yang disepakati.",
                   paper_head_office(p))
        ->first_indent = true;
    tree_paragraph(p->t, "Masyarakat dan pemangku kepentingan yang hadir turut memantau "
                         "kemajuan tindak lanjut tersebut.")
        ->first_indent = true;
}

void ba_closing(struct ba *b)
{
    struct paper *p = &b->p;
    ba_commitment(b);
    struct node *n = tree_paragraph(p->t,
                                    "Demikian Berita Acara ini dibuat dengan sebenarnya dalam %s "
                                    "rangkap untuk dipergunakan sebagaimana mestinya.",
                                    paper_count(p, p->s->copies));
    n->first_indent = true;
    n->keep_with_next = true;
}

/* --- the variants --- */

void ba_variant_a(struct ba *b)
{
    ba_opening(b);
    ba_tables(b);
    ba_notes(b);
    ba_closing(b);
    ba_signatures(b);
}

static void (*const variants[ba_variant_COUNT])(struct ba *) = {
    [VARIANT_A] = ba_variant_a,
    [VARIANT_B] = ba_variant_b,
    [VARIANT_C] = ba_variant_c,
    [VARIANT_D] = ba_variant_d,
};

static struct ba begin(const struct dossier *d, const struct doc_options *o, struct arena *a)
{
    struct ba b = {.p = paper_begin(d, o, a, "Berita Acara Hasil Forum Konsultasi Publik")};
    b.variant = b.p.s->ba_variant == NONE ? VARIANT_A : b.p.s->ba_variant;
    return b;
}

/* --- the emergency form of the paper kit --- */

#define HAND_ROWS 3
#define HAND_ROW_MM 18

static void hand_table(struct ba *b, const char *heading, const struct column *columns, size_t n)
{
    static const char *const empty[8] = {NULL};
    struct paper *p = &b->p;
    tree_heading(p->t, heading);
    struct table *tb = tree_table(p->t, columns, n);
    tb->row_height = HAND_ROW_MM;
    for (int i = 0; i < HAND_ROWS; i++)
        tree_row(p->t, tb, empty);
}

void ba_hand_notes(struct ba *b)
{
    static const struct column open[] = {
        {"Masalah", 2, ALIGN_LEFT},
        {"Usulan", 2.4, ALIGN_LEFT},
        {"Alasan belum atau tidak disepakati", 2.6, ALIGN_LEFT},
    };
    static const struct column notes[] = {
        {"Kesepakatan nomor", 1.1, ALIGN_LEFT},
        {"Pihak", 1.5, ALIGN_LEFT},
        {"Keberatan dan alasannya", 2.6, ALIGN_LEFT},
        {"Jawaban penyelenggara", 2.2, ALIGN_LEFT},
    };
    hand_table(b, "Hal-hal yang belum atau tidak disepakati:", open, sizeof open / sizeof *open);
    hand_table(b, "Catatan dan keberatan:", notes, sizeof notes / sizeof *notes);
}

/* The session as it would be before anybody came and anything was decided; who signs is known. */
static const struct dossier *undecided(const struct dossier *d, struct arena *a)
{
    struct dossier *blank = ARENA_NEW(a, struct dossier);
    *blank = *d;
    blank->agreement.n = blank->objection.n = blank->parked.n = blank->position.n = 0;
    if (d->participant.n)
        blank->participant.v =
            (void *)arena_memdup(a, d->participant.v, d->participant.n * sizeof *d->participant.v);
    for (size_t i = 0; i < d->participant.n; i++)
        blank->participant.v[i].attendance = ATTENDANCE_BELUM;
    return blank;
}

struct document_tree *build_kit_berita_acara(const struct dossier *d, const struct doc_options *o,
                                             struct arena *a)
{
    struct ba b = begin(undecided(d, a), o, a);
    b.by_hand = true;
    b.agreements = agreement_order_of(b.p.d, b.p.a);
    b.p.t->title = "Berita Acara Darurat Forum Konsultasi Publik";
    b.p.t->footer = "Formulir darurat, diisi dengan tulisan tangan";
    variants[b.variant](&b);
    return b.p.t;
}

struct document_tree *build_berita_acara(const struct dossier *d, const struct doc_options *o,
                                         struct arena *a)
{
    struct ba b = begin(d, o, a);
    b.agreements = agreement_order_of(b.p.d, b.p.a);
    paper_mark_state(&b.p);
    variants[b.variant](&b);
    ba_attachments(&b);
    return b.p.t;
}
