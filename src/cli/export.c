/* `mufakat ekspor`: a document as a file. */
#include "config.h"

#include <string.h>
#include <sys/stat.h>

#include "app/export_document.h"
#include "app/export_format.h"
#include "app/press_crew.h"
#include "cli/command.h"

/* A folder as target: the file gets its own name there. */
static bool is_folder(const char *target)
{
    struct stat st;
    return stat(target, &st) == 0 && S_ISDIR(st.st_mode);
}

static int export_from(struct app *a, struct cli_call *c, const char *document, const char *ending,
                       struct press_crew *crew)
{
    struct err e = {0};
    struct export_result done;
    struct export_request in = {
        .path = cli_value(c, "ke"),
        .document = document,
        .privacy = cli_value(c, "publikasi") ? PRIVACY_PUBLIKASI : PRIVACY_ARSIP,
        .draft = cli_value(c, "draf") != NULL,
        .csv_plain = cli_value(c, "csv") != NULL && strcmp(cli_value(c, "csv"), "polos") == 0,
        .crew = crew,
    };
    if (is_folder(in.path))
        in.path = arena_printf(c->arena, "%s/%s", in.path, export_file_name(a, &in, ending, c->arena));
    if (export_document(a, &in, c->arena, &done, &e))
        return cli_fail(&e);
    cli_say(_("Tersimpan di %s"), done.path);
    if (done.locked)
        cli_say(_("Sidik naskah: %s"), done.fingerprint);
    const char *remarks = export_remarks(&done, c->arena);
    if (*remarks)
        cli_say(_("Perhatian: %s"), remarks);
    return EXIT_DONE;
}

/* What can be made, and into what; data/mufakat.bash reads the first list. */
static void more_help(void)
{
    struct arena *a = arena_new();
    const struct export_document_name *v;
    size_t n = export_documents(a, &v);
    cli_print("\n%s\n", _("Dokumen yang dapat dibuat:"));
    for (size_t i = 0; i < n; i++)
        cli_print("  %-22s %s (%s)\n", v[i].code, _(v[i].label),
                  export_ending_words(a, (int)v[i].matter));
    cli_print("\n%s\n", _("Akhiran berkas tujuan:"));
    for (const struct export_format *f = export_formats; f->ending; f++)
        cli_print("  %-22s %s\n", f->ending, _(f->label));
    arena_free(a);
}

static int run(struct cli_call *c)
{
    struct err e = {0};
    const struct export_format *format;
    const char *document, *csv = cli_value(c, "csv");
    if (!cli_value(c, "ke"))
        return cli_wrong(c, _("sebutkan berkas tujuannya, misalnya --ke BA.pdf"));
    const char *to = cli_value(c, "ke"), *wanted = cli_value(c, "dokumen");
    if (is_folder(to))
        to = arena_printf(c->arena, "%s/x%s", to, export_usual_ending(wanted, c->arena));
    if (export_choose(wanted, to, c->arena, &format, &document, &e))
        return cli_wrong(c, "%s", e.text);
    if (csv && strcmp(csv, "polos") != 0 && strcmp(csv, "excel") != 0)
        return cli_wrong(c, _("--csv mengenal excel dan polos, bukan \"%s\""), csv);
    int code;
    struct press_crew *crew = press_crew_open(1, -1);
    if (format->press) /* it starts while the session is opened */
        press_crew_ready(crew, format->press);
    struct app *a = cli_open(c, CLI_READS, &code);
    if (a) {
        code = export_from(a, c, document, format->ending, crew);
        app_close(a);
    }
    press_crew_close(crew);
    return code;
}

const struct cli_command command_export = {
    .name = "ekspor",
    .english = "export",
    .args = "FILE.fkp --ke TUJUAN",
    .min_args = 1,
    .max_args = 1,
    .summary = N_("membuat dokumen; akhiran berkas tujuan menentukan bentuknya"),
    .options =
        {
            {"dokumen", "document", "NAMA",
             N_("yang dibuat (daftarnya di bawah); bila tidak disebut: yang lazim untuk bentuk itu")},
            {"ke", "to", "TUJUAN", N_("berkas tujuan; akhirannya menentukan bentuknya. Folder: nama berkasnya dari tanggal dan unit")},
            {"csv", "csv", "GAYA", N_("excel: titik koma, untuk lembar kerja (lazim); polos: koma, untuk program")},
            {"publikasi", "public", NULL, N_("tanpa data pribadi")},
            {"draf", "draft", NULL, N_("bertanda DRAF walaupun sudah dikunci")},
        },
    .run = run,
    .more_help = more_help,
};
