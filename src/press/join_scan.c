#include "config.h"

#include "press/join_scan.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

enum { DEEPEST = 4, MOST_THINGS = 500 }; /* forms in forms; pictures and forms that are looked at for one page */

/* --- words --- */

/* The keys of a dictionary, at most so many; *ret_n: how many. libqpdf goes through one dictionary at a time. */
static const char **keys_of(struct arena *a, qpdf_data q, qpdf_oh dictionary, size_t most, size_t *ret_n)
{
    const char **v = ARENA_ARRAY(a, const char *, most);
    *ret_n = 0;
    if (!qpdf_oh_is_dictionary(q, dictionary))
        return v;
    qpdf_oh_begin_dict_key_iter(q, dictionary);
    while (qpdf_oh_dict_more_keys(q)) {
        const char *key = qpdf_oh_dict_next_key(q);
        if (*ret_n < most)
            v[(*ret_n)++] = arena_strdup(a, key);
    }
    return v;
}

/* `left`: how much may still be looked at; a file that has more is up to something. */
static bool has_fonts(struct arena *a, qpdf_data q, qpdf_oh resources, int depth, size_t *left)
{
    size_t n;
    keys_of(a, q, qpdf_oh_get_key_if_dict(q, resources, "/Font"), 1, &n);
    if (n > 0)
        return true;
    qpdf_oh things = qpdf_oh_get_key_if_dict(q, resources, "/XObject");
    const char **names = keys_of(a, q, things, *left + 1, &n);
    if (n > *left || depth == DEEPEST)
        return n > 0;
    *left -= n;
    for (size_t i = 0; i < n; i++) {
        qpdf_oh thing = qpdf_oh_get_key(q, things, names[i]);
        qpdf_oh about = qpdf_oh_is_stream(q, thing) ? qpdf_oh_get_dict(q, thing) : qpdf_oh_new_null(q);
        qpdf_oh kind = qpdf_oh_get_key_if_dict(q, about, "/Subtype");
        if (qpdf_oh_is_name(q, kind) && strcmp(qpdf_oh_get_name(q, kind), "/Form") == 0 &&
            has_fonts(a, q, qpdf_oh_get_key(q, about, "/Resources"), depth + 1, left))
            return true;
    }
    return false;
}

bool scan_has_words(qpdf_data q, qpdf_oh page)
{
    struct arena *a = arena_new();
    size_t left = MOST_THINGS;
    bool words = has_fonts(a, q, qpdf_oh_get_key_if_dict(q, page, "/Resources"), 0, &left);
    arena_free(a);
    return words;
}

/* --- one piece --- */

static qpdf_oh new_stream(qpdf_data q, const void *bytes, size_t n)
{
    qpdf_oh stream = qpdf_oh_new_stream(q);
    qpdf_oh_replace_stream_data(q, stream, bytes, n, qpdf_oh_new_null(q), qpdf_oh_new_null(q));
    return stream;
}

/* What the page shows becomes a form, and the page shows the form: so marks that the file itself put into its pages mean
 * nothing any more. */
bool scan_mark(qpdf_data q, qpdf_oh page, const char *tag)
{
    char show[64];
    unsigned char *bytes = NULL;
    size_t n = 0;
    qpdf_oh box = qpdf_oh_get_key_if_dict(q, page, "/MediaBox");
    if (!qpdf_oh_is_array(q, box))
        return false;
    if (qpdf_oh_get_page_content_data(q, page, &bytes, &n) & QPDF_ERRORS) {
        qpdf_get_error(q); /* taken, or it would count as one of the whole */
        return false;
    }
    qpdf_oh form = new_stream(q, n > 0 ? (const void *)bytes : "", n), about = qpdf_oh_get_dict(q, form);
    qpdf_oh forms = qpdf_oh_new_dictionary(q), resources = qpdf_oh_new_dictionary(q);
    free(bytes);
    qpdf_oh_replace_key(q, about, "/Type", qpdf_oh_new_name(q, "/XObject"));
    qpdf_oh_replace_key(q, about, "/Subtype", qpdf_oh_new_name(q, "/Form"));
    qpdf_oh_replace_key(q, about, "/BBox", box);
    if (qpdf_oh_has_key(q, page, "/Resources"))
        qpdf_oh_replace_key(q, about, "/Resources", qpdf_oh_get_key(q, page, "/Resources"));
    qpdf_oh_replace_key(q, forms, "/Isi", form);
    qpdf_oh_replace_key(q, resources, "/XObject", forms);
    qpdf_oh_replace_key(q, page, "/Resources", resources);
    int length = snprintf(show, sizeof show, "%s <</MCID 0>> BDC\n/Isi Do\nEMC\n", tag);
    qpdf_oh_replace_key(q, page, "/Contents", new_stream(q, show, (size_t)length));
    return true;
}
