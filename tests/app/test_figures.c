/* Who came, what was said, what was agreed: the same figures in every paper, in each form of the berita acara and in
 * every format that can carry them, read out of the files as a reader would. */
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

#include <jansson.h>

#include "app/export_document.h"
#include "app/export_format.h"
#include "app/set_field.h"
#include "base/file.h"
#include "tests/app/decode.h"
#include "tests/app/fixture.h"

/* Of the practice session; two of the fourteen inputs are answers of the provider. */
enum figure { PRESENT = 24, INPUTS = 14, AGREEMENTS = 6, ASKED = 12 };

static void set_session(struct fixture *f, int field, const char *typed)
{
    struct job *j;
    struct set_field_args *x = set_field_job(f->app, &j);
    x->entity = ENTITY_session;
    x->field = field;
    x->typed = true;
    x->text = job_text(j, typed);
    fixture_do(f, j);
}

static const char *export(struct fixture *f, const char *document, const char *ending)
{
    const char *path = arena_printf(f->arena, "%s/%s%s", f->folder, document, ending);
    const struct export_request in = {.document = document, .privacy = PRIVACY_ARSIP, .path = path};
    struct export_result done;
    if (export_document(f->app, &in, f->arena, &done, &f->err))
        fail_msg("%s%s: %s", document, ending, f->err.text);
    return path;
}

/* --- words, whatever the format --- */

static bool ends_with(const char *path, const char *ending)
{
    return strcmp(path + strlen(path) - strlen(ending), ending) == 0;
}

static void read_pdf(const char *path, struct buf *out)
{
    char line[1300], piece[65536];
    snprintf(line, sizeof line, "pdftotext -raw -enc UTF-8 '%s' -", path); /* cell by cell */
    FILE *p = popen(line, "r");
    assert_non_null(p);
    for (size_t n; (n = fread(piece, 1, sizeof piece, p)) > 0;)
        buf_add(out, piece, n);
    assert_int_equal(pclose(p), 0);
}

/* What a tag is to a reader: the end of a paragraph or cell parts words, the end of a run does not. */
static bool parts_words(const char *tag, bool docx)
{
    return !docx || strncmp(tag, "/w:p>", 5) == 0 || strncmp(tag, "w:br/>", 6) == 0 || strncmp(tag, "w:tab/>", 7) == 0;
}

/* Without tags and marks of Markdown, every run of blanks as one. */
static char *plain(struct fixture *f, const struct buf *b, const char *path)
{
    bool docx = ends_with(path, ".docx"), tags = docx || ends_with(path, ".html"), marks = ends_with(path, ".md");
    struct buf out = BUF_INIT;
    for (const char *s = buf_str(b); *s; s++) {
        char c = *s;
        if (tags && c == '<') {
            c = parts_words(s + 1, docx) ? ' ' : '\0';
            s += strcspn(s, ">");
        } else if (marks && (strchr("\\*", c) || strncmp(s, "<br>", 4) == 0)) {
            s += c == '<' ? 3 : 0;
            c = c == '<' ? ' ' : '\0';
        }
        c = c && strchr("\n\r\t\f", c) ? ' ' : c;
        if (c && (c != ' ' || (out.len > 0 && out.p[out.len - 1] != ' ')))
            buf_putc(&out, c);
        if (!*s)
            break;
    }
    char *text = arena_strdup(f->arena, buf_str(&out));
    buf_done(&out);
    return text;
}

static char *words_of(struct fixture *f, const char *document, const char *ending)
{
    const char *path = export(f, document, ending);
    struct buf b = BUF_INIT;
    if (ends_with(path, ".pdf"))
        read_pdf(path, &b);
    else if (ends_with(path, ".docx"))
        decode_file(path, f->folder, &b);
    else
        assert_int_equal(file_read(path, 1 << 24, &b, &f->err), ERR_NONE);
    if (ends_with(path, ".docx")) { /* other parts have texts of their own */
        const char *body = memmem(b.p, b.len, "<w:body>", 8);
        assert_non_null(body);
        size_t skip = (size_t)(body - b.p);
        memmove(b.p, body, b.len - skip);
        b.len -= skip;
        const char *end = memmem(b.p, b.len, "</w:body>", 9);
        assert_non_null(end);
        b.len = (size_t)(end - b.p);
        b.p[b.len] = '\0';
    }
    char *text = plain(f, &b, path);
    buf_done(&b);
    return text;
}

/* The number behind these words, wherever the format puts its colon; -1: there is none. */
static int number_behind(const char *text, const char *words)
{
    const char *at = strstr(text, words);
    if (!at)
        return -1;
    at += strlen(words);
    at += strspn(at, " :");
    return isdigit((unsigned char)*at) ? atoi(at) : -1;
}

static int times(const char *text, const char *words)
{
    int n = 0;
    for (; (text = strstr(text, words)) != NULL; text += strlen(words))
        n++;
    return n;
}

static const char *const endings[] = {".pdf", ".docx", ".txt", ".md", ".html"};

/* A figure as it stands in words, or as so many rows that hold them ("a|b": either). */
struct place {
    const char *words;
    enum figure figure;
    bool rows;
};

static int rows_with(const char *text, const char *words)
{
    const char *bar = strchr(words, '|');
    if (!bar)
        return times(text, words);
    char first[80];
    snprintf(first, sizeof first, "%.*s", (int)(bar - words), words);
    return times(text, first) + times(text, bar + 1);
}

static void check(struct fixture *f, const char *document, const struct place *v, size_t n)
{
    for (size_t e = 0; e < sizeof endings / sizeof *endings; e++) {
        const char *text = words_of(f, document, endings[e]);
        for (size_t i = 0; i < n; i++) {
            int got = v[i].rows ? rows_with(text, v[i].words) : number_behind(text, v[i].words);
            if (got != (int)v[i].figure)
                fail_msg("%s%s: \"%s\" is %d, not %d", document, endings[e], v[i].words, got, (int)v[i].figure);
        }
    }
}

#define CHECK(f, document, ...) \
    check(f, document, (const struct place[]){__VA_ARGS__}, sizeof((const struct place[]){__VA_ARGS__}) / sizeof(struct place))

/* In the tables of text files the words of a cell are spread over lines, so those are not read there. */
static void figures__are_the_same_in_every_form_of_the_berita_acara(void **state)
{
    struct fixture *f = *state;
    static const char came[] = "dihadiri oleh", stakeholders[] = "pemangku kepentingan sebanyak";
    static const char problem[] = "Kesepakatan ini menjawab masalah";
    static const char *const forms[] = {"a", "b", "c", "d"};
    for (size_t i = 0; i < 4; i++) {
        set_session(f, session_F_ba_variant, forms[i]);
        CHECK(f, "berita-acara", {i == 1 ? stakeholders : came, PRESENT, false}, {"Jumlah hadir", PRESENT, false});
        if (i > 0)
            CHECK(f, "berita-acara", {problem, AGREEMENTS, true});
    }
}

/* The columns of status and source make the table of form A a list in text. */
static void figures__are_the_rows_of_the_table_of_form_a(void **state)
{
    struct fixture *f = *state;
    static const int columns[] = {session_F_with_source, session_F_with_component, session_F_with_status};
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++)
        set_session(f, columns[i], "ya");
    CHECK(f, "berita-acara", {"Jangka pendek (|Jangka menengah (", AGREEMENTS, true},
          {"(masukan nomor ", AGREEMENTS, true});
}

static void figures__are_the_same_in_every_other_paper(void **state)
{
    struct fixture *f = *state;
    CHECK(f, "daftar-hadir", {"Jumlah hadir", PRESENT, false});
    CHECK(f, "notula", {"Peserta Rapat", PRESENT, false});
    CHECK(f, "laporan", {"Forum dihadiri", PRESENT, false}, {"Konsultasi Publik dihadiri", PRESENT, false},
          {"Tercatat", INPUTS, false}, {"(empat belas) butir", ASKED, false}, {"Dirumuskan", AGREEMENTS, false},
          {"menghasilkan", AGREEMENTS, false}, {"masukan dihasilkan", AGREEMENTS, false});
    CHECK(f, "rencana-tindak-lanjut", {"Selesai 0 dari", AGREEMENTS, false}, {"Proses (0%)|Belum (0%)", AGREEMENTS, true});
    CHECK(f, "rencana-bulanan", {"Selesai 0 dari", AGREEMENTS, false});
    CHECK(f, "jawaban-masukan", {"Dari", ASKED, false});
    CHECK(f, "halaman-publik", {"Peserta hadir", PRESENT, false}, {"Masukan", INPUTS, false},
          {"butir:", ASKED, false}, {"Kesepakatan", AGREEMENTS, false}, {"disepakati dari", AGREEMENTS, false});
}

/* --- books and data --- */

/* Fields of CSV, in quotes or not, that are these words and no more. */
static int fields_with(struct fixture *f, const char *path, const char *words)
{
    struct buf b = BUF_INIT;
    int n = 0;
    bool quoted = false;
    size_t length = strlen(words);
    assert_int_equal(file_read(path, 1 << 24, &b, &f->err), ERR_NONE);
    for (size_t i = 0, begin = 0; i < b.len; i++) {
        quoted ^= b.p[i] == '"';
        if (quoted || !strchr(";\r\n", b.p[i]))
            continue;
        n += i - begin == length && memcmp(b.p + begin, words, length) == 0;
        begin = i + 1;
    }
    buf_done(&b);
    return n;
}

/* Cells of a workbook that hold these words. */
static int cells_with(struct fixture *f, const char *path, const char *words)
{
    struct buf b = BUF_INIT;
    int index = -1;
    decode_file(path, f->folder, &b);
    const char *text = arena_memdup(f->arena, b.p, b.len);
    size_t length = b.len;
    buf_done(&b);
    const char *strings = memmem(text, length, "<sst ", 5), *sheet = memmem(text, length, "<sheetData>", 11);
    assert_true(strings && sheet);
    const char *at = strstr(strings, arena_printf(f->arena, ">%s<", words));
    assert_non_null(at);
    for (const char *si = strings; (si = strstr(si, "<si>")) != NULL && si < at; si++)
        index++;
    const char *data = arena_memdup(f->arena, sheet, (size_t)(strstr(sheet, "</sheetData>") - sheet));
    return times(data, arena_printf(f->arena, "t=\"s\"><v>%d</v>", index));
}

/* Who came to the forum, without those who run it. */
static void figures__are_the_people_of_the_list(void **state)
{
    struct fixture *f = *state;
    static const int staff = 3; /* the moderator and two who write */
    assert_int_equal(fields_with(f, export(f, "peserta", ".csv"), "Hadir"), PRESENT + staff);
    assert_int_equal(cells_with(f, export(f, "peserta", ".xlsx"), "Hadir"), PRESENT + staff);
    assert_int_equal(fields_with(f, export(f, "masukan", ".csv"), "Tanggapan") + ASKED, INPUTS);
}

static int rows_where(const json_t *all, const char *list, const char *key, const char *value)
{
    const json_t *row, *rows = json_object_get(all, list);
    size_t i;
    int n = 0;
    assert_true(json_is_array(rows));
    json_array_foreach(rows, i, row)
        n += !key || (json_is_string(json_object_get(row, key)) &&
                      strcmp(json_string_value(json_object_get(row, key)), value) == 0);
    return n;
}

static void figures__are_the_rows_of_the_data(void **state)
{
    struct fixture *f = *state;
    json_t *all = json_load_file(export(f, "data", ".json"), 0, NULL);
    assert_non_null(all);
    assert_int_equal(rows_where(all, "contributions", NULL, NULL), INPUTS);
    assert_int_equal(rows_where(all, "contributions", "kind", "tanggapan"), INPUTS - ASKED);
    assert_int_equal(rows_where(all, "agreements", NULL, NULL), AGREEMENTS);
    const json_t *sum = json_object_get(all, "summary");
    assert_int_equal(json_integer_value(json_object_get(sum, "present")), PRESENT);
    assert_int_equal(json_integer_value(json_object_get(sum, "inputs")), INPUTS);
    assert_int_equal(json_integer_value(json_object_get(sum, "agreements")), AGREEMENTS);
    json_decref(all);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_practice_setup, fixture_teardown)
    const struct CMUnitTest tests[] = {
        TEST(figures__are_the_same_in_every_form_of_the_berita_acara),
        TEST(figures__are_the_rows_of_the_table_of_form_a),
        TEST(figures__are_the_same_in_every_other_paper),
        TEST(figures__are_the_people_of_the_list),
        TEST(figures__are_the_rows_of_the_data),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
