#include "tests/fuzz/fuzz.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/file.h"

#define DEFAULT_ROUNDS 1500
#define LONGEST 60000
#define HANG_SECONDS 20

/* xorshift64*: small, and the same everywhere. */
static uint64_t random_state = 1;

void fuzz_seed(uint64_t seed)
{
    random_state = seed * UINT64_C(0x9E3779B97F4A7C15) + 1;
}

uint64_t fuzz_random(void)
{
    random_state ^= random_state >> 12;
    random_state ^= random_state << 25;
    random_state ^= random_state >> 27;
    return random_state * UINT64_C(0x2545F4914F6CDD1D);
}

size_t fuzz_below(size_t n)
{
    return (size_t)(fuzz_random() % n);
}

/* --- awkward pieces: marks of the capture line, numbers at the edges, bad and strange UTF-8,
 * controls --- */

static const char *const pieces[] = {"7:",
                                     "lumba: ",
                                     "0:",
                                     "@@:",
                                     "@@",
                                     "..",
                                     "+",
                                     "?",
                                     "!!",
                                     "*",
                                     "=1 3 ",
                                     "==",
                                     ">",
                                     "#isu",
                                     "##",
                                     "/",
                                     "??",
                                     "14 hari: ",
                                     "10.30: ",
                                     "Pak ",
                                     ";",
                                     ",",
                                     "\t",
                                     "\"",
                                     "\"\"",
                                     "\n",
                                     "\r\n",
                                     "\r",
                                     " ",
                                     "  ",
                                     "0",
                                     "-1",
                                     "-",
                                     "999999999999999999999",
                                     "2147483648",
                                     "1.500",
                                     "1,5",
                                     "31-02-2026",
                                     "29 Februari 2028",
                                     "24.00",
                                     "8,12E+10",
                                     "+62",
                                     "08",
                                     "/ (0362) 21146",
                                     "S.H., M.H.",
                                     "Dr. dr. ",
                                     "mewakili: ",
                                     "tidak hadir",
                                     "NAMA;INSTANSI\n",
                                     "UNSUR",
                                     "\xEF\xBB\xBF",
                                     "\xFF\xFE",
                                     "\xC3\xA9",
                                     "\xC3\x83\xC2\xA9",
                                     "\xE2\x80\x99",
                                     "\xE2\x80\xAE",
                                     "\xE2\x80\x8B",
                                     "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7",
                                     "e\xCC\x81\xCC\x81\xCC\x81",
                                     "\xED\xA0\x80",
                                     "\xC0\x80",
                                     "\xF8\x88",
                                     "\xEA\xA6\x8F\xEA\xA6\xAE",
                                     "\xE4\xBD\xA0",
                                     "\xC2\x85",
                                     "\x1B[31m",
                                     "\x01",
                                     "\x7F",
                                     "%s%n",
                                     "{\"a\":[",
                                     "\\u0000",
                                     "\xFF\xD8\xFF\xE1",
                                     "Exif",
                                     "II*",
                                     "MM"};

static void put_piece(struct buf *b)
{
    buf_puts(b, pieces[fuzz_below(sizeof pieces / sizeof pieces[0])]);
}

static void put_noise(struct buf *b, size_t n)
{
    for (size_t i = 0; i < n; i++)
        buf_putc(b, (char)fuzz_random());
}

static void put_sample(const struct fuzz_target *t, const struct buf *file, struct buf *out)
{
    size_t n = 0;
    while (t->samples && t->samples[n])
        n++;
    size_t choice = fuzz_below(n + (file->len > 0) + 1);
    if (choice < n)
        buf_puts(out, t->samples[choice]);
    else if (choice == n && file->len > 0)
        buf_add(out, file->p, file->len);
    else
        put_noise(out, fuzz_below(64));
}

/* The bytes of `b` before `at`, something, and those behind `at` + `skip`. */
static void replace(struct buf *b, size_t at, size_t skip, const struct buf *with)
{
    struct buf out = BUF_INIT;
    buf_add(&out, buf_str(b), at);
    buf_add(&out, buf_str(with), with->len);
    buf_add(&out, buf_str(b) + at + skip, b->len - at - skip);
    buf_done(b);
    *b = out;
}

static void mutate_once(const struct fuzz_target *t, const struct buf *file, struct buf *b)
{
    struct buf with = BUF_INIT;
    size_t at = fuzz_below(b->len + 1), rest = b->len - at, skip = 0;
    switch (fuzz_below(8)) {
    case 0: /* one bit */
        if (rest > 0)
            b->p[at] = (char)(b->p[at] ^ (1 << fuzz_below(8)));
        return;
    case 1:
        put_noise(&with, 1 + fuzz_below(4));
        break;
    case 2: /* cut out */
        skip = rest ? fuzz_below(rest) : 0;
        break;
    case 3: /* cut off */
        skip = rest;
        break;
    case 4: { /* say it again, up to a hundred times */
        size_t n = rest ? 1 + fuzz_below(rest < 40 ? rest : 40) : 0;
        for (size_t i = 1 + fuzz_below(fuzz_below(10) ? 3 : 100); i > 0; i--)
            buf_add(&with, buf_str(b) + at, n);
        break;
    }
    case 5: /* something else in the middle */
        put_sample(t, file, &with);
        break;
    default:
        put_piece(&with);
        skip = rest && fuzz_below(2) ? 1 : 0;
        break;
    }
    replace(b, at, skip, &with);
    buf_done(&with);
}

void fuzz_mutate(const struct fuzz_target *t, const struct buf *file, struct buf *out)
{
    put_sample(t, file, out);
    for (size_t i = fuzz_below(8); i > 0 && out->len < LONGEST; i--)
        mutate_once(t, file, out);
}

/* --- running --- */

static const char *now_target = "";
static long now_round;
static uint64_t now_seed;
static const char *now_input;
static size_t now_size;

static void say_where(void)
{
    fprintf(stderr, "\ntarget %s, round %ld: repeat with `fuzz_text %ld %llu %s`\n", now_target,
            now_round, now_round + 1, (unsigned long long)now_seed, now_target);
    const char *keep = getenv("MUFAKAT_FUZZ_KEEP"); /* a path: the input itself is written there */
    FILE *f = keep ? fopen(keep, "wb") : NULL;
    if (f) {
        fwrite(now_input, 1, now_size, f);
        fclose(f);
    }
}

_Noreturn void fuzz_broken(const char *promise, const char *file, int line)
{
    fprintf(stderr, "%s:%d: does not hold: %s", file, line, promise);
    say_where();
    exit(1);
}

static void on_alarm(int sig)
{
    (void)sig;
    static const char words[] = "an input took too long\n";
    if (write(STDERR_FILENO, words, sizeof words - 1) > 0)
        say_where(); /* not safe in general, but the program ends here anyway */
    _exit(1);
}

/* Of the sanitizer, when there is one: tells the input that killed the program. */
void __sanitizer_set_death_callback(void (*callback)(void)) __attribute__((weak));

static void read_sample_file(const struct fuzz_target *t, struct buf *ret)
{
    char path[1000];
    struct err e = {0};
    const char *root = getenv("MUFAKAT_SRCDIR");
    if (t->make)
        t->make(ret);
    if (!t->file)
        return;
    snprintf(path, sizeof path, "%s/%s", root ? root : ".", t->file);
    if (file_read(path, 1 << 20, ret, &e) != ERR_NONE) {
        fprintf(stderr, "%s\n", e.text);
        exit(2);
    }
}

static void run_target(const struct fuzz_target *t, long rounds)
{
    struct buf file = BUF_INIT;
    read_sample_file(t, &file);
    now_target = t->name;
    for (now_round = 0; now_round < rounds; now_round++) {
        struct buf b = BUF_INIT;
        fuzz_seed(now_seed * 1000003 + (uint64_t)now_round);
        fuzz_mutate(t, &file, &b);
        char *exact = mem_alloc(b.len + 1); /* so that one byte too far is seen */
        memcpy(exact, buf_str(&b), b.len);
        exact[b.len] = '\0';
        now_input = exact;
        now_size = b.len;
        alarm(HANG_SECONDS);
        t->run(exact, b.len);
        free(exact);
        buf_done(&b);
    }
    alarm(0);
    buf_done(&file);
}

int fuzz_main(int argc, char **argv, const struct fuzz_target *targets)
{
    long rounds = argc > 1 ? strtol(argv[1], NULL, 10) : DEFAULT_ROUNDS;
    const char *only = argc > 3 ? argv[3] : NULL;
    int run = 0;
    now_seed = argc > 2 ? strtoull(argv[2], NULL, 10) : 1;
    signal(SIGALRM, on_alarm);
    if (__sanitizer_set_death_callback)
        __sanitizer_set_death_callback(say_where);
    for (const struct fuzz_target *t = targets; t->name; t++) {
        if (only && strcmp(only, t->name) != 0)
            continue;
        run_target(t, rounds);
        printf("%s: %ld inputs\n", t->name, rounds);
        run++;
    }
    if (run == 0) {
        fprintf(stderr, "no target %s; there are:", only ? only : "");
        for (const struct fuzz_target *t = targets; t->name; t++)
            fprintf(stderr, " %s", t->name);
        fprintf(stderr, "\n");
        return 2;
    }
    return 0;
}
