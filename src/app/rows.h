/* Ordered lists of rows, whatever the entity: add, delete, move. */
#ifndef MUFAKAT_APP_ROWS_H
#define MUFAKAT_APP_ROWS_H

#include "app/app.h"

/* A new row of any entity that people make by hand (legal_basis, participant, agenda, issue,
 * document, signatory, parked, ...). `number` or `ord` is given here (MAX + 1; numbers are never
 * reused). A row of that id that was taken back by an undo comes back with what is given here. */
struct add_row_args {
    enum entity_kind entity;
    void *record;  /* the entity's struct in the job's arena, already record_init; fill it */
    struct id row; /* minted with the job; in `record` too */
};
struct add_row_args *add_row_job(struct app *a, enum entity_kind entity, struct job **ret);

/* Marks a row as deleted. Its own link rows go with it (issues of a note, origins and stances of an
 * agreement); any other live row that refers to it is ERR_RULE: the text says which. */
struct delete_row_args {
    enum entity_kind entity;
    struct id row;
};
struct delete_row_args *delete_row_job(struct app *a, struct job **ret);

/* Moves a row of an `ord` list (legal_basis, agenda, document, signatory), or a participant as long
 * as the numbers are not fixed, to position `to` (0 = first) among the live rows. Other entities
 * keep their numbers: ERR_RULE. */
struct move_row_args {
    enum entity_kind entity;
    struct id row;
    int64_t to;
};
struct move_row_args *move_row_job(struct app *a, struct job **ret);

#endif
