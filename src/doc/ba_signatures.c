/* Berita acara: the blocks and tables to sign in. */
#include "config.h"

#include "doc/berita_acara.h"

#include "base/text.h"

#define EMPTY_ROWS                                                                                 \
    10 /* the signature table of a real paper was filled by hand (domain 6.1, point 8) */
#define SPARE_ROWS 2 /* on the emergency form, below those who are known to sign */

void ba_noted_below(struct ba *b, const struct ba_signers *s, const char *label)
{
    for (size_t i = 0; i < s->n; i++) {
        if (s->v[i].place != PLACE_BLOCK)
            continue;
        struct node *n = tree_add(b->p.t, NODE_SIGNATURES);
        n->align = ALIGN_CENTER;
        paper_official_block(&b->p, n, s->v[i].who, label, paper_signed_mark(&b->p, s->v[i].who));
    }
}

/* Blocks of those who take note of it, one below the other; the last is left open for a second
 * block beside it: NULL when there was none. */
static struct node *noted_blocks(struct ba *b, const struct ba_signers *s)
{
    struct paper *p = &b->p;
    struct node *n = NULL;
    for (size_t i = 0; i < s->n; i++) {
        if (s->v[i].place != PLACE_BLOCK)
            continue;
        n = tree_add(p->t, NODE_SIGNATURES);
        paper_official_block(p, n, s->v[i].who, "Mengetahui,", paper_signed_mark(p, s->v[i].who));
    }
    return n;
}

/* Town and date, then "Mengetahui" at the left and the head at the right. */
static void official_blocks(struct ba *b, const struct ba_signers *s)
{
    struct paper *p = &b->p;
    /* the last "Mengetahui" stands beside the head; the others above, one below the other */
    struct node *n = noted_blocks(b, s);
    if (!n) {
        n = tree_add(p->t, NODE_SIGNATURES);
        n->align = ALIGN_RIGHT;
    }
    paper_official_block(p, n, paper_head(p), paper_place_and_date(p, p->s->date),
                         paper_signed_mark(p, paper_head(p)));
}

static const char *name_and_phone(const struct paper *p, const struct ba_signer *x)
{
    const char *name = paper_or_dots(ba_signer_name(x), DOTS_SHORT);
    const char *phone = x->person ? paper_phone(p, x->person->phone) : NULL;
    if (!IS_SET(p->s->with_phone))
        return name;
    return arena_printf(p->a, "%s\n%s", name, paper_or_dots(phone, DOTS_SHORT));
}

/* "Warga Desa Karang Jati\n(Pengguna Layanan)" */
static const char *office_and_unsur(const struct paper *p, const struct ba_signer *x)
{
    const char *office = ba_signer_office(p, x);
    const char *unsur = x->person ? dict_enum_label(ENUMSET_unsur, x->person->unsur) : "";
    if (!*unsur)
        return paper_or_dots(office, DOTS_SHORT);
    return office ? arena_printf(p->a, "%s\n(%s)", office, unsur) : unsur;
}

void ba_representatives(struct ba *b, const struct ba_signers *s, const char *heading, bool always)
{
    struct paper *p = &b->p;
    const struct column columns[] = {
        {"No", 0.6, ALIGN_CENTER},
        {IS_SET(p->s->with_phone) ? "Nama dan No. HP" : "Nama", 3, ALIGN_LEFT},
        {"L/P", 0.6, ALIGN_CENTER},
        {"Jabatan/Organisasi", 3, ALIGN_LEFT},
        {"Tanda Tangan", 2, ALIGN_LEFT},
    };
    int64_t n = (int64_t)ba_count_at(s, PLACE_TABLE), rows = n;
    if (b->by_hand || (n == 0 && always))
        rows = n < EMPTY_ROWS ? EMPTY_ROWS : n + SPARE_ROWS;
    if (rows == 0)
        return;
    tree_heading(p->t, heading);
    struct table *tb = tree_table(p->t, columns, sizeof columns / sizeof *columns);
    tb->row_height = 12;
    int64_t number = 0;
    for (size_t i = 0; i < s->n; i++) {
        const struct ba_signer *x = &s->v[i];
        if (x->place != PLACE_TABLE)
            continue;
        const char *sex = x->person ? dict_enum_label(ENUMSET_sex, x->person->sex) : "";
        const char *cells[] = {paper_row_number(p, ++number), name_and_phone(p, x), sex,
                               office_and_unsur(p, x), paper_signed_mark(p, x->who)};
        tree_row(p->t, tb, cells);
    }
    while (number < rows)
        tree_row(p->t, tb,
                 (const char *const[]){paper_row_number(p, ++number), NULL, NULL, NULL, NULL});
}

void ba_witnesses(struct ba *b, const struct ba_signers *s, const char *heading)
{
    static const struct column columns[] = {
        {"No", 0.6, ALIGN_CENTER},
        {"Nama", 3, ALIGN_LEFT},
        {"Jabatan/Organisasi", 3, ALIGN_LEFT},
        {"Sebagai", 1.2, ALIGN_LEFT},
        {"Tanda Tangan", 2, ALIGN_LEFT},
    };
    if (ba_count_at(s, PLACE_WITNESS) == 0)
        return;
    struct paper *p = &b->p;
    tree_heading(p->t, heading);
    struct table *tb = tree_table(p->t, columns, sizeof columns / sizeof *columns);
    tb->row_height = 12;
    int64_t number = 0;
    for (size_t i = 0; i < s->n; i++) {
        const struct ba_signer *x = &s->v[i];
        if (x->place != PLACE_WITNESS)
            continue;
        const char *cells[] = {
            paper_row_number(p, ++number), paper_or_dots(ba_signer_name(x), DOTS_SHORT),
            paper_or_dots(ba_signer_office(p, x), DOTS_SHORT),
            dict_enum_label(ENUMSET_signatory_role, x->who->role), paper_signed_mark(p, x->who)};
        tree_row(p->t, tb, cells);
    }
}

/* False when those who led or wrote sign in the same table. */
static bool only_witnesses(const struct ba_signers *s)
{
    for (size_t i = 0; i < s->n; i++)
        if (s->v[i].place == PLACE_WITNESS && s->v[i].who->role != SIGN_SAKSI)
            return false;
    return true;
}

void ba_signatures(struct ba *b)
{
    struct ba_signers s = ba_place_signers(b);
    official_blocks(b, &s);
    ba_representatives(b, &s, "Tabel tanda tangan wakil peserta:", true);
    ba_witnesses(b, &s, only_witnesses(&s) ? "Saksi:" : "Saksi dan yang turut menandatangani:");
}
