/* `mufakat ekspor`: a document as a file. */
#include "config.h"

#include "app/export_document.h"
#include "cli/command.h"
#include "doc/documents.h"

static const char *known_documents(struct arena *ar)
{
    const char *all = "";
    for (const struct paper_kind *k = paper_kinds; k->code; k++)
        all = arena_printf(ar, "%s%s%s", all, *all ? ", " : "", k->code);
    return all;
}

static int export_from(struct app *a, struct cli_call *c, const char *document)
{
    struct err e = {0};
    struct export_result done;
    const struct export_request in = {
        .document = document,
        .privacy = cli_value(c, "publikasi") ? PRIVACY_PUBLIKASI : PRIVACY_ARSIP,
        .path = cli_value(c, "ke"),
        .draft = cli_value(c, "draf") != NULL,
    };
    if (export_document(a, &in, c->arena, &done, &e))
        return cli_fail(&e);
    cli_say(_("Tersimpan di %s"), done.path);
    if (done.locked)
        cli_say(_("Sidik naskah: %s"), done.fingerprint);
    if (done.differs)
        cli_say(
            _("Perhatian: isi sesi sekarang berbeda dari naskah yang dikunci; yang dicetak adalah "
              "naskah yang dikunci."));
    return EXIT_DONE;
}

static int run(struct cli_call *c)
{
    const char *document = cli_value(c, "dokumen");
    if (!document)
        document = "berita-acara";
    if (!paper_kind_find(document))
        return cli_wrong(c, _("dokumen \"%s\" tidak dikenal (ada: %s)"), document,
                         known_documents(c->arena));
    if (!cli_value(c, "ke"))
        return cli_wrong(c, _("sebutkan berkas tujuannya, misalnya --ke BA.pdf"));
    int code;
    struct app *a = cli_open(c, CLI_WRITES_IF_IT_CAN, &code);
    if (!a)
        return code;
    code = export_from(a, c, document);
    app_close(a);
    return code;
}

const struct cli_command command_export = {
    .name = "ekspor",
    .english = "export",
    .args = "FILE.fkp --ke TUJUAN",
    .min_args = 1,
    .max_args = 1,
    .summary = N_("membuat dokumen: .pdf untuk dicetak, .txt untuk dibaca"),
    .options =
        {
            {"dokumen", "document", "NAMA",
             N_("berita-acara (bila tidak disebut) atau daftar-hadir")},
            {"ke", "to", "TUJUAN", N_("berkas tujuan; akhirannya menentukan bentuknya")},
            {"publikasi", "public", NULL, N_("tanpa data pribadi")},
            {"draf", "draft", NULL, N_("bertanda DRAF walaupun sudah dikunci")},
        },
    .run = run,
};
