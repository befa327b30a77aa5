/* `mufakat impor`: a list of invited people, shown row by row, applied on request. */
#include "config.h"

#include "app/import_participants.h"
#include "app/read_csv.h"
#include "base/text.h"
#include "cli/command.h"

/* "Siti Aminah; Ketua PKK; Desa Asri" */
static const char *who(const struct participant *p, struct arena *ar)
{
    const char *parts[] = {p->name ? p->name : p->invited_as, p->position, p->organization};
    const char *all = "";
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
        if (parts[i])
            all = arena_printf(ar, "%s%s%s", all, *all ? "; " : "", parts[i]);
    return all;
}

static void print_row(const struct people_row *r, struct arena *ar)
{
    const char *unsur = dict_enum_label(ENUMSET_unsur, r->p.unsur);
    const char *name = who(&r->p, ar);
    cli_print("%5zu  %-7s %s", r->line, people_action_words(r->action), name);
    if (*unsur)
        cli_print(" [%s]", _(unsur));
    if (*TXT(r->reason))
        cli_print("%s%s", *name ? "\n               " : "", r->reason);
    cli_print("\n");
}

static void print_plan(const struct people_plan *p, struct arena *ar)
{
    cli_print(_("baris  akan    siapa\n"));
    for (size_t i = 0; i < p->n; i++)
        print_row(&p->v[i], ar);
    cli_print("%s\n", people_plan_words(p, ar));
}

/* Applies in one job; the plan that counts is the one made inside it. */
static enum err_code apply(struct app *a, const struct sheet *s, struct people_plan *ret,
                           struct err *e)
{
    struct job *j = job_new(a, "import_participants", import_participants);
    struct import_args *x = job_args(j, sizeof *x);
    x->sheet = *s;
    enum err_code code = app_run(a, j, NULL, e);
    if (!code)
        *ret = x->done;
    job_free(j);
    return code;
}

static int import_into(struct app *a, struct cli_call *c, const struct sheet *s)
{
    struct err e = {0};
    struct people_plan plan;
    if (import_plan(a, s, NULL, 0, c->arena, &plan, &e))
        return cli_fail(&e);
    print_plan(&plan, c->arena);
    if (plan.n_by_action[PEOPLE_NEW] + plan.n_by_action[PEOPLE_CHANGE] == 0) {
        cli_say(_("Tidak ada orang baru dalam daftar ini. Sesi tidak diubah."));
        return EXIT_DONE;
    }
    if (!cli_value(c, "terapkan")) {
        cli_say(_("Belum ada yang diubah. Ulangi dengan --terapkan untuk memasukkannya."));
        return EXIT_DONE;
    }
    struct people_plan done;
    if (apply(a, s, &done, &e))
        return cli_fail(&e);
    cli_say(_("Tersimpan: %zu orang baru, %zu dilengkapi. Yang bertanda tanya dapat dilengkapi di "
              "Persiapan."),
            done.n_by_action[PEOPLE_NEW], done.n_by_action[PEOPLE_CHANGE]);
    return EXIT_DONE;
}

static int run(struct cli_call *c)
{
    struct err e = {0};
    struct sheet s;
    struct csv_info info;
    if (csv_read_file(c->args[1], cli_value(c, "perbaiki") != NULL, c->arena, &s, &info, &e))
        return cli_fail(&e);
    int code;
    struct app *a = cli_open(c, cli_value(c, "terapkan") ? CLI_WRITES : CLI_READS, &code);
    if (!a)
        return code;
    if (info.twice_encoded && !info.repaired)
        cli_say(_("Sebagian huruf tampak rusak karena salah penyandian. Coba --perbaiki."));
    code = import_into(a, c, &s);
    app_close(a);
    return code;
}

const struct cli_command command_import = {
    .name = "impor",
    .english = "import",
    .args = "FILE.fkp PESERTA.csv",
    .min_args = 2,
    .max_args = 2,
    .summary =
        N_("daftar undangan dari CSV: memperlihatkan, baris demi baris, apa yang akan terjadi"),
    .options =
        {
            {"terapkan", "apply", NULL, N_("memasukkannya ke sesi")},
            {"perbaiki", "repair", NULL, N_("memperbaiki huruf yang dua kali disandikan")},
        },
    .run = run,
};
