/* Rows of a dossier made by hand, everything "not given", with ids that follow from a letter and a number. */
#ifndef MUFAKAT_TESTS_MODEL_ROWS_H
#define MUFAKAT_TESTS_MODEL_ROWS_H

#include "model/dossier.h"

/* E.g. row_id('p', 3). */
static inline struct id row_id(char letter, int number)
{
    struct id i = ID_NONE;
    i.b[0] = (uint8_t)letter;
    i.b[15] = (uint8_t)number;
    return i;
}

/* `count` rows of one kind, numbered from 1. */
#define ROWS(d, entity, letter, count)                                                             \
    do {                                                                                           \
        (d)->entity.n = (count);                                                                   \
        (d)->entity.v = ARENA_ARRAY((d)->arena, struct entity, (count));                           \
        for (size_t i_ = 0; i_ < (count); i_++) {                                                  \
            record_init(&(d)->entity.v[i_], ENTITY_##entity);                                      \
            (d)->entity.v[i_].id = row_id((letter), (int)i_ + 1);                                  \
        }                                                                                          \
    } while (0)

#endif
