/* What the published version must not tell: names that are ordinary words, numbers in every
 * spacing, and a disability of somebody who was there. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "doc/book.h"
#include "model/disability.h"
#include "model/mask.h"
#include "model/outcome.h"
#include "model/tally.h"
#include "tests/doc/fixture.h"

/* --- names and numbers --- */

/* Sutrisno bears another name for one sentence. */
static void masks_named(const char *name, const char *text, const char *want)
{
    struct arena *a = arena_new();
    struct dossier *d = fixture_dossier(a);
    d->participant.v[2].name = name;
    d->signatory.n = 0;
    assert_string_equal(mask_apply(mask_new(d, a), text, NULL, a), want);
    arena_free(a);
}

static void mask__finds_names_that_are_ordinary_words(void **state)
{
    (void)state;
    masks_named("I Made Surya", "kata Made dan Surya", "kata [nama] dan [nama]");
    masks_named("I Made Surya", "oleh I Made Surya.", "oleh [nama].");
    masks_named("Fajar", "sejak fajar menyingsing", "sejak fajar menyingsing");
    masks_named("Fajar", "menurut Pak Fajar, loket", "menurut Pak [nama], loket");
    masks_named("Fajar", "Sdr. Fajar dan Bapak FAJAR", "Sdr. [nama] dan Bapak [nama]");
    masks_named("Bunga Melati", "taman bunga; Bu Melati; bunga melati",
                "taman bunga; Bu [nama]; [nama]");
    masks_named("Ali", "kata Ali; ali-ali, kali; Ali", "kata [nama]; ali-ali, kali; Ali"); /* short */
    masks_named("Ali", "kata Pak Ali", "kata Pak [nama]");
    masks_named("Ani Wahyuni", "Mbak Ani", "Mbak [nama]");
    masks_named("Tirta Wijaya", "Suara Tirta; Pak Tirta", "Suara Tirta; Pak [nama]");
}

static void mask__finds_names_with_titles_and_endings(void **state)
{
    (void)state;
    masks_named("Hj. Siti Rahmawati, S.Pd., M.M.", "ibu siti rahmawati", "ibu [nama]");
    masks_named("Hj. Siti Rahmawati, S.Pd., M.M.", "Rahmawati-lah yang, Rahmawatipun, rahmawatinya",
                "[nama]-lah yang, [nama], [nama]");
    masks_named("Hj. Siti Rahmawati, S.Pd., M.M.", "Siti  Rahmawati", "[nama]");
    masks_named("Hj. Siti Rahmawati, S.Pd., M.M.", "gelar S.Pd. dan M.M.", "gelar S.Pd. dan M.M.");
    masks_named("Ma'ruf Nu'man", "Ma\xe2\x80\x99ruf, Makruf, Numan", "[nama], [nama]");
    masks_named("Élise Björk", "elise dan BJORK", "[nama] dan [nama]");
}

static void mask__finds_numbers_in_any_spacing(void **state)
{
    (void)state;
    static const char *const mine[] = {
        "0812 0000 0007",
        "0812.0000.0007",
        "0812-0000-0007",
        "(0812) 0000 0007",
        "+62 812-0000-0007",
        "62812 0000 0007",
        "08 12 00 00 00 07",
        "0812\xc2\xa0"
        "0000\xc2\xa0"
        "0007",
        "0812\xe2\x80\x91"
        "0000\xe2\x80\x93"
        "0007",
    };
    static const char *const others[] = {"0857 1234 5678", "08 57 12 34 56 78", "+62857-1234-5678",
                                         "0857\xe2\x80\xaf"
                                         "1234\xe2\x80\xaf"
                                         "5678"};
    static const char *const none[] = {"08.30 09.15 10.20 11.05", "2026-11-12 08.30",
                                       "Rp81.200.000.000", "08 12 2026", "10 11 12 13 14"};
    struct arena *a = arena_new();
    const struct mask *m = mask_new(fixture_dossier(a), a);
    for (size_t i = 0; i < sizeof mine / sizeof *mine; i++) {
        const char *got = mask_apply(m, arena_printf(a, "WA %s ya", mine[i]), NULL, a);
        if (strpbrk(got, "0123456789"))
            fail_msg("%s", got);
    }
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_string_equal(mask_apply(m, others[i], NULL, a), "[nomor]");
    for (size_t i = 0; i < sizeof none / sizeof *none; i++)
        assert_string_equal(mask_apply(m, none[i], NULL, a), none[i]);
    arena_free(a);
}

/* --- disability --- */

static void disability__is_told_by_whole_words(void **state)
{
    (void)state;
    static const char *const told[] = {"Penyampaian dengan juru bahasa isyarat",
                                       "warga TUNANETRA",
                                       "kursi roda",
                                       "(tuli)",
                                       "bersama pendampingnya",
                                       "memakai alat  bantu dengar.",
                                       "seorang ODGJ dan ibunya",
                                       "warga berkursi roda, memakai kruk",
                                       "JBI di sebelah kiri",
                                       "beliau datang bertongkat dengan alat bantu jalan",
                                       "penyandang tuna-netra, tunalaras, dan rungu wicara",
                                       "warga disabel; anak cacat tubuh",
                                       "sejak stroke dan amputasi kaki kanan",
                                       "peserta eks kusta, epilepsi, bipolar",
                                       "ada hambatan pendengaran dan keterbatasan fisik",
                                       "penterjemah isyarat (BISINDO)",
                                       "memakai kaki palsu, protesa, implan koklea",
                                       "a deaf man with a hearing aid"};
    static const char *const plain[] = {
        "menulis di papan tulis", "kursi tunggu, roda dua", "bahasa daerah", "Sambutan",
        "cacat administrasi", "penyandang dana", "tunai, tunas, tunda, ikan tuna", "kusuma, strok pensil, tongkat estafet",
        "bising, sibuk, walikota, deadline", "kursi prioritas lansia dan ibu hamil", "layanan dapur umum, tulisan tangan",
        "daksina, rungut, grahatama", "hambatan izin, gangguan jaringan, keterbatasan anggaran", "", NULL};
    for (size_t i = 0; i < sizeof told / sizeof *told; i++)
        assert_true(disability_is_told(told[i]));
    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
        assert_false(disability_is_told(plain[i]));
}

/* Nur'aini agreed to be named and came with an interpreter. */
static struct dossier *with_interpreter(struct arena *a)
{
    struct dossier *d = fixture_dossier(a);
    struct participant *who = &d->participant.v[6];
    who->name_public = 1;
    who->position = "Penyandang disabilitas rungu";
    d->participant.v[9].role = ROLE_PENDAMPING;
    d->contribution.v[1].wording = "Loket harus terbaca oleh yang tuli";
    d->document.v[2].caption = "Penyampaian dengan juru bahasa isyarat";
    d->document.v[2].taken_at = stamp_of(d->session.v->date, 600, ZONE_WITA);
    d->document.v[2].stored = 1;
    d->document.v[2].sha256 = "abc";
    d->parked.v[0].text = "Juru bahasa tetap, diminta Nur'aini Rumbekwan";
    d->parked.v[0].proposer = who->id;
    d->agreement.v[3].problem = "Loket belum ramah disabilitas";
    return d;
}

static void publikasi__names_nobody_where_a_disability_is_told(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    const struct dossier *d = with_interpreter(a);
    const struct dossier *f = privacy_filter(d, PRIVACY_PUBLIKASI, a);
    assert_int_equal(f->participant.n, d->participant.n - 1); /* no companion */
    assert_string_equal(f->participant.v[6].name, d->participant.v[6].name);
    assert_null(f->participant.v[6].position);
    assert_null(f->participant.v[6].need);
    assert_true(id_is_none(&f->contribution.v[1].speaker));
    assert_int_equal(f->contribution.v[1].speaker_unsur, UNSUR_OMS);
    assert_string_equal(f->contribution.v[1].wording, "Loket harus terbaca oleh yang tuli");
    assert_string_equal(f->parked.v[0].text, "Juru bahasa tetap, diminta [nama]");
    assert_true(id_is_none(&f->parked.v[0].proposer));
    /* the theme is no secret */
    assert_string_equal(f->agreement.v[3].problem, "Loket belum ramah disabilitas");
    /* the same words of an official are those of the office */
    d->contribution.v[1].speaker = row_id('p', 5);
    f = privacy_filter(d, PRIVACY_PUBLIKASI, a);
    assert_false(id_is_none(&f->contribution.v[1].speaker));
    /* and without them who agreed is named */
    d->contribution.v[1].speaker = row_id('p', 7);
    d->contribution.v[1].wording = "Loket harus lebih rendah";
    f = privacy_filter(d, PRIVACY_PUBLIKASI, a);
    assert_false(id_is_none(&f->contribution.v[1].speaker));
    arena_free(a);
}

static void publikasi__keeps_pictures_back_but_counts_them(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct dossier *d = with_interpreter(a);
    d->document.v[1].withheld = 1;
    const struct dossier *f = privacy_filter(d, PRIVACY_PUBLIKASI, a);
    assert_int_equal(f->document.n, d->document.n);
    for (int i = 1; i <= 2; i++) {
        const struct document *doc = &f->document.v[i];
        assert_int_equal(doc->kind, DOC_FOTO);
        assert_int_equal(doc->withheld, 1);
        assert_null(doc->caption);
        assert_null(doc->sha256);
        assert_int_equal(doc->taken_at, NONE);
    }
    assert_ptr_equal(privacy_filter(f, PRIVACY_PUBLIKASI, a), f);
    arena_free(a);
}

static void publikasi__hides_a_name_in_its_own_organisation(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct dossier *d = fixture_dossier(a);
    d->participant.v[7].organization = "Kantor Hukum Wongkar & Rekan";
    const struct dossier *f = privacy_filter(d, PRIVACY_PUBLIKASI, a);
    assert_string_equal(f->participant.v[7].organization, "Kantor Hukum [nama] & Rekan");
    assert_string_equal(f->participant.v[4].organization, "Kecamatan Muara Padu");
    arena_free(a);
}

/* Names stand in fields that nobody calls a text. */
static void publikasi__hides_names_in_places_tags_and_offices(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct dossier *d = fixture_dossier(a);
    d->session.v->place = "Rumah Sutrisno, Karang Jati";
    d->session.v->ground_rules = "Sutrisno memegang waktu";
    d->session.v->team_decree = "SK 12 tentang tim Pak Sutrisno";
    d->legal_basis.v[0].text = "Surat Sutrisno tanggal 2 November";
    d->participant.v[6].organization = "Keluarga Sutrisno";
    d->participant.v[4].position = "Camat, wakil Bapak Sutrisno";
    const struct dossier *f = privacy_filter(d, PRIVACY_PUBLIKASI, a);
    assert_string_equal(f->session.v->place, "Rumah [nama], Karang Jati");
    assert_string_equal(f->session.v->ground_rules, "[nama] memegang waktu");
    assert_string_equal(f->session.v->team_decree, "SK 12 tentang tim Pak [nama]");
    assert_string_equal(f->legal_basis.v[0].text, "Surat [nama] tanggal 2 November");
    assert_string_equal(f->participant.v[6].organization, "Keluarga [nama]");
    assert_string_equal(f->participant.v[4].name, "Camat, wakil Bapak [nama]");
    arena_free(a);
}

/* Also in the archive, whose sheet shows what was said: people begin with their name. */
static void arsip__tells_nobody_who_stayed_without_a_name(void **state)
{
    (void)state;
    for (int anonymous = 0; anonymous <= 1; anonymous++) {
        struct arena *a = arena_new();
        struct buf b = BUF_INIT;
        const struct doc_options o = {.privacy = PRIVACY_ARSIP};
        struct dossier *d = fixture_dossier(a);
        d->contribution.v[0].anonymous = anonymous;
        d->contribution.v[0].wording = NULL;
        for (const struct book_kind *book = book_kinds; book->code; book++)
            if (strcmp(book->code, "masukan") == 0)
                book_dump(book->build(d, &o, a), &b);
        struct buf notula = fixture_dump(d, "notula", PRIVACY_ARSIP, STATE_DRAFT);
        assert_int_equal(strstr(buf_str(&b), "Saya Sutrisno") != NULL, !anonymous);
        assert_int_equal(strstr(buf_str(&notula), "Saya Sutrisno") != NULL, !anonymous);
        assert_int_equal(strstr(buf_str(&b), "Saya [nama]") != NULL, anonymous);
        buf_done(&notula);
        buf_done(&b);
        arena_free(a);
    }
}

/* --- everything filled --- */

enum { PLANTED_ROWS = 4 };

static struct id planted_id(enum entity_kind k, int row)
{
    return row_id((char)('A' + (int)k), row + 1);
}

/* Every text of every kind of record: what is personal holds RAHASIA, what is searched for names
 * holds a name and a number inside a sentence. */
static void plant(void *record, enum entity_kind k, int row)
{
    const struct entity *e = dict_entity(k);
    record_init(record, k);
    *(struct id *)record = planted_id(k, row);
    for (int f = 0; f < e->n_fields - 1; f++) {
        const struct field *x = &e->fields[f];
        void *at = (char *)record + x->offset;
        bool free_text = (x->flags & FIELD_FREE) != 0;
        if (x->type == TYPE_TEXT)
            *(const char **)at = x->flags & FIELD_PER ? "RAHASIA"
                                 : !free_text && (x->flags & FIELD_PUB)
                                     ? "biasa"
                                     : "Oleh Sutrisnonya (WA 0812 0000 0007), kata Pak Fajar";
        else if (x->type == TYPE_REF)
            *(struct id *)at = planted_id((enum entity_kind)x->arg, row % 3);
        else if (x->type == TYPE_ENUM)
            *(int64_t *)at = (row + f) % dict_enum((enum enum_set_id)x->arg)->n;
        else if (x->type == TYPE_DATE)
            *(int64_t *)at = date_of(2026, 11, 12 + row);
        else
            *(int64_t *)at = x->type == TYPE_FLAG ? 1 : 1 + row;
    }
}

static struct dossier *planted(struct arena *a, int64_t document_kind)
{
    struct dossier *d = dossier_new(a);
    for (int k = 0; k < ENTITY_COUNT; k++) {
        int n = k == ENTITY_session ? 1 : PLANTED_ROWS;
        size_t size = dict_entity((enum entity_kind)k)->size;
        char *rows = arena_alloc(a, (size_t)n * size);
        for (int i = 0; i < n; i++)
            plant(rows + (size_t)i * size, (enum entity_kind)k, i);
        dossier_set_rows(d, (enum entity_kind)k, rows, (size_t)n);
    }
    for (size_t i = 0; i < d->participant.n; i++) {
        struct participant *p = &d->participant.v[i];
        p->name = i % 2 ? "Fajar" : "RAHASIA Sutrisno";
        p->phone = "+6281200000007";
        p->name_public = 0;
        p->role = ROLE_PESERTA;
        p->attendance = ATTENDANCE_HADIR;
        p->represents = ID_NONE;
    }
    for (size_t i = 0; i < d->contribution.n; i++) {
        d->contribution.v[i].anonymous = i % 2 == 1;
        d->contribution.v[i].continues = i == 3 ? planted_id(ENTITY_contribution, 0) : ID_NONE;
        d->document.v[i].kind = document_kind;
        d->document.v[i].withheld = 0;
        d->agreement.v[i].status = STATUS_MUFAKAT;
    }
    d->lock.n = 0;
    return d;
}

static void holds_nothing_secret(const struct buf *b, const char *code)
{
    static const char *const secrets[] = {"RAHASIA", "Sutrisno", "Fajar", "0812", "6281"};
    for (size_t i = 0; i < sizeof secrets / sizeof *secrets; i++)
        if (strstr(buf_str(b), secrets[i]))
            fail_msg("%s holds %s:\n%s", code, secrets[i], strstr(buf_str(b), secrets[i]) - 40);
}

static void publikasi__holds_nothing_of_what_is_planted_everywhere(void **state)
{
    (void)state;
    static const int64_t kinds[] = {DOC_FOTO, DOC_AUDIO};
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
        struct arena *a = arena_new();
        struct dossier *d = planted(a, kinds[k]);
        for (const struct paper_kind *paper = paper_kinds; paper->code; paper++) {
            struct buf b = fixture_dump(d, paper->code, PRIVACY_PUBLIKASI, STATE_DRAFT);
            holds_nothing_secret(&b, paper->code);
            buf_done(&b);
        }
        for (const struct book_kind *book = book_kinds; book->code; book++) {
            const struct doc_options o = {.privacy = PRIVACY_PUBLIKASI};
            struct buf b = BUF_INIT;
            book_dump(book->build(d, &o, a), &b);
            holds_nothing_secret(&b, book->code);
            buf_done(&b);
        }
        /* the negative control: the archive's version holds it */
        struct buf b = fixture_dump(d, "notula", PRIVACY_ARSIP, STATE_DRAFT);
        assert_non_null(strstr(buf_str(&b), "Sutrisnonya (WA 0812 0000 0007)"));
        buf_done(&b);
        arena_free(a);
    }
}

/* Figures are the same in both versions. */
static void publikasi__counts_like_the_archive(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct dossier *d = planted(a, DOC_FOTO);
    struct tally x = tally_of(d), y = tally_of(privacy_filter(d, PRIVACY_PUBLIKASI, a));
    assert_memory_equal(&x, &y, sizeof x);
    struct agreement_order o = agreement_order_of(d, a);
    const struct dossier *f = privacy_filter(d, PRIVACY_PUBLIKASI, a);
    struct agreement_order of = agreement_order_of(f, a);
    struct outcome_counts m = outcome_counts_of(d, &o, a), n = outcome_counts_of(f, &of, a);
    assert_memory_equal(&m, &n, sizeof m);
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(mask__finds_names_that_are_ordinary_words),
        cmocka_unit_test(mask__finds_names_with_titles_and_endings),
        cmocka_unit_test(mask__finds_numbers_in_any_spacing),
        cmocka_unit_test(disability__is_told_by_whole_words),
        cmocka_unit_test(publikasi__names_nobody_where_a_disability_is_told),
        cmocka_unit_test(publikasi__keeps_pictures_back_but_counts_them),
        cmocka_unit_test(publikasi__hides_a_name_in_its_own_organisation),
        cmocka_unit_test(publikasi__hides_names_in_places_tags_and_offices),
        cmocka_unit_test(arsip__tells_nobody_who_stayed_without_a_name),
        cmocka_unit_test(publikasi__holds_nothing_of_what_is_planted_everywhere),
        cmocka_unit_test(publikasi__counts_like_the_archive),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
