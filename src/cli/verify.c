/* `mufakat periksa`: is the file whole, and does a paper belong to it? */
#include "config.h"

#include "app/read.h"
#include "cli/command.h"

static int verify_all(struct app *a, struct cli_call *c)
{
    struct err e = {0};
    struct verify_report r;
    if (read_verify(a, c->arena, &r, &e))
        return cli_fail(&e);
    cli_print(_("%lld perubahan dari %lld penulis, %lld penguncian.\n"), (long long)r.changes,
              (long long)r.writers, (long long)r.locks);
    for (size_t i = 0; i < r.n; i++)
        cli_print("- %s\n", r.v[i].text);
    if (r.sound) {
        cli_print(
            _("Berkas utuh: rantai, tabel, dan sidik cocok. Ini menunjukkan bahwa berkas tidak "
              "berubah sejak dicatat, bukan bahwa catatannya benar.\n"));
        return EXIT_DONE;
    }
    cli_say(_("mufakat: berkas ini tidak utuh; lihat daftar di atas. Berkas tidak diubah. Simpan "
              "salinannya dan pakai salinan terakhir yang utuh."));
    return EXIT_FAILED;
}

static int verify_paper(struct app *a, struct cli_call *c)
{
    struct err e = {0};
    struct fingerprint_match m;
    if (read_fingerprint(a, c->args[1], c->arena, &m, &e))
        return cli_fail(&e);
    if (!m.belongs) {
        cli_print(
            _("Sidik ini bukan milik berkas sesi ini. Periksa ketikannya, atau cari berkas sesi "
              "yang lain.\n"));
        return EXIT_FAILED;
    }
    if (!m.intact) {
        cli_print(_("Sidik ini milik berkas ini, tetapi isi yang dikunci sudah berubah. Jangan "
                    "andalkan berkas ini; pakai salinan yang utuh.\n"));
        return EXIT_FAILED;
    }
    char at[DATE_TEXT], day[DATE_TEXT];
    cli_print(_("Naskah ini milik berkas ini dan isinya utuh. Dikunci %s pukul %s.\n"),
              date_shown(stamp_day(m.lock.at, app_zone(a)), day),
              stamp_clock(m.lock.at, app_zone(a), at));
    if (m.latest && m.lock.unlocked_at != NONE) {
        /* the paper in somebody's hand looks valid, but it is being replaced */
        cli_print(_("Ini naskah yang terakhir dikunci, tetapi kuncinya sudah dibuka %s pukul %s dan "
                    "belum dikunci lagi. Tunggu naskah penggantinya.\n"),
                  date_shown(stamp_day(m.lock.unlocked_at, app_zone(a)), day),
                  stamp_clock(m.lock.unlocked_at, app_zone(a), at));
        return EXIT_RULE;
    }
    if (m.latest) {
        cli_print(_("Ini naskah yang terakhir.\n"));
        return EXIT_DONE;
    }
    cli_print(_("Ini BUKAN naskah yang terakhir: sesudahnya ada penguncian yang lebih baru.\n"));
    return EXIT_RULE;
}

static int run(struct cli_call *c)
{
    int code;
    struct app *a = cli_open(c, CLI_READS, &code);
    if (!a)
        return code;
    code = c->n_args > 1 ? verify_paper(a, c) : verify_all(a, c);
    app_close(a);
    return code;
}

const struct cli_command command_verify = {
    .name = "periksa",
    .english = "verify",
    .args = "FILE.fkp [SIDIK]",
    .min_args = 1,
    .max_args = 2,
    .summary = N_(
        "memeriksa keutuhan; dengan SIDIK: apakah naskah itu milik berkas ini dan yang terakhir"),
    .run = run,
};
