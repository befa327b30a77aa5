#include "config.h"

#include "press/join_tags.h"

#include <stdbool.h>
#include <stdio.h>

#include "press/join_scan.h"

#define MOST_NUMBERS 1000000 /* pages and links of one part */

static qpdf_oh tags_of(const struct joined *in)
{
    return qpdf_oh_get_key(in->q, qpdf_get_root(in->q), "/StructTreeRoot");
}

/* As our own press writes them: a list of what is at the top, and a table without branches. */
static bool has_tags(const struct joined *in)
{
    qpdf_oh tags = tags_of(in), parents = qpdf_oh_get_key_if_dict(in->q, tags, "/ParentTree");
    return joined_is_ours(in) && qpdf_oh_is_dictionary(in->q, tags) && qpdf_oh_is_indirect(in->q, tags) &&
           qpdf_oh_is_array(in->q, qpdf_oh_get_key(in->q, tags, "/K")) &&
           qpdf_oh_is_array(in->q, qpdf_oh_get_key_if_dict(in->q, parents, "/Nums"));
}

/* Counts the number under that key on; `by` < 0: takes it out. */
static void move_number(qpdf_data out, qpdf_oh o, const char *key, long long by)
{
    qpdf_oh number = qpdf_oh_get_key_if_dict(out, o, key);
    if (by >= 0 && qpdf_oh_is_integer(out, number))
        qpdf_oh_replace_key(out, o, key, qpdf_oh_new_integer(out, qpdf_oh_get_int_value(out, number) + by));
    else if (qpdf_oh_is_dictionary(out, o))
        qpdf_oh_remove_key(out, o, key);
}

/* The same for the pages of one part and the links on them. */
static void move_pages(qpdf_data out, const struct joined *in, long long by)
{
    for (int i = 0; i < in->pages; i++) {
        qpdf_oh page = qpdf_get_page_n(out, (size_t)(in->first + i)), links = qpdf_oh_get_key(out, page, "/Annots");
        int n = qpdf_oh_is_array(out, links) ? qpdf_oh_get_array_n_items(out, links) : 0;
        move_number(out, page, "/StructParents", by);
        for (int k = 0; k < n; k++)
            move_number(out, qpdf_oh_get_array_item(out, links, k), "/StructParent", by);
    }
}

static qpdf_oh new_indirect(qpdf_data out)
{
    return qpdf_make_indirect_object(out, qpdf_oh_new_dictionary(out));
}

static qpdf_oh new_tag(qpdf_data out, const char *type, qpdf_oh parent, qpdf_oh kids)
{
    qpdf_oh tag = new_indirect(out);
    qpdf_oh_replace_key(out, tag, "/Type", qpdf_oh_new_name(out, "/StructElem"));
    qpdf_oh_replace_key(out, tag, "/S", qpdf_oh_new_name(out, type));
    qpdf_oh_replace_key(out, tag, "/P", parent);
    qpdf_oh_replace_key(out, tag, "/K", kids);
    return tag;
}

/* What is at the top of one part, a document of its own until now, becomes a part of the one document. */
static void add_kids(qpdf_data out, struct roots *r, qpdf_oh tags)
{
    qpdf_oh kids = qpdf_oh_get_key(out, tags, "/K");
    int n = qpdf_oh_get_array_n_items(out, kids);
    for (int i = 0; i < n; i++) {
        qpdf_oh kid = qpdf_oh_get_array_item(out, kids, i);
        if (!qpdf_oh_is_dictionary(out, kid))
            continue;
        qpdf_oh_replace_key(out, kid, "/S", qpdf_oh_new_name(out, "/Part"));
        qpdf_oh_replace_key(out, kid, "/P", r->document);
        qpdf_oh_append_item(out, r->kids, kid);
    }
}

/* Pairs of a number and the tags of that page or link; returns the first number behind them. */
static long long add_numbers(qpdf_data out, const struct roots *r, qpdf_oh tags)
{
    qpdf_oh numbers = qpdf_oh_get_key(out, qpdf_oh_get_key(out, tags, "/ParentTree"), "/Nums");
    int n = qpdf_oh_get_array_n_items(out, numbers);
    long long next = r->next, last = -1;
    for (int i = 0; i + 1 < n; i += 2) {
        qpdf_oh number = qpdf_oh_get_array_item(out, numbers, i);
        long long v = qpdf_oh_is_integer(out, number) ? qpdf_oh_get_int_value(out, number) : -1;
        if (v <= last || v >= MOST_NUMBERS) /* damaged: a table is in order */
            continue;
        last = v;
        qpdf_oh_append_item(out, r->numbers, qpdf_oh_new_integer(out, r->next + v));
        qpdf_oh_append_item(out, r->numbers, qpdf_oh_get_array_item(out, numbers, i + 1));
        next = r->next + v + 1;
    }
    return next;
}

static void add_part(qpdf_data out, struct roots *r, const struct joined *in)
{
    /* The pages were copied before, so that what the tags say of them means the copies. */
    qpdf_oh tags = in->q == out ? tags_of(in) : qpdf_oh_copy_foreign_object(out, in->q, tags_of(in));
    add_kids(out, r, tags);
    move_pages(out, in, r->next);
    r->next = add_numbers(out, r, tags);
}

/* Words of a paper: never translated. */
static void tell_page(qpdf_data out, qpdf_oh tag, const char *title, int page, int pages)
{
    char words[400];
    snprintf(words, sizeof words, "%.300s, halaman %d dari %d (pindaian)", title, page, pages);
    qpdf_oh_replace_key(out, tag, "/Alt", qpdf_oh_new_unicode_string(out, words));
}

/* One tag for each page, a picture told in words, or a paragraph where the page has words of its own. */
static void add_scan(qpdf_data out, struct roots *r, const struct joined *in)
{
    qpdf_oh title = joined_title(out, in), kids = qpdf_oh_new_array(out);
    qpdf_oh part = new_tag(out, "/Part", r->document, kids);
    qpdf_oh_append_item(out, r->kids, part);
    move_pages(out, in, -1);
    for (int i = 0; i < in->pages; i++) {
        qpdf_oh page = qpdf_get_page_n(out, (size_t)(in->first + i));
        bool read = scan_has_words(out, page), marked = scan_mark(out, page, read ? "/P" : "/Figure");
        qpdf_oh tag = new_tag(out, read && marked ? "/P" : "/Figure", part, qpdf_oh_new_array(out));
        qpdf_oh_replace_key(out, tag, "/Pg", page);
        if (!read || !marked)
            tell_page(out, tag, qpdf_oh_get_utf8_value(out, title), i + 1, in->pages);
        qpdf_oh_append_item(out, kids, tag);
        if (!marked)
            continue;
        qpdf_oh tags = qpdf_oh_new_array(out);
        qpdf_oh_append_item(out, tags, tag);
        qpdf_oh_replace_key(out, tag, "/K", qpdf_oh_new_integer(out, 0));
        qpdf_oh_replace_key(out, page, "/StructParents", qpdf_oh_new_integer(out, r->next));
        qpdf_oh_append_item(out, r->numbers, qpdf_oh_new_integer(out, r->next++));
        qpdf_oh_append_item(out, r->numbers, tags);
    }
}

void tags_begin_joined(qpdf_data out, struct roots *ret)
{
    qpdf_oh parents = new_indirect(out);
    struct roots r = {.root = new_indirect(out), .kids = qpdf_oh_new_array(out), .numbers = qpdf_oh_new_array(out)};
    r.document = new_tag(out, "/Document", r.root, r.kids);
    qpdf_oh_replace_key(out, parents, "/Nums", r.numbers);
    qpdf_oh_replace_key(out, r.root, "/Type", qpdf_oh_new_name(out, "/StructTreeRoot"));
    qpdf_oh_replace_key(out, r.root, "/ParentTree", parents);
    qpdf_oh_replace_key(out, r.root, "/K", r.document);
    *ret = r;
}

void tags_add_file(qpdf_data out, struct roots *r, const struct joined *in)
{
    if (has_tags(in))
        add_part(out, r, in);
    else
        add_scan(out, r, in);
}

void tags_end_joined(qpdf_data out, struct roots *r)
{
    qpdf_oh_replace_key(out, r->root, "/ParentTreeNextKey", qpdf_oh_new_integer(out, r->next));
    qpdf_oh_replace_key(out, qpdf_get_root(out), "/StructTreeRoot", r->root);
    qpdf_oh_replace_key(out, qpdf_get_root(out), "/MarkInfo", qpdf_oh_parse(out, "<< /Marked true >>"));
}
