/* `mufakat hapus-data`: a person is taken out for good. */
#include "config.h"

#include <string.h>

#include "app/erase_person.h"
#include "base/text.h"
#include "cli/command.h"
#include "model/names.h"

/* Whether this is the person's whole name, with or without titles, or one of their other names: what is erased does not
 * come back, so a part of a name is never enough, not even of the only one that has it. */
static bool is_whole(const struct participant *p, const char *name, struct arena *ar)
{
    if (strcmp(names_key(p->name, ar), names_key(name, ar)) == 0)
        return true;
    const char *folded = text_fold(ar, name), *other;
    for (size_t off = 0; (other = names_next_other(p->other_names, &off, ar)) != NULL;)
        if (strcmp(text_fold(ar, other), folded) == 0)
            return true;
    return false;
}

/* The only person of that whole name. NULL: there is none, or several. */
static const struct participant *choose(const struct participant *v, size_t n, const char *name,
                                        struct arena *ar)
{
    const struct participant *whole = NULL;
    for (size_t i = 0; i < n; i++) {
        if (!is_whole(&v[i], name, ar))
            continue;
        if (whole)
            return NULL;
        whole = &v[i];
    }
    return whole;
}

static int unclear(const struct participant *v, size_t n, const char *name)
{
    if (n == 0)
        cli_say(_("mufakat: tidak ada peserta bernama \"%s\". Tidak ada yang dihapus."), name);
    else if (n == 1)
        cli_say(_("mufakat: \"%s\" baru sebagian dari nama. Tidak ada yang dihapus; tuliskan nama lengkapnya:"), name);
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
