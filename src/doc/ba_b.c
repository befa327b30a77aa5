/* Berita acara, variant B: HASIL KESEPAKATAN, MENYEPAKATI, KESATU ... (domain 6.2). */
#include "config.h"

#include "doc/berita_acara.h"

#include <string.h>

#include "base/text.h"

#define EMPTY_DICTA 5 /* for the pen, while nothing has been agreed yet */

static void opening(struct ba *b)
{
    static const char *const lines[] = {"Berita Acara",
                                        "Hasil Kesepakatan Forum Konsultasi Publik (FKP)", NULL};
    struct paper *p = &b->p;
    char day[DATE_TEXT];
    paper_letterhead(p);
    ba_title(b, lines, BA_NUMBER_NOT); /* the number stands on the attachments */
    ba_legal_basis(b);
    tree_paragraph(p->t,
                   "Pada hari ini, %s, bertempat di %s, telah dilaksanakan Forum Konsultasi Publik "
                   "tentang %s, yang dihadiri oleh pemangku kepentingan sebanyak %s.",
                   p->s->date == NONE ? ba_day(p) : date_day_long(p->s->date, day),
                   paper_or_dots(p->s->place, DOTS_LONG), paper_or_dots(p->s->theme, DOTS_LONG),
                   ba_attended(b))
        ->first_indent = true;
}

/* --- what was considered --- */

static void add_lines(struct paper *p, struct node *n, const char *s)
{
    while (*s) {
        size_t len = strcspn(s, "\n");
        if (strspn(s, " \t") < len)
            tree_add_item(p->t, n, arena_memdup(p->a, s, len));
        s += len + (s[len] == '\n');
    }
}

/* Welcome words and presentations of the agenda: what the forum has listened to. */
static bool is_heard(const struct agenda *g)
{
    return g->kind == AGENDA_PAPARAN ||
           (g->kind == AGENDA_SEREMONI && g->title && strstr(g->title, "ambutan"));
}

static void add_from_session(struct paper *p, struct node *n)
{
    for (size_t i = 0; i < p->d->agenda.n; i++)
        if (is_heard(&p->d->agenda.v[i]) && *TXT(p->d->agenda.v[i].title))
            tree_add_item(p->t, n, p->d->agenda.v[i].title);
    for (size_t i = 0; i < p->d->document.n; i++) {
        const struct document *doc = &p->d->document.v[i];
        if (doc->kind == DOC_PAPARAN && *TXT(doc->caption))
            tree_add_item(p->t, n, arena_printf(p->a, "Bahan paparan: %s", doc->caption));
    }
    if (n->n_items == 0)
        tree_add_item(p->t, n, "Paparan penyelenggara pelayanan");
    tree_add_item(p->t, n, "Masukan, saran, dan tanggapan peserta forum dalam dialog");
}

static void considered(struct ba *b)
{
    struct paper *p = &b->p;
    tree_paragraph(p->t, "Setelah memperhatikan, mendengar, dan mempertimbangkan:")
        ->keep_with_next = true;
    struct node *n = tree_add(p->t, NODE_LIST);
    n->numbered = true;
    if (p->s->considered && *p->s->considered)
        add_lines(p, n, p->s->considered);
    if (n->n_items == 0)
        add_from_session(p, n);
}

static void when_and_where(struct ba *b)
{
    struct paper *p = &b->p;
    char day[DATE_TEXT];
    tree_paragraph(p->t, "maka pada:")->keep_with_next = true;
    struct node *n = tree_add(p->t, NODE_FACTS);
    tree_add_fact(p->t, n, "Hari/Tanggal",
                  p->s->date == NONE ? DOTS_LONG : date_day_long(p->s->date, day));
    tree_add_fact(p->t, n, "Jam",
                  arena_printf(p->a, "%s s.d. selesai", paper_time(p, p->s->start_time)));
    tree_add_fact(p->t, n, "Tempat", paper_or_dots(p->s->place, DOTS_LONG));
    n->keep_with_next = true;
}

/* --- MENYEPAKATI --- */

static void dicta(struct ba *b)
{
    struct paper *p = &b->p;
    struct node *n = tree_add(p->t, NODE_FACTS);
    size_t number = 0;
    for (; number < b->agreements.n_agreed; number++)
        tree_add_fact(p->t, n, ba_dictum(p, number + 1), ba_sentences(b, b->agreements.v[number]));
    if (number == 0)
        for (; number < EMPTY_DICTA; number++)
            tree_add_fact(p->t, n, ba_dictum(p, number + 1), DOTS_LONG "\n" DOTS_LONG);
    const char *range = ba_attachments_range(b);
    if (range)
        tree_add_fact(p->t, n, ba_dictum(p, number + 1),
                      arena_printf(p->a,
                                   "%s merupakan bagian yang tidak terpisahkan dari berita acara "
                                   "ini.",
                                   range));
}

static void agreed(struct ba *b)
{
    struct paper *p = &b->p;
    tree_paragraph(p->t, "peserta Forum Konsultasi Publik")->keep_with_next = true;
    tree_heading(p->t, "MENYEPAKATI")->align = ALIGN_CENTER;
    if (b->by_hand)
        ba_agreed_table(b);
    else
        dicta(b);
}

/* Nothing was agreed: the word MENYEPAKATI would not be true. */
static void not_agreed(struct ba *b)
{
    struct paper *p = &b->p;
    tree_paragraph(p->t,
                   "peserta Forum Konsultasi Publik belum mencapai kesepakatan atas hal-hal yang "
                   "tercantum dalam %s. %s merupakan bagian yang tidak terpisahkan dari berita "
                   "acara ini.",
                   ba_attachment_name(b, BA_OPEN), ba_attachments_range(b));
}

static void open_rest(struct ba *b)
{
    const char *name = ba_attachment_name(b, BA_OPEN);
    if (b->agreements.n_agreed > 0 && name)
        tree_paragraph(b->p.t,
                       "Hal-hal yang dibahas dan belum atau tidak disepakati tercantum dalam %s.",
                       name)
            ->first_indent = true;
}

/* --- signatures: the chair of the session right, the provider left --- */

static void chair_block(struct ba *b, struct node *n, const struct ba_signer *chair)
{
    struct paper *p = &b->p;
    struct signature *s = tree_signature(p->t, n);
    char day[DATE_TEXT];
    const char *when = p->s->date == NONE
                           ? paper_place_and_date(p, p->s->date)
                           : arena_printf(p->a, "%s, %s", paper_or_dots(p->s->town, DOTS_SHORT),
                                          date_day_long(p->s->date, day));
    s->head[0] = tree_text(p->t, when);
    s->head[1] = "Pimpinan Sidang,";
    s->head[2] = paper_signed_mark(p, chair ? chair->who : NULL);
    s->name = tree_text(p->t, chair ? ba_signer_name(chair) : NULL);
    if (chair && !p->published)
        s->foot[0] = tree_text(p->t, ba_signer_office(p, chair));
}

static void signatures(struct ba *b)
{
    struct paper *p = &b->p;
    struct ba_signers s = ba_place_signers(b);
    struct node *n = tree_add(p->t, NODE_SIGNATURES);
    /* the blank line stands beside the place and date of the other block */
    paper_official_block(p, n, paper_head(p), " ", paper_signed_mark(p, paper_head(p)));
    chair_block(b, n, ba_signer_at(&s, PLACE_SECOND));
    ba_noted_below(b, &s, "Mengetahui,");
    if (b->by_hand)
        ba_representatives(b, &s, "Tabel tanda tangan wakil peserta:", true);
}

void ba_variant_b(struct ba *b)
{
    opening(b);
    considered(b);
    when_and_where(b);
    if (b->agreements.n_agreed > 0 || b->agreements.n == 0)
        agreed(b);
    else
        not_agreed(b);
    open_rest(b);
    ba_notes(b);
    ba_closing(b);
    signatures(b);
}
