/* Personal values planted everywhere, also inside sentences and pictures: none of them is found in any file of the
 * public pack, unzipped and decoded; all of them are in the archive, or the test could not fail. */
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
#include <sys/stat.h>

#include "app/add_document.h"
#include "app/export_document.h"
#include "app/export_format.h"
#include "app/make_pack.h"
#include "app/set_field.h"
#include "base/file.h"
#include "tests/app/decode.h"
#include "tests/app/fixture.h"
#include "tests/app/pictures.h"

enum { MOST_SECRETS = 4000 };

struct planted {
    struct fixture *f;
    const char *v[MOST_SECRETS];
    bool found[MOST_SECRETS];
    size_t n;
    size_t refused; /* values that a rule did not let in */
    size_t sentences;
    const char *made[2][2]; /* packs: public only, zip */
    bool archive; /* looking for what must be there */
};

/* --- values --- */

static const char *keep(struct planted *p, const char *secret)
{
    assert_true(p->n < MOST_SECRETS);
    return p->v[p->n++] = arena_strdup(p->f->arena, secret);
}

/* "zqbagex": seven letters that no word has, never twice. */
static const char *fresh(struct planted *p)
{
    static const char *const c = "bdgkmnprst", *const v = "aeiou";
    char s[8];
    size_t a = p->n % 50, b = p->n / 50 % 50, d = p->n / 2500;
    snprintf(s, sizeof s, "zq%c%c%c%c%c", c[a / 5], v[a % 5], c[b / 5], v[b % 5], "xwj"[d]);
    return keep(p, s);
}

static bool put(struct planted *p, enum entity_kind k, const struct id *row, int field, const char *text)
{
    struct job *j;
    struct err e;
    struct set_field_args *x = set_field_job(p->f->app, &j);
    x->entity = k;
    x->row = *row;
    x->field = field;
    x->typed = true;
    x->text = job_text(j, text);
    bool stored = app_run(p->f->app, j, NULL, &e) == ERR_NONE;
    job_free(j);
    p->refused += !stored;
    return stored;
}

/* In a text chunk, and packed behind "zz". */
static const char *fresh_of_png(struct planted *p)
{
    const char *secret = fresh(p);
    keep(p, arena_printf(p->f->arena, "zz%s", secret));
    return secret;
}

/* A secret that is not stored is not looked for. */
static void put_secret(struct planted *p, enum entity_kind k, const struct id *row, int field, const char *text,
                       size_t before)
{
    if (!put(p, k, row, field, text))
        p->n = before;
}

/* --- planting --- */

static void plant_person(struct planted *p, const struct participant *x, size_t i)
{
    char text[80];
    size_t before = p->n;
    if (!IS_SET(x->name_public)) {
        const char *first = fresh(p), *second = fresh(p);
        snprintf(text, sizeof text, "Z%s Z%s", first + 1, second + 1);
        put_secret(p, ENTITY_participant, &x->id, participant_F_name, text, before);
    }
    before = p->n;
    snprintf(text, sizeof text, "81255000%03zu", i);
    keep(p, text);
    snprintf(text, sizeof text, "0812-5500-0%03zu", i);
    put_secret(p, ENTITY_participant, &x->id, participant_F_phone, text, before);
    before = p->n;
    snprintf(text, sizeof text, "197501012000031%03zu", i);
    put_secret(p, ENTITY_participant, &x->id, participant_F_nip, keep(p, text), before);
    before = p->n;
    const char *first = fresh(p), *second = fresh(p);
    snprintf(text, sizeof text, "Mak Z%s; Z%s", first + 1, second + 1);
    put_secret(p, ENTITY_participant, &x->id, participant_F_other_names, text, before);
    before = p->n;
    snprintf(text, sizeof text, "Jalan Z%s Nomor %zu RT 3", fresh(p) + 1, i + 100);
    put_secret(p, ENTITY_participant, &x->id, participant_F_address, text, before);
}

/* --- sentences --- */

static const char *first_word(struct planted *p, const char *s)
{
    char *word = arena_strdup(p->f->arena, s);
    word[strcspn(word, " ;")] = '\0';
    return word;
}

static const char *about_name(struct planted *p, const struct participant *x, size_t i)
{
    (void)i;
    return arena_printf(p->f->arena, "menurut %s dan %s (HP %s), NIP %s, disepakati", x->name, first_word(p, x->name),
                        x->phone, x->nip);
}

static const char *about_other_names(struct planted *p, const struct participant *x, size_t i)
{
    (void)i;
    const char *second = strchr(x->other_names, ';') + 2;
    return arena_printf(p->f->arena, "seperti dikeluhkan %s, lagi oleh %.*s kemarin", second,
                        (int)strcspn(x->other_names, ";"), x->other_names);
}

/* "Z q b a g e x", and with S in the place of Z. */
static const char *about_spelling(struct planted *p, const struct participant *x, size_t i)
{
    (void)i;
    char apart[40] = "";
    const char *word = first_word(p, x->name);
    for (size_t k = 0; word[k]; k++)
        snprintf(apart + strlen(apart), sizeof apart - strlen(apart), "%s%c", k ? " " : "", tolower(word[k]));
    const char *other = arena_printf(p->f->arena, "s%s", word + 1);
    keep(p, apart);
    keep(p, other);
    return arena_printf(p->f->arena, "ditulis oleh %s dan bapak %s", apart, other);
}

/* As people write one number; +62 and 0 are left out of what is looked for. */
static const char *about_phone(struct planted *p, const struct participant *x, size_t i)
{
    static const char *const ways[] = {"+62 %.3s-%.4s-%s", "62%.3s %.4s %s", "(0%.3s) %.4s %s", "0%.3s.%.4s.%s",
                                       "0%.3s\xc2\xa0%.4s\xe2\x80\x91%s", "HP0%.3s%.4s%s", "0%.3s / %.4s / %s"};
    const char *digits = x->phone + strcspn(x->phone, "8");
    char number[60];
    snprintf(number, sizeof number, ways[i % (sizeof ways / sizeof *ways)], digits, digits + 3, digits + 7);
    return arena_printf(p->f->arena, "hubungi %s malam hari", number);
}

/* Of people on no list. */
static const char *about_strangers(struct planted *p, const struct participant *x, size_t i)
{
    (void)x;
    keep(p, arena_printf(p->f->arena, "021555%04zu", i));
    keep(p, arena_printf(p->f->arena, "811%04zu123", i));
    keep(p, arena_printf(p->f->arena, "537101010190%04zu", i));
    keep(p, arena_printf(p->f->arena, "199001022015%02zu1%03zu", i % 12 + 1, i));
    return arena_printf(p->f->arena,
                        "telepon (021) 555%04zu atau 0811-%04zu-123, tercatat 537101010190%04zu, pegawai 19900102 2015%02zu 1 %03zu, "
                        "surel %s@surat.example",
                        i, i, i, i % 12 + 1, i, fresh(p));
}

static const char *about_address(struct planted *p, const struct participant *x, size_t i)
{
    (void)i;
    return arena_printf(p->f->arena, "saluran di depan %s mampet", x->address);
}

/* A sentence about somebody who did not agree to be named. */
static const char *sentence(struct planted *p, const struct dossier *d, size_t i)
{
    static const char *(*const about[])(struct planted *, const struct participant *, size_t) = {
        about_name, about_other_names, about_spelling, about_phone, about_strangers, about_address};
    const struct participant *x = &d->participant.v[i % d->participant.n];
    for (size_t k = 0; k < d->participant.n && (IS_SET(x->name_public) || !x->name); k++)
        x = &d->participant.v[(i + k) % d->participant.n];
    return about[i % (sizeof about / sizeof *about)](p, x, i);
}

static bool is_special(enum entity_kind k, int field)
{
    return k == ENTITY_participant && (field == participant_F_name || field == participant_F_phone ||
                                       field == participant_F_phone_raw || field == participant_F_nip ||
                                       field == participant_F_other_names || field == participant_F_address);
}

static void plant_field(struct planted *p, const struct dossier *d, enum entity_kind k, const void *record, int field)
{
    const struct field *f = &dict_entity(k)->fields[field];
    struct id row;
    char scratch[DATE_TEXT];
    memcpy(&row, record, sizeof row);
    if (f->type != TYPE_TEXT || is_special(k, field) || k == ENTITY_lock)
        return;
    bool published = f->flags & FIELD_PUB && !(f->flags & FIELD_PER);
    size_t before = p->n;
    if (!published && !(f->flags & FIELD_AUTO)) {
        put_secret(p, k, &row, field, fresh(p), before);
    } else if (published && f->flags & FIELD_FREE) {
        struct value now = record_get(record, k, field, scratch);
        const char *old = now.type == VALUE_TEXT ? arena_strdup(p->f->arena, now.p) : "Hal ini";
        if (put(p, k, &row, field, arena_printf(p->f->arena, "%s %s", old, sentence(p, d, p->sentences))))
            p->sentences++;
    }
}

static void plant_rows(struct planted *p, const struct dossier *d)
{
    for (int k = 0; k < ENTITY_COUNT; k++) {
        size_t n;
        const char *v = dossier_rows(d, (enum entity_kind)k, &n);
        const struct entity *e = dict_entity((enum entity_kind)k);
        for (size_t i = 0; i < n; i++)
            for (int field = 0; field < e->n_fields; field++)
                plant_field(p, d, (enum entity_kind)k, v + i * e->size, field);
    }
}

static struct id add_picture(struct planted *p, const char *ending, const struct buf *b, int64_t kind, const char *caption)
{
    struct job *j;
    struct add_document_args *x;
    const char *path = arena_printf(p->f->arena, "%s/%s%s", p->f->folder, fresh(p), ending);
    if (file_write(path, b->p, b->len, &p->f->err) || add_document_job(p->f->app, path, kind, caption, &j, &x, &p->f->err) ||
        app_run(p->f->app, j, NULL, &p->f->err))
        fail_msg("%s", p->f->err.text);
    struct id row = x->row;
    job_free(j);
    return row;
}

/* Photos that must not be shown, by what their captions tell and because somebody said so. */
static void plant_kept_back(struct planted *p, struct buf *b)
{
    buf_clear(b);
    picture_jpeg(b, 320, 200, 7, fresh(p));
    add_picture(p, ".jpg", b, DOC_FOTO, arena_printf(p->f->arena, "Juru bahasa isyarat mendampingi %s", fresh(p)));
    buf_clear(b);
    picture_jpeg(b, 320, 200, 8, fresh(p));
    struct id row = add_picture(p, ".jpg", b, DOC_FOTO, arena_printf(p->f->arena, "Anak %s", fresh(p)));
    fixture_set(p->f, ENTITY_document, &row, document_F_withheld, "ya");
}

static void plant_pictures(struct planted *p)
{
    struct buf b = BUF_INIT;
    picture_jpeg(&b, 800, 600, 1, fresh(p));
    add_picture(p, ".jpg", &b, DOC_FOTO, "Suasana dialog");
    buf_clear(&b);
    picture_png(&b, 300, 200, fresh_of_png(p));
    add_picture(p, ".png", &b, DOC_FOTO, "Paparan");
    buf_clear(&b);
    picture_png(&b, 90, 90, fresh_of_png(p));
    add_picture(p, ".png", &b, DOC_LOGO, "Lambang");
    buf_clear(&b);
    picture_pdf(&b, 2000, fresh(p));
    add_picture(p, ".pdf", &b, DOC_BA_TTD, "Pindaian");
    plant_kept_back(p, &b);
    buf_done(&b);
}

/* Everything that a paper can print is switched on. */
static void switch_all_on(struct planted *p)
{
    static const int flags[] = {session_F_with_logo,      session_F_with_number,   session_F_with_legal,
                                session_F_with_responsible, session_F_with_source, session_F_with_phone,
                                session_F_with_attendance, session_F_with_parked,  session_F_with_photos,
                                session_F_with_objections, session_F_with_positions, session_F_with_component,
                                session_F_with_status};
    for (size_t i = 0; i < sizeof flags / sizeof *flags; i++)
        fixture_set(p->f, ENTITY_session, &ID_NONE, flags[i], "ya");
}

static int plant(void **state)
{
    struct planted *p = mem_zalloc(sizeof *p);
    fixture_practice_setup((void **)&p->f);
    struct arena *ar = arena_new();
    struct dossier *d;
    assert_int_equal(read_dossier(p->f->app, ar, &d, &p->f->err), ERR_NONE);
    switch_all_on(p);
    for (size_t i = 0; i < d->participant.n; i++)
        if (d->participant.v[i].name)
            plant_person(p, &d->participant.v[i], i);
    plant_pictures(p);
    assert_int_equal(read_dossier(p->f->app, ar, &d, &p->f->err), ERR_NONE);
    plant_rows(p, d);
    arena_free(ar);
    *state = p;
    return 0;
}

static int dig_up(void **state)
{
    struct planted *p = *state;
    fixture_teardown((void **)&p->f);
    free(p);
    return 0;
}

/* --- looking --- */

static void look(void *ctx, const char *path, const char *name)
{
    struct planted *p = ctx;
    struct arena *a = arena_new();
    struct buf b = BUF_INIT;
    buf_puts(&b, name);
    decode_file(path, p->f->folder, &b);
    const char *text = decode_plain(a, &b);
    for (size_t i = 0; i < p->n; i++) {
        const char *at = strstr(text, p->v[i]);
        if (!at)
            continue;
        p->found[i] = true;
        if (!p->archive)
            fail_msg("%s holds %s: %.60s", name, p->v[i], at > text + 30 ? at - 30 : text);
    }
    buf_done(&b);
    arena_free(a);
}

/* Each kind is made once. */
static const char *make(struct planted *p, bool public_only, bool zip)
{
    const char **made = &p->made[public_only][zip];
    struct pack_result r;
    if (*made)
        return *made;
    const struct pack_request in = {.folder = p->f->folder, .public_only = public_only, .zip = zip};
    if (make_pack(p->f->app, &in, p->f->arena, &r, &p->f->err))
        fail_msg("%s (%s)", p->f->err.text, p->f->err.detail);
    return *made = r.path;
}

static void planted__is_enough_to_mean_something(void **state)
{
    struct planted *p = *state;
    assert_true(p->n > 150);
    assert_true(p->sentences > 120); /* twenty of each kind */
    assert_true(p->refused * 10 < p->n);
}

static void public_pack__holds_nothing_personal(void **state)
{
    struct planted *p = *state;
    p->archive = false;
    decode_each(make(p, true, false), look, p);
}

static void count_file(void *ctx, const char *path, const char *name)
{
    (void)path;
    (void)name;
    ++*(int *)ctx;
}

static void public_pack__shows_only_the_photos_that_may_be_shown(void **state)
{
    struct planted *p = *state;
    int n = 0;
    decode_each(arena_printf(p->f->arena, "%s/3-publikasi/foto", make(p, true, false)), count_file, &n);
    assert_int_equal(n, 2); /* of four */
}

static void public_part_of_the_whole_pack__holds_nothing_personal(void **state)
{
    struct planted *p = *state;
    p->archive = false;
    const char *whole = make(p, false, false);
    decode_each(arena_printf(p->f->arena, "%s/3-publikasi", whole), look, p);
    look(p, arena_printf(p->f->arena, "%s/MANIFEST", whole), "MANIFEST");
}

static void public_zip__holds_nothing_personal(void **state)
{
    struct planted *p = *state;
    p->archive = false;
    look(p, make(p, true, true), "paket.zip");
}

/* Also what the pack does not take: every document in every format. */
static void public_documents__hold_nothing_personal_in_any_format(void **state)
{
    struct planted *p = *state;
    const struct export_document_name *v;
    p->archive = false;
    struct arena *a = arena_new();
    size_t n = export_documents(a, &v), made = 0;
    for (const struct export_format *f = export_formats; f->ending; f++)
        for (size_t i = 0; i < n; i++) {
            struct export_result r;
            const char *path = arena_printf(a, "%s/umum%s", p->f->folder, f->ending);
            const struct export_request in = {.document = v[i].code, .privacy = PRIVACY_PUBLIKASI, .path = path};
            if (export_document(p->f->app, &in, a, &r, &p->f->err))
                continue; /* not in this format */
            made++;
            look(p, path, arena_printf(a, "%s%s", v[i].code, f->ending));
        }
    assert_true(made >= n);
    arena_free(a);
}

static void archive__holds_all_of_it(void **state)
{
    struct planted *p = *state;
    size_t lost = 0;
    p->archive = true;
    memset(p->found, 0, sizeof p->found);
    decode_each(arena_printf(p->f->arena, "%s/2-arsip", make(p, false, false)), look, p);
    for (size_t i = 0; i < p->n; i++)
        if (!p->found[i]) {
            print_message("not in the archive: %s\n", p->v[i]);
            lost++;
        }
    assert_int_equal(lost, 0);
}

/* --- who asked to stay without a name --- */

/* A sentence that nobody else says; counts the files that hold it, but for the copy of the session. */
struct whisper {
    struct fixture *f;
    const char *words, *speaker;
    int files;
};

static void listen(void *ctx, const char *path, const char *name)
{
    struct whisper *w = ctx;
    struct arena *a = arena_new();
    struct buf b = BUF_INIT;
    size_t n = strlen(name);
    if (n > 4 && strcmp(name + n - 4, ".fkp") == 0)
        goto done;
    decode_file(path, w->f->folder, &b);
    w->files += strstr(decode_plain(a, &b), w->words) != NULL;
    if (strstr(name, "data-sesi")) {
        assert_null(strstr(buf_str(&b), "\"log\"")); /* earlier values stay in the session file */
        const char *text = strstr(buf_str(&b), "\"contributions\"");
        w->speaker = strstr(text, "\"speaker\": \"") ? "told" : "kept";
    }
done:
    buf_done(&b);
    arena_free(a);
}

static int files_that_say(struct fixture *f, const char *folder, const char *words, const char **ret_speaker)
{
    struct whisper w = {f, words, NULL, 0};
    const char *target = fixture_inside(f, folder);
    struct pack_result r;
    assert_int_equal(mkdir(target, 0700), 0);
    if (make_pack(f->app, &(struct pack_request){.folder = target}, f->arena, &r, &f->err))
        fail_msg("%s", f->err.text);
    decode_each(r.path, listen, &w);
    *ret_speaker = w.speaker;
    return w.files;
}

static void pack__tells_nobody_who_stayed_without_a_name(void **state)
{
    struct fixture *f = *state;
    struct arena *ar = arena_new();
    struct dossier *d;
    const char *speaker;
    assert_int_equal(read_dossier(f->app, ar, &d, &f->err), ERR_NONE);
    for (size_t i = 0; i < d->contribution.n; i++) {
        struct contribution *c = &d->contribution.v[i];
        const struct participant *who = dossier_participant(d, &c->speaker);
        if (who && who->name && i == 0)
            fixture_set(f, ENTITY_contribution, &c->id, contribution_F_text,
                        arena_printf(ar, "Zqsaya %s mengadu", who->name));
        fixture_set(f, ENTITY_contribution, &c->id, contribution_F_wording, "");
    }
    const struct participant *first = dossier_participant(d, &d->contribution.v[0].speaker);
    assert_non_null(first);
    struct buf b = BUF_INIT;
    buf_printf(&b, "zqsaya %s", first->name);
    const char *words = decode_plain(ar, &b);
    assert_true(files_that_say(f, "bernama", words, &speaker) > 4); /* or the test could not fail */
    assert_string_equal(speaker, "told");
    for (size_t i = 0; i < d->contribution.n; i++)
        fixture_set(f, ENTITY_contribution, &d->contribution.v[i].id, contribution_F_anonymous, "ya");
    assert_int_equal(files_that_say(f, "tanpa-nama", words, &speaker), 0);
    assert_string_equal(speaker, "kept");
    buf_done(&b);
    arena_free(ar);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(planted__is_enough_to_mean_something),
        cmocka_unit_test(archive__holds_all_of_it),
        cmocka_unit_test(public_pack__holds_nothing_personal),
        cmocka_unit_test(public_pack__shows_only_the_photos_that_may_be_shown),
        cmocka_unit_test(public_part_of_the_whole_pack__holds_nothing_personal),
        cmocka_unit_test(public_zip__holds_nothing_personal),
        cmocka_unit_test(public_documents__hold_nothing_personal_in_any_format),
        cmocka_unit_test_setup_teardown(pack__tells_nobody_who_stayed_without_a_name, fixture_practice_setup,
                                        fixture_teardown),
    };
    return cmocka_run_group_tests(tests, plant, dig_up);
}
