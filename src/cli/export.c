/* `mufakat ekspor`: a document as a file. */
#include "config.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/copy_session.h"
#include "app/export_document.h"
#include "app/export_format.h"
#include "app/press_crew.h"
#include "base/file.h"
#include "cli/command.h"

/* A folder as target: the file gets its own name there. */
static bool is_folder(const char *target)
{
    struct stat st;
    return stat(target, &st) == 0 && S_ISDIR(st.st_mode);
}

static void tell_page(void *ctx, int page)
{
    const struct export_request *in = ctx;
    cli_tell_step(NULL, page, 0, _(export_label(in->document)));
}

/* A stick may be taken out when all of it has reached it. */
static bool may_be_taken_out(const char *path)
{
    char *folder = file_dir(path);
    bool may = !copy_is_stick(path) || copy_flush_medium(folder);
    free(folder);
    return may;
}

static void tell_result(const struct cli_call *c, const struct export_result *r, bool told)
{
    const char *remarks = export_remarks(r, c->arena);
    if (told) {
        cli_tell_notes(remarks);
        cli_tell_done(!r->path || may_be_taken_out(r->path), r->path ? r->path : "-");
        return;
    }
    if (r->path)
        cli_say(_("Tersimpan di %s"), r->path);
    else
        cli_say(_("Dikirim ke pencetak: %d rangkap, %d halaman."), r->copies, r->pages);
    if (r->locked)
        cli_say(_("Sidik naskah: %s"), r->fingerprint);
    if (*remarks)
        cli_say(_("Perhatian: %s"), remarks);
}

/* What is to be made, besides the session. */
struct order {
    const char *document, *ending;
    int copies;  /* > 0: printed */
    int stop_fd; /* -1: by no caller */
    struct press_crew *crew;
};

static int export_from(struct app *a, struct cli_call *c, const struct order *o)
{
    struct err e = {0};
    struct export_result done;
    bool told = o->stop_fd >= 0;
    struct export_request in = {
        .document = o->document,
        .privacy = cli_value(c, "publikasi") ? PRIVACY_PUBLIKASI : PRIVACY_ARSIP,
        .path = cli_value(c, "ke"),
        .copies = o->copies,
        .draft = cli_value(c, "draf") != NULL,
        .csv_plain = cli_value(c, "csv") != NULL && strcmp(cli_value(c, "csv"), "polos") == 0,
        .page = told ? tell_page : NULL,
        .ctx = &in,
        .cancel_fd = o->stop_fd,
        .crew = o->crew,
    };
    if (told)
        tell_page(&in, 0);
    if (in.path && is_folder(in.path))
        in.path = arena_printf(c->arena, "%s/%s", in.path, export_file_name(a, &in, o->ending, c->arena));
    enum err_code code = o->copies > 0 ? print_document(a, &in, c->arena, &done, &e)
                                       : export_document(a, &in, c->arena, &done, &e);
    if (code)
        return cli_fail(&e);
    tell_result(c, &done, told);
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

/* 1 to 99; 0: it is no such number. */
static int copies_of(const char *typed)
{
    char *end;
    long n = strtol(typed, &end, 10);
    return *end == '\0' && n >= 1 && n <= 99 ? (int)n : 0;
}

static int make(struct cli_call *c, struct order *o, const char *press)
{
    int code;
    o->stop_fd = cli_value(c, "kemajuan") ? cli_listen_for_stop(true) : -1;
    o->crew = press_crew_open(1, o->stop_fd);
    if (press) /* it starts while the session is opened */
        press_crew_ready(o->crew, press);
    struct app *a = cli_open(c, CLI_READS, &code);
    if (a) {
        code = export_from(a, c, o);
        app_close(a);
    }
    press_crew_close(o->crew);
    if (o->stop_fd >= 0)
        close(o->stop_fd);
    return code;
}

static int run(struct cli_call *c)
{
    struct err e = {0};
    struct order o = {.copies = 0};
    const struct export_format *format;
    const char *to = cli_value(c, "ke"), *wanted = cli_value(c, "dokumen"), *csv = cli_value(c, "csv");
    const char *copies = cli_value(c, "cetak");
    if (!to && !copies)
        return cli_wrong(c, _("sebutkan berkas tujuannya, misalnya --ke BA.pdf"));
    if (to && copies)
        return cli_wrong(c, _("pilih satu: --ke untuk berkas, atau --cetak untuk pencetak"));
    if (copies && (o.copies = copies_of(copies)) == 0)
        return cli_wrong(c, _("--cetak diikuti jumlah rangkap, 1 sampai 99, bukan \"%s\""), copies);
    if (copies)
        to = "x.pdf";
    else if (is_folder(to))
        to = arena_printf(c->arena, "%s/x%s", to, export_usual_ending(wanted, c->arena));
    if (export_choose(wanted, to, c->arena, &format, &o.document, &e))
        return cli_wrong(c, "%s", e.text);
    if (csv && strcmp(csv, "polos") != 0 && strcmp(csv, "excel") != 0)
        return cli_wrong(c, _("--csv mengenal excel dan polos, bukan \"%s\""), csv);
    o.ending = format->ending;
    return make(c, &o, copies ? NULL : format->press);
}

const struct cli_command command_export = {
    .name = "ekspor",
    .english = "export",
    .args = "FILE.fkp --ke TUJUAN|--cetak N",
    .min_args = 1,
    .max_args = 1,
    .summary = N_("membuat dokumen; akhiran berkas tujuan menentukan bentuknya"),
    .options =
        {
            {"dokumen", "document", "NAMA",
             N_("yang dibuat (daftarnya di bawah); bila tidak disebut: yang lazim untuk bentuk itu")},
            {"ke", "to", "TUJUAN", N_("berkas tujuan; akhirannya menentukan bentuknya. Folder: nama berkasnya dari tanggal dan unit")},
            {"csv", "csv", "GAYA", N_("excel: titik koma, untuk lembar kerja (lazim); polos: koma, untuk program")},
            {"cetak", "print", "RANGKAP", N_("ke pencetak, bukan ke berkas; berapa rangkap")},
            {"publikasi", "public", NULL, N_("tanpa data pribadi")},
            {"draf", "draft", NULL, N_("bertanda DRAF walaupun sudah dikunci")},
            {"kemajuan", "progress", NULL, N_("baris kemajuan untuk program yang memanggil")},
        },
    .run = run,
    .more_help = more_help,
};
