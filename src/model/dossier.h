/* The whole session as plain structs: what documents, gates and exports are made from. */
#ifndef MUFAKAT_MODEL_DOSSIER_H
#define MUFAKAT_MODEL_DOSSIER_H

#include <stddef.h>
#include "base/arena.h"
#include "model/records.h"

/* One array per entity, live rows only (deleted ones are left out): d->participant.v[i],
 * d->participant.n. Order: number or ord where the entity has one (NONE last), else id (time). */
#define DICT_E(name, json, label) \
    struct { \
        struct name *v; \
        size_t n; \
    } name;
struct dossier {
    ENTITY_LIST(DICT_E)
    struct arena *arena; /* owns everything above; borrowed */
    int64_t now;         /* UTC ms when it was loaded */
    bool published;      /* the filtered copy (doc/documents.h, privacy_filter) */
};
#undef DICT_E

/* An empty dossier with one session row of "not given" values. */
struct dossier *dossier_new(struct arena *a);
/* The one session row. */
const struct session *dossier_session(const struct dossier *d);
/* Of the venue; WIB when not given. */
enum zone dossier_zone(const struct dossier *d);
enum zone session_zone(const struct session *s);
/* Rows by id; NULL when there is none. */
const struct participant *dossier_participant(const struct dossier *d, const struct id *id);
const struct contribution *dossier_contribution(const struct dossier *d, const struct id *id);
const struct agreement *dossier_agreement(const struct dossier *d, const struct id *id);
const struct issue *dossier_issue(const struct dossier *d, const struct id *id);
const struct agenda *dossier_agenda(const struct dossier *d, const struct id *id);
/* The rows of one entity, whatever its kind: *ret_n structs of dict_entity(k)->size bytes. Borrowed. */
const void *dossier_rows(const struct dossier *d, enum entity_kind k, size_t *ret_n);
/* Puts an array of the entity's struct, living as long as the dossier, in their place. */
void dossier_set_rows(struct dossier *d, enum entity_kind k, void *rows, size_t n);
/* Copies the rows of one entity into `a` and puts the copy in their place, to be changed; *ret_n rows, NULL for none. */
void *dossier_own_rows(struct dossier *d, enum entity_kind k, struct arena *a, size_t *ret_n);
/* The lock in force (not unlocked), or NULL. */
const struct lock *dossier_lock(const struct dossier *d);
/* True for what counts as an input: it has a number and is no note of the ceremony. A note that was turned into one keeps
 * its number, so that nobody else gets it, and is not counted. */
bool dossier_is_input(const struct contribution *c);
/* True when the two are one entry, or parts of one turn (a continuation hangs on the turn's first). */
bool dossier_same_turn(const struct contribution *a, const struct contribution *b);
/* The first entry of its turn: `c` itself, unless it goes on from one that is there. */
const struct contribution *dossier_turn_start(const struct dossier *d, const struct contribution *c);
/* A turn: answers, issues, agreements may hang on any part of it, and only its first entry has a row on paper. */
struct spoken_turn {
    const struct dossier *d;
    const struct id *first;
    bool goes_on;
};
struct spoken_turn dossier_turn(const struct dossier *d, const struct id *first);
/* True for the first entry and for what goes on from it. */
bool turn_has(const struct spoken_turn *t, const struct id *entry);

#endif
