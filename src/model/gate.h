/* The gate before signing: rules of domain 2.3, 11.5 and 14 and of ux.md, as findings in words,
 * never as walls. */
#ifndef MUFAKAT_MODEL_GATE_H
#define MUFAKAT_MODEL_GATE_H

#include "model/dossier.h"

enum gate_level {
    GATE_OK,     /* ✓ */
    GATE_LIHAT,  /* worth a look; does not stop */
    GATE_PENTING /* going on needs a reason, which is kept in the history and not printed */
};

struct gate_item {
    enum gate_level level;
    const char *code; /* permanent, for tests and `kunci`: "objection_reason", "gaps" ... */
    const char *text; /* one line, translated, in the arena */
    bool hidden;      /* not shown in projector mode (ux.md: the gate's private hints) */
    int entity;       /* enum entity_kind of the row that Enter opens; -1: none */
    struct id row;
    int field; /* the field to stand on; -1: none */
};
struct gate {
    struct gate_item *v;
    size_t n;
    size_t n_lihat, n_penting;
};

/* Everything before locking, in the order of the page: session, attendance, agenda, dialog,
 * agreements, objections, signatories. Needs the whole dossier. Lives in `a`. */
struct gate gate_check(const struct dossier *d, struct arena *a);
/* Adds a finding of another room (e.g. names found in free texts). */
void gate_add(struct gate *g, struct arena *a, enum gate_level level, const char *code, bool hidden,
              int entity, const struct id *row, int field, const char *text);
/* "3 hal perlu perhatian, 1 penting" / "semua lengkap". Translated. */
const char *gate_words(const struct gate *g, struct arena *a);
/* "✓" / "lihat" / "penting"; the first one "v" in ASCII mode. */
const char *gate_level_words(enum gate_level level);

/* What an agreement lacks, as short words joined with commas ("penanggung jawab, batas waktu"), or
 * NULL when it is whole. The same rules as in the gate. */
const char *gate_agreement_lacks(const struct agreement *g, struct arena *a);

#endif
