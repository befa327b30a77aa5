#include "config.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <jansson.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/add_document.h"
#include "app/data_export.h"
#include "app/data_import.h"
#include "app/export_document.h"
#include "app/lock_text.h"
#include "app/rows.h"
#include "app/set_field.h"
#include "base/file.h"
#include "db/store.h"
#include "doc/tree.h"
#include "tests/app/fixture.h"

static char *content(const char *path)
{
    struct buf b = BUF_INIT;
    struct err e;
    if (file_read(path, 1 << 24, &b, &e))
        fail_msg("%s", e.text);
    return buf_take(&b);
}

static void write_bytes(const char *path, const void *p, size_t n)
{
    struct err e;
    if (file_write(path, p, n, &e))
        fail_msg("%s", e.text);
}

/* The file's text with every run of blanks as one. */
static char *squeezed(const char *path)
{
    char *s = content(path), *to = s;
    for (const char *from = s; *from; from++)
        if (*from != ' ' && *from != '\n')
            *to++ = *from;
        else if (to > s && to[-1] != ' ')
            *to++ = ' ';
    *to = '\0';
    return s;
}

static void export__text_holds_the_day(void **state)
{
    struct fixture *f = *state;
    struct export_result r;
    struct export_request in = {.document = "berita-acara", .path = fixture_inside(f, "BA.txt")};
    assert_int_equal(export_document(f->app, &in, f->arena, &r, &f->err), ERR_NONE);
    assert_false(r.locked);
    assert_string_equal(r.path, in.path);
    char *text = squeezed(r.path);
    static const char *const wanted[] = {
        "Kamis tanggal dua belas bulan November tahun dua ribu dua puluh enam",
        "24 (dua puluh empat)", "3 (tiga)", "DRAF", "LSM Suara Tirta"};
    for (size_t i = 0; i < sizeof wanted / sizeof wanted[0]; i++)
        if (!strstr(text, wanted[i]))
            fail_msg("\"%s\" is missing", wanted[i]);
    free(text);
}

static void export__the_first_paper_fixes_the_numbers(void **state)
{
    struct fixture *f = *state;
    struct export_result r;
    struct export_request in = {.document = "daftar-hadir", .path = fixture_inside(f, "tidak/ada/x.txt")};
    fixture_person(f, "Sari", "Desa", UNSUR_PENGGUNA);
    assert_int_not_equal(export_document(f->app, &in, f->arena, &r, &f->err), ERR_NONE);
    assert_int_equal(dossier_session(fixture_load(f))->numbers_fixed_at,
                     NONE); /* nothing was printed */
    in.path = fixture_inside(f, "DH.txt");
    assert_int_equal(export_document(f->app, &in, f->arena, &r, &f->err), ERR_NONE);
    assert_true(r.fixed_numbers);
    assert_int_equal(dossier_session(fixture_load(f))->numbers_fixed_at, NINE_WITA);
    in.path = fixture_inside(f, "DH.txt");
    assert_int_equal(export_document(f->app, &in, f->arena, &r, &f->err), ERR_NONE);
    assert_false(r.fixed_numbers);
}

/* Twice into files of that ending: the same bytes, as many as the result says. */
static struct export_result export_twice(struct fixture *f, const char *ending, const char *magic)
{
    struct export_result r;
    struct export_request in = {.document = "berita-acara"};
    char hex[2][65];
    for (int i = 0; i < 2; i++) {
        int64_t size;
        in.path = fixture_inside(f, arena_printf(f->arena, "%d%s", i, ending));
        if (export_document(f->app, &in, f->arena, &r, &f->err))
            fail_msg("%s (%s)", f->err.text, f->err.detail);
        assert_int_equal(file_sha256(in.path, hex[i], &size, &f->err), ERR_NONE);
        assert_int_equal(size, r.size);
    }
    assert_string_equal(hex[0], hex[1]);
    char *bytes = content(in.path);
    assert_memory_equal(bytes, magic, strlen(magic));
    free(bytes);
    return r;
}

static void export__pdf_and_docx_are_made_and_the_same_twice(void **state)
{
    struct fixture *f = *state;
    struct export_result r = export_twice(f, ".pdf", "%PDF-");
    assert_true(r.pages >= 2);
    assert_int_equal(r.n_missing, 0);
    export_twice(f, ".docx", "PK\3\4");
}

static void export__publication_leaves_people_out(void **state)
{
    struct fixture *f = *state;
    struct export_result r;
    struct export_request in = {
        .document = "berita-acara", .privacy = PRIVACY_PUBLIKASI, .path = fixture_inside(f, "BA.txt")};
    assert_int_equal(export_document(f->app, &in, f->arena, &r, &f->err), ERR_NONE);
    char *text = squeezed(r.path);
    assert_null(strstr(text, "Sutrisno"));
    assert_null(strstr(text, "0812-0000"));
    free(text);
}

/* The name, not only its strange letters: somebody must find the person in the list. */
static void export__says_whose_name_cannot_be_printed(void **state)
{
    struct fixture *f = *state;
    struct export_result r;
    struct export_request in = {.document = "daftar-hadir", .path = fixture_inside(f, "DH.pdf")};
    assert_int_equal(export_document(f->app, &in, f->arena, &r, &f->err), ERR_NONE);
    assert_string_equal(export_remarks(&r, f->arena), "");
    for (int i = 1; i <= 5; i++) /* a private character that no font has */
        fixture_present(f, arena_printf(f->arena, "Siti \xF3\xB0\x80\x81 binti Nomor %d", i),
                        "Desa", UNSUR_PENGGUNA);
    assert_int_equal(export_document(f->app, &in, f->arena, &r, &f->err), ERR_NONE);
    assert_int_equal(r.n_missing, 5);
    const char *remarks = export_remarks(&r, f->arena);
    assert_non_null(strstr(remarks, "\"Siti \xF3\xB0\x80\x81 binti Nomor 1\", \"Siti"));
    assert_non_null(strstr(remarks, "dan 2 lainnya"));
    assert_non_null(strstr(remarks, "fonts-noto-core"));
}

static void export__refuses_in_words(void **state)
{
    struct fixture *f = *state;
    struct export_result r;
    struct export_request in = {.document = "berita-acara", .path = f->path};
    assert_int_equal(export_document(f->app, &in, f->arena, &r, &f->err), ERR_INPUT); /* .fkp */
    in.path = fixture_inside(f, "BA.odt");
    assert_int_equal(export_document(f->app, &in, f->arena, &r, &f->err), ERR_INPUT);
    assert_non_null(strstr(f->err.text, ".pdf"));
    in = (struct export_request){.document = "surat", .path = fixture_inside(f, "x.txt")};
    assert_int_equal(export_document(f->app, &in, f->arena, &r, &f->err), ERR_INPUT);
    assert_non_null(strstr(f->err.text, "daftar-hadir"));
    /* a link to the session under a harmless name */
    const char *trap = fixture_inside(f, "jebakan.txt");
    assert_int_equal(link(f->path, trap), 0);
    in = (struct export_request){.document = "daftar-hadir", .path = trap};
    assert_int_equal(export_document(f->app, &in, f->arena, &r, &f->err), ERR_INPUT);
    assert_non_null(strstr(f->err.text, "sesi ini sendiri"));
}

static void set_session(struct fixture *f, int field, const char *typed)
{
    struct job *j;
    struct set_field_args *x = set_field_job(f->app, &j);
    x->entity = ENTITY_session;
    x->row = ID_NONE;
    x->field = field;
    x->typed = true;
    x->text = job_text(j, typed);
    fixture_do(f, j);
}

/* Agenda, stances and documents are not frozen; the paper prints them as they were at the lock, and
 * nobody is told that it differs. */
static void export__form_b_prints_the_agenda_of_the_lock(void **state)
{
    struct fixture *f = *state;
    struct job *j;
    struct export_result r;
    char title[200] = "";
    set_session(f, session_F_ba_variant, "b");
    set_session(f, session_F_with_positions, "ya");
    const struct dossier *d = fixture_load(f);
    const struct agenda *heard = NULL;
    for (size_t i = 0; i < d->agenda.n; i++)
        if (d->agenda.v[i].kind == AGENDA_PAPARAN)
            heard = &d->agenda.v[i];
    if (!heard)
        fail_msg("the usual agenda has no presentation");
    const struct id row = heard ? heard->id : ID_NONE;
    snprintf(title, sizeof title, "%s", heard ? heard->title : "");
    lock_text_job(f->app, &j)->reason = "uji";
    fixture_do(f, j);
    struct set_field_args *x = set_field_job(f->app, &j);
    x->entity = ENTITY_agenda;
    x->row = row;
    x->field = agenda_F_title;
    x->typed = true;
    x->text = job_text(j, "Judul sesudah dikunci");
    fixture_do(f, j);
    struct export_request in = {.document = "berita-acara", .path = fixture_inside(f, "BA.txt")};
    if (export_document(f->app, &in, f->arena, &r, &f->err))
        fail_msg("%s (%s)", f->err.text, f->err.detail);
    assert_true(r.locked);
    assert_false(r.differs);
    char *text = content(r.path);
    assert_non_null(strstr(text, title));
    assert_null(strstr(text, "Judul sesudah dikunci"));
    free(text);
    /* the form itself is frozen */
    x = set_field_job(f->app, &j);
    x->entity = ENTITY_session;
    x->row = ID_NONE;
    x->field = session_F_ba_variant;
    x->typed = true;
    x->text = job_text(j, "c");
    fixture_refuse(f, j, ERR_RULE, "dikunci");
}

static void export__locked_paper_carries_the_fingerprint(void **state)
{
    struct fixture *f = *state;
    struct job *j;
    struct export_result r;
    struct export_request in = {.document = "berita-acara", .path = fixture_inside(f, "BA.txt")};
    struct lock_text_args *x = lock_text_job(f->app, &j);
    x->reason = "uji";
    fixture_do(f, j);
    char fingerprint[HASH_SHORT];
    memcpy(fingerprint, x->ret_fingerprint, sizeof fingerprint);
    if (export_document(f->app, &in, f->arena, &r, &f->err))
        fail_msg("%s (%s)", f->err.text, f->err.detail);
    assert_true(r.locked);
    assert_false(r.differs);
    assert_string_equal(r.fingerprint, fingerprint);
    char *text = content(r.path);
    assert_non_null(strstr(text, fingerprint));
    assert_null(strstr(text, "DRAF"));
    free(text);
    in.draft = true;
    assert_int_equal(export_document(f->app, &in, f->arena, &r, &f->err), ERR_NONE);
    assert_false(r.locked);
    text = content(r.path);
    assert_non_null(strstr(text, "DRAF"));
    free(text);
    struct document_tree *t;
    in.draft = false;
    in.path = NULL;
    assert_int_equal(export_tree(f->app, &in, f->arena, &t, &r, &f->err), ERR_NONE);
    assert_non_null(strstr(t->footer, fingerprint));
}

static void export__file_names_fit_any_stick(void **state)
{
    struct fixture *f = *state;
    struct export_request in = {.document = "berita-acara", .privacy = PRIVACY_PUBLIKASI};
    assert_string_equal(export_file_name(f->app, &in, ".pdf", f->arena),
                        "2026-11-12-disdukcapil-berita-acara-publikasi-draf.pdf");
    struct id s = app_session_id(f->app);
    fixture_set(f, ENTITY_session, &s, session_F_unit_short, "../Dinas: \"A/B\"?");
    in.privacy = PRIVACY_ARSIP;
    assert_string_equal(export_file_name(f->app, &in, ".txt", f->arena),
                        "2026-11-12-dinas-a-b-berita-acara-draf.txt");
}

/* --- the printer --- */

static void fake_lp(struct fixture *f, const char *script)
{
    const char *path = fixture_inside(f, "lp");
    write_bytes(path, script, strlen(script));
    assert_int_equal(chmod(path, 0755), 0);
    setenv("PATH", arena_printf(f->arena, "%s:/usr/bin:/bin", f->folder), 1);
}

static void print__hands_the_pdf_and_copies_to_lp(void **state)
{
    struct fixture *f = *state;
    struct export_result r;
    struct export_request in = {.document = "daftar-hadir"};
    fake_lp(f, "#!/bin/sh\nprintf '%s\\n' \"$*\" > \"$(dirname \"$0\")/said\"\nfor p; do :; "
               "done\nhead -c 5 \"$p\" >> "
               "\"$(dirname \"$0\")/said\"\n");
    if (print_document(f->app, &in, f->arena, &r, &f->err))
        fail_msg("%s (%s)", f->err.text, f->err.detail);
    assert_int_equal(r.copies, 3);
    char *said = content(fixture_inside(f, "said"));
    if (!strstr(said, "-n 3"))
        fail_msg("lp was given: %s", said);
    assert_non_null(strstr(said, "%PDF-"));
    free(said);
    fake_lp(f, "#!/bin/sh\necho 'lp: no default destination' >&2\nexit 1\n");
    in.copies = 1;
    assert_int_equal(print_document(f->app, &in, f->arena, &r, &f->err), ERR_IO);
    assert_non_null(strstr(f->err.text, "no default destination"));
    setenv("PATH", "/tidak/ada", 1);
    assert_int_equal(print_document(f->app, &in, f->arena, &r, &f->err), ERR_NOTFOUND);
    assert_non_null(strstr(f->err.text, "flashdisk"));
    setenv("PATH", "/usr/bin:/bin", 1);
}

/* --- documents --- */

static const unsigned char png[] = {0x89, 'P', 'N', 'G',  '\r', '\n', 0x1a, '\n', 0,    0, 0, 13,
                                    'I',  'H', 'D', 'R',  0,    0,    0,    1,    0,    0, 0, 1,
                                    8,    0,   0,   0,    0,    0x3a, 0x7e, 0x9b, 0x55, 0, 0, 0,
                                    10,   'I', 'D', 'A',  'T',  0x78, 0x9c, 0x63, 0x60, 0, 0, 0,
                                    2,    0,   1,   0x48, 0xaf, 0xa4, 0x71, 0,    0,    0, 0, 'I',
                                    'E',  'N', 'D', 0xae, 0x42, 0x60, 0x82};

static struct add_document_args *add(struct fixture *f, const char *path, int64_t kind)
{
    struct job *j;
    struct add_document_args *x;
    if (add_document_job(f->app, path, kind, "Foto", &j, &x, &f->err))
        fail_msg("%s (%s)", f->err.text, f->err.detail);
    fixture_do(f, j);
    return x;
}

static void document__a_picture_goes_into_the_file_once(void **state)
{
    struct fixture *f = *state;
    const char *path = fixture_inside(f, "IMG_20261112_085210.png");
    write_bytes(path, png, sizeof png);
    size_t before = fixture_load(f)->document.n;
    path = fixture_inside(f, "IMG_20261112_085210.png");
    struct add_document_args *x = add(f, path, NONE);
    assert_false(x->ret_known);
    struct id row = x->ret_row;
    struct dossier *d = fixture_load(f);
    assert_int_equal(d->document.n, before + 1);
    const struct document *doc = &d->document.v[before];
    assert_int_equal(doc->kind, DOC_FOTO);
    assert_string_equal(doc->mime, "image/png");
    assert_string_equal(doc->file_name, "IMG_20261112_085210.png");
    assert_int_equal(doc->size, sizeof png);
    assert_int_equal(doc->stored, 1);
    assert_int_equal(doc->taken_at,
                     stamp_of(date_of(2026, 11, 12), 8 * 60 + 52, ZONE_WITA) + 10000);
    struct buf b = BUF_INIT;
    assert_int_equal(read_blob(f->app, doc->sha256, &b, &f->err), ERR_NONE);
    assert_int_equal(b.len, sizeof png);
    assert_memory_equal(b.p, png, sizeof png);
    buf_done(&b);
    x = add(f, fixture_inside(f, "IMG_20261112_085210.png"), NONE);
    assert_true(x->ret_known);
    assert_true(id_eq(&x->ret_row, &row));
    assert_int_equal(fixture_load(f)->document.n, before + 1);
}

/* Into a new session by way of JSON, which brings no bytes. */
static void document__read_back_from_json_waits_for_its_bytes(void **state)
{
    struct fixture *f = *state;
    struct app_options o = fixture_options();
    struct buf json = BUF_INIT;
    struct verify_report report;
    struct app *own = f->app;
    const char *path = fixture_inside(f, "IMG_20261112_085210.png");
    write_bytes(path, png, sizeof png);
    add(f, path, NONE);
    assert_int_equal(data_export(own, &json, &f->err), ERR_NONE);
    if (data_create(fixture_inside(f, "kedua.fkp"), buf_str(&json), json.len, &o, &f->app, &f->err))
        fail_msg("%s (%s)", f->err.text, f->err.detail);
    buf_done(&json);
    struct dossier *d = fixture_load(f);
    size_t last = d->document.n - 1;
    assert_int_equal(d->document.v[last].stored, 0);
    assert_int_equal(read_verify(f->app, f->arena, &report, &f->err), ERR_NONE);
    assert_true(report.sound);
    assert_true(add(f, fixture_inside(f, "IMG_20261112_085210.png"), NONE)->ret_known);
    d = fixture_load(f);
    assert_int_equal(d->document.n, last + 1);
    assert_int_equal(d->document.v[last].stored, 1);
    assert_int_equal(read_verify(f->app, f->arena, &report, &f->err), ERR_NONE);
    assert_true(report.sound);
    app_close(own);
}

/* What the newest change of the theme in the log says. */
static const char *theme_in_log(json_t *log)
{
    json_t *changes = json_object_get(log, "changes"), *c, *newest = NULL;
    size_t i;
    json_array_foreach(changes, i, c)
    {
        if (strcmp(json_string_value(json_object_get(c, "field")), "theme") != 0)
            continue;
        if (!newest || json_integer_value(json_object_get(c, "hlc")) >= json_integer_value(json_object_get(newest, "hlc")))
            newest = c;
    }
    return json_string_value(json_object_get(newest, "value"));
}

static void post_theme(struct app *app, int n)
{
    struct job *j;
    struct set_field_args *x = set_field_job(app, &j);
    x->entity = ENTITY_session;
    x->field = session_F_theme;
    x->typed = true;
    x->text = arena_printf(job_arena(j), "Tema %d", n);
    app_post(app, j);
}

/* Rows, drafts and log are of one moment, however fast others write meanwhile. */
static void data_export__is_of_one_moment(void **state)
{
    struct fixture *f = *state;
    struct answer answer;
    for (int i = 0; i < 200; i++) {
        post_theme(f->app, i);
        if (i % 10)
            continue;
        struct buf out = BUF_INIT;
        assert_int_equal(data_export(f->app, &out, &f->err), ERR_NONE);
        json_t *all = json_loadb(buf_str(&out), out.len, 0, NULL);
        const char *theme = json_string_value(json_object_get(json_object_get(all, "session"), "theme"));
        const char *logged = theme_in_log(json_object_get(all, "log"));
        assert_string_equal(theme, logged);
        json_decref(all);
        buf_done(&out);
    }
    app_drain(f->app);
    while (app_take_answer(f->app, &answer))
        job_free(answer.job);
}

static void document__recordings_are_registered_and_stay(void **state)
{
    struct fixture *f = *state;
    const char *path = fixture_inside(f, "VID_20261112_100000.mp4");
    write_bytes(path, "bukan video sungguhan", 21);
    size_t before = fixture_load(f)->document.n;
    add(f, fixture_inside(f, "VID_20261112_100000.mp4"), NONE);
    struct dossier *d = fixture_load(f);
    const struct document *doc = &d->document.v[before];
    assert_int_equal(doc->kind, DOC_VIDEO);
    assert_int_equal(IS_SET(doc->stored), 0);
    assert_int_equal(doc->size, 21);
    assert_int_equal(strlen(doc->sha256), 64);
    struct buf b = BUF_INIT;
    assert_int_equal(read_blob(f->app, doc->sha256, &b, &f->err), ERR_NOTFOUND);
    buf_done(&b);
}

static enum err_code refused(struct fixture *f, const char *name, const void *p, size_t n)
{
    struct job *j = NULL;
    struct add_document_args *x;
    const char *path = fixture_inside(f, name);
    write_bytes(path, p, n);
    enum err_code code = add_document_job(f->app, path, NONE, NULL, &j, &x, &f->err);
    assert_null(j);
    return code;
}

static void document__refuses_what_cannot_be_kept(void **state)
{
    struct fixture *f = *state;
    struct job *j = NULL;
    struct add_document_args *x;
    assert_int_equal(refused(f, "catatan.doc", "halo", 4), ERR_INPUT);
    assert_non_null(strstr(f->err.text, "JPEG"));
    assert_int_equal(refused(f, "kosong.jpg", "", 0), ERR_INPUT);
    assert_int_not_equal(refused(f, "rusak.png", png, 40), ERR_NONE);
    char *big = calloc(1, STORE_BLOB_LIMIT + 1u);
    memcpy(big, "%PDF-1.7", 8);
    assert_int_equal(refused(f, "besar.pdf", big, STORE_BLOB_LIMIT + 1u), ERR_FULL);
    free(big);
    assert_int_equal(
        add_document_job(f->app, fixture_inside(f, "tidak-ada.jpg"), NONE, NULL, &j, &x, &f->err),
        ERR_NOTFOUND);
    assert_int_equal(
        add_document_job(f->app, fixture_inside(f, "tidak-ada.mp4"), NONE, NULL, &j, &x, &f->err),
        ERR_NOTFOUND);
    assert_int_equal(add_document_job(f->app, f->folder, NONE, NULL, &j, &x, &f->err), ERR_INPUT);
    assert_int_equal(add_document_job(f->app, f->path, NONE, NULL, &j, &x, &f->err), ERR_INPUT);
    assert_non_null(strstr(f->err.text, "sesi ini sendiri"));
}

#define T(f) cmocka_unit_test_setup_teardown(f, fixture_practice_setup, fixture_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        T(export__text_holds_the_day),
        cmocka_unit_test_setup_teardown(export__the_first_paper_fixes_the_numbers, fixture_setup,
                                        fixture_teardown),
        T(export__pdf_and_docx_are_made_and_the_same_twice),
        T(export__publication_leaves_people_out),
        T(export__says_whose_name_cannot_be_printed),
        T(export__refuses_in_words),
        T(export__form_b_prints_the_agenda_of_the_lock),
        T(export__locked_paper_carries_the_fingerprint),
        T(export__file_names_fit_any_stick),
        T(print__hands_the_pdf_and_copies_to_lp),
        T(document__a_picture_goes_into_the_file_once),
        T(document__read_back_from_json_waits_for_its_bytes),
        T(data_export__is_of_one_moment),
        T(document__recordings_are_registered_and_stay),
        T(document__refuses_what_cannot_be_kept),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
