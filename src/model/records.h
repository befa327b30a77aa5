/* One C struct per kind of record, made from the dictionary: struct participant, struct agreement, ...
 * Text is borrowed from the arena the record was loaded into; NULL when not given. */
#ifndef MUFAKAT_MODEL_RECORDS_H
#define MUFAKAT_MODEL_RECORDS_H

#include "model/dict.h"

#define MEMBER_TEXT(n) const char *n;
#define MEMBER_INT(n) int64_t n;
#define MEMBER_FLAG(n) int64_t n;
#define MEMBER_DATE(n) int64_t n;
#define MEMBER_TIME(n) int64_t n;
#define MEMBER_STAMP(n) int64_t n;
#define MEMBER_ENUM(n) int64_t n;
#define MEMBER_REF(n) struct id n;

#define DICT_F(entity, type, name, label, flags, arg) MEMBER_##type(name)
#define DICT_E(name, json, label) \
    struct name { \
        struct id id; \
        FIELDS_##name(DICT_F) \
        int64_t deleted; \
    };
ENTITY_LIST(DICT_E)
#undef DICT_E
#undef DICT_F

/* True only for a flag that is set (NONE counts as no). */
#define IS_SET(flag) ((flag) == 1)

#endif
