/* A folder of its own for a test, and small verbs over a session in it. Shared by the crash tests. */
#ifndef MUFAKAT_TESTS_CRASH_SANDBOX_H
#define MUFAKAT_TESTS_CRASH_SANDBOX_H

#include "app/app.h"

/* Makes a fresh folder (under $TMPDIR or /tmp) and returns its path; sandbox_remove deletes all of it. */
const char *sandbox_make(void);
void sandbox_remove(void);
/* "<folder>/<name>"; lives until the next sandbox_remove. */
const char *sandbox_path(const char *name);
/* Copies every file of one folder of the sandbox into another (emptied first). */
void sandbox_copy_folder(const char *from, const char *to);

/* A new session with one present participant of every unsur and a running discussion item. */
struct app *session_make(const char *path);
struct app *session_open(const char *path);
/* A job that stores the entry "catatan <n> ...". */
struct job *session_entry(struct app *a, int n);
/* How many live entries carry number `n` in their text; every entry is checked to be whole. */
int session_count(struct app *a, int n);
/* Fails the cmocka test unless `periksa` finds nothing wrong. */
void session_assert_sound(struct app *a);

#endif
