/* An office's list of invited people -> a plan: what would happen to each row, and why. Pure.
 * Mapping rules and the mess they stand for: domain 3.3, 13; sample-session 8. Nothing ambiguous is
 * decided silently: it is asked, and without an answer the field stays empty (unsur, damaged phone,
 * name) or the row is left out (duplicate). */
#ifndef MUFAKAT_MODEL_PEOPLE_CSV_H
#define MUFAKAT_MODEL_PEOPLE_CSV_H

#include "base/arena.h"
#include "base/err.h"
#include "model/records.h"

/* A table of strings, as read from a file or pasted. */
struct sheet_row {
    size_t line; /* 1-based row of the table, as a spreadsheet counts */
    const char **cells;
    size_t n;
};
struct sheet {
    struct sheet_row *v;
    size_t n;
};

enum people_column {
    COLUMN_NO,
    COLUMN_NAME,
    COLUMN_OTHER_NAMES,
    COLUMN_POSITION,
    COLUMN_ORGANIZATION,
    COLUMN_ADDRESS, /* stands in for the organisation when there is no such column */
    COLUMN_UNSUR,
    COLUMN_SEX,
    COLUMN_PHONE,
    COLUMN_NIP,
    COLUMN_NOTE,
    COLUMN_COUNT
};

enum people_action {
    PEOPLE_NEW,    /* baru: a participant is added */
    PEOPLE_SAME,   /* sama: already there, nothing to do */
    PEOPLE_CHANGE, /* ubah: already there; empty fields get filled */
    PEOPLE_SKIP,   /* lewati: title, blank, section or total row, one that the session would refuse */
    PEOPLE_ASK     /* tanya: likely the same person as another one; left out until answered */
};

enum people_question {                       /* bits */
                       PEOPLE_ASK_UNSUR = 1, /* blank, unknown, or fits two */
                       PEOPLE_ASK_PHONE = 2, /* damaged (scientific notation, too short ...) */
                       PEOPLE_ASK_DUPLICATE =
                           4,                 /* likely the same as `like_row` or `like_person` */
                       PEOPLE_ASK_PERSON = 8, /* an office; KET names who comes: `proposed_name` */
                       PEOPLE_ASK_DIFFERS =
                           16 /* file and session differ; the session's value stays: `differs` */
};

/* What the user decided for one row of the file, by its line number. Absent = not answered. */
struct people_answer {
    size_t line;
    int64_t unsur;      /* enum unsur, NONE: none given */
    bool take_name;     /* PEOPLE_ASK_PERSON: yes, this person comes for the office */
    bool not_duplicate; /* PEOPLE_ASK_DUPLICATE: another person of the same name: add */
    bool take_file;     /* PEOPLE_ASK_DIFFERS: the file is right */
};

struct people_row {
    size_t line;
    enum people_action action;
    unsigned asks; /* PEOPLE_ASK_* bits still open */
    struct participant
        p; /* what would be stored; id of the existing row for SAME and CHANGE, else ID_NONE */
    uint64_t fields;       /* bit f: participant field f would be written (NEW, CHANGE) */
    const char *reason;    /* words for the preview, translated; "" when there is nothing to say */
    const char *raw_unsur; /* as in the file */
    int64_t unsur_choices[2];  /* PEOPLE_ASK_UNSUR: the likely ones; NONE */
    const char *proposed_name; /* PEOPLE_ASK_PERSON */
    const char *print_name;    /* a tidier form of the name's degrees, offered, never taken; NULL */
    size_t like_row;           /* PEOPLE_ASK_DUPLICATE: line of the earlier row; 0: none */
    struct id like_person;     /* or the participant already in the session */
    const char *differs;       /* PEOPLE_ASK_DIFFERS: the fields, in words */
};

struct people_plan {
    struct people_row *v;
    size_t n;
    size_t header_line;       /* where the header row was found */
    int column[COLUMN_COUNT]; /* index in a row; -1: not in the file */
    size_t n_by_action[PEOPLE_ASK + 1];
    size_t n_open; /* rows with something to ask */
};

/* Finds the header (a row with a name column and at least one other known column, within the first
 * 30) and plans every row after it. ERR_INPUT in words when there is none. Planning what was just
 * imported gives only SAME, SKIP and ASK: running twice changes nothing. The plan lives in `a`. */
enum err_code people_plan(const struct sheet *s, const struct participant *existing,
                          size_t n_existing, const struct people_answer *answers, size_t n_answers,
                          struct arena *a, struct people_plan *ret, struct err *e) MUST_CHECK;
/* "baru", "sama", "ubah", "lewati", "tanya". Translated. */
const char *people_action_words(enum people_action x);
/* One closing line: "26 baru, 0 sama, ... 5 perlu ditanyakan". Translated. */
const char *people_plan_words(const struct people_plan *p, struct arena *a);

/* Parts, for tests and the walk-in line. */
/* Column of a header cell; -1 when unknown. */
int people_column_of(const char *header);
/* Unsur of a free word (domain 3.3). Two likely ones in `ret_choices` (else NONE, NONE) when it
 * must be asked and NONE is returned. */
int64_t people_unsur_of(const char *typed, int64_t ret_choices[2]);
/* L, Lk, Laki-laki, Pria, P, Pr, Perempuan, Wanita; NONE otherwise. */
int64_t people_sex_of(const char *typed);

#endif
