/* A person in front of the program: the verbs that whole-program tests share. They find fields and choices by the words on
 * the screen, as a person does, and wait for the program without sleeping. */
#ifndef MUFAKAT_TESTS_PTY_DRIVE_H
#define MUFAKAT_TESTS_PTY_DRIVE_H

#include <jansson.h>

#include "model/dict.h"
#include "tests/pty/pty.h"

/* A fresh folder for files, settings and papers; drive_done removes it with everything in it. */
void drive_init(void);
void drive_done(void);
/* "<folder>/<name>"; valid for the next eight calls. */
const char *drive_path(const char *name);

/* The program on a pty with these arguments (NULL at the end), the sandbox as home, Indonesian, 12 November 2026 07.40 at
 * the venue. `env` as in pty_start, may be NULL. */
struct pty *drive_start(const char *const args[], int rows, int cols, char *const env[]);
/* The same for one session file, with the question about the projector answered by an option. */
struct pty *drive_open(const char *session, int rows, int cols, char *const env[]);
/* Runs the command line to its end and returns its standard output (free it); standard error goes to the file "err" in the
 * sandbox. `ret_code` may be NULL: then anything but 0 fails the test. */
char *drive_run(int *ret_code, const char *const args[]);
/* `mufakat data`, parsed; json_decref it. */
json_t *drive_data(const char *session);
/* Makes the practice session at this path. */
void drive_practice(const char *session);
/* Fails unless `mufakat periksa` calls the session sound. */
void drive_assert_sound(const char *session);

/* Keys by name, separated by blanks: "Tab Down Enter". */
void drive_keys(struct pty *p, const char *names);
/* Types a line and presses Enter. */
void drive_line(struct pty *p, const char *text);
/* Fails with the screen unless it shows the text. */
void drive_expect(struct pty *p, const char *text);
/* Leaves with Ctrl-Q and checks that the program ended well. */
void drive_quit(struct pty *p);

/* In a form on the screen: goes to the field with this label and writes the value (what stood there goes). */
void drive_type_field(struct pty *p, const char *label, const char *value);
/* The same for a choice: turns until it shows these words. */
void drive_choose_field(struct pty *p, const char *label, const char *words);
/* Fills fields of a form from a record of `mufakat data`: `fields` names them, NULL at the end; absent ones are passed over. */
void drive_fill(struct pty *p, enum entity_kind k, const json_t *record, const char *const fields[]);

/* The record of an array whose `key` is this text; fails when there is none. */
json_t *drive_find(const json_t *array, const char *key, const char *value);
/* Text of a key; "" when absent. */
const char *drive_text(const json_t *record, const char *key);

#endif
