#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <unistd.h>

#include "base/file.h"

static char sandbox[PATH_MAX];

/* Path of a name in the sandbox; four at a time. */
static const char *at(const char *name)
{
    static char paths[4][2 * PATH_MAX];
    static int next;
    char *p = paths[next++ % 4];
    snprintf(p, sizeof paths[0], "%s/%s", sandbox, name);
    return p;
}

static int make_sandbox(void **state)
{
    (void)state;
    const char *tmp = getenv("TMPDIR");
    snprintf(sandbox, sizeof sandbox, "%s/mufakat-file-XXXXXX", tmp && *tmp ? tmp : "/tmp");
    return mkdtemp(sandbox) ? 0 : -1;
}

static int remove_sandbox(void **state)
{
    (void)state;
    DIR *d = opendir(sandbox);
    if (!d)
        return -1;
    struct dirent *entry;
    while ((entry = readdir(d))) {
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
            remove(at(entry->d_name));
    }
    closedir(d);
    return rmdir(sandbox);
}

static int count_entries(void)
{
    int n = 0;
    DIR *d = opendir(sandbox);
    assert_non_null(d);
    while (readdir(d))
        n++;
    closedir(d);
    return n - 2;
}

static void put(const char *name, const char *text)
{
    struct err e = {0};
    assert_int_equal(file_write(at(name), text, strlen(text), &e), ERR_NONE);
}

static void assert_content(const char *name, const char *text)
{
    struct buf b = BUF_INIT;
    struct err e = {0};
    assert_int_equal(file_read(at(name), 1 << 20, &b, &e), ERR_NONE);
    assert_string_equal(buf_str(&b), text);
    assert_int_equal(b.len, strlen(text));
    buf_done(&b);
}

static void file__reads_back_what_it_wrote(void **state)
{
    (void)state;
    struct stat st;
    put("a", "satu");
    assert_content("a", "satu");
    put("a", "dua lebih panjang");
    assert_content("a", "dua lebih panjang");
    put("a", "");
    assert_content("a", "");
    assert_int_equal(stat(at("a"), &st), 0);
    assert_int_equal(st.st_mode & 0777, 0600);
    assert_int_equal(count_entries(), 1);
}

static void file__reads_large_files_and_appends(void **state)
{
    (void)state;
    size_t n = 300001;
    char *big = malloc(n);
    for (size_t i = 0; i < n; i++)
        big[i] = (char)(i * 7 % 251);
    struct err e = {0};
    struct buf b = BUF_INIT;
    buf_puts(&b, "depan");
    assert_int_equal(file_write(at("big"), big, n, &e), ERR_NONE);
    assert_int_equal(file_read(at("big"), n, &b, &e), ERR_NONE);
    assert_int_equal(b.len, n + 5);
    assert_memory_equal(b.p, "depan", 5);
    assert_memory_equal(b.p + 5, big, n);
    buf_done(&b);
    free(big);
}

static void file__refuses_more_than_the_limit(void **state)
{
    (void)state;
    struct err e = {0};
    struct buf b = BUF_INIT;
    buf_puts(&b, "tetap");
    put("ten", "0123456789");
    assert_int_equal(file_read(at("ten"), 9, &b, &e), ERR_FULL);
    assert_true(e.text[0] != '\0');
    assert_string_equal(buf_str(&b), "tetap");
    assert_int_equal(file_read(at("ten"), 10, &b, &e), ERR_NONE);
    assert_string_equal(buf_str(&b), "tetap0123456789");
    buf_clear(&b);
    /* no size is told in advance here, so the limit has to hold while reading */
    assert_int_equal(file_read("/proc/self/environ", 3, &b, &e), ERR_FULL);
    assert_int_equal(b.len, 0);
    buf_done(&b);
}

static void file__refuses_what_is_not_a_file_and_never_waits(void **state)
{
    (void)state;
    struct err e = {0};
    struct buf b = BUF_INIT;
    char hex[65];
    int64_t size;
    assert_int_equal(mkfifo(at("pipe"), 0600), 0);
    int sock = socket(AF_UNIX, SOCK_STREAM, 0);
    struct sockaddr_un addr = {.sun_family = AF_UNIX};
    snprintf(addr.sun_path, sizeof addr.sun_path, "%.100s", at("sock"));
    assert_int_equal(bind(sock, (const struct sockaddr *)&addr, sizeof addr), 0);

    alarm(20); /* a read that waits for a writer ends the test */
    const char *const wrong[] = {at("pipe"), at("sock"), sandbox, "/dev/null"};
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        err_clear(&e);
        assert_int_equal(file_read(wrong[i], 100, &b, &e), ERR_INPUT);
        assert_non_null(strstr(e.text, wrong[i]));
        assert_int_equal(file_sha256(wrong[i], hex, &size, &e), ERR_INPUT);
        assert_int_equal(file_write(wrong[i], "x", 1, &e), ERR_INPUT);
    }
    alarm(0);
    close(sock);
    assert_int_equal(file_read(at("none"), 100, &b, &e), ERR_NOTFOUND);
    put("plain", "x");
    assert_int_equal(file_read(at("plain/none"), 100, &b, &e), ERR_NOTFOUND);
    assert_int_equal(file_read("", 100, &b, &e), ERR_NOTFOUND);
    assert_null(b.p);
}

/* The write fails half-way (size limit of the process): the old content must be there, and nothing
 * else. */
static void file__keeps_the_old_content_when_writing_fails(void **state)
{
    (void)state;
    put("kept", "isi lama");
    int before = count_entries();
    struct rlimit old, small;
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &old), 0);
    small = (struct rlimit){.rlim_cur = 1000, .rlim_max = old.rlim_max};
    signal(SIGXFSZ, SIG_IGN);
    char *big = calloc(1, 100000);
    struct err e = {0};
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
    enum err_code code = file_write(at("kept"), big, 100000, &e);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &old), 0);
    free(big);
    assert_int_equal(code, ERR_FULL);
    assert_non_null(strstr(e.text, "kept"));
    assert_content("kept", "isi lama");
    assert_int_equal(count_entries(), before);
}

/* This program's fsync, which file.c calls too: what was asked for in order, and which of it the disk refuses. */
static char synced[8];
static char refused;

int fsync(int fd)
{
    struct stat st;
    char kind = fstat(fd, &st) == 0 && S_ISDIR(st.st_mode) ? 'd' : 'f';
    size_t n = strlen(synced);
    if (n + 1 < sizeof synced)
        synced[n] = kind;
    if (kind != refused)
        return (int)syscall(SYS_fsync, fd);
    errno = EIO;
    return -1;
}

static enum err_code write_refused(char kind, struct err *e)
{
    memset(synced, 0, sizeof synced);
    refused = kind;
    enum err_code code = file_write(at("lasting"), "isi baru", 8, e);
    refused = 0;
    return code;
}

/* A name must not outlive a power cut without its content, nor the content without its name. */
static void file__is_on_the_disk_before_its_name_and_then_the_name(void **state)
{
    (void)state;
    struct err e = {0};
    put("lasting", "isi lama");
    int before = count_entries();
    assert_int_equal(write_refused('f', &e), ERR_IO);
    assert_string_equal(synced, "f");
    assert_content("lasting", "isi lama");
    assert_int_equal(count_entries(), before);
    err_clear(&e);
    assert_int_equal(write_refused('d', &e), ERR_IO);
    assert_string_equal(synced, "fd");
    assert_non_null(strstr(e.text, "belum memastikannya"));
    assert_content("lasting", "isi baru");
    assert_int_equal(count_entries(), before);
    assert_int_equal(write_refused(0, &e), ERR_NONE);
    assert_string_equal(synced, "fd");
}

static void file__says_when_the_folder_is_missing(void **state)
{
    (void)state;
    struct err e = {0};
    assert_int_equal(file_write(at("no/such/file"), "x", 1, &e), ERR_NOTFOUND);
    assert_non_null(strstr(e.text, "no/such/file"));
    assert_int_equal(file_write("", "x", 1, &e), ERR_INPUT);
}

static void file__writes_through_a_symbolic_link(void **state)
{
    (void)state;
    struct stat st;
    put("real", "lama");
    assert_int_equal(symlink(at("real"), at("link")), 0);
    put("link", "baru");
    assert_int_equal(lstat(at("link"), &st), 0);
    assert_true(S_ISLNK(st.st_mode));
    assert_content("real", "baru");
}

static void file__is_written_in_steps(void **state)
{
    (void)state;
    struct err e = {0};
    struct stat st;
    char *temp = NULL;
    put("doc", "lama");
    assert_int_equal(file_temp(at("doc"), &temp, &e), ERR_NONE);
    assert_int_equal(strncmp(temp, sandbox, strlen(sandbox)), 0);
    assert_int_equal(stat(temp, &st), 0);
    assert_int_equal(st.st_mode & 0777, 0600);
    FILE *f = fopen(temp, "w");
    assert_non_null(f);
    fputs("baru", f);
    fclose(f);
    assert_content("doc", "lama");
    assert_int_equal(file_commit(temp, at("doc"), &e), ERR_NONE);
    assert_content("doc", "baru");
    assert_int_not_equal(access(temp, F_OK), 0);
    free(temp);

    assert_int_equal(file_temp(at("doc"), &temp, &e), ERR_NONE);
    file_discard(temp);
    assert_int_not_equal(access(temp, F_OK), 0);
    assert_int_not_equal(file_commit(temp, at("doc"), &e), ERR_NONE);
    assert_content("doc", "baru");
    free(temp);
    file_discard(NULL);
}

static void file__commit_that_fails_removes_the_temporary_file(void **state)
{
    (void)state;
    struct err e = {0};
    char *temp = NULL;
    assert_int_equal(file_temp(at("doc2"), &temp, &e), ERR_NONE);
    assert_int_equal(file_commit(temp, at("no/such/doc"), &e), ERR_NOTFOUND);
    assert_int_not_equal(access(temp, F_OK), 0);
    free(temp);
}

static void set_age(const char *name, int seconds)
{
    struct stat st;
    assert_int_equal(stat(at("now"), &st), 0);
    struct timespec times[2] = {st.st_mtim, st.st_mtim};
    times[1].tv_sec -= seconds;
    assert_int_equal(utimensat(AT_FDCWD, at(name), times, 0), 0);
}

static bool is_there(const char *name)
{
    return access(at(name), F_OK) == 0;
}

static void file__half_files_of_killed_programs_go_with_the_next_write(void **state)
{
    (void)state;
    static const char *const left[] = {".mufakat-77-Ab12Cd", ".mufakat-77-Ab12Cd-journal"};
    static const char *const other[] = {".mufakat-77-Ab12C",  ".mufakat-77-Ab12CdE", ".mufakat-x-Ab12Cd",
                                        ".mufakat-Ab12Cd",    ".mufakat-paket-Ab1",  ".mufakat-01987654-1234-7abc.fkp",
                                        "mufakat-77-Ab12Cd", ".mufakat--77-Ab12Cd", ".mufakat-78-Ab12Cd"};
    put("now", "");
    for (size_t i = 0; i < sizeof left / sizeof *left; i++)
        put(left[i], "separuh");
    for (size_t i = 0; i < sizeof other / sizeof *other; i++)
        put(other[i], "lain");
    for (size_t i = 0; i < sizeof left / sizeof *left; i++)
        set_age(left[i], 3660);
    for (size_t i = 0; i + 1 < sizeof other / sizeof *other; i++)
        set_age(other[i], 100000);
    set_age(other[sizeof other / sizeof *other - 1], 3500); /* may still be written */
    put("doc", "baru");
    for (size_t i = 0; i < sizeof left / sizeof *left; i++)
        assert_false(is_there(left[i]));
    for (size_t i = 0; i < sizeof other / sizeof *other; i++)
        if (!is_there(other[i]))
            fail_msg("%s is gone", other[i]);
}

static void file__the_half_file_of_a_program_that_was_seen_to_die_goes_at_once(void **state)
{
    (void)state;
    put(".mufakat-4711-Ab12Cd", "separuh");
    put(".mufakat-47110-Ab12Cd", "lain");
    file_sweep_killed(at("doc"), 4711);
    assert_false(is_there(".mufakat-4711-Ab12Cd"));
    assert_true(is_there(".mufakat-47110-Ab12Cd"));
    file_sweep_killed(sandbox, 47110);
    assert_false(is_there(".mufakat-47110-Ab12Cd"));
    file_sweep_killed("/no/such/folder/doc", 1);
}

static void file__splits_paths(void **state)
{
    (void)state;
    static const struct {
        const char *path, *dir, *base;
    } v[] = {{"a", ".", "a"},    {"a/b", "a", "b"}, {"/a", "/", "a"}, {"/a/b.fkp", "/a", "b.fkp"},
             {"a/b/", "a", "b"}, {"/", "/", "/"},   {"./x", ".", "x"}};
    for (size_t i = 0; i < sizeof v / sizeof v[0]; i++) {
        char *dir = file_dir(v[i].path), *base = file_base(v[i].path);
        assert_string_equal(dir, v[i].dir);
        assert_string_equal(base, v[i].base);
        free(dir);
        free(base);
    }
}

static void file__joins_with_one_slash(void **state)
{
    (void)state;
    static const char *const v[][3] = {
        {"a", "b", "a/b"}, {"/", "b", "/b"}, {"a/", "b", "a/b"}, {"/tmp", "x-XXXXXX", "/tmp/x-XXXXXX"}, {"", "b", "b"}};
    for (size_t i = 0; i < sizeof v / sizeof v[0]; i++) {
        char *got = file_join(v[i][0], v[i][1]);
        assert_string_equal(got, v[i][2]);
        free(got);
    }
}

static void file__finds_the_folder_for_files_that_nobody_keeps(void **state)
{
    (void)state;
    const char *told = getenv("TMPDIR");
    char *kept = told ? strdup(told) : NULL;
    setenv("TMPDIR", "/var/tmp", 1);
    assert_string_equal(file_temp_folder(), "/var/tmp");
    setenv("TMPDIR", "", 1);
    assert_string_equal(file_temp_folder(), "/tmp");
    setenv("TMPDIR", at("is-not-there"), 1);
    assert_string_equal(file_temp_folder(), "/tmp");
    unsetenv("TMPDIR");
    assert_string_equal(file_temp_folder(), "/tmp");
    if (kept)
        setenv("TMPDIR", kept, 1);
    free(kept);
}

static void assert_absolute(const char *path, const char *want)
{
    char *got = file_absolute(path);
    assert_string_equal(got, want);
    free(got);
}

static void file__makes_paths_absolute_even_of_missing_files(void **state)
{
    (void)state;
    char here[PATH_MAX], want[2 * PATH_MAX];
    assert_non_null(getcwd(here, sizeof here));
    assert_int_equal(chdir(sandbox), 0);
    char *real = realpath(sandbox, NULL);
    snprintf(want, sizeof want, "%s/belum.fkp", real);
    assert_absolute("belum.fkp", want);
    assert_absolute("./belum.fkp", want);
    assert_absolute(want, want);
    assert_absolute(".", real);
    snprintf(want, sizeof want, "%s/no/such/x", real);
    assert_absolute("no/such/x", want);
    assert_absolute("/no/such/x", "/no/such/x");
    free(real);
    assert_int_equal(chdir(here), 0);
}

static void file__hashes_its_bytes(void **state)
{
    (void)state;
    char hex[65] = "";
    int64_t size = -1;
    struct err e = {0};
    put("abc", "abc");
    assert_int_equal(file_sha256(at("abc"), hex, &size, &e), ERR_NONE);
    assert_string_equal(hex, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assert_int_equal(size, 3);
    size = 77;
    assert_int_equal(file_sha256(at("none"), hex, &size, &e), ERR_NOTFOUND);
    assert_int_equal(size, 77);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(file__reads_back_what_it_wrote),
        cmocka_unit_test(file__reads_large_files_and_appends),
        cmocka_unit_test(file__refuses_more_than_the_limit),
        cmocka_unit_test(file__refuses_what_is_not_a_file_and_never_waits),
        cmocka_unit_test(file__keeps_the_old_content_when_writing_fails),
        cmocka_unit_test(file__is_on_the_disk_before_its_name_and_then_the_name),
        cmocka_unit_test(file__says_when_the_folder_is_missing),
        cmocka_unit_test(file__writes_through_a_symbolic_link),
        cmocka_unit_test(file__is_written_in_steps),
        cmocka_unit_test(file__commit_that_fails_removes_the_temporary_file),
        cmocka_unit_test(file__half_files_of_killed_programs_go_with_the_next_write),
        cmocka_unit_test(file__the_half_file_of_a_program_that_was_seen_to_die_goes_at_once),
        cmocka_unit_test(file__splits_paths),
        cmocka_unit_test(file__joins_with_one_slash),
        cmocka_unit_test(file__finds_the_folder_for_files_that_nobody_keeps),
        cmocka_unit_test(file__makes_paths_absolute_even_of_missing_files),
        cmocka_unit_test(file__hashes_its_bytes),
    };
    return cmocka_run_group_tests(tests, make_sandbox, remove_sandbox);
}
