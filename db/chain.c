#include "config.h"

#include "db/chain.h"

#include <assert.h>
#include <string.h>

#include "base/random.h"

static void add_number(struct hash_state *st, uint64_t n, int bytes)
{
    unsigned char b[8];
    for (int i = 0; i < bytes; i++)
        b[i] = (unsigned char)(n >> (8 * (bytes - 1 - i)));
    hash_add(st, b, (size_t)bytes);
}

static void add_lp(struct hash_state *st, const void *p, size_t n)
{
    add_number(st, n, 4);
    if (n)
        hash_add(st, p, n);
}

static void add_text(struct hash_state *st, const char *s)
{
    add_lp(st, s, s ? strlen(s) : 0);
}

static void add_id(struct hash_state *st, const struct id *i)
{
    add_lp(st, i->b, id_is_none(i) ? 0 : sizeof i->b);
}

static void add_int(struct hash_state *st, int64_t i, bool given)
{
    add_number(st, given ? 8 : 0, 4);
    if (given)
        add_number(st, (uint64_t)i, 8);
}

static void add_hash(struct hash_state *st, const struct hash *h)
{
    add_lp(st, h->b, sizeof h->b);
}

struct salt salt_new(void)
{
    struct salt s;
    random_fill(s.b, sizeof s.b);
    return s;
}

struct hash chain_value_proof(const struct salt *salt, const struct value *v)
{
    static const unsigned char type[] = {
        [VALUE_NULL] = 0, [VALUE_INT] = 1, [VALUE_TEXT] = 2, [VALUE_BLOB] = 3};
    struct hash_state st;
    hash_start(&st);
    hash_add(&st, salt->b, sizeof salt->b);
    hash_add(&st, &type[v->type], 1);
    if (v->type == VALUE_INT)
        add_int(&st, v->i, true);
    else
        add_lp(&st, v->p, v->type == VALUE_NULL ? 0 : v->n);
    return hash_end(&st);
}

struct hash chain_writer_proof(const struct salt *salt, const char *person, const char *machine)
{
    struct hash_state st;
    hash_start(&st);
    hash_add(&st, salt->b, sizeof salt->b);
    add_text(&st, person);
    add_text(&st, machine);
    return hash_end(&st);
}

struct hash chain_start(const struct id *writer, int64_t started_at, const struct hash *proof)
{
    struct hash_state st;
    hash_start(&st);
    add_text(&st, "mufakat writer 1");
    add_id(&st, writer);
    add_int(&st, started_at, true);
    add_hash(&st, proof);
    return hash_end(&st);
}

struct hash chain_group_digest(const struct chain_group *g)
{
    struct hash_state st;
    hash_start(&st);
    add_text(&st, "mufakat group 1");
    add_id(&st, &g->id);
    add_id(&st, &g->writer);
    add_text(&st, g->kind);
    add_id(&st, &g->of);
    add_int(&st, g->at, true);
    add_text(&st, g->action);
    add_hash(&st, &g->proof);
    return hash_end(&st);
}

struct hash chain_next(const struct hash *previous, const struct chain_change *c)
{
    bool based = !id_is_none(&c->base_writer);
    struct hash_state st;
    hash_start(&st);
    hash_add(&st, previous->b, sizeof previous->b);
    add_text(&st, "mufakat change 1");
    add_id(&st, &c->writer);
    add_int(&st, c->seq, true);
    add_int(&st, c->hlc, true);
    add_hash(&st, &c->group);
    add_text(&st, c->entity);
    add_id(&st, &c->row);
    add_text(&st, c->field);
    add_id(&st, &c->base_writer);
    add_int(&st, c->base_seq, based);
    add_int(&st, c->seen, c->seen != NONE);
    add_hash(&st, &c->proof);
    return hash_end(&st);
}
