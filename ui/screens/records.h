/* Two screens made from the data dictionary, used wherever people keep a list: the list of an entity's rows and
 * the form of one row. Each field stores by itself when it is left. */
#ifndef MUFAKAT_UI_SCREENS_RECORDS_H
#define MUFAKAT_UI_SCREENS_RECORDS_H

#include "model/dossier.h"
#include "ui/screen.h"

enum { RECORD_FIELDS_END = -1, RECORD_HEADING = -2 /* the next heading of `headings` */ };

/* A REF field of a form needs its choices; NULL for entities without one. Fills labels and ids, returns how many. */
typedef int record_choices(const struct dossier *d, int field, struct arena *a, const char ***ret_labels,
                           struct id **ret_ids);

/* Room for `n` choices behind the first one, which means none ("-"); returns n + 1. */
int record_no_choice(struct arena *a, size_t n, const char ***ret_labels, struct id **ret_ids);
/* People as choices of a REF field; the first one means nobody. */
record_choices record_people_choices;

/* How a row becomes one line of a list. Text may come from `a`. */
typedef const char *record_cell(const struct dossier *d, const void *record, int column, struct arena *a,
                                enum style *style);

struct record_column {
    const char *title; /* N_() */
    int width, share, fold;
    bool right;
};

struct record_spec {
    enum entity_kind entity;
    const char *title; /* of the list, N_() */
    const char *one;   /* of the form, N_() */
    const char *empty; /* what to do when the list is empty, N_() */
    const int *fields; /* of the form, ended by RECORD_FIELDS_END */
    const char *const *headings;
    record_choices *choices;
    const struct record_column *columns;
    int n_columns;
    record_cell *cell;
    bool numbered; /* column 0 is the row's place in the list, `cell` is not asked for it */
    bool movable;  /* rows have an order that people choose */
};

/* Opens the list of a spec (which must be static). */
void records_open(struct ui *u, const struct record_spec *spec);
/* Opens the form of one row; `fields` NULL: the spec's. The session row: its own id. */
void record_form_open(struct ui *u, const struct record_spec *spec, const struct id *row);

/* The form of a row that does not exist: it is stored with the first field that is written. */
void record_form_open_new(struct ui *u, const struct record_spec *spec, const struct id *row);

/* The same with the cursor on one field (-1: the first). */
void record_form_open_at(struct ui *u, const struct record_spec *spec, const struct id *row, int field);

extern const struct screen_class screen_records, screen_record_form;
extern const struct record_spec spec_legal_basis, spec_agenda, spec_issue, spec_signatory, spec_parked;

#endif
