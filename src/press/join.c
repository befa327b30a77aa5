#include "config.h"

#include "press/join.h"

#include <stdio.h>
#include <string.h>

#include <qpdf/qpdf-c.h>

#include "base/arena.h"
#include "base/i18n.h"

enum { MOST_FILES = 256 };

struct joint {
    qpdf_data out;
    qpdf_data in[MOST_FILES]; /* open until the end: pages are copied when the whole is written */
    size_t n;
};

static enum err_code cannot_read(qpdf_data in, const char *path, struct err *e)
{
    qpdf_error why = qpdf_has_error(in) ? qpdf_get_error(in) : NULL;
    const char *name = strrchr(path, '/') ? strrchr(path, '/') + 1 : path;
    if (why && qpdf_get_error_code(in, why) == qpdf_e_password)
        err_set(e, ERR_CORRUPT, _("PDF %s dikunci dengan kata sandi, jadi tidak dapat digabungkan. Simpan ulang tanpa "
                                  "sandi, lalu coba lagi."), name);
    else
        err_set(e, ERR_CORRUPT, _("PDF %s rusak, jadi tidak dapat digabungkan. Pindai atau simpan ulang, lalu coba "
                                  "lagi."), name);
    return err_detail(e, "qpdf: %.200s", why ? qpdf_get_error_full_text(in, why) : "");
}

static qpdf_data fresh(void)
{
    qpdf_data q = qpdf_init();
    qpdf_set_suppress_warnings(q, QPDF_TRUE);
    qpdf_silence_errors(q);
    return q;
}

static enum err_code add_pages(struct joint *j, const char *path, struct err *e)
{
    if (j->n == MOST_FILES)
        return err_set(e, ERR_FULL, _("Terlalu banyak PDF untuk digabungkan: paling banyak %d."), MOST_FILES);
    qpdf_data in = j->in[j->n++] = fresh();
    if (qpdf_read(in, path, NULL) & QPDF_ERRORS)
        return cannot_read(in, path, e);
    int pages = qpdf_get_num_pages(in);
    for (int i = 0; i < pages; i++)
        if (qpdf_add_page(j->out, in, qpdf_get_page_n(in, (size_t)i), QPDF_FALSE) & QPDF_ERRORS)
            return cannot_read(in, path, e);
    return pages > 0 ? ERR_NONE : cannot_read(in, path, e);
}

static enum err_code write_all(struct joint *j, struct buf *out, struct err *e)
{
    qpdf_init_write_memory(j->out);
    qpdf_set_deterministic_ID(j->out, QPDF_TRUE);
    qpdf_set_object_stream_mode(j->out, qpdf_o_generate);
    if (qpdf_write(j->out) & QPDF_ERRORS)
        return cannot_read(j->out, "", e);
    buf_add(out, qpdf_get_buffer(j->out), qpdf_get_buffer_length(j->out));
    return ERR_NONE;
}

enum err_code join_pdfs(const char *names, size_t n, struct buf *out, struct err *e)
{
    struct joint j = {.out = fresh()};
    enum err_code code = n > 0 && names[n - 1] == '\0'
                             ? ERR_NONE
                             : err_set(e, ERR_INPUT, _("Daftar PDF yang digabungkan kosong atau terpotong."));
    qpdf_empty_pdf(j.out);
    for (const char *s = names; !code && s < names + n; s += strlen(s) + 1)
        code = add_pages(&j, s, e);
    if (!code)
        code = write_all(&j, out, e);
    qpdf_cleanup(&j.out);
    for (size_t i = 0; i < j.n; i++)
        qpdf_cleanup(&j.in[i]);
    return code;
}
