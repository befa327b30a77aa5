/* Attendance: present, absent, "diwakili oleh ...", a walk-in in one line, latecomers in a batch.
 */
#ifndef MUFAKAT_APP_CHECK_IN_H
#define MUFAKAT_APP_CHECK_IN_H

#include "app/app.h"

/* One person. attendance_hadir stamps arrived_at unless one is there; the others clear it. */
struct check_in_args {
    struct id participant;
    int64_t attendance; /* enum attendance; default ATTENDANCE_HADIR */
    int64_t at;         /* UTC ms; NONE: the job's time */
    int64_t channel;    /* enum channel; NONE: left as it is */
};
struct check_in_args *check_in_job(struct app *a, struct job **ret);

/* Somebody came for an invited row. An office without a person: the name goes into that row, which
 * is then present. A named person: a new row that `represents` the old one, which becomes DIWAKILI.
 */
struct represent_args {
    struct id invited;
    const char *name;                    /* required */
    const char *position, *organization; /* NULL: as the invited row (a new person gets no
                                            position from it) */
    int64_t sex;
    const char *phone;
    int64_t at;
    struct id ret_participant; /* who is present now */
    int64_t ret_number;
};
struct represent_args *represent_job(struct app *a, struct job **ret);

/* A person who was not on the list, present at once. */
struct walk_in_args {
    const char *name; /* required */
    const char *position, *organization, *phone;
    int64_t unsur, sex;
    int64_t role; /* default ROLE_PESERTA */
    int64_t channel;
    int64_t at;
    struct id row; /* minted with the job */
    int64_t ret_number;
};
struct walk_in_args *walk_in_job(struct app *a, struct job **ret);
/* Reads "Siti Aminah, S.Pd., P, Ketua PKK, Desa Banjar Asri, OMS, 0812..." into the arguments (text
 * in `ar`): parts by comma or semicolon; degrees stay with the name; L/P, a phone and a word for an
 * unsur are known anywhere; the first other part is the position, the next the organization (one
 * alone: the organization). False without a name. */
bool walk_in_read(const char *typed, struct arena *ar, struct walk_in_args *x);

/* "7 12 15-18 pukul 09.10": numbers on the paper list that came late. All or none: an unknown
 * number is ERR_INPUT and named. Those already present keep their time. The list is on paper, so
 * they are marked from_paper. */
struct late_arrivals_args {
    const char *typed;
    int64_t ret_marked;  /* newly present */
    int64_t ret_already; /* were present before */
};
struct late_arrivals_args *late_arrivals_job(struct app *a, struct job **ret);

#endif
