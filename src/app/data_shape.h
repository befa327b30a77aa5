/* The shape of a session as JSON: what the dictionary does not say by itself. Shared by the writer,
 * the reader and the program that makes docs/FORMAT.md. */
#ifndef MUFAKAT_APP_DATA_SHAPE_H
#define MUFAKAT_APP_DATA_SHAPE_H

#include "model/dossier.h"

#define DATA_FORMAT "mufakat-data"
#define DATA_VERSION 1 /* raised when a reader of today could misread the file */

/* Link rows do not stand in lists of their own: they are arrays of ids inside one of their ends. */
struct data_link {
    enum entity_kind link; /* the entity of link rows */
    int host_field;        /* its REF to the row that carries the array */
    int other_field;       /* its REF to the rows named in it */
    enum entity_kind host;
    const char *key; /* "issues" */
};
extern const struct data_link data_links[];
extern const int n_data_links;

/* The link that is carried by `host` under `key`; NULL when there is none. */
const struct data_link *data_link_find(enum entity_kind host, const char *key);
/* True for entities whose rows are links. */
bool data_is_link(enum entity_kind k);
/* Keys that `data` writes for people and other programs and that reading passes over: "present" of
 * a participant. `host` -1: keys of the whole object ("summary", "log" ...). */
bool data_is_derived(int host, const char *key);

#endif
