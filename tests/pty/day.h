/* The practice day, typed: each stage takes the program from one screen to the next. What is typed comes from
 * data/contoh.json, so that nothing is written twice. */
#ifndef MUFAKAT_TESTS_PTY_DAY_H
#define MUFAKAT_TESTS_PTY_DAY_H

#include "tests/pty/drive.h"

struct day {
    struct pty *p;
    json_t *sample;
    char session[512]; /* path of the file that the program made */
};

/* From no session at all: first screen, the four questions. */
void day_begin(struct day *d);
/* F2: forms, legal bases, agenda, issues, signatories. */
void day_prepare(struct day *d);
/* F2: the invitation list of data/contoh-undangan.csv, its questions answered. */
void day_import(struct day *d);
/* Everybody of the sample who came is checked in. */
void day_check_in(struct day *d);
/* F3: the entries with marks, speakers, answers, wordings; the parking lot. */
void day_dialog(struct day *d);
/* F3 and F5: six agreements from marked entries, stances, the objection. */
void day_agree(struct day *d);
/* F6: the gate, reading aloud, the lock. */
void day_lock(struct day *d);

/* The participant of the sample with this id, and the longest plain word of a name (typed to find the person). */
json_t *day_person(const struct day *d, const char *id);
const char *day_name_word(const json_t *person);

#endif
