#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/read_csv.h"

/* A table in short: cells joined by |, rows by a slash. */
static const char *flat(const struct sheet *s, char *out, size_t size)
{
    size_t n = 0;
    out[0] = '\0';
    for (size_t i = 0; i < s->n; i++) {
        n += (size_t)snprintf(out + n, size - n, "%s", i ? " / " : "");
        for (size_t j = 0; j < s->v[i].n; j++)
            n += (size_t)snprintf(out + n, size - n, "%s%s", j ? "|" : "", s->v[i].cells[j]);
    }
    return out;
}

struct bytes_case {
    const char *bytes;
    size_t n; /* 0: strlen */
    char delimiter;
    const char *encoding;
    bool bom, twice;
    const char *rows;
};

#define UTF16LE                                                                                    \
    "\xFF\xFEN\0A\0M\0A\0;\0I\0N\0S\0T\0A\0N\0S\0I\0\n\0\xC9\0;\0"                                 \
    "B\0\n\0"

static const struct bytes_case good[] = {
    {"NAMA;INSTANSI\r\nAni;X\r\n", 0, ';', "UTF-8", false, false, "NAMA|INSTANSI / Ani|X"},
    {"NAMA,INSTANSI\nAni,X", 0, ',', "UTF-8", false, false, "NAMA|INSTANSI / Ani|X"},
    {"NAMA\tINSTANSI\nAni\tX\n", 0, '\t', "UTF-8", false, false, "NAMA|INSTANSI / Ani|X"},
    {"NAMA;INSTANSI\rAni;X\r", 0, ';', "UTF-8", false, false, "NAMA|INSTANSI / Ani|X"},
    {"\xEF\xBB\xBFNAMA;INSTANSI\nAni;X\n", 0, ';', "UTF-8", true, false, "NAMA|INSTANSI / Ani|X"},
    {"\xEF\xBB\xBF\"NAMA\";INSTANSI\n", 0, ';', "UTF-8", true, false, "NAMA|INSTANSI"},
    {"NAMA;KET\nNur\x92"
     "aini;a \x96 b\n\xC9lise;\x80\n",
     0, ';', "Windows-1252", false, false, "NAMA|KET / Nur’aini|a – b / Élise|€"},
    {UTF16LE, sizeof UTF16LE - 1, ';', "UTF-16", true, false, "NAMA|INSTANSI / É|B"},
    {"NAMA;KET\nBANJAR\xC3\x82;\xC3\xA2\xE2\x82\xAC\xC5\x93ya\xC3\xA2\xE2\x82\xAC\xC2\x9D\n", 0,
     ';', "UTF-8", false, true,
     "NAMA|KET / BANJARÂ|â€œyaâ€"}, /* shown as it is until the repair is asked for */
    /* names with more commas than the file has semicolons */
    {"NAMA;INSTANSI\nA, S.H., M.H., M.Si.;X\nB, S.E., M.M., Ph.D.;Y\n", 0, ';', "UTF-8", false,
     false, "NAMA|INSTANSI / A, S.H., M.H., M.Si.|X / B, S.E., M.M., Ph.D.|Y"},
    {"Daftar; undangan; lengkap; sekali\nNAMA,INSTANSI,UNSUR\nAni,X,LSM\n", 0, ',', "UTF-8", false,
     false, "Daftar; undangan; lengkap; sekali / NAMA|INSTANSI|UNSUR / Ani|X|LSM"},
    /* quotes */
    {"NAMA;KET\n\"Ani; S.H.\";\"dua\nbaris\"\nBudi;x\n", 0, ';', "UTF-8", false, false,
     "NAMA|KET / Ani; S.H.|dua baris / Budi|x"},
    {"NAMA;KET\n\"Ani \"\"Mat\"\" Ali\";x\n", 0, ';', "UTF-8", false, false,
     "NAMA|KET / Ani \"Mat\" Ali|x"},
    {"NAMA;KET\nAni \"Mat\" Ali;x\n", 0, ';', "UTF-8", false, false,
     "NAMA|KET / Ani \"Mat\" Ali|x"},
    /* blank rows count, as in a spreadsheet */
    {"NAMA;KET\n\n\nAni;x\n", 0, ';', "UTF-8", false, false, "NAMA|KET /  /  / Ani|x"},
    {"  NAMA ; KET  \n  Ani   Sri ;\t x\n", 0, ';', "UTF-8", false, false, "NAMA|KET / Ani Sri|x"},
    {"NAMA;KET\nAni\x1b[31m;\x07x\n", 0, ';', "UTF-8", false, false, "NAMA|KET / Ani[31m|x"}};

static void csv_read_bytes__reads_what_offices_send(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof good / sizeof good[0]; i++) {
        struct arena *a = arena_new();
        struct sheet s;
        struct csv_info info;
        struct err e = {0};
        char got[600];
        const struct bytes_case *c = &good[i];
        if (csv_read_bytes(c->bytes, c->n ? c->n : strlen(c->bytes), false, a, &s, &info, &e) !=
            ERR_NONE)
            fail_msg("case %zu: %s", i, e.text);
        assert_string_equal(flat(&s, got, sizeof got), c->rows);
        assert_int_equal(info.delimiter, c->delimiter);
        assert_string_equal(info.encoding, c->encoding);
        assert_int_equal(info.bom, c->bom);
        assert_int_equal(info.twice_encoded, c->twice);
        assert_false(info.repaired);
        for (size_t r = 0; r < s.n; r++)
            assert_int_equal(s.v[r].line, r + 1);
        arena_free(a);
    }
}

static void csv_read_bytes__repairs_double_encoding_when_asked(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct sheet s;
    struct csv_info info;
    struct err e = {0};
    char got[600];
    const char *bytes = "NAMA;KET\nNur\xC3\xA2\xE2\x82\xAC\xE2\x84\xA2"
                        "aini;caf\xC3\x83\xC2\xA9 \xC3\x89lise\n";
    assert_int_equal(csv_read_bytes(bytes, strlen(bytes), true, a, &s, &info, &e), ERR_NONE);
    assert_true(info.twice_encoded && info.repaired);
    assert_string_equal(flat(&s, got, sizeof got), "NAMA|KET / Nur’aini|café Élise");
    /* nothing to repair: nothing is touched */
    const char *sound = "NAMA;KET\nÉlise;Ångström\n";
    assert_int_equal(csv_read_bytes(sound, strlen(sound), true, a, &s, &info, &e), ERR_NONE);
    assert_false(info.twice_encoded);
    assert_string_equal(flat(&s, got, sizeof got), "NAMA|KET / Élise|Ångström");
    arena_free(a);
}

struct bad_case {
    const char *bytes;
    size_t n;
    enum err_code code;
    const char *says;
};

static const struct bad_case bad[] = {
    {"", 0, ERR_INPUT, "kosong"},
    {"\n;;;\n,\n", 0, ERR_INPUT, "kosong"},
    {"\xEF\xBB\xBF", 0, ERR_INPUT, "kosong"},
    {"PK\x03\x04....", 0, ERR_INPUT, "Excel"},
    {"\xD0\xCF\x11\xE0....", 0, ERR_INPUT, "Excel lama"},
    {"%PDF-1.7", 0, ERR_INPUT, "PDF"},
    {"\x89PNG....", 0, ERR_INPUT, "gambar"},
    {"NAMA\0;KET", 9, ERR_INPUT, "bukan berkas teks"},
    {"\xFF\xFE\x00\xD8\x00\xD8", 6, ERR_INPUT, "UTF-16"},
    {"NAMA;KET\nAni;\"buka\nBudi;x\nCici;y\n", 0, ERR_INPUT, "sekitar baris 2"},
    {"NAMA;KET\nAni \"Mat\" Ali;\"buka\nBudi;x\n", 0, ERR_INPUT, "tidak pernah ditutup"}};

static void csv_read_bytes__says_what_is_wrong(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        struct arena *a = arena_new();
        struct sheet s;
        struct err e = {0};
        const struct bad_case *c = &bad[i];
        if (csv_read_bytes(c->bytes, c->n ? c->n : strlen(c->bytes), false, a, &s, NULL, &e) !=
            c->code)
            fail_msg("case %zu is not refused", i);
        if (!strstr(e.text, c->says) || !strstr(e.text, "Tidak ada yang diubah"))
            fail_msg("case %zu: %s", i, e.text);
        arena_free(a);
    }
}

static void csv_read_bytes__keeps_limits(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct buf b = BUF_INIT;
    struct sheet s;
    struct err e;
    for (unsigned i = 0; i < CSV_ROW_LIMIT + 1; i++)
        buf_puts(&b, "a;b\n");
    assert_int_equal(csv_read_bytes(b.p, b.len, false, a, &s, NULL, &e), ERR_FULL);
    assert_int_equal(csv_read_bytes(b.p, b.len - 4, false, a, &s, NULL, &e), ERR_NONE);
    buf_clear(&b);
    for (unsigned i = 0; i < CSV_COLUMN_LIMIT; i++)
        buf_puts(&b, "a;");
    assert_int_equal(csv_read_bytes(b.p, b.len - 1, false, a, &s, NULL, &e), ERR_NONE);
    buf_puts(&b, "b;c");
    assert_int_equal(csv_read_bytes(b.p, b.len, false, a, &s, NULL, &e), ERR_FULL);
    buf_done(&b);
    char *big = mem_zalloc(CSV_FILE_LIMIT + 1);
    memset(big, 'x', CSV_FILE_LIMIT + 1);
    assert_int_equal(csv_read_bytes(big, CSV_FILE_LIMIT + 1, false, a, &s, NULL, &e), ERR_FULL);
    free(big);
    assert_int_equal(csv_read_file("/no/such/list.csv", false, a, &s, NULL, &e), ERR_NOTFOUND);
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(csv_read_bytes__reads_what_offices_send),
        cmocka_unit_test(csv_read_bytes__repairs_double_encoding_when_asked),
        cmocka_unit_test(csv_read_bytes__says_what_is_wrong),
        cmocka_unit_test(csv_read_bytes__keeps_limits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
