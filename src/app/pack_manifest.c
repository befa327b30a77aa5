/* MANIFEST: what the pack holds. `sha256sum -c MANIFEST` checks it; its other lines are comments. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "app/pack.h"
#include "base/file.h"
#include "base/text.h"

static int by_name(const void *a, const void *b)
{
    const struct pack_entry *x = a, *y = b;
    return strcmp(x->name, y->name);
}

static void add_fact(struct buf *b, struct arena *ar, const char *label, const char *value)
{
    buf_printf(b, "# %-8s ", label);
    for (const char *s = text_export(ar, value); *s; s++) /* one line, or it would be no comment */
        buf_putc(b, *s == '\n' ? ' ' : *s);
    buf_putc(b, '\n');
}

static void add_head(struct pack *p, struct buf *b)
{
    const struct session *s = dossier_session(p->shown);
    struct id row = app_session_id(p->app);
    char words[DATE_TEXT], id[ID_TEXT];
    id_format(&row, id);
    buf_puts(b, "# MANIFEST: isi paket bukti Forum Konsultasi Publik\n#\n");
    add_fact(b, p->arena, "Paket", pack_stem(p));
    add_fact(b, p->arena, "Tema", TXT(s->theme));
    add_fact(b, p->arena, "Unit", TXT(s->unit));
    if (s->date != NONE)
        add_fact(b, p->arena, "Tanggal", date_long(s->date, words));
    add_fact(b, p->arena, "Sesi", id);
    add_fact(b, p->arena, "Naskah",
             *p->fingerprint ? arena_printf(p->arena, "dikunci, sidik %s", p->fingerprint)
                             : "draf, belum dikunci");
    add_fact(b, p->arena, "Isi",
             p->in->public_only ? "hanya versi publikasi: tanpa data pribadi"
                                : "1-unggah untuk portal bukti, 2-arsip untuk arsip instansi, "
                                  "3-publikasi untuk umum");
    if (!p->in->public_only)
        add_fact(b, p->arena, "Awas",
                 "berkas berakhiran .fkp memuat seluruh riwayat, juga yang sudah diubah atau dihapus dan siapa yang "
                 "mengatakannya: hanya untuk arsip, jangan diberikan kepada orang lain");
    buf_puts(b, "# Periksa  sha256sum -c MANIFEST\n#\n");
}

enum err_code pack_make_manifest(struct pack *p, struct err *e)
{
    struct buf b = BUF_INIT;
    qsort(p->v, p->n, sizeof *p->v, by_name);
    add_head(p, &b);
    for (size_t i = 0; i < p->n; i++)
        buf_printf(&b, "# %s, %lld bita\n%s  %s\n", p->v[i].what, (long long)p->v[i].size,
                   p->v[i].sha256, p->v[i].name);
    enum err_code code = file_write(pack_path(p, "MANIFEST"), buf_str(&b), b.len, e);
    buf_done(&b);
    return code;
}
