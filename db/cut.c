#include "config.h"

#include "db/cut.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum err_code cut_now(struct store *s, struct arena *a, struct cut *ret, struct err *e)
{
    struct query q;
    struct cut c = {NULL, 0};
    size_t cap = 0;
    bool row = true;
    enum err_code rc = query_named(s, &q, STMT_TIPS, e, "");
    while (!rc && row) {
        rc = query_step(&q, &row, e);
        if (rc || !row)
            break;
        struct cut_end end = {col_id(&q, 0), col_int(&q, 1, 0)};
        if (s->t.open && id_eq(&end.writer, &s->writer))
            end.seq = s->t.seq0;
        if (end.seq < 1)
            continue;
        c.v = private_grow(a, c.v, c.n, &cap, sizeof *c.v);
        c.v[c.n++] = end;
    }
    query_end(&q);
    if (!rc)
        *ret = c;
    return rc;
}

char *cut_format(const struct cut *c, struct arena *a)
{
    struct buf b = BUF_INIT;
    for (size_t i = 0; i < c->n; i++) {
        char id[ID_TEXT];
        id_format(&c->v[i].writer, id);
        buf_printf(&b, "%s%s:%lld", i ? " " : "", id, (long long)c->v[i].seq);
    }
    char *text = arena_strdup(a, buf_str(&b));
    buf_done(&b);
    return text;
}

bool cut_parse(const char *text, struct arena *a, struct cut *ret)
{
    struct cut c = {NULL, 0};
    size_t cap = 0;
    while (text && *text) {
        struct cut_end end;
        char id[ID_TEXT], *rest;
        if (strlen(text) < ID_TEXT || text[ID_TEXT - 1] != ':')
            return false;
        memcpy(id, text, ID_TEXT - 1);
        id[ID_TEXT - 1] = '\0';
        errno = 0;
        end.seq = strtoll(text + ID_TEXT, &rest, 10);
        if (!id_parse(id, &end.writer) || errno || end.seq < 1 || (*rest && *rest != ' '))
            return false;
        if (c.n && id_cmp(&c.v[c.n - 1].writer, &end.writer) >= 0)
            return false;
        c.v = private_grow(a, c.v, c.n, &cap, sizeof *c.v);
        c.v[c.n++] = end;
        text = *rest ? rest + 1 : rest;
    }
    *ret = c;
    return true;
}

bool cut_holds(const struct cut *c, const struct id *writer, int64_t seq)
{
    for (size_t lo = 0, hi = c->n; lo < hi;) {
        size_t mid = lo + (hi - lo) / 2;
        int order = id_cmp(&c->v[mid].writer, writer);
        if (order == 0)
            return seq <= c->v[mid].seq;
        if (order < 0)
            lo = mid + 1;
        else
            hi = mid;
    }
    return false;
}

static void add_link(struct hash_state *st, const struct id *writer, int64_t seq,
                     const struct hash *chain)
{
    unsigned char b[8];
    for (int i = 0; i < 8; i++)
        b[i] = (unsigned char)((uint64_t)seq >> (56 - 8 * i));
    hash_add(st, writer->b, sizeof writer->b);
    hash_add(st, b, sizeof b);
    hash_add(st, chain->b, sizeof chain->b);
}

static enum err_code add_writer(struct store *s, struct hash_state *st, const struct cut_end *end,
                                bool *whole, struct err *e)
{
    struct query q;
    int64_t expected = 1;
    bool row = true;
    enum err_code rc = query_named(s, &q, STMT_CHAIN_OF_WRITER, e, "di", &end->writer, end->seq);
    while (!rc && row) {
        rc = query_step(&q, &row, e);
        if (rc || !row)
            break;
        struct hash chain = col_hash(&q, 1);
        int64_t seq = col_int(&q, 0, 0);
        if (seq != expected++)
            *whole = false;
        add_link(st, &end->writer, seq, &chain);
    }
    query_end(&q);
    if (expected - 1 != end->seq)
        *whole = false;
    return rc;
}

enum err_code cut_fingerprint(struct store *s, const struct cut *c, struct hash *ret,
                              bool *ret_whole, struct err *e)
{
    struct hash_state st;
    bool whole = true;
    hash_start(&st);
    for (size_t i = 0; i < c->n; i++) {
        enum err_code rc = add_writer(s, &st, &c->v[i], &whole, e);
        if (rc)
            return rc;
    }
    *ret = hash_end(&st);
    *ret_whole = whole;
    return ERR_NONE;
}
