/* Copies of a session: whole, checked, in place of an old one only when told; and made by a second run of the program. */
#include "config.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <dirent.h>
#include <limits.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "app/copy_child.h"
#include "app/own_child.h"
#include "tests/app/fixture.h"

/* A new folder, as a stick would be. */
static const char *stick(struct fixture *f)
{
    const char *folder = fixture_inside(f, "stik");
    assert_int_equal(mkdir(folder, 0700), 0);
    return folder;
}

static int files_in(const char *folder)
{
    int n = 0;
    DIR *d = opendir(folder);
    assert_non_null(d);
    for (struct dirent *x; (x = readdir(d)) != NULL;)
        n += strcmp(x->d_name, ".") != 0 && strcmp(x->d_name, "..") != 0;
    closedir(d);
    return n;
}

static enum err_code copy(struct fixture *f, const char *target, bool replace, struct copy_result *ret)
{
    const struct copy_request in = {.target = target, .replace = replace};
    return copy_session(f->app, &in, f->arena, ret, &f->err);
}

/* Equal to the session but for its drafts. */
static void assert_same_session(struct fixture *f, const char *path)
{
    struct app_options o = fixture_options();
    struct app *own = f->app;
    struct draft *v;
    size_t n;
    char *want = strdup(fixture_picture(f));
    assert_int_equal(app_open(path, &o, &f->app, &f->err), ERR_NONE);
    assert_int_equal(read_drafts(f->app, f->arena, &v, &n, &f->err), ERR_NONE);
    assert_int_equal(n, 0);
    assert_string_equal(fixture_picture(f), want);
    app_close(f->app);
    f->app = own;
    free(want);
}

/* --- here --- */

static void copy__is_whole_and_replaces_only_when_told(void **state)
{
    struct fixture *f = *state;
    struct copy_result r;
    char *target = strdup(fixture_inside(f, "salinan.fkp"));
    app_post_draft(f->app, "dialog.capture", "rahasia");
    if (copy(f, f->folder, false, &r) != ERR_INPUT)
        fail_msg("copied over itself: %s", f->err.text);
    if (copy(f, target, false, &r))
        fail_msg("%s (%s)", f->err.text, f->err.detail);
    assert_string_equal(r.path, target);
    assert_true(r.size > 0);
    assert_int_equal(copy(f, target, false, &r), ERR_CONFLICT);
    assert_int_equal(copy(f, target, true, &r), ERR_NONE);
    assert_int_not_equal(copy(f, fixture_inside(f, "tidak/ada/x.fkp"), false, &r), ERR_NONE);
    assert_same_session(f, target);
    free(target);
}

struct stopper {
    int told, stop_at;
};

static bool told(void *ctx, enum copy_step step, int percent)
{
    struct stopper *s = ctx;
    (void)step;
    assert_true(percent >= -1 && percent <= 99);
    return s->told++ != s->stop_at;
}

static void copy__stopped_at_any_step_leaves_nothing(void **state)
{
    struct fixture *f = *state;
    const char *folder = stick(f);
    struct stopper s = {.stop_at = -1};
    const struct copy_watch watch = {told, &s};
    const struct copy_request in = {.target = folder, .replace = true, .watch = &watch};
    struct copy_result r;
    assert_int_equal(copy_session(f->app, &in, f->arena, &r, &f->err), ERR_NONE);
    int steps = s.told;
    assert_true(steps >= 3); /* written, checked, flushed */
    assert_int_equal(unlink(r.path), 0);
    for (int i = 0; i < steps; i++) {
        s = (struct stopper){.stop_at = i};
        assert_int_equal(copy_session(f->app, &in, f->arena, &r, &f->err), ERR_BUSY);
        assert_int_equal(files_in(folder), 0);
    }
    assert_int_equal(fixture_load(f)->agreement.n, 6); /* and the session goes on */
}

/* A bad stick: what has been written there is not what comes back. Of several places, for what stands in one page may
 * be of no use to anybody. */
static bool spoil(void *ctx, enum copy_step step, int percent)
{
    (void)percent;
    if (step != COPY_CHECKING)
        return true;
    DIR *d = opendir(ctx);
    assert_non_null(d);
    for (struct dirent *x; (x = readdir(d)) != NULL;) {
        char path[PATH_MAX];
        static const char other[512] = "another text";
        if (x->d_name[0] != '.' || strlen(x->d_name) < 3)
            continue;
        snprintf(path, sizeof path, "%s/%s", (const char *)ctx, x->d_name);
        FILE *f = fopen(path, "r+b");
        assert_non_null(f);
        for (int page = 80; page < 120; page += 4) {
            assert_int_equal(fseek(f, page * 4096L, SEEK_SET), 0);
            assert_int_equal(fwrite(other, sizeof other, 1, f), 1);
        }
        assert_int_equal(fclose(f), 0);
    }
    closedir(d);
    return true;
}

static void copy__that_reads_back_otherwise_is_thrown_away(void **state)
{
    struct fixture *f = *state;
    char *folder = strdup(stick(f));
    const struct copy_watch watch = {spoil, folder};
    const struct copy_request in = {.target = folder, .watch = &watch};
    struct copy_result r;
    assert_int_equal(copy_session(f->app, &in, f->arena, &r, &f->err), ERR_CORRUPT);
    assert_non_null(strstr(f->err.text, "tidak utuh"));
    assert_int_equal(files_in(folder), 0);
    free(folder);
}

static void copy__with_papers_writes_them_beside_it(void **state)
{
    struct fixture *f = *state;
    const struct copy_request in = {.target = stick(f), .papers = true};
    struct copy_result r;
    if (copy_session(f->app, &in, f->arena, &r, &f->err))
        fail_msg("%s (%s)", f->err.text, f->err.detail);
    assert_int_equal(files_in(in.target), 3);
}

/* --- by a second run --- */

/* Listens until it has ended. */
static struct copy_news listen(struct copy_child *c)
{
    struct copy_news news = {0};
    struct pollfd fd = {.fd = copy_child_fd(c), .events = POLLIN};
    while (!news.ended) {
        assert_int_equal(poll(&fd, 1, 20000), 1);
        copy_child_hear(c, &news);
    }
    return news;
}

static struct copy_child *start(struct fixture *f, const char *target, bool replace)
{
    struct copy_child *c;
    const struct copy_request in = {.target = target, .replace = replace};
    if (copy_child_start(f->app, &in, &c, &f->err))
        fail_msg("%s (%s)", f->err.text, f->err.detail);
    return c;
}

/* A program that does something else than copying. */
static void use_script(struct fixture *f, const char *body)
{
    const char *path = fixture_inside(f, "program");
    FILE *out = fopen(path, "w");
    assert_non_null(out);
    fprintf(out, "#!/bin/sh\n%s\n", body);
    assert_int_equal(fclose(out), 0);
    assert_int_equal(chmod(path, 0755), 0);
    setenv("MUFAKAT_PROGRAM", path, 1);
}

static void copy_child__copies_while_the_session_is_open(void **state)
{
    struct fixture *f = *state;
    char *target = strdup(fixture_inside(f, "salinan.fkp"));
    struct copy_child *c = start(f, target, false);
    struct copy_news news = listen(c);
    if (news.err.code)
        fail_msg("%s (%s)", news.err.text, news.err.detail);
    assert_int_equal(news.step, COPY_FLUSHING);
    copy_child_free(c);
    assert_same_session(f, target);
    free(target);
}

static void copy_child__says_in_words_why_not(void **state)
{
    struct fixture *f = *state;
    struct copy_child *c = start(f, fixture_inside(f, "tidak/ada/x.fkp"), false);
    struct copy_news news = listen(c);
    assert_int_not_equal(news.err.code, ERR_NONE);
    assert_non_null(strstr(news.err.text, "Folder tujuan"));
    assert_null(strstr(news.err.text, "mufakat:"));
    copy_child_free(c);
}

static void copy_child__given_up_leaves_nothing_and_ends(void **state)
{
    struct fixture *f = *state;
    const char *folder = stick(f);
    for (int i = 0; i < 20; i++) {
        struct copy_child *c = start(f, folder, true);
        struct pollfd fd = {.fd = copy_child_fd(c), .events = POLLIN};
        int kept = dup(fd.fd); /* its end is heard here, after it has been given up */
        if (i % 2)
            assert_int_equal(poll(&fd, 1, 20000), 1); /* it has begun */
        copy_child_free(c);
        char piece[256];
        fd.fd = kept;
        do
            assert_int_equal(poll(&fd, 1, 20000), 1);
        while (read(kept, piece, sizeof piece) > 0);
        close(kept);
        unlink(fixture_inside(f, "stik/latihan.fkp")); /* it may have been ready before it heard */
        assert_int_equal(files_in(folder), 0);
    }
    for (int i = 0; i < 1000 && waitid(P_ALL, 0, &(siginfo_t){0}, WEXITED | WNOHANG | WNOWAIT) == 0; i++) {
        own_child_free(NULL); /* asks after those that had not ended */
        usleep(5000);
    }
    assert_int_equal(waitid(P_ALL, 0, &(siginfo_t){0}, WEXITED | WNOHANG | WNOWAIT), -1); /* no dead process is left */
}

static void copy_child__that_falls_is_told(void **state)
{
    struct fixture *f = *state;
    static const char *const bodies[] = {"kill -9 $$", "exit 1", "echo maju 1 50; exit 0", "echo jadi 1; exit 1"};
    for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++) {
        use_script(f, bodies[i]);
        struct copy_child *c = start(f, fixture_inside(f, "x.fkp"), false);
        struct copy_news news = listen(c);
        assert_int_equal(news.err.code, ERR_IO);
        assert_non_null(strstr(news.err.text, "berhenti di tengah jalan"));
        copy_child_free(c);
    }
    setenv("MUFAKAT_PROGRAM", fixture_inside(f, "tidak-ada"), 1);
    struct copy_child *c;
    const struct copy_request in = {.target = f->folder};
    assert_int_equal(copy_child_start(f->app, &in, &c, &f->err), ERR_NOTFOUND);
}

#define T(f) cmocka_unit_test_setup_teardown(f, fixture_practice_setup, fixture_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        T(copy__is_whole_and_replaces_only_when_told),
        T(copy__stopped_at_any_step_leaves_nothing),
        T(copy__that_reads_back_otherwise_is_thrown_away),
        T(copy__with_papers_writes_them_beside_it),
        T(copy_child__copies_while_the_session_is_open),
        T(copy_child__says_in_words_why_not),
        T(copy_child__given_up_leaves_nothing_and_ends),
        T(copy_child__that_falls_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
