#include "config.h"

#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "tests/pty/drive.h"

enum { MOST_FIELDS = 40, MOST_CHOICES = 20, MOST_ARGS = 16, LABEL_SHOWN = 24 };

static char folder[256];

/* --- the sandbox --- */

void drive_init(void)
{
    const char *tmp = getenv("TMPDIR");
    snprintf(folder, sizeof folder, "%s/mufakat-pty-XXXXXX", tmp ? tmp : "/tmp");
    assert_non_null(mkdtemp(folder));
}

static int remove_one(const char *path, const struct stat *st, int type, struct FTW *at)
{
    (void)st;
    (void)type;
    (void)at;
    return remove(path);
}

void drive_done(void)
{
    nftw(folder, remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

const char *drive_path(const char *name)
{
    static char paths[8][512];
    static int next;
    char *path = paths[next++ % 8];
    snprintf(path, sizeof paths[0], "%s/%s", folder, name);
    return path;
}

/* --- the program --- */

static const char *program(void)
{
    static char path[512];
    const char *variant = getenv("MUFAKAT_PROGRAM"), *build = getenv("MUFAKAT_BUILDDIR");
    assert_true(variant || build);
    if (variant)
        snprintf(path, sizeof path, "%s", variant);
    else
        snprintf(path, sizeof path, "%s/mufakat", build);
    return path;
}

/* argv for execv: the program, then `args`. */
static char **argv_of(const char *const args[])
{
    static char *argv[MOST_ARGS + 2];
    int n = 0;
    argv[n++] = (char *)(uintptr_t)program();
    for (int i = 0; args && args[i]; i++) {
        assert_true(n <= MOST_ARGS);
        argv[n++] = (char *)(uintptr_t)args[i];
    }
    argv[n] = NULL;
    return argv;
}

/* Set in this process, for the program and the command line alike. */
static void set_surroundings(void)
{
    setenv("HOME", folder, 1);
    setenv("MUFAKAT_CONFIG_DIR", folder, 1);
    setenv("MUFAKAT_LANG", "id", 1);
    setenv("TZ", "Asia/Makassar", 1);
    setenv("MUFAKAT_TEST_CLOCK", "2026-11-12T07:40:00+08:00", 0);
}

struct pty *drive_start(const char *const args[], int rows, int cols, char *const env[])
{
    set_surroundings();
    struct pty *p = pty_start(argv_of(args), rows, cols, env);
    pty_sync(p);
    return p;
}

struct pty *drive_open(const char *session, int rows, int cols, char *const env[])
{
    const char *args[] = {"--proyektor", "tidak", session, NULL};
    return drive_start(args, rows, cols, env);
}

char *drive_run(int *ret_code, const char *const args[])
{
    int out[2], status;
    size_t n = 0, room = 4096;
    char *text = malloc(room);
    assert_int_equal(pipe(out), 0);
    assert_non_null(text);
    set_surroundings();
    char **argv = argv_of(args);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        int err = open(drive_path("err"), O_WRONLY | O_CREAT | O_TRUNC, 0600);
        dup2(out[1], STDOUT_FILENO);
        dup2(err, STDERR_FILENO);
        close(out[0]);
        execv(argv[0], argv);
        _exit(127);
    }
    close(out[1]);
    for (ssize_t got; (got = read(out[0], text + n, room - n - 1)) > 0;) {
        n += (size_t)got;
        if (room - n < 2)
            assert_non_null(text = realloc(text, room *= 2));
    }
    text[n] = '\0';
    close(out[0]);
    assert_int_equal(waitpid(child, &status, 0), child);
    int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    if (ret_code)
        *ret_code = code;
    else if (code != 0)
        fail_msg("mufakat %s ended with %d:\n%s", args[0], code, text);
    return text;
}

json_t *drive_data(const char *session)
{
    const char *args[] = {"data", session, NULL};
    json_error_t why;
    char *text = drive_run(NULL, args);
    json_t *data = json_loads(text, 0, &why);
    if (!data)
        fail_msg("data is no JSON: %s, line %d", why.text, why.line);
    free(text);
    return data;
}

void drive_practice(const char *session)
{
    const char *args[] = {"baru", session, "--contoh", NULL};
    free(drive_run(NULL, args));
}

void drive_assert_sound(const char *session)
{
    const char *args[] = {"periksa", session, NULL};
    free(drive_run(NULL, args));
}

/* --- typing --- */

void drive_keys(struct pty *p, const char *names)
{
    char copy[256], *rest = copy;
    assert_true(strlen(names) < sizeof copy);
    strcpy(copy, names);
    for (char *name; (name = strsep(&rest, " "));) {
        if (strlen(name) == 1)
            pty_type(p, name);
        else
            pty_key(p, name);
    }
}

void drive_line(struct pty *p, const char *text)
{
    pty_type(p, text);
    pty_key(p, "Enter");
}

void drive_expect(struct pty *p, const char *text)
{
    if (!pty_shows(p, text))
        pty_fail(p, "the screen does not show “%s”", text);
}

void drive_quit(struct pty *p)
{
    pty_key(p, "^Q");
    int code = pty_wait(p);
    if (code != 0)
        pty_fail(p, "the program ended with %d", code);
    pty_free(p);
}

/* --- forms --- */

/* "▸Label" with nothing but a star or a blank behind it; long labels are cut on the screen. */
static bool on_field(struct pty *p, const char *label)
{
    char mark[128];
    size_t n = strlen(label);
    bool cut = n > LABEL_SHOWN;
    snprintf(mark, sizeof mark, "▸%.*s", cut ? LABEL_SHOWN : (int)n, label);
    const char *at = pty_screen(p);
    while ((at = strstr(at, mark))) {
        at += strlen(mark);
        if (cut || strchr(" *\n", *at))
            return true;
    }
    return false;
}

static void go_to_field(struct pty *p, const char *label)
{
    static const char *const ways[] = {"Tab", "BackTab", "Tab"};
    for (size_t w = 0; w < sizeof ways / sizeof *ways; w++)
        for (int i = 0; i < MOST_FIELDS; i++) {
            if (on_field(p, label))
                return;
            pty_key(p, ways[w]);
        }
    pty_fail(p, "no field “%s” on the screen", label);
}

void drive_type_field(struct pty *p, const char *label, const char *value)
{
    static char backspaces[2048];
    memset(backspaces, 0x7f, sizeof backspaces);
    go_to_field(p, label);
    pty_send(p, "\033[1;5F\033OF", 9); /* Ctrl-End for a text, End for a line */
    pty_send(p, backspaces, sizeof backspaces);
    pty_send(p, value, strlen(value));
    pty_sync(p);
    if (!on_field(p, label))
        pty_fail(p, "typing left the field “%s”", label);
}

void drive_choose_field(struct pty *p, const char *label, const char *words)
{
    char shown[128];
    snprintf(shown, sizeof shown, "‹ %s ›", words);
    go_to_field(p, label);
    for (int i = 0; i < MOST_CHOICES; i++) {
        if (pty_shows(p, shown))
            return;
        pty_key(p, "Right");
    }
    pty_fail(p, "“%s” has no choice “%s”", label, words);
}

static const char *choice_words(const struct field *f, const json_t *v)
{
    if (f->type == TYPE_FLAG)
        return json_integer_value(v) ? "ya" : "tidak";
    const struct enum_set *set = dict_enum((enum enum_set_id)f->arg);
    for (int i = 0; i < set->n; i++)
        if (strcmp(set->v[i].code, json_string_value(v)) == 0)
            return set->v[i].label;
    fail_msg("no such code: %s", json_string_value(v));
    return NULL;
}

void drive_fill(struct pty *p, enum entity_kind k, const json_t *record, const char *const fields[])
{
    for (int i = 0; fields[i]; i++) {
        const json_t *v = json_object_get(record, fields[i]);
        int number = dict_find_field(k, fields[i]);
        assert_true(number >= 0);
        const struct field *f = dict_field(k, number);
        char digits[32];
        if (!v || json_is_null(v))
            continue;
        if (f->type == TYPE_ENUM || f->type == TYPE_FLAG) {
            drive_choose_field(p, f->label, choice_words(f, v));
        } else if (json_is_integer(v)) {
            snprintf(digits, sizeof digits, "%lld", (long long)json_integer_value(v));
            drive_type_field(p, f->label, digits);
        } else {
            drive_type_field(p, f->label, json_string_value(v));
        }
    }
}

/* --- JSON --- */

json_t *drive_find(const json_t *array, const char *key, const char *value)
{
    size_t i;
    json_t *x;
    json_array_foreach(array, i, x)
        if (strcmp(drive_text(x, key), value) == 0)
            return x;
    fail_msg("no record with %s = %s", key, value);
    return NULL;
}

const char *drive_text(const json_t *record, const char *key)
{
    const char *s = json_string_value(json_object_get(record, key));
    return s ? s : "";
}
