/* Undangan: one letter a page for each invited office or person (domain 7.3), the order of the day
 * as attachment behind the last. The published version is one letter with the list of who was
 * invited. */
#include "config.h"

#include "doc/documents.h"
#include "doc/paper.h"

#include <string.h>
#include <strings.h>

#include "base/text.h"

/* --- who is invited --- */

static bool is_candidate(const struct participant *who)
{
    return who->role == ROLE_PESERTA && id_is_none(&who->represents) &&
           (who->name || who->invited_as);
}

/* Nobody writes a letter to himself. By name only when the signer has no row in the list. */
static bool signs_it(const struct paper *p, const struct participant *who)
{
    const struct signatory *head = paper_head(p);
    if (!head || !id_is_none(&head->participant))
        return head && id_eq(&head->participant, &who->id);
    return head->name && who->name &&
           strcmp(text_fold(p->a, head->name), text_fold(p->a, who->name)) == 0;
}

/* The list of the office; where nobody is marked, everybody on it who stands in for nobody. */
static size_t invited(const struct paper *p, const struct participant ***ret)
{
    size_t n = 0;
    bool marked = false;
    const struct participant **v =
        ARENA_ARRAY(p->a, const struct participant *, p->d->participant.n + 1);
    for (size_t i = 0; i < p->d->participant.n; i++)
        marked |= is_candidate(&p->d->participant.v[i]) && IS_SET(p->d->participant.v[i].invited);
    for (size_t i = 0; i < p->d->participant.n; i++) {
        const struct participant *who = &p->d->participant.v[i];
        if (is_candidate(who) && (!marked || IS_SET(who->invited)) && !signs_it(p, who))
            v[n++] = who;
    }
    *ret = v;
    return n;
}

/* An office that one person holds is written to; a midwife or an analyst is one of several and is
 * written to by name. */
static bool leads(const char *position)
{
    static const char *const first[] = {
        "Asisten",  "Bupati",      "Camat",     "Dandim",     "Danramil", "Dekan",    "Deputi",
        "Direktur", "Gubernur",    "Inspektur", "Jaksa",      "Kabag",    "Kabid",    "Kadis",
        "Kapolres", "Kapolsek",    "Kapus",     "Kasi",       "Kasubag",  "Kepala",   "Ketua",
        "Komandan", "Koordinator", "Kuwu",      "Lurah",      "Manajer",  "Pemimpin", "Penghulu",
        "Perbekel", "Pimpinan",    "Rektor",    "Sekretaris", "Sekda",    "Wakil",    "Wali",
        "Plt.",     "Plh.",        "Pj.",       "Pjs.",
    };
    for (size_t i = 0; i < sizeof first / sizeof *first; i++)
        if (strncasecmp(position, first[i], strlen(first[i])) == 0)
            return true;
    return false;
}

static bool is_official(const struct participant *who)
{
    return who->unsur == UNSUR_PENYELENGGARA || who->unsur == UNSUR_STAKEHOLDER;
}

static bool is_office(const struct participant *who)
{
    return who->invited_as || !who->name ||
           (is_official(who) && who->position && leads(who->position));
}

/* Who comes for an office, whether the letter names them or not, may be replaced. */
static bool may_send(const struct participant *who)
{
    return is_office(who) || (is_official(who) && who->position);
}

static const char *salutation(const struct participant *who)
{
    return who->sex == SEX_L ? "Bapak" : who->sex == SEX_P ? "Ibu" : "Bapak/Ibu";
}

/* Letters go to offices; who has none is written to by name. */
static const char *addressee(const struct paper *p, const struct participant *who)
{
    const char *first = who->invited_as ? who->invited_as : who->position;
    if (!is_office(who))
        first = arena_printf(p->a, "%s %s", salutation(who), who->name);
    const char *second = who->organization;
    if (!is_office(who) && who->position)
        second = second ? arena_printf(p->a, "%s, %s", who->position, second) : who->position;
    if (!first)
        return paper_or_dots(second, DOTS_LONG);
    bool told = !second || strstr(first, second);
    return told ? first : arena_printf(p->a, "%s\n%s", first, second);
}

/* --- one letter --- */

static void letter_head(struct paper *p)
{
    bool has_agenda = p->d->agenda.n > 0;
    paper_letterhead(p);
    tree_paragraph(p->t, "%s", paper_place_and_date(p, p->s->letter_date))->align = ALIGN_RIGHT;
    struct node *n = tree_add(p->t, NODE_FACTS);
    tree_add_fact(p->t, n, "Nomor", paper_or_dots(p->s->letter_number, DOTS_LONG));
    tree_add_fact(p->t, n, "Sifat", paper_or_dots(p->s->letter_nature, "Biasa"));
    tree_add_fact(p->t, n, "Lampiran",
                  paper_or_dots(p->s->letter_enclosure, has_agenda ? "1 (satu) berkas" : "-"));
    tree_add_fact(p->t, n, "Hal", "Undangan Forum Konsultasi Publik");
}

static void letter_facts(struct paper *p)
{
    struct node *n = tree_add(p->t, NODE_FACTS);
    tree_add_fact(p->t, n, "Hari/Tanggal", paper_day(p));
    /* nobody knows on the day of the letter when the forum will end */
    tree_add_fact(p->t, n, "Waktu",
                  arena_printf(p->a, "Pukul %s s.d. selesai", paper_time(p, p->s->start_time)));
    tree_add_fact(p->t, n, "Tempat", paper_or_dots(p->s->place, DOTS_LONG));
    tree_add_fact(p->t, n, "Acara",
                  arena_printf(p->a, "Forum Konsultasi Publik tentang %s%s",
                               paper_or_dots(p->s->theme, DOTS_LONG),
                               p->d->agenda.n ? " (susunan acara terlampir)" : ""));
}

/* `office`: somebody may come in its place. */
static void letter(struct paper *p, const char *to, bool office)
{
    letter_head(p);
    tree_paragraph(p->t, "Yth. %s\ndi Tempat", to)->align = ALIGN_LEFT;
    struct node *n = tree_paragraph(
        p->t,
        "%s akan menyelenggarakan Forum Konsultasi Publik, yaitu dialog antara penyelenggara "
        "pelayanan dan masyarakat untuk memperbaiki pelayanan publik. Sehubungan dengan hal itu, "
        "kami mengundang Bapak/Ibu untuk hadir dan menyampaikan masukan pada:",
        paper_or_dots(p->s->unit, DOTS_LONG));
    n->first_indent = n->keep_with_next = true;
    letter_facts(p);
    if (p->s->letter_note)
        tree_paragraph(p->t, "%s", paper_fill_gaps(p, p->s->letter_note))->align = ALIGN_LEFT;
    n = tree_paragraph(p->t, "%sAtas perhatian dan kehadiran Bapak/Ibu kami ucapkan terima kasih.",
                       office ? "Apabila berhalangan, mohon menugaskan wakil yang memahami acara "
                                "tersebut. "
                              : "");
    n->first_indent = n->keep_with_next = true;
    n = tree_add(p->t, NODE_SIGNATURES);
    n->align = ALIGN_RIGHT;
    paper_official_block(p, n, paper_head(p), NULL, NULL);
}

/* --- attachments --- */

/* `number`: "I ", or "" when it is the only one; `common`: it belongs to many letters, and so to the pages of none. */
static void attachment(struct paper *p, const char *number, const char *title, bool common)
{
    tree_add(p->t, NODE_PAGE_BREAK)->counts_anew = common;
    struct node *n = tree_heading(p->t, title);
    n->align = ALIGN_CENTER;
    n->right =
        tree_text(p->t, arena_printf(p->a, "LAMPIRAN %sSurat Undangan\nNomor: %s\nTanggal: %s",
                                     number, paper_or_dots(p->s->letter_number, DOTS_LONG),
                                     paper_date(p, p->s->letter_date)));
}

static void order_of_day(struct paper *p, const char *number, bool common)
{
    static const struct column columns[] = {{"No", 0.5, ALIGN_CENTER},
                                            {"Waktu", 1.3, ALIGN_CENTER},
                                            {"Acara", 3.6, ALIGN_LEFT},
                                            {"Penanggung Jawab", 2.4, ALIGN_LEFT}};
    if (p->d->agenda.n == 0)
        return;
    attachment(p, number, "SUSUNAN ACARA", common);
    struct table *tb = tree_table(p->t, columns, p->published ? 3 : 4);
    for (size_t i = 0; i < p->d->agenda.n; i++) {
        const struct agenda *g = &p->d->agenda.v[i];
        const char *cells[] = {paper_row_number(p, (int64_t)i + 1), paper_planned(p, g), g->title,
                               g->person};
        tree_row(p->t, tb, cells);
    }
}

/* In the published version names are masked already, so offices and unsur are told. */
static void list_of_invited(struct paper *p, const struct participant **v, size_t n)
{
    static const struct column columns[] = {{"No", 0.5, ALIGN_CENTER},
                                            {"Diundang", 3.4, ALIGN_LEFT},
                                            {"Instansi/Organisasi", 2.8, ALIGN_LEFT},
                                            {"Unsur", 2, ALIGN_LEFT}};
    attachment(p, p->d->agenda.n > 0 ? "I " : "", "DAFTAR UNDANGAN", false);
    struct table *tb = tree_table(p->t, columns, sizeof columns / sizeof *columns);
    for (size_t i = 0; i < n; i++) {
        const char *cells[] = {paper_row_number(p, (int64_t)i + 1),
                               v[i]->invited_as ? v[i]->invited_as : v[i]->name, v[i]->organization,
                               dict_enum_label(ENUMSET_unsur, v[i]->unsur)};
        tree_row(p->t, tb, cells);
    }
}

struct document_tree *build_undangan(const struct dossier *d, const struct doc_options *o,
                                     struct arena *a)
{
    struct paper p = paper_begin(d, o, a, "Undangan Forum Konsultasi Publik");
    const struct participant **v;
    size_t n = invited(&p, &v);
    if (p.published || n == 0)
        letter(&p, n ? "Bapak/Ibu dalam daftar undangan terlampir" : DOTS_LONG, true);
    for (size_t i = 0; i < n && !p.published; i++) {
        if (i)
            tree_add(p.t, NODE_PAGE_BREAK)->counts_anew = true;
        letter(&p, addressee(&p, v[i]), may_send(v[i]));
    }
    if (p.published && n)
        list_of_invited(&p, v, n);
    order_of_day(&p, p.published && n > 0 ? "II " : "", !p.published && n > 1);
    return p.t;
}
