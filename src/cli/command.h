/* What the files of the command line share: the table's rows, the arguments of one call, printing.
 */
#ifndef MUFAKAT_CLI_COMMAND_H
#define MUFAKAT_CLI_COMMAND_H

#include "app/app.h"
#include "base/arena.h"
#include "base/buf.h"

enum exit_code { EXIT_DONE = 0, EXIT_FAILED = 1, EXIT_USAGE = 2, EXIT_RULE = 3 };

struct cli_option {
    const char *name;    /* "dokumen" */
    const char *english; /* "document" */
    const char *value;   /* "NAMA"; NULL: a switch */
    const char *help;    /* N_() */
};

#define CLI_OPTIONS 10
struct cli_call;
struct cli_command {
    const char *name, *english;
    const char *args; /* "FILE.fkp [SIDIK]" */
    int min_args, max_args;
    const char *summary;                    /* N_() */
    struct cli_option options[CLI_OPTIONS]; /* ended by a NULL name */
    int (*run)(struct cli_call *c);
    void (*more_help)(void); /* prints what help says after the options; NULL: nothing */
};

struct cli_call {
    const struct cli_command *command;
    char **args;
    int n_args;
    const char *values[CLI_OPTIONS]; /* NULL: not given; "" for a switch that is given */
    struct arena *arena;
};

extern const struct cli_command command_new, command_import, command_export, command_pack, command_data,
    command_lock, command_verify, command_history, command_copy, command_erase;

/* Value of an option by its (Indonesian) name; NULL when not given. */
const char *cli_value(const struct cli_call *c, const char *option);
/* Options for app_open and app_create, with the system's clock. */
struct app_options cli_app_options(bool read_only);
enum cli_opening { CLI_READS, CLI_WRITES, CLI_WRITES_IF_IT_CAN };
/* Opens the session that the first argument names; prints why not and returns NULL. */
struct app *cli_open(struct cli_call *c, enum cli_opening how, int *ret_exit);

/* --- printing: everything passes text_visible --- */

/* What was asked for, to stdout. */
void cli_print(const char *fmt, ...) PRINTF_LIKE(1, 2);
/* Bytes that are already fit for a file (JSON), to stdout. */
void cli_write(const char *p, size_t n);
/* A message, one line, to stderr. */
void cli_say(const char *fmt, ...) PRINTF_LIKE(1, 2);
/* Says an error and gives its exit code. */
int cli_fail(const struct err *e);
/* Says what is wrong with the call and where help is; EXIT_USAGE. */
int cli_wrong(const struct cli_call *c, const char *fmt, ...) PRINTF_LIKE(2, 3);
/* --- for the program that started this one (app/make_child.c); told.c --- */

/* A descriptor that becomes readable when somebody wants to stop: `told`: the end of the pipe from the caller; else
 * Ctrl-C and its like. */
int cli_listen_for_stop(bool told);
void cli_tell_step(void *ctx, int done, int all, const char *name);
void cli_tell_notes(const char *notes); /* a line each */
void cli_tell_done(bool flushed, const char *path);

/* Flushes stdout: the given code, or EXIT_FAILED with a sentence when not everything could be
 * written. */
int cli_end(int code);

#endif
