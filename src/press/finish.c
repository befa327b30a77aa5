#include "config.h"

#include "press/finish.h"

#include <string.h>

#include <qpdf/qpdf-c.h>

#define DEEPEST 16 /* of the tags; a table in a document has five levels */

/* The pictures among the tags, from here down, in the order of reading. */
static void find_figures(qpdf_data q, qpdf_oh tag, int depth, GArray *found)
{
    if (depth > DEEPEST)
        return;
    if (qpdf_oh_is_array(q, tag)) {
        int n = qpdf_oh_get_array_n_items(q, tag);
        for (int i = 0; i < n; i++)
            find_figures(q, qpdf_oh_get_array_item(q, tag, i), depth, found);
        return;
    }
    if (!qpdf_oh_is_dictionary(q, tag))
        return;
    if (qpdf_oh_is_name_and_equals(q, qpdf_oh_get_key(q, tag, "/S"), "/Figure"))
        g_array_append_val(found, tag);
    else
        find_figures(q, qpdf_oh_get_key(q, tag, "/K"), depth + 1, found);
}

/* When their number is not the one that was drawn, nobody knows which is which, and none gets words. */
static void describe_figures(qpdf_data q, qpdf_oh root, const GPtrArray *figures)
{
    GArray *found = g_array_new(FALSE, FALSE, sizeof(qpdf_oh));
    find_figures(q, qpdf_oh_get_key(q, qpdf_oh_get_key(q, root, "/StructTreeRoot"), "/K"), 0, found);
    for (guint i = 0; i < found->len && found->len == figures->len; i++)
        qpdf_oh_replace_key(q, g_array_index(found, qpdf_oh, i), "/Alt",
                            qpdf_oh_new_unicode_string(q, figures->pdata[i]));
    g_array_free(found, TRUE);
}

static bool write_all(qpdf_data q, struct buf *out)
{
    qpdf_init_write_memory(q);
    qpdf_set_deterministic_ID(q, QPDF_TRUE);
    qpdf_set_object_stream_mode(q, qpdf_o_generate);
    if (qpdf_write(q) & QPDF_ERRORS)
        return false;
    buf_add(out, qpdf_get_buffer(q), qpdf_get_buffer_length(q));
    return true;
}

/* "2026-11-12T00:45:00Z" as "D:20261112004500Z" (ISO 32000, 7.9.4). */
static void pdf_date(const char *stamp, char to[40])
{
    size_t n = 2;
    memcpy(to, "D:", n);
    for (; *stamp && n < 39; stamp++)
        if (strchr("0123456789Z", *stamp))
            to[n++] = *stamp;
    to[n] = '\0';
}

bool finish_pdf(const struct buf *pdf, const GPtrArray *figures, const char *date, struct buf *out)
{
    qpdf_data q = qpdf_init();
    char when[40];
    pdf_date(date, when);
    qpdf_set_suppress_warnings(q, QPDF_TRUE);
    qpdf_silence_errors(q);
    bool good = !(qpdf_read_memory(q, "naskah", pdf->p, pdf->len, NULL) & QPDF_ERRORS);
    if (good) {
        qpdf_oh root = qpdf_get_root(q);
        qpdf_oh_replace_key(q, root, "/Lang", qpdf_oh_new_string(q, "id-ID"));
        qpdf_oh_replace_key(q, root, "/ViewerPreferences", qpdf_oh_parse(q, "<< /DisplayDocTitle true >>"));
        qpdf_set_info_key(q, "/CreationDate", when);
        qpdf_set_info_key(q, "/ModDate", when);
        describe_figures(q, root, figures);
        good = write_all(q, out);
    }
    if (qpdf_has_error(q)) /* libqpdf prints an error that nobody took */
        qpdf_get_error(q);
    qpdf_cleanup(&q);
    return good;
}
