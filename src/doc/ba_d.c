/* Berita acara, variant D: para pihak (domain 6.4). */
#include "config.h"

#include "doc/berita_acara.h"

#include "base/text.h"
#include "model/nip.h"

/* One party: the signatory and the person, either may be unknown. */
struct party {
    const char *name; /* "PIHAK PERTAMA" */
    const struct ba_signer *signer;
    const char *for_whom;
    const char *ending; /* of the sentence that begins above the first and ends with the last */
};

static const char *first_line(const struct paper *p, const char *s)
{
    const char *end = s;
    while (*end && *end != '\n')
        end++;
    return end > s ? arena_memdup(p->a, s, (size_t)(end - s)) : NULL;
}

/* The rank, number or address, whichever of the two lists knows it. */
static const char *either(const char *signatory, const char *participant)
{
    return signatory && *signatory ? signatory : participant;
}

static void fact_if(struct paper *p, struct node *n, const char *label, const char *value,
                    bool always)
{
    if (value || always)
        tree_add_fact(p->t, n, label, paper_or_dots(value, DOTS_LONG));
}

/* NIP and rank are an official's: a citizen has no dots for them. The published paper has none of
 * what is personal. */
static void party_facts(struct ba *b, const struct party *x, const char *office,
                        const char *address, bool official)
{
    struct paper *p = &b->p;
    const struct signatory *who = x->signer ? x->signer->who : NULL;
    const struct participant *person = x->signer ? x->signer->person : NULL;
    const char *nip = either(who ? who->nip : NULL, person ? person->nip : NULL);
    const char *rank = either(who ? who->rank : NULL, person ? person->rank : NULL);
    char shown[NIP_TEXT];
    bool dots = official && !p->published;
    struct node *n = tree_add(p->t, NODE_FACTS);
    fact_if(p, n, "Nama", x->signer ? ba_signer_name(x->signer) : NULL, true);
    fact_if(p, n, "NIP", nip ? nip_show(nip, shown) : NULL, dots);
    fact_if(p, n, "Pangkat, golongan", rank, dots);
    fact_if(p, n, official ? "Jabatan" : "Jabatan/asal", office, true);
    fact_if(p, n, "Alamat", address, !p->published);
}

static void party(struct ba *b, const struct party *x, const char *office, const char *address,
                  bool official)
{
    struct paper *p = &b->p;
    tree_heading(p->t, x->name);
    party_facts(b, x, office, address, official);
    tree_paragraph(p->t, "dalam hal ini bertindak untuk dan atas nama %s, selanjutnya disebut %s%s",
                   x->for_whom, x->name, x->ending);
}

static void parties(struct ba *b, const struct ba_signers *s)
{
    struct paper *p = &b->p;
    const struct ba_signer *first = ba_signer_at(s, PLACE_HEAD);
    const struct ba_signer *second = ba_signer_at(s, PLACE_SECOND);
    const struct party one = {"PIHAK PERTAMA", first,
                              arena_printf(p->a, "%s selaku penyelenggara pelayanan",
                                           paper_or_dots(p->s->unit, DOTS_LONG)),
                              ";"};
    const struct party two = {"PIHAK KEDUA", second,
                              "masyarakat dan pemangku kepentingan peserta forum", "."};
    const char *home = first && first->person ? first->person->address : NULL;
    if (!home && p->s->letterhead) /* the office's own address is no secret */
        home = first_line(p, p->s->letterhead);
    tree_paragraph(p->t,
                   "Pada hari ini, %s, mulai pukul %s bertempat di %s, kami yang bertanda tangan "
                   "di bawah ini:",
                   ba_day(p), paper_time(p, p->s->start_time),
                   paper_or_dots(p->s->place, DOTS_LONG))
        ->first_indent = true;
    party(b, &one, paper_head_office(p), home, true);
    party(b, &two, second ? ba_signer_office(p, second) : NULL,
          second && second->person ? second->person->address : NULL, false);
}

static void agreed(struct ba *b)
{
    struct paper *p = &b->p;
    bool any = b->agreements.n_agreed > 0 || b->agreements.n == 0;
    struct node *n =
        tree_paragraph(p->t,
                       "PIHAK PERTAMA dan PIHAK KEDUA, yang secara bersama-sama disebut PARA PIHAK, "
                       "telah melaksanakan Forum Konsultasi Publik tentang %s, yang dihadiri oleh "
                       "%s%s",
                       paper_or_dots(p->s->theme, DOTS_LONG), ba_attended(b),
                       any ? ", dan menyepakati hal-hal sebagai berikut:" : ".");
    n->first_indent = true;
    n->keep_with_next = any;
    if (b->agreements.n == 0)
        ba_agreed_table(b); /* rows for the pen */
    else if (b->agreements.n_agreed > 0)
        ba_agreed_list(b);
    ba_open_part(b);
    ba_notes(b);
}

/* --- signatures: PIHAK KEDUA left, PIHAK PERTAMA right --- */

static void party_blocks(struct ba *b, const struct ba_signers *s)
{
    struct paper *p = &b->p;
    const struct ba_signer *second = ba_signer_at(s, PLACE_SECOND);
    struct node *made = tree_add(p->t, NODE_FACTS);
    tree_add_fact(p->t, made, "Dibuat di", paper_or_dots(p->s->town, DOTS_SHORT));
    tree_add_fact(p->t, made, "pada tanggal", paper_date(p, p->s->date));
    made->keep_with_next = true;
    struct node *n = tree_add(p->t, NODE_SIGNATURES);
    struct signature *left = tree_signature(p->t, n);
    left->head[0] = "PIHAK KEDUA,";
    left->head[1] = tree_text(p->t, second ? ba_signer_office(p, second) : NULL);
    left->head[left->head[1] ? 2 : 1] = paper_signed_mark(p, second ? second->who : NULL);
    left->name = tree_text(p->t, second ? ba_signer_name(second) : NULL);
    paper_official_block(p, n, paper_head(p), "PIHAK PERTAMA,",
                         paper_signed_mark(p, paper_head(p)));
}

void ba_variant_d(struct ba *b)
{
    static const char *const lines[] = {"Berita Acara", "Forum Konsultasi Publik (FKP)", NULL};
    struct ba_signers s = ba_place_signers(b);
    paper_letterhead(&b->p);
    ba_title(b, lines, BA_NUMBER_LAST);
    ba_legal_basis(b);
    parties(b, &s);
    agreed(b);
    ba_closing(b);
    party_blocks(b, &s);
    ba_witnesses(b, &s, "Dilakukan di hadapan:");
    ba_representatives(b, &s, "Turut menandatangani, wakil peserta:", false);
    ba_noted_below(b, &s, "Mengetahui/Mengesahkan,");
}
