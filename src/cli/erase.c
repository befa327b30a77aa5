/* `mufakat hapus-data`: a person is taken out for good. */
#include "config.h"

#include <string.h>

#include "app/erase_person.h"
#include "base/text.h"
#include "cli/command.h"

/* The one person meant: an only hit, or the only one whose whole name is what was typed. NULL: not
 * clear. */
static const struct participant *choose(const struct participant *v, size_t n, const char *name,
                                        struct arena *ar)
{
    const struct participant *exact = NULL;
    const char *folded = text_fold(ar, name);
    if (n == 1)
        return v;
    for (size_t i = 0; i < n; i++) {
        if (strcmp(text_fold(ar, TXT(v[i].name)), folded) != 0)
            continue;
        if (exact)
            return NULL;
        exact = &v[i];
    }
    return exact;
}

static int unclear(const struct participant *v, size_t n, const char *name)
{
    if (n == 0)
        cli_say(_("mufakat: tidak ada peserta bernama \"%s\". Tidak ada yang dihapus."), name);
    else
        cli_say(
            _("mufakat: \"%s\" cocok dengan beberapa orang. Tidak ada yang dihapus; tuliskan nama "
              "lengkapnya:"),
            name);
    for (size_t i = 0; i < n; i++)
        cli_say("  %s, %s", TXT(v[i].name), TXT(v[i].organization));
    return EXIT_FAILED;
}

static int erase(struct app *a, const struct participant *p)
{
    struct err e = {0};
    struct job *j;
    struct erase_person_args *x = erase_person_job(a, &j);
    x->participant = p->id;
    int code = app_run(a, j, NULL, &e) ? cli_fail(&e) : EXIT_DONE;
    if (code == EXIT_DONE)
        cli_say(_("Data pribadi dihapus: %lld isian, %lld tulisan, %lld berkas. Naskah dan rantai "
                  "riwayat tetap dapat diperiksa. Hapus juga salinan lama di tempat lain."),
                (long long)x->ret_result.fields, (long long)x->ret_result.texts,
                (long long)x->ret_result.blobs);
    job_free(j);
    return code;
}

static int erase_named(struct app *a, struct cli_call *c, const char *name)
{
    struct err e = {0};
    struct participant *v;
    size_t n;
    if (erase_person_find(a, name, c->arena, &v, &n, &e))
        return cli_fail(&e);
    const struct participant *p = choose(v, n, name, c->arena);
    return p ? erase(a, p) : unclear(v, n, name);
}

static int run(struct cli_call *c)
{
    const char *name = cli_value(c, "orang");
    if (!name || !*text_trim(c->arena, name))
        return cli_wrong(c, _("sebutkan orangnya: --orang NAMA"));
    int code;
    struct app *a = cli_open(c, CLI_WRITES, &code);
    if (!a)
        return code;
    code = erase_named(a, c, name);
    app_close(a);
    return code;
}

const struct cli_command command_erase = {
    .name = "hapus-data",
    .english = "erase",
    .args = "FILE.fkp --orang NAMA",
    .min_args = 1,
    .max_args = 1,
    .summary = N_("menghapus data pribadi seseorang untuk selamanya"),
    .options = {{"orang", "person", "NAMA", N_("nama peserta")}},
    .run = run,
};
