/* What a person typed into a form or gave to a command, for a field of the dictionary -> the stored
 * value, or a sentence about what is wrong and what is expected. The only place that knows how
 * values look to people. */
#ifndef MUFAKAT_MODEL_VALIDATE_H
#define MUFAKAT_MODEL_VALIDATE_H

#include "base/arena.h"
#include "base/err.h"
#include "model/records.h"

struct validate_context {
    int64_t today;  /* day at the venue: dates without a year, times without a day */
    enum zone zone; /* of the venue, for stamps */
};

/* Reads `typed` (NULL or blank = not given, refused for required fields). *ret is as record_get
 * would give it (dates ISO text, enums codes, flags 0/1); its bytes live in `a`. Dates day first;
 * times 09.31; whole numbers with dots as thousands; enums by code or by the beginning of their
 * words; flags ya/tidak. ERR_INPUT with words otherwise. *ret_hint (may be NULL) becomes a sentence
 * when the value is taken but looks odd (phone, NIP), else NULL. A phone is stored as +62..., a NIP
 * in groups; what was typed goes to phone_raw by the caller. REF fields are chosen from lists: only
 * an id in text form is read here. */
enum err_code validate_field(enum entity_kind k, int f, const char *typed,
                             const struct validate_context *c, struct arena *a, struct value *ret,
                             const char **ret_hint, struct err *e) MUST_CHECK;
/* The same checks for a value that is already typed (JSON, import): ranges, lengths, known codes.
 */
enum err_code validate_value(enum entity_kind k, int f, const struct value *v,
                             struct err *e) MUST_CHECK;
/* How a field of a record looks in a form: what validate_field reads back to the same value (stamps
 * to the minute). Words of enums and yes/no are translated. "" when not given; REF gives "". */
const char *validate_show(const void *record, enum entity_kind k, int f,
                          const struct validate_context *c, struct arena *a);
/* What the papers take where the field is empty (value of an enum, or a number); NONE: nothing. */
int64_t validate_usual(enum entity_kind k, int f);
/* What is expected there, for the hint line of a form ("tanggal, misalnya 12-11-2026"). Translated;
 * "" for free text. */
const char *validate_expects(enum entity_kind k, int f, struct arena *a);
/* The first required field, at `from` or behind it, that is not given; -1 when there is none. */
int validate_missing(const void *record, enum entity_kind k, int from);

#endif
