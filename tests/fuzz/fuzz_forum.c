/* The practice session with anything in its fields: gate, stages, papers. */
#include "tests/fuzz/fuzz_targets.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/data_read.h"
#include "base/file.h"
#include "base/text.h"
#include "doc/documents.h"
#include "model/gate.h"
#include "model/stages.h"
#include "model/validate.h"
#include "tests/model/counts.h"

bool fuzz_is_utf8(const char *s)
{
    return text_valid(s, strlen(s));
}

bool fuzz_has_controls(const char *s)
{
    for (; *s; s++)
        if (((unsigned char)*s < 0x20 && *s != '\n') || *s == 0x7F)
            return true;
    return false;
}

static struct arena *practice_arena;
static struct dossier *practice;

static void forget_practice(void)
{
    arena_free(practice_arena);
}

static const struct dossier *practice_session(void)
{
    struct buf b = BUF_INIT;
    struct err e = {0};
    char path[1000];
    if (practice)
        return practice;
    practice_arena = arena_new();
    atexit(forget_practice);
    snprintf(path, sizeof path, "%s/data/contoh.json", getenv("MUFAKAT_SRCDIR"));
    FUZZ_HOLDS(file_read(path, 1 << 20, &b, &e) == ERR_NONE);
    FUZZ_HOLDS(data_read(b.p, b.len, 1794454920000, practice_arena, &practice, &e) == ERR_NONE);
    buf_done(&b);
    return practice;
}

struct rows {
    char *v;
    size_t n;
};

/* The rows of an entity, whatever its struct: every member of a dossier is a pointer and a count.
 */
static struct rows *rows_of(struct dossier *d, enum entity_kind k)
{
#define DICT_E(name, json, label) [ENTITY_##name] = offsetof(struct dossier, name),
    static const size_t at[ENTITY_COUNT] = {ENTITY_LIST(DICT_E)};
#undef DICT_E
    return (struct rows *)(void *)((char *)d + at[k]);
}

static struct value random_value(const struct field *fd, const char *text, struct dossier *d,
                                 struct arena *a)
{
    struct rows *to;
    char day[DATE_TEXT];
    if (fuzz_below(4) == 0)
        return value_null();
    switch (fd->type) {
    case TYPE_TEXT:
        return value_text(text);
    case TYPE_DATE:
        return value_text(arena_strdup(a, date_iso(20769 + (int64_t)fuzz_below(4000) - 2000, day)));
    case TYPE_ENUM:
        return value_text(
            dict_enum_code((enum enum_set_id)fd->arg,
                           (int64_t)fuzz_below((size_t)dict_enum((enum enum_set_id)fd->arg)->n)));
    case TYPE_REF:
        to = rows_of(d, (enum entity_kind)fd->arg);
        return to->n ? value_ref(
                           (struct id *)(void *)(to->v +
                                                 fuzz_below(to->n) *
                                                     dict_entity((enum entity_kind)fd->arg)->size))
                     : value_null();
    case TYPE_FLAG:
        return value_int((int64_t)fuzz_below(2));
    case TYPE_TIME:
        return value_int((int64_t)fuzz_below(1440));
    case TYPE_STAMP:
        return value_int(1794454920000 + (int64_t)fuzz_below(1000000));
    case TYPE_INT:
        break;
    }
    return value_int((int64_t)fuzz_below(100));
}

/* A copy in which some fields hold something else and some rows are missing. */
struct dossier *fuzz_spoilt(const char *text, struct arena *a)
{
    struct dossier *d = ARENA_NEW(a, struct dossier);
    *d = *practice_session();
    d->arena = a;
    for (int k = 0; k < ENTITY_COUNT; k++) {
        struct rows *r = rows_of(d, (enum entity_kind)k);
        size_t size = dict_entity((enum entity_kind)k)->size;
        r->v = r->n ? arena_memdup(a, r->v, r->n * size) : arena_alloc(a, size);
    }
    for (size_t i = fuzz_below(60); i > 0; i--) {
        enum entity_kind k = (enum entity_kind)fuzz_below(ENTITY_COUNT);
        struct rows *r = rows_of(d, k);
        int f = (int)fuzz_below((size_t)dict_entity(k)->n_fields - 1);
        if (r->n == 0)
            continue;
        struct value v = random_value(dict_field(k, f), text, d, a);
        struct err e;
        if (validate_value(k, f, &v, &e) == ERR_NONE)
            FUZZ_HOLDS(record_set(r->v + fuzz_below(r->n) * dict_entity(k)->size, k, f, &v));
        if (k != ENTITY_session && fuzz_below(20) == 0)
            r->n--;
    }
    return d;
}

static void check_paper(const struct dossier *d, const struct paper_kind *kind, struct arena *a)
{
    struct doc_options o = {.privacy = fuzz_below(2) ? PRIVACY_ARSIP : PRIVACY_PUBLIKASI,
                            .state = fuzz_below(2) ? STATE_DRAFT : STATE_LOCKED,
                            .fingerprint = "ABCD-EFGH"};
    const struct document_tree *t = kind->build(d, &o, a);
    struct buf text = BUF_INIT, bytes = BUF_INIT;
    struct document_tree *again;
    struct err e = {0};
    text_write_tree(t, 20 + (int)fuzz_below(100), fuzz_below(2), &text);
    FUZZ_HOLDS(text.len > 0 && text_valid(text.p, text.len) && !fuzz_has_controls(text.p));
    tree_write(t, &bytes);
    FUZZ_HOLDS(tree_read(a, bytes.p, bytes.len, &again, &e) == ERR_NONE);
    buf_done(&text);
    buf_done(&bytes);
}

void fuzz_run_forum(const char *p, size_t n)
{
    struct arena *a = arena_new();
    struct dossier *d = fuzz_spoilt(text_input(a, p, n < 3000 ? n : 3000, true), a);
    struct gate g = gate_check(d, a);
    struct stage_state s[STAGE_COUNT];
    struct note_counts counts = counts_of(d);
    FUZZ_HOLDS(g.n > 0 && gate_words(&g, a));
    for (size_t i = 0; i < g.n; i++)
        FUZZ_HOLDS(g.v[i].text && fuzz_is_utf8(g.v[i].text));
    stages_of(d, &counts, 20800, a, s);
    for (int i = 0; i < STAGE_COUNT; i++)
        FUZZ_HOLDS(s[i].done == (s[i].missing[0] == '\0') && s[i].done == (s[i].next[0] == '\0'));
    for (const struct paper_kind *k = paper_kinds; k->code; k++)
        check_paper(d, k, a);
    arena_free(a);
}

void fuzz_make_tree(struct buf *out)
{
    struct arena *a = arena_new();
    struct doc_options o = {0};
    tree_write(build_berita_acara(practice_session(), &o, a), out);
    arena_free(a);
}
