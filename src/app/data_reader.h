/* Inside of data_read.c (lists, ids, links) and data_read_field.c (the fields of a row). */
#ifndef MUFAKAT_APP_DATA_READER_H
#define MUFAKAT_APP_DATA_READER_H

#include <jansson.h>

#include "model/dossier.h"

struct reader {
    struct arena *arena;
    struct dossier *d;
    json_t *ids;    /* word -> index in `id` as integer */
    struct id *id;  /* all rows' ids */
    int *id_entity; /* and what they are ids of */
    size_t n_ids;
    int64_t now;
    struct err *e;
};

/* Where a value stands, for messages: participants[3].unsur (rows counted from 1). */
struct place {
    enum entity_kind k;
    size_t row;
    const char *key;
};

/* Says what is wrong and where; ERR_INPUT. `why` is translated. */
enum err_code data_refuse(struct reader *r, const struct place *at, const char *why);
/* The row that `value` names, which must be of this entity. */
enum err_code data_find_id(struct reader *r, const struct place *at, int entity,
                           const json_t *value, struct id *ret) MUST_CHECK;
/* All fields of a row into its struct; leaves out what is counted or stands elsewhere. */
enum err_code data_read_fields(struct reader *r, struct place *at, json_t *row, void *record) MUST_CHECK;

#endif
