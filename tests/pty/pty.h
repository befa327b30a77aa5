/* A program under test on a real pseudo-terminal, with libvterm as its screen. No sleeps: `pty_sync`
 * sends a private key that the program answers with a numbered OSC once input, queue and keeper are empty and
 * the screen is painted (MUFAKAT_TEST_SYNC, ui/term.c). Every function fails the cmocka test when the
 * program has died unexpectedly or does not answer within a generous limit. */
#ifndef MUFAKAT_TESTS_PTY_H
#define MUFAKAT_TESTS_PTY_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

struct pty;

/* Starts argv[0] with a terminal of that size. `env` lists "NAME=value" to add (NULL-ended, may be
 * NULL); TERM=xterm-256color, LC_ALL=C.UTF-8 and MUFAKAT_TEST_SYNC=1 are set unless given. Waits for nothing. */
struct pty *pty_start(char *const argv[], int rows, int cols, char *const env[]);
/* Sends raw bytes without waiting. */
void pty_send(struct pty *p, const char *bytes, size_t n);
/* Types text, or presses a named key ("Enter", "Esc", "Tab", "Up", "F3", "^K", "PgDn" ...), then pty_sync. */
void pty_type(struct pty *p, const char *text);
void pty_key(struct pty *p, const char *name);
/* Pastes with bracketed paste marks, then pty_sync. */
void pty_paste(struct pty *p, const char *text);
/* Waits until the program has taken all that was sent, stored and painted it. */
void pty_sync(struct pty *p);
/* The same in two steps, for tests that kill in between: sends the key; tells whether all keys sent are answered. */
void pty_sync_begin(struct pty *p);
bool pty_synced(struct pty *p);
/* Changes the window size (SIGWINCH), then pty_sync. */
void pty_resize(struct pty *p, int rows, int cols);
/* The screen as lines of text; trailing blanks cut. Valid until the next call. */
const char *pty_screen(struct pty *p);
bool pty_shows(struct pty *p, const char *text);
/* Fails the test with these words and the screen. */
void pty_fail(struct pty *p, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
/* Pumps until the screen shows the text; fails the test after 20 s with the screen in the message. */
void pty_await(struct pty *p, const char *text);
/* Style of a cell: bit 1 bold, 2 underline, 4 reverse, 8 has a colour. */
unsigned pty_style(struct pty *p, int row, int col);
/* True while the program has asked for bracketed paste. */
bool pty_paste_marks(const struct pty *p);
void pty_cursor(struct pty *p, int *row, int *col, bool *visible);
/* Bytes that the program has sent so far. */
size_t pty_bytes(const struct pty *p);
/* Reads what comes until nothing does for `ms` or the program ends; for tests about timing. */
void pty_pump(struct pty *p, int ms);
pid_t pty_pid(const struct pty *p);
bool pty_running(struct pty *p);
/* Waits for the end and returns the exit status as a shell would (128+signal). */
int pty_wait(struct pty *p);
/* Kills by this signal and reaps. */
void pty_kill(struct pty *p, int signal);
/* Frees; kills with SIGKILL when it still runs. NULL is fine. */
void pty_free(struct pty *p);

#endif
