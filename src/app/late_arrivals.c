/* Latecomers from the paper list. */
#include "config.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "app/check_in.h"
#include "app/inside.h"
#include "base/text.h"

enum {
    MOST_NUMBERS = 2000,
    LARGEST_NUMBER = 99999 /* of any list on paper; a longer one is a telephone number */
};

struct numbers {
    int64_t *v;
    size_t n;
    int64_t minutes; /* NONE: no time was typed */
};

static enum err_code unreadable(const char *word, struct err *e)
{
    return err_set(
        e, ERR_INPUT,
        _("\"%s\" bukan nomor hadir. Tulis nomor dan jamnya, misalnya: 7 12 15-18 pukul 09.10. "
          "Belum ada yang dicatat."),
        word);
}

/* "7" or "15-18" */
static enum err_code read_range(const char *word, struct numbers *ret, struct err *e)
{
    char *end;
    long from = strtol(word, &end, 10), to = from;
    if (!isdigit((unsigned char)word[0]))
        return unreadable(word, e);
    if (*end == '-' && isdigit((unsigned char)end[1]))
        to = strtol(end + 1, &end, 10);
    if (*end || from < 1 || to < from || to > LARGEST_NUMBER || to - from >= MOST_NUMBERS - (long)ret->n)
        return unreadable(word, e);
    for (long i = from; i <= to; i++)
        ret->v[ret->n++] = i;
    return ERR_NONE;
}

static bool is_filler(const char *word)
{
    static const char *const fillers[] = {"pukul", "jam", "pk", "pk.", "wib",
                                          "wita",  "wit", "no", "no.", "dan"};
    for (size_t i = 0; i < sizeof fillers / sizeof fillers[0]; i++)
        if (strcasecmp(word, fillers[i]) == 0)
            return true;
    return false;
}

static enum err_code read_numbers(struct work *w, const char *typed, struct numbers *ret,
                                  struct err *e)
{
    char *copy = arena_strdup(w->arena, TXT(typed)), *rest = copy, *word;
    enum err_code code = ERR_NONE;
    ret->v = ARENA_ARRAY(w->arena, int64_t, MOST_NUMBERS);
    ret->n = 0;
    ret->minutes = NONE;
    while (!code && (word = strsep(&rest, " ,;\t\n")) != NULL) {
        if (!*word || is_filler(word))
            continue;
        if ((strchr(word, '.') || strchr(word, ':')) && time_parse(word, &ret->minutes))
            continue;
        code = read_range(word, ret, e);
    }
    if (!code && ret->n == 0)
        code = err_set(
            e, ERR_INPUT,
            _("Belum ada nomor. Tulis nomor dari daftar hadir, misalnya: 7 12 15-18 pukul 09.10"));
    return code;
}

static const struct participant *with_number(const struct participant *v, size_t n, int64_t number)
{
    for (size_t i = 0; i < n; i++)
        if (v[i].number == number)
            return &v[i];
    return NULL;
}

static enum err_code mark(struct work *w, struct late_arrivals_args *x, const struct participant *p,
                          int64_t at, struct err *e)
{
    if (p->attendance == ATTENDANCE_HADIR) {
        x->ret_already++;
        return ERR_NONE;
    }
    if (!p->name)
        return err_set(
            e, ERR_RULE,
            _("Nomor %lld adalah undangan jabatan tanpa nama (%s); isi dahulu siapa yang "
              "datang. Belum ada yang dicatat."),
            (long long)p->number, TXT(p->invited_as));
    x->ret_marked++;
    enum err_code code =
        work_set_enum(w, ENTITY_participant, &p->id, participant_F_attendance, ATTENDANCE_HADIR, e);
    if (!code)
        code = work_set_int(w, ENTITY_participant, &p->id, participant_F_arrived_at, at, e);
    return code ? code
                : work_set_int(w, ENTITY_participant, &p->id, participant_F_from_paper, 1, e);
}

static bool is_repeated(const struct numbers *k, size_t i)
{
    for (size_t j = 0; j < i; j++)
        if (k->v[j] == k->v[i])
            return true;
    return false;
}

static enum err_code late_arrivals(struct work *w, void *args, struct err *e)
{
    struct late_arrivals_args *x = args;
    struct numbers k;
    struct participant *v;
    struct session s;
    size_t n;
    enum err_code code = read_numbers(w, x->typed, &k, e);
    if (!code)
        code = work_load_all(w, ENTITY_participant, &v, &n, e);
    if (!code)
        code = work_session(w, &s, e);
    if (code)
        return code;
    enum zone zone = session_zone(&s);
    int64_t at =
        k.minutes == NONE ? w->group.at : stamp_of(stamp_day(w->group.at, zone), k.minutes, zone);
    x->ret_marked = x->ret_already = 0;
    for (size_t i = 0; i < k.n && !code; i++) {
        const struct participant *p = with_number(v, n, k.v[i]);
        if (!p)
            return err_set(
                e, ERR_INPUT,
                _("Nomor %lld tidak ada di daftar hadir. Periksa kertasnya; belum ada yang "
                  "dicatat."),
                (long long)k.v[i]);
        if (!is_repeated(&k, i))
            code = mark(w, x, p, at, e);
    }
    return code;
}

struct late_arrivals_args *late_arrivals_job(struct app *a, struct job **ret)
{
    return job_start(a, "late_arrivals", late_arrivals, sizeof(struct late_arrivals_args), ret);
}
