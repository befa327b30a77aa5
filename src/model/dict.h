/* The data dictionary at run time: the tables of entities.def and enums.def, and generic access to the
 * fields of a record. Pure data; no I/O. */
#ifndef MUFAKAT_MODEL_DICT_H
#define MUFAKAT_MODEL_DICT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "base/date.h"
#include "base/i18n.h"
#include "base/id.h"
#include "model/enums.def"
#include "model/entities.def"

/* --- enums --- */

#define DICT_V(constant, code, label) constant,
#define DICT_S(set) enum set##_value { ENUM_##set(DICT_V) set##_COUNT };
ENUM_LIST(DICT_S)
#undef DICT_S
#undef DICT_V

struct enum_value {
    const char *code;  /* permanent, lower case */
    const char *label; /* Indonesian words (untranslated: use _() on screens, as is on paper) */
};
struct enum_set {
    const char *name;
    const struct enum_value *v;
    int n;
};

#define DICT_S(set) ENUMSET_##set,
enum enum_set_id { ENUM_LIST(DICT_S) ENUMSET_COUNT };
#undef DICT_S

const struct enum_set *dict_enum(enum enum_set_id s);
/* Code of a value ("pengguna"); NULL for NONE or out of range. */
const char *dict_enum_code(enum enum_set_id s, int64_t value);
/* Words of a value; "" for NONE. */
const char *dict_enum_label(enum enum_set_id s, int64_t value);
/* The same for the screen, in its language. */
const char *dict_enum_words(enum enum_set_id s, int64_t value);
/* Value of a code, exact match; NONE when unknown. */
int64_t dict_enum_parse(enum enum_set_id s, const char *code);

/* --- entities and fields --- */

#define DICT_E(name, json, label) ENTITY_##name,
enum entity_kind { ENTITY_LIST(DICT_E) ENTITY_COUNT };
#undef DICT_E

/* One bit per entity: "what changed" for screens. */
#define BIT(entity) (1u << ENTITY_##entity)

enum field_type { TYPE_TEXT, TYPE_INT, TYPE_FLAG, TYPE_DATE, TYPE_TIME, TYPE_STAMP, TYPE_ENUM, TYPE_REF };

enum field_flag {
    FIELD_REQ = 1,    /* required */
    FIELD_PER = 2,    /* personal data: erasable, left out of public documents */
    FIELD_PUB = 4,    /* may be published */
    FIELD_PRN = 8,    /* printed in the berita acara: frozen while locked */
    FIELD_FREE = 16,  /* free text: searched for names and phones when published */
    FIELD_LINES = 32, /* several lines */
    FIELD_AUTO = 64   /* kept by the program, not in forms */
};

struct field {
    const char *name;  /* column, JSON key; permanent */
    const char *label; /* Indonesian words */
    enum field_type type;
    unsigned flags;
    int arg;       /* enum_set_id or entity_kind, else 0 */
    size_t offset; /* in the record's struct */
};

struct entity {
    const char *name; /* table */
    const char *json; /* key in the JSON file */
    const char *label;
    const struct field *fields; /* the last one is always the flag "deleted" */
    int n_fields;
    size_t size; /* of the record's struct */
};

/* Field numbers: participant_F_name etc.; the last is participant_F_deleted. */
#define DICT_F(entity, type, name, label, flags, arg) entity##_F_##name,
#define DICT_E(name, json, label) enum name##_field { FIELDS_##name(DICT_F) name##_F_deleted, name##_F_COUNT };
ENTITY_LIST(DICT_E)
#undef DICT_E
#undef DICT_F

const struct entity *dict_entity(enum entity_kind k);
/* The field `f` of entity `k`; asserts that it exists. */
const struct field *dict_field(enum entity_kind k, int f);
/* Entity or field by name; -1 when unknown. */
int dict_find_entity(const char *name);
int dict_find_field(enum entity_kind k, const char *name);

/* True when locking the text freezes the field: what the berita acara prints (FIELD_PRN). Making and deleting a
 * row (its last field) counts where anything of the entity is printed. */
bool dict_is_frozen(enum entity_kind k, int f);

/* --- generic access to a record --- */

/* A value as the change log knows it. Text and blob are borrowed. */
enum value_type { VALUE_NULL, VALUE_INT, VALUE_TEXT, VALUE_BLOB };
struct value {
    enum value_type type;
    int64_t i;
    const char *p;
    size_t n; /* bytes at p */
};

struct value value_null(void);
struct value value_int(int64_t i);        /* NONE gives null */
struct value value_text(const char *s);   /* NULL and "" give null */
struct value value_ref(const struct id *i); /* ID_NONE gives null; borrows *i as 16-byte blob */
bool value_eq(const struct value *a, const struct value *b);

/* The C value of a record's field, as stored in the file: text, int (flag, time, stamp as integers),
 * DATE as TEXT 'YYYY-MM-DD', ENUM as TEXT code, REF as BLOB(16). DATE text is written into `scratch`. */
struct value record_get(const void *record, enum entity_kind k, int f, char scratch[DATE_TEXT]);
/* The reverse: puts a stored value into the struct. Text is NOT copied: the pointer must live as long as
 * the record. False (field set to "not given") when the value does not fit the type. */
bool record_set(void *record, enum entity_kind k, int f, const struct value *v);
/* Sets every field to "not given" (numbers NONE, text NULL, ids ID_NONE). */
void record_init(void *record, enum entity_kind k);

#endif
