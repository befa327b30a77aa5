/* The figures of the day - who came, what was said, what was agreed - are the same in every paper, book and file of
 * the pack, read out of each as a reader would. */
#include "config.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/make_pack.h"
#include "base/file.h"
#include "tests/app/decode.h"
#include "tests/app/fixture.h"

enum figure { PRESENT, INPUTS, AGREEMENTS, ASKED };
/* Two of the fourteen are answers of the provider. */
static const int expected[] = {[PRESENT] = 24, [INPUTS] = 14, [AGREEMENTS] = 6, [ASKED] = 12};

struct day {
    struct fixture *f;
    const char *pack;
};

static int set_up(void **state)
{
    struct day *d = mem_zalloc(sizeof *d);
    struct pack_result r;
    fixture_practice_setup((void **)&d->f);
    const struct pack_request in = {.folder = d->f->folder};
    if (make_pack(d->f->app, &in, d->f->arena, &r, &d->f->err))
        fail_msg("%s", d->f->err.text);
    d->pack = r.path;
    *state = d;
    return 0;
}

static int tear_down(void **state)
{
    struct day *d = *state;
    fixture_teardown((void **)&d->f);
    free(d);
    return 0;
}

/* "2-arsip/notula.pdf" as it is called on the disk. */
static const char *path_of(struct day *d, const char *name)
{
    const char *base = strchr(name, '/') + 1;
    return arena_printf(d->f->arena, "%s/%.*s2026-11-12-disdukcapil-%s", d->pack, (int)(base - name), name, base);
}

/* What can be read in a file, every run of blanks as one. */
static char *text_of(struct day *d, const char *name)
{
    struct buf b = BUF_INIT, out = BUF_INIT;
    decode_file(path_of(d, name), d->f->folder, &b);
    for (size_t i = 0; i < b.len; i++) {
        char c = b.p[i] == '\n' || b.p[i] == '\r' || b.p[i] == '\t' || b.p[i] == '\f' || b.p[i] == '\0' ? ' ' : b.p[i];
        if (c != ' ' || (out.len > 0 && out.p[out.len - 1] != ' '))
            buf_putc(&out, c);
    }
    char *text = arena_strdup(d->f->arena, buf_str(&out));
    buf_done(&b);
    buf_done(&out);
    return text;
}

static void must_be(const char *name, const char *where, int got, enum figure figure)
{
    if (got != expected[figure])
        fail_msg("%s: \"%s\" is %d, not %d", name, where, got, expected[figure]);
}

/* The number behind these words; -1: they are not there. */
static int number_behind(const char *text, const char *words)
{
    const char *at = strstr(text, words);
    return at && isdigit((unsigned char)at[strlen(words)]) ? atoi(at + strlen(words)) : -1;
}

static void figures__are_told_in_words_of_every_paper(void **state)
{
    struct day *d = *state;
    static const struct {
        const char *name, *words;
        enum figure figure;
    } rows[] = {
        {"1-unggah/1-berita-acara.pdf", "dihadiri oleh ", PRESENT},
        {"1-unggah/2-daftar-hadir.pdf", "Jumlah hadir: ", PRESENT},
        {"1-unggah/3-notula.pdf", "Peserta Rapat : ", PRESENT},
        {"2-arsip/berita-acara.pdf", "dihadiri oleh ", PRESENT},
        {"2-arsip/daftar-hadir.pdf", "Jumlah hadir: ", PRESENT},
        {"2-arsip/notula.pdf", "Peserta Rapat : ", PRESENT},
        {"2-arsip/berita-acara.docx", "dihadiri oleh ", PRESENT},
        {"2-arsip/notula.md", "Peserta Rapat:** ", PRESENT},
        {"1-unggah/5-laporan-dan-tindak-lanjut.pdf", "Forum dihadiri ", PRESENT},
        {"1-unggah/5-laporan-dan-tindak-lanjut.pdf", "Tercatat ", INPUTS},
        {"1-unggah/5-laporan-dan-tindak-lanjut.pdf", "Dirumuskan ", AGREEMENTS},
        {"2-arsip/laporan.pdf", "Forum dihadiri ", PRESENT},
        {"2-arsip/laporan.pdf", "Tercatat ", INPUTS},
        {"2-arsip/laporan.pdf", "Dirumuskan ", AGREEMENTS},
        {"2-arsip/laporan.docx", "Forum dihadiri ", PRESENT},
        {"2-arsip/laporan.docx", "Tercatat ", INPUTS},
        {"2-arsip/laporan.docx", "Dirumuskan ", AGREEMENTS},
        {"3-publikasi/laporan-publikasi.pdf", "Forum dihadiri ", PRESENT},
        {"3-publikasi/laporan-publikasi.pdf", "Tercatat ", INPUTS},
        {"3-publikasi/laporan-publikasi.pdf", "Dirumuskan ", AGREEMENTS},
        {"2-arsip/laporan.pdf", "(empat belas) butir: ", ASKED},
        {"2-arsip/jawaban-masukan.pdf", "Dari ", ASKED},
        {"3-publikasi/jawaban-masukan-publikasi.pdf", "Dari ", ASKED},
        {"3-publikasi/jawaban-masukan-publikasi.md", "Dari ", ASKED},
        {"2-arsip/rencana-tindak-lanjut.pdf", "Selesai 0 dari ", AGREEMENTS},
        {"2-arsip/rencana-bulanan.pdf", "Selesai 0 dari ", AGREEMENTS},
        {"2-arsip/data-sesi.json", "\"present\": ", PRESENT},
        {"2-arsip/data-sesi.json", "\"inputs\": ", INPUTS},
        {"2-arsip/data-sesi.json", "\"agreements\": ", AGREEMENTS},
        {"2-arsip/rekap.csv", "Seluruh peserta hadir;13;11;0;", PRESENT},
        {"2-arsip/rekap.csv", "Seluruh masukan dan tanggapan;;;;", INPUTS},
        {"2-arsip/rekap.csv", "Seluruh butir;;;;", AGREEMENTS},
        {"3-publikasi/halaman-publik.html", "Peserta hadir</dt><dd>", PRESENT},
        {"3-publikasi/halaman-publik.html", "Masukan</dt><dd>", INPUTS},
        {"3-publikasi/halaman-publik.html", "Kesepakatan</dt><dd>", AGREEMENTS},
        {"3-publikasi/berita-acara-publikasi.pdf", "dihadiri oleh ", PRESENT},
        {"3-publikasi/daftar-hadir-publikasi.pdf", "Jumlah hadir: ", PRESENT},
        {"3-publikasi/notula-publikasi.pdf", "Peserta Rapat : ", PRESENT},
        {"3-publikasi/rencana-tindak-lanjut-publikasi.pdf", "Selesai 0 dari ", AGREEMENTS},
        {"3-publikasi/rencana-bulanan-publikasi.pdf", "Selesai 0 dari ", AGREEMENTS},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        must_be(rows[i].name, rows[i].words, number_behind(text_of(d, rows[i].name), rows[i].words), rows[i].figure);
}

/* How often these words stand in the file's own bytes. */
static int count(struct day *d, const char *name, const char *words)
{
    struct buf b = BUF_INIT;
    int n = 0;
    if (file_read(path_of(d, name), 1 << 24, &b, &d->f->err))
        fail_msg("%s", d->f->err.text);
    for (const char *at = buf_str(&b); (at = strstr(at, words)) != NULL; at += strlen(words))
        n++;
    buf_done(&b);
    return n;
}

/* Lines below the head of a table. */
static int rows_of(struct day *d, const char *name)
{
    struct buf b = BUF_INIT;
    int n = -1;
    bool quoted = false;
    decode_file(path_of(d, name), d->f->folder, &b);
    for (size_t i = 0; i < b.len; i++) {
        quoted ^= b.p[i] == '"';
        n += b.p[i] == '\n' && !quoted;
    }
    buf_done(&b);
    return n;
}

static void figures__are_the_rows_of_every_table(void **state)
{
    struct day *d = *state;
    must_be("masukan.csv", "rows", rows_of(d, "2-arsip/masukan.csv"), INPUTS);
    must_be("rencana-aksi.csv", "rows", rows_of(d, "2-arsip/rencana-aksi.csv"), AGREEMENTS);
    must_be("rencana-aksi-publikasi.csv", "rows", rows_of(d, "3-publikasi/rencana-aksi-publikasi.csv"), AGREEMENTS);
    static const char *const calendars[] = {"2-arsip/tenggat.ics", "3-publikasi/tenggat-publikasi.ics"};
    for (int i = 0; i < 2; i++)
        must_be(calendars[i], "deadlines", count(d, calendars[i], "SUMMARY:Batas waktu kesepakatan"), AGREEMENTS);
}

/* The last number in the row of a workbook's sheet that holds these words; -1: there is none. */
static int cell_behind(struct day *d, const char *text, const char *words)
{
    const char *strings = strstr(text, "<sst "), *sheet = strstr(text, "<sheetData>");
    const char *at = strings ? strstr(strings, words) : NULL;
    int index = -1, value = -1;
    assert_non_null(sheet);
    for (const char *si = strings; si && at && si < at; si = strstr(si + 1, "<si>"))
        index += strncmp(si, "<si>", 4) == 0;
    const char *cell = strstr(sheet, arena_printf(d->f->arena, "t=\"s\"><v>%d</v>", index));
    const char *end = cell ? strstr(cell, "</row>") : NULL;
    for (; cell && cell < end; cell = strstr(cell + 1, "<v>"))
        value = strncmp(cell, "<v>", 3) == 0 ? atoi(cell + 3) : value;
    return value;
}

static void figures__are_numbers_in_the_workbooks(void **state)
{
    struct day *d = *state;
    static const char *const names[] = {"2-arsip/rekap.xlsx", "3-publikasi/rekap-publikasi.xlsx"};
    for (int i = 0; i < 2; i++) {
        const char *text = text_of(d, names[i]);
        must_be(names[i], "hadir", cell_behind(d, text, ">Seluruh peserta hadir<"), PRESENT);
        must_be(names[i], "masukan", cell_behind(d, text, ">Seluruh masukan dan tanggapan<"), INPUTS);
        must_be(names[i], "butir", cell_behind(d, text, ">Seluruh butir<"), AGREEMENTS);
    }
}

/* The sheet's own filter spans its rows, from the head on. */
static void figures__are_the_rows_of_every_sheet(void **state)
{
    struct day *d = *state;
    static const struct {
        const char *name;
        enum figure figure;
    } rows[] = {{"2-arsip/masukan.xlsx", INPUTS},
                {"3-publikasi/masukan-publikasi.xlsx", INPUTS},
                {"2-arsip/rencana-aksi.xlsx", AGREEMENTS},
                {"3-publikasi/rencana-aksi-publikasi.xlsx", AGREEMENTS}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *at = strstr(text_of(d, rows[i].name), "<autoFilter ref=\"");
        int head = 0, last = 0;
        assert_non_null(at);
        assert_int_equal(sscanf(at, "<autoFilter ref=\"A%d:%*[A-Z]%d\"", &head, &last), 2);
        must_be(rows[i].name, "rows", last - head, rows[i].figure);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(figures__are_told_in_words_of_every_paper),
        cmocka_unit_test(figures__are_numbers_in_the_workbooks),
        cmocka_unit_test(figures__are_the_rows_of_every_table),
        cmocka_unit_test(figures__are_the_rows_of_every_sheet),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
