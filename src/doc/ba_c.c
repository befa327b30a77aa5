/* Berita acara, variant C: HASIL PELAKSANAAN, as committees write it (domain 6.3). */
#include "config.h"

#include "doc/berita_acara.h"

#include "base/text.h"

enum {
    MOST_BLOCKS = 3, /* so many officials sign side by side; more sign in a table */
    TABLE_ROWS = 5
};

static void opening(struct ba *b)
{
    struct paper *p = &b->p;
    tree_paragraph(p->t,
                   "Pada hari ini, %s, mulai pukul %s bertempat di %s, telah dilaksanakan Forum "
                   "Konsultasi Publik tentang %s, yang dihadiri oleh %s, dengan hasil sebagai "
                   "berikut:",
                   ba_day(p), paper_time(p, p->s->start_time),
                   paper_or_dots(p->s->place, DOTS_LONG), paper_or_dots(p->s->theme, DOTS_LONG),
                   ba_attended(b))
        ->first_indent = true;
}

static void results(struct ba *b)
{
    tree_heading(b->p.t, "I. HASIL PELAKSANAAN");
    if (b->agreements.n == 0)
        ba_agreed_table(b); /* rows for the pen */
    else if (b->agreements.n_agreed > 0)
        ba_agreed_list(b);
    ba_open_part(b);
    ba_notes(b);
}

/* --- what goes with it --- */

/* "Daftar hadir" of "DAFTAR HADIR", which has no letters but A to Z. */
static const char *in_a_list(const struct paper *p, const char *title)
{
    char *s = arena_strdup(p->a, title);
    for (size_t i = 1; *s && s[i]; i++)
        s[i] = (char)(s[i] | 0x20); /* a space stays one */
    return s;
}

/* What each attachment is, in the words of a list; the paper's own ones come with their number. */
static void add_attachments(struct ba *b, struct node *n)
{
    for (int i = 0; i < BA_ATTACHMENT_COUNT; i++) {
        enum ba_attachment which = (enum ba_attachment)i;
        const char *name = ba_attachment_name(b, which);
        if (name)
            tree_add_item(b->p.t, n,
                          arena_printf(b->p.a, "%s: %s", name,
                                       in_a_list(&b->p, ba_attachment_title(which))));
    }
}

static bool is_supporting(int64_t kind)
{
    return kind == DOC_UNDANGAN || kind == DOC_PAPARAN || kind == DOC_SK_TIM || kind == DOC_NOTULA;
}

/* Every paper once that was registered, with what was written about it. */
static void add_documents(struct ba *b, struct node *n)
{
    const struct paper *p = &b->p;
    for (size_t i = 0; i < p->d->document.n; i++) {
        const struct document *doc = &p->d->document.v[i];
        if (!is_supporting(doc->kind))
            continue;
        const char *kind = dict_enum_label(ENUMSET_document_kind, doc->kind);
        bool says_more = *TXT(doc->caption) != '\0';
        tree_add_item(p->t, n, says_more ? arena_printf(p->a, "%s: %s", kind, doc->caption) : kind);
    }
}

static void supporting(struct ba *b)
{
    struct paper *p = &b->p;
    tree_heading(p->t, "II. DOKUMEN/LAMPIRAN PENDUKUNG");
    struct node *n = tree_add(p->t, NODE_LIST);
    n->numbered = true;
    add_attachments(b, n);
    add_documents(b, n);
    for (int i = 0; b->by_hand && n->n_items == 0 && i < 2; i++)
        tree_add_item(p->t, n, DOTS_LONG);
    if (n->n_items == 0)
        tree_paragraph(p->t, "Tidak ada dokumen pendukung yang dilampirkan.");
}

/* --- signatures: one, three side by side, or a table --- */

static void sign_blocks(struct ba *b, const struct ba_signers *s)
{
    struct paper *p = &b->p;
    tree_paragraph(p->t, "%s", paper_place_and_date(p, p->s->date))->align = ALIGN_RIGHT;
    p->t->last->keep_with_next = true;
    struct node *n = tree_add(p->t, NODE_SIGNATURES);
    for (size_t i = 0; i < s->n; i++) {
        const char *role = dict_enum_label(ENUMSET_signatory_role, s->v[i].who->role);
        paper_official_block(p, n, s->v[i].who, arena_printf(p->a, "%s,", role),
                             paper_signed_mark(p, s->v[i].who));
    }
    if (n->n_signatures == 1)
        n->align = ALIGN_RIGHT;
}

static void sign_table(struct ba *b, const struct ba_signers *s)
{
    static const struct column columns[] = {
        {"No", 0.5, ALIGN_CENTER},
        {"Nama", 2.8, ALIGN_LEFT},
        {"Jabatan", 2.8, ALIGN_LEFT},
        {"Tanda Tangan", 2, ALIGN_LEFT},
    };
    struct paper *p = &b->p;
    struct node *place = tree_paragraph(p->t, "%s", paper_place_and_date(p, p->s->date));
    place->align = ALIGN_RIGHT;
    place->keep_with_next = true;
    struct table *tb = tree_table(p->t, columns, sizeof columns / sizeof *columns);
    tb->row_height = 14;
    int64_t number = 0;
    if (s->n == 0) /* nobody is chosen: the head's row is known, the others sign below */
        tree_row(
            p->t, tb,
            (const char *const[]){paper_row_number(p, ++number), DOTS_SHORT,
                                  arena_printf(p->a, "%s\n(Penyelenggara)", paper_head_office(p)),
                                  paper_signed_mark(p, NULL)});
    for (size_t i = 0; i < s->n; i++) {
        const struct ba_signer *x = &s->v[i];
        const char *role = dict_enum_label(ENUMSET_signatory_role, x->who->role);
        const char *office = paper_or_dots(ba_signer_office(p, x), DOTS_SHORT);
        const char *cells[] = {
            paper_row_number(p, ++number), paper_or_dots(ba_signer_name(x), DOTS_SHORT),
            arena_printf(p->a, "%s\n(%s)", office, role), paper_signed_mark(p, x->who)};
        tree_row(p->t, tb, cells);
    }
    while (number < TABLE_ROWS || (b->by_hand && number < (int64_t)s->n + 3))
        tree_row(p->t, tb, (const char *const[]){paper_row_number(p, ++number), NULL, NULL, NULL});
}

void ba_variant_c(struct ba *b)
{
    static const char *const lines[] = {"Berita Acara", "Tentang",
                                        "Hasil Pelaksanaan Forum Konsultasi Publik (FKP)", NULL};
    paper_letterhead(&b->p);
    ba_title(b, lines, BA_NUMBER_SECOND);
    ba_legal_basis(b);
    opening(b);
    results(b);
    supporting(b);
    ba_closing(b);
    struct ba_signers s = ba_place_signers(b);
    if (s.n > 0 && s.n <= MOST_BLOCKS && !b->by_hand)
        sign_blocks(b, &s);
    else
        sign_table(b, &s);
}
