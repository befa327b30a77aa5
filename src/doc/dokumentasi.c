/* Lembar dokumentasi: photos with caption and time, two or four to a page, the list of evidence,
 * and recordings by name, size and digest (domain 7.7, 9.4). */
#include "config.h"

#include "doc/documents.h"
#include "doc/paper.h"

#include <string.h>

#include "base/text.h"
#include "model/disability.h"
#include "model/evidence.h"

#define EMPTY_FRAMES 2 /* for prints to be glued in, when no photo is registered */

static const char *clock_of(const struct paper *p, const struct document *doc)
{
    char clock[DATE_TEXT];
    if (doc->taken_at == NONE)
        return NULL;
    return arena_printf(p->a, "%s %s", stamp_clock(doc->taken_at, dossier_zone(p->d), clock),
                        zone_name(dossier_zone(p->d)));
}

/* --- photos --- */

static const char *caption(const struct paper *p, const struct document *doc, int number)
{
    const char *line =
        arena_printf(p->a, "%d. %s", number, paper_or_dots(doc ? doc->caption : NULL, DOTS_LONG));
    const char *clock = doc ? clock_of(p, doc) : NULL;
    if (clock)
        line = arena_printf(p->a, "%s (%s)", line, clock);
    return doc && disability_keeps_back(doc) ? arena_printf(p->a, "%s - tidak dipublikasikan", line)
                                             : line;
}

static void add_photo(struct paper *p, struct node *grid, const struct document *doc, int number)
{
    const struct doc_picture *pic = doc ? paper_picture(p, &doc->id) : NULL;
    struct picture *x = tree_picture(p->t, grid);
    x->caption = tree_text(p->t, caption(p, doc, number));
    if (pic) {
        x->bytes = pic->bytes;
        x->size = pic->size;
    }
}

static void photos(struct paper *p)
{
    int number = 0, kept_back = 0;
    tree_heading(p->t, "A. Foto Kegiatan");
    struct node *grid = tree_add(p->t, NODE_PICTURES);
    grid->per_page = p->s->photos_per_page == 4 ? 4 : 2;
    grid->across = grid->per_page == 4 ? 2 : 1;
    for (size_t i = 0; i < p->d->document.n; i++) {
        const struct document *doc = &p->d->document.v[i];
        if (doc->kind != DOC_FOTO)
            continue;
        if (paper_shows(p, doc))
            add_photo(p, grid, doc, ++number);
        else
            kept_back++;
    }
    while (number == 0 && kept_back == 0 && grid->n_pictures < EMPTY_FRAMES)
        add_photo(p, grid, NULL, (int)grid->n_pictures + 1);
    if (kept_back > 0)
        tree_paragraph(p->t, "%s foto disimpan dalam arsip dan tidak dipublikasikan.",
                       paper_count(p, kept_back));
}

/* --- evidence --- */

static void evidence(struct paper *p)
{
    static const struct column columns[] = {
        {"No", 0.5, ALIGN_CENTER}, {"Bukti Dukung", 4, ALIGN_LEFT}, {"Keadaan", 3, ALIGN_LEFT}};
    struct evidence v[EVIDENCE_COUNT];
    int missing = evidence_list(p->d, v);
    tree_heading(p->t, "B. Kelengkapan Bukti Dukung");
    struct table *tb = tree_table(p->t, columns, sizeof columns / sizeof *columns);
    for (int i = 0; i < EVIDENCE_COUNT; i++) {
        const char *cells[] = {paper_row_number(p, i + 1), v[i].label, paper_evidence(p, &v[i])};
        tree_row(p->t, tb, cells);
    }
    if (missing > 0)
        tree_paragraph(p->t,
                       "Berkas yang diterima ada untuk %d dari %d jenis bukti dukung. Yang belum "
                       "ada dan pindaiannya dilengkapi sebelum laporan dikirim.",
                       EVIDENCE_COUNT - missing, (int)EVIDENCE_COUNT);
    else
        tree_paragraph(p->t, "Semua %d jenis bukti dukung sudah ada.", (int)EVIDENCE_COUNT);
}

/* --- recordings --- */

/* "12.345.678 bita": the exact size, as it can be checked. */
static const char *bytes(const struct paper *p, int64_t n)
{
    if (n == NONE)
        return DOTS_SHORT;
    const char *digits = arena_printf(p->a, "%lld", (long long)n);
    size_t len = strlen(digits);
    struct buf b = BUF_INIT;
    for (size_t i = 0; i < len; i++)
        buf_printf(&b, "%s%c", i && (len - i) % 3 == 0 ? "." : "", digits[i]);
    const char *out = arena_printf(p->a, "%s bita", buf_str(&b));
    buf_done(&b);
    return out;
}

/* In groups of eight: a digest is compared by eye. */
static const char *digest(const struct paper *p, const char *hex)
{
    if (!hex)
        return DOTS_SHORT;
    struct buf b = BUF_INIT;
    for (size_t i = 0; hex[i]; i++)
        buf_printf(&b, "%s%c", i && i % 8 == 0 ? " " : "", hex[i]);
    const char *out = arena_strdup(p->a, buf_str(&b));
    buf_done(&b);
    return out;
}

static void recordings(struct paper *p)
{
    static const struct column columns[] = {{"No", 0.5, ALIGN_CENTER},
                                            {"Rekaman", 3, ALIGN_LEFT},
                                            {"Waktu", 1.1, ALIGN_CENTER},
                                            {"Ukuran", 1.5, ALIGN_RIGHT},
                                            {"SHA-256", 3.4, ALIGN_LEFT}};
    struct table *tb = NULL;
    int64_t number = 0;
    tree_heading(p->t, "C. Rekaman");
    for (size_t i = 0; i < p->d->document.n; i++) {
        const struct document *doc = &p->d->document.v[i];
        bool recording = doc->kind == DOC_VIDEO || doc->kind == DOC_AUDIO;
        if (!recording || !paper_shows(p, doc))
            continue;
        if (!tb)
            tb = tree_table(p->t, columns, sizeof columns / sizeof *columns);
        const char *what = dict_enum_label(ENUMSET_document_kind, doc->kind);
        if (doc->file_name)
            what = arena_printf(p->a, "%s\n%s", what, doc->file_name);
        if (doc->caption)
            what = arena_printf(p->a, "%s\n%s", what, doc->caption);
        const char *cells[] = {paper_row_number(p, ++number), what, clock_of(p, doc),
                               bytes(p, doc->size), digest(p, doc->sha256)};
        tree_row(p->t, tb, cells);
    }
    if (tb)
        tree_add(p->t, NODE_NOTE)->text =
            "Rekaman disimpan di luar berkas sesi; SHA-256 membuktikan bahwa isinya tidak berubah.";
    else
        tree_paragraph(p->t, "Tidak ada rekaman yang didaftarkan.");
}

struct document_tree *build_dokumentasi(const struct dossier *d, const struct doc_options *o,
                                        struct arena *a)
{
    struct paper p = paper_begin(d, o, a, "Lembar Dokumentasi Forum Konsultasi Publik");
    paper_letterhead(&p);
    paper_title(&p, "LEMBAR DOKUMENTASI");
    struct node *n = tree_add(p.t, NODE_FACTS);
    tree_add_fact(p.t, n, "Hari/Tanggal", paper_day(&p));
    tree_add_fact(p.t, n, "Waktu", paper_hours(&p));
    tree_add_fact(p.t, n, "Tempat", paper_or_dots(p.s->place, DOTS_LONG));
    photos(&p);
    evidence(&p);
    recordings(&p);
    return p.t;
}
