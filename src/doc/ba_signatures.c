/* Berita acara: the signing places. One signer signs once, however often the list names that
 * person. */
#include "config.h"

#include "doc/berita_acara.h"

#include <string.h>

#include "base/text.h"

#define EMPTY_ROWS                                                                                 \
    10 /* the signature table of a real paper was filled by hand (domain 6.1, point 8) */

/* Where a signatory stands, in this order of precedence. */
enum place { PLACE_HEAD, PLACE_BLOCK, PLACE_TABLE, PLACE_WITNESS };

struct signer {
    const struct signatory *who;
    const struct participant *person; /* NULL when not on the attendance list */
    enum place place;
};

struct signers {
    struct signer *v;
    size_t n;
};

static enum place place_of(const struct paper *p, const struct signatory *who)
{
    if (who == paper_head(p))
        return PLACE_HEAD;
    switch (who->role) {
    case SIGN_MENGETAHUI:
        return PLACE_BLOCK;
    case SIGN_SAKSI:
    case SIGN_NOTULIS:
    case SIGN_MODERATOR:
        return PLACE_WITNESS;
    default:
        return PLACE_TABLE;
    }
}

static bool is_placed(const struct paper *p, const struct signers *s, const struct signer *x)
{
    for (size_t i = 0; i < s->n; i++)
        if (signatory_same_person(s->v[i].who, x->who, p->a))
            return true;
    return false;
}

/* Everybody once, the most formal place first. */
static struct signers place_signers(const struct paper *p)
{
    size_t n = p->d->signatory.n;
    struct signers s = {ARENA_ARRAY(p->a, struct signer, n), 0};
    for (int place = PLACE_HEAD; place <= PLACE_WITNESS; place++) {
        for (size_t i = 0; i < n; i++) {
            const struct signatory *who = &p->d->signatory.v[i];
            if (place_of(p, who) != (enum place)place)
                continue;
            struct signer x = {who, dossier_participant(p->d, &who->participant),
                               (enum place)place};
            if (!is_placed(p, &s, &x))
                s.v[s.n++] = x;
        }
    }
    return s;
}

static size_t count_at(const struct signers *s, enum place place)
{
    size_t n = 0;
    for (size_t i = 0; i < s->n; i++)
        n += s->v[i].place == place;
    return n;
}

static const char *signer_name(const struct signer *x)
{
    return x->who->name ? x->who->name : x->person ? x->person->name : NULL;
}

/* Town and date, then "Mengetahui" at the left and the head at the right. */
static void official_blocks(struct ba *b, const struct signers *s)
{
    struct paper *p = &b->p;
    struct node *n = NULL;
    for (size_t i = 0; i < s->n; i++) {
        if (s->v[i].place != PLACE_BLOCK)
            continue;
        n = tree_add(p->t, NODE_SIGNATURES);
        paper_official_block(p, n, s->v[i].who, "Mengetahui,", paper_signed_mark(p, s->v[i].who));
    }
    /* the last "Mengetahui" stands beside the head; the others above, one below the other */
    if (!n) {
        n = tree_add(p->t, NODE_SIGNATURES);
        n->align = ALIGN_RIGHT;
    }
    const char *place = arena_printf(p->a, "%s, %s", paper_or_dots(p->s->town, DOTS_SHORT),
                                     paper_date(p, p->s->date));
    paper_official_block(p, n, paper_head(p), place, paper_signed_mark(p, paper_head(p)));
}

static const char *name_and_phone(const struct paper *p, const struct signer *x)
{
    const char *name = paper_or_dots(signer_name(x), DOTS_SHORT);
    const char *phone = x->person ? paper_phone(p, x->person->phone) : NULL;
    if (!IS_SET(p->s->with_phone))
        return name;
    return arena_printf(p->a, "%s\n%s", name, paper_or_dots(phone, DOTS_SHORT));
}

/* "Warga Desa Karang Jati\n(Pengguna Layanan)" */
static const char *office_and_unsur(const struct paper *p, const struct signer *x)
{
    const char *office = x->who->position;
    if (!office && x->person)
        office = paper_office(p, x->person);
    const char *unsur = x->person ? dict_enum_label(ENUMSET_unsur, x->person->unsur) : "";
    if (!*unsur)
        return paper_or_dots(office, DOTS_SHORT);
    return office ? arena_printf(p->a, "%s\n(%s)", office, unsur) : unsur;
}

static void representatives(struct ba *b, const struct signers *s)
{
    struct paper *p = &b->p;
    const struct column columns[] = {
        {"No", 0.6, ALIGN_CENTER},
        {IS_SET(p->s->with_phone) ? "Nama dan No. HP" : "Nama", 3, ALIGN_LEFT},
        {"L/P", 0.6, ALIGN_CENTER},
        {"Jabatan/Organisasi", 3, ALIGN_LEFT},
        {"Tanda Tangan", 2, ALIGN_LEFT},
    };
    tree_heading(p->t, "Tabel tanda tangan wakil peserta:");
    struct table *tb = tree_table(p->t, columns, sizeof columns / sizeof *columns);
    tb->row_height = 12;
    int64_t number = 0;
    for (size_t i = 0; i < s->n; i++) {
        const struct signer *x = &s->v[i];
        if (x->place != PLACE_TABLE)
            continue;
        const char *sex = x->person ? dict_enum_label(ENUMSET_sex, x->person->sex) : "";
        const char *cells[] = {paper_row_number(p, ++number), name_and_phone(p, x), sex,
                               office_and_unsur(p, x), paper_signed_mark(p, x->who)};
        tree_row(p->t, tb, cells);
    }
    if (number == 0)
        for (number = 1; number <= EMPTY_ROWS; number++)
            tree_row(p->t, tb,
                     (const char *const[]){paper_row_number(p, number), NULL, NULL, NULL, NULL});
}

static void witnesses(struct ba *b, const struct signers *s)
{
    static const struct column columns[] = {
        {"No", 0.6, ALIGN_CENTER},
        {"Nama", 3, ALIGN_LEFT},
        {"Jabatan/Organisasi", 3, ALIGN_LEFT},
        {"Sebagai", 1.2, ALIGN_LEFT},
        {"Tanda Tangan", 2, ALIGN_LEFT},
    };
    if (count_at(s, PLACE_WITNESS) == 0)
        return;
    struct paper *p = &b->p;
    tree_heading(p->t, "Saksi:");
    struct table *tb = tree_table(p->t, columns, sizeof columns / sizeof *columns);
    tb->row_height = 12;
    int64_t number = 0;
    for (size_t i = 0; i < s->n; i++) {
        const struct signer *x = &s->v[i];
        if (x->place != PLACE_WITNESS)
            continue;
        const char *office = x->who->position;
        if (!office && x->person)
            office = paper_office(p, x->person);
        const char *cells[] = {
            paper_row_number(p, ++number), paper_or_dots(signer_name(x), DOTS_SHORT),
            paper_or_dots(office, DOTS_SHORT),
            dict_enum_label(ENUMSET_signatory_role, x->who->role), paper_signed_mark(p, x->who)};
        tree_row(p->t, tb, cells);
    }
}

void ba_signatures(struct ba *b)
{
    struct signers s = place_signers(&b->p);
    official_blocks(b, &s);
    representatives(b, &s);
    witnesses(b, &s);
}
