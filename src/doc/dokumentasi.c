/* Lembar dokumentasi: photos with caption and time, two or four to a page, the list of evidence,
 * and recordings by name, size and digest (domain 7.7, 9.4). */
#include "config.h"

#include "doc/documents.h"
#include "doc/paper.h"

#include <string.h>

#include "base/text.h"
#include "model/evidence.h"

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
                       "Berkas sudah diterima untuk %d dari %d jenis bukti dukung. Kekurangannya, "
                       "termasuk pindaian bertanda tangan, dilengkapi sebelum laporan dikirim.",
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
    return buf_into(&b, p->a);
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
    for (size_t i = 0; i < p->d->document.n; i++) {
        const struct document *doc = &p->d->document.v[i];
        bool recording = doc->kind == DOC_VIDEO || doc->kind == DOC_AUDIO;
        if (!recording || !paper_shows(p, doc))
            continue;
        if (!tb) {
            tree_heading(p->t, "C. Rekaman");
            tb = tree_table(p->t, columns, sizeof columns / sizeof *columns);
        }
        const char *what = dict_enum_label(ENUMSET_document_kind, doc->kind);
        if (doc->file_name)
            what = arena_printf(p->a, "%s\n%s", what, doc->file_name);
        if (doc->caption)
            what = arena_printf(p->a, "%s\n%s", what, doc->caption);
        const char *cells[] = {paper_row_number(p, ++number), what, paper_taken_at(p, doc),
                               bytes(p, doc->size), digest(p, doc->sha256)};
        tree_row(p->t, tb, cells);
    }
    if (tb)
        tree_add(p->t, NODE_NOTE)->text =
            "Rekaman disimpan di luar berkas sesi; SHA-256 membuktikan bahwa isinya tidak berubah.";
}

struct document_tree *build_dokumentasi(const struct dossier *d, const struct doc_options *o,
                                        struct arena *a)
{
    struct paper p = paper_begin(d, o, a, "Lembar Dokumentasi Forum Konsultasi Publik");
    paper_letterhead(&p);
    paper_title(&p, "LEMBAR DOKUMENTASI");
    paper_when_and_where(&p);
    tree_heading(p.t, "A. Foto Kegiatan");
    paper_photos(&p, true);
    evidence(&p);
    recordings(&p);
    return p.t;
}
