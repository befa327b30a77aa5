#include "config.h"

#include "press/join_links.h"

#include <stdio.h>
#include <string.h>

#define DEEPEST 32 /* of a tree of names: a file that goes deeper is up to something */

/* The array [page /XYZ ...] of a place by its name, from here down; false when there is none. */
static bool find_place(qpdf_data q, qpdf_oh node, const char *name, int depth, qpdf_oh *ret)
{
    qpdf_oh names = qpdf_oh_get_key_if_dict(q, node, "/Names"), kids = qpdf_oh_get_key_if_dict(q, node, "/Kids");
    int n = qpdf_oh_is_array(q, names) ? qpdf_oh_get_array_n_items(q, names) : 0;
    for (int i = 0; i + 1 < n; i += 2) {
        qpdf_oh key = qpdf_oh_get_array_item(q, names, i), place = qpdf_oh_get_array_item(q, names, i + 1);
        if (!qpdf_oh_is_string(q, key) || strcmp(qpdf_oh_get_utf8_value(q, key), name) != 0)
            continue;
        *ret = qpdf_oh_is_dictionary(q, place) ? qpdf_oh_get_key(q, place, "/D") : place;
        return true;
    }
    n = depth < DEEPEST && qpdf_oh_is_array(q, kids) ? qpdf_oh_get_array_n_items(q, kids) : 0;
    for (int i = 0; i < n; i++)
        if (find_place(q, qpdf_oh_get_array_item(q, kids, i), name, depth + 1, ret))
            return true;
    return false;
}

/* The page of that place in its file, from 0; -1 when the name is unknown. */
static int page_of_place(const struct joined *in, const char *name)
{
    qpdf_oh all = qpdf_oh_get_key_if_dict(in->q, qpdf_oh_get_key(in->q, qpdf_get_root(in->q), "/Names"), "/Dests");
    qpdf_oh place;
    if (!find_place(in->q, all, name, 0, &place) || !qpdf_oh_is_array(in->q, place) ||
        qpdf_oh_get_array_n_items(in->q, place) < 1)
        return -1;
    return qpdf_find_page_by_oh(in->q, qpdf_oh_get_array_item(in->q, place, 0));
}

static qpdf_oh whole_page(qpdf_data out, int page)
{
    qpdf_oh place = qpdf_oh_new_array(out);
    qpdf_oh_append_item(out, place, qpdf_get_page_n(out, (size_t)page));
    qpdf_oh_append_item(out, place, qpdf_oh_new_name(out, "/Fit"));
    return place;
}

static void lead_link(qpdf_data out, const struct joined *in, qpdf_oh link)
{
    qpdf_oh place = qpdf_oh_get_key_if_dict(out, link, "/Dest");
    if (!qpdf_oh_is_string(out, place))
        return;
    int page = page_of_place(in, qpdf_oh_get_utf8_value(out, place));
    if (page >= 0 && page < in->pages)
        qpdf_oh_replace_key(out, link, "/Dest", whole_page(out, in->first + page));
    else
        qpdf_oh_remove_key(out, link, "/Dest");
}

void join_links(qpdf_data out, const struct joined *in)
{
    for (int i = 0; i < in->pages; i++) {
        qpdf_oh links = qpdf_oh_get_key_if_dict(out, qpdf_get_page_n(out, (size_t)(in->first + i)), "/Annots");
        int n = qpdf_oh_is_array(out, links) ? qpdf_oh_get_array_n_items(out, links) : 0;
        for (int k = 0; k < n; k++)
            lead_link(out, in, qpdf_oh_get_array_item(out, links, k));
    }
}

static qpdf_oh info_of(const struct joined *in, const char *key)
{
    return qpdf_oh_get_key_if_dict(in->q, qpdf_oh_get_key(in->q, qpdf_get_trailer(in->q), "/Info"), key);
}

bool joined_is_ours(const struct joined *in)
{
    qpdf_oh maker = info_of(in, "/Creator");
    return qpdf_oh_is_string(in->q, maker) &&
           strncmp(qpdf_oh_get_utf8_value(in->q, maker), PACKAGE_NAME " ", sizeof PACKAGE_NAME) == 0;
}

qpdf_oh joined_title(qpdf_data out, const struct joined *in)
{
    char words[32];
    qpdf_oh title = info_of(in, "/Title");
    if (joined_is_ours(in) && qpdf_oh_is_string(in->q, title))
        return qpdf_oh_new_unicode_string(out, qpdf_oh_get_utf8_value(in->q, title));
    if (*in->words)
        return qpdf_oh_new_unicode_string(out, in->words);
    snprintf(words, sizeof words, "Berkas %zu", in->number); /* words of a paper: never translated */
    return qpdf_oh_new_string(out, words);
}

void outline_begin(qpdf_data out, struct outline *o)
{
    *o = (struct outline){.root = qpdf_make_indirect_object(out, qpdf_oh_new_dictionary(out))};
}

void outline_add_file(qpdf_data out, struct outline *o, const struct joined *in)
{
    qpdf_oh entry = qpdf_make_indirect_object(out, qpdf_oh_new_dictionary(out));
    qpdf_oh_replace_key(out, entry, "/Title", joined_title(out, in));
    qpdf_oh_replace_key(out, entry, "/Dest", whole_page(out, in->first));
    qpdf_oh_replace_key(out, entry, "/Parent", o->root);
    if (o->n++ > 0) {
        qpdf_oh_replace_key(out, entry, "/Prev", o->last);
        qpdf_oh_replace_key(out, o->last, "/Next", entry);
    } else {
        qpdf_oh_replace_key(out, o->root, "/First", entry);
    }
    o->last = entry;
}

void outline_end(qpdf_data out, struct outline *o)
{
    qpdf_oh_replace_key(out, o->root, "/Last", o->last);
    qpdf_oh_replace_key(out, o->root, "/Count", qpdf_oh_new_integer(out, o->n));
    qpdf_oh_replace_key(out, qpdf_get_root(out), "/Outlines", o->root);
    qpdf_oh_replace_key(out, qpdf_get_root(out), "/PageMode", qpdf_oh_new_name(out, "/UseOutlines"));
}
