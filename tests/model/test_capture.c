#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "model/capture.h"
#include "tests/model/forum.h"

/* Everything a line means, written down in short, so that a table can hold it:
 *   action/kind who[number] targets wait "text" topics gap */
struct line_case {
    const char *line;
    const char *means;
};

static const char *const actions[] = {"nothing", "entry",    "continue", "answer",
                                      "park",    "parklast", "change",   "speaker",
                                      "clock",   "offer",    "search",   "help"};
static const char *const waits[] = {
    "",           " wait:choice", " wait:number", " wait:target", " wait:entry",
    " wait:text", " wait:last",   " wait:clock"};
static const char *const whos[] = {"present", "typed", "anonymous", "unknown", "ask", "none"};

static const char *meaning(const struct capture *r, char out[400])
{
    size_t n = (size_t)snprintf(out, 400, "%s", actions[r->action]);
    if (r->kind != NONE)
        n += (size_t)snprintf(out + n, 400 - n, "/%s",
                              dict_enum_code(ENUMSET_contribution_kind, r->kind));
    n += (size_t)snprintf(out + n, 400 - n, " %s", whos[r->who]);
    if (r->person)
        n += (size_t)snprintf(out + n, 400 - n, "%lld", (long long)r->person->number);
    if (r->speaker_unsur != NONE)
        n += (size_t)snprintf(out + n, 400 - n, "(%s)",
                              dict_enum_code(ENUMSET_unsur, r->speaker_unsur));
    for (size_t i = 0; i < r->n_targets; i++)
        n += (size_t)snprintf(out + n, 400 - n, "%s%lld", i ? "," : " =", (long long)r->targets[i]);
    if (r->to_selected)
        n += (size_t)snprintf(out + n, 400 - n, " =sel");
    n += (size_t)snprintf(out + n, 400 - n, "%s \"%s\"", waits[r->wait], r->text);
    for (size_t i = 0; i < r->n_topics; i++)
        n += (size_t)snprintf(out + n, 400 - n, " #%s:%lld", r->topics[i].tag,
                              r->topics[i].issue ? (long long)r->topics[i].issue->number : 0);
    if (r->gap)
        n += (size_t)snprintf(out + n, 400 - n, " gap");
    if (r->clock != NONE)
        n += (size_t)snprintf(out + n, 400 - n, " at%lld", (long long)r->clock);
    if (r->literal)
        snprintf(out + n, 400 - n, " literal");
    return out;
}

/* Person 7 has the word, 17 entries exist, none is selected. */
static const struct line_case in_discussion[] = {
    /* without marks */
    {"", "nothing none \"\""},
    {"   ", "nothing none \"\""},
    {"antre dari jam 5 pagi", "entry/masukan present \"antre dari jam 5 pagi\""},
    {"antre dari jam 5 pagi   ", "entry/masukan present \"antre dari jam 5 pagi\""},
    /* speaker by number */
    {"7: antre", "entry/masukan typed7 \"antre\""},
    {"7:antre", "entry/masukan typed7 \"antre\""},
    {"24: satu", "entry/masukan typed24 \"satu\""},
    {"007: satu", "entry/masukan typed7 \"satu\""},
    {"25: tidak hadir tapi disebut nomornya",
     "entry/masukan typed25 \"tidak hadir tapi disebut nomornya\""},
    {"99: halo", "entry/masukan typed wait:number \"halo\""},
    {"7:", "speaker typed7 \"\""},
    {"99:", "speaker typed wait:number \"\""},
    /* what only looks like a speaker */
    {"14 hari: terlalu lama", "entry/masukan present \"14 hari: terlalu lama\""},
    {"10.30: rapat", "entry/masukan present \"10.30: rapat\""},
    {"7:30 mulai", "entry/masukan present \"7:30 mulai\""},
    {"07:30", "entry/masukan present \"07:30\""},
    {"7:300 orang", "entry/masukan typed7 \"300 orang\""},
    {"7:75 kursi", "entry/masukan typed7 \"75 kursi\""},
    {"2026: tahun depan", "entry/masukan present \"2026: tahun depan\""},
    {"7 : tujuh", "entry/masukan present \"7 : tujuh\""},
    {"3,5: nilai", "entry/masukan present \"3,5: nilai\""},
    {"Solusi: buka loket", "entry/masukan present \"Solusi: buka loket\""},
    {"http://lumba.example", "entry/masukan present \"http://lumba.example\""},
    {"lumba://x", "entry/masukan present \"lumba://x\""},
    {"lumba::x", "entry/masukan present \"lumba::x\""},
    {": apa", "entry/masukan present \": apa\""},
    {"l: satu huruf", "entry/masukan present \"l: satu huruf\""},
    {"rasio loket dan petugas kita: kurang",
     "entry/masukan present \"rasio loket dan petugas kita: kurang\""},
    /* speaker by name */
    {"lumba: kami jauh", "entry/masukan typed11 \"kami jauh\""},
    {"LUMBA: kami jauh", "entry/masukan typed11 \"kami jauh\""},
    {"lum:kami", "entry/masukan typed11 \"kami\""},
    {"la ode: kami", "entry/masukan typed11 \"kami\""},
    {"Pak Sutrisno: bolak-balik", "entry/masukan typed7 \"bolak-balik\""},
    {"dr. aurelia: siap", "entry/masukan typed14 \"siap\""},
    {"i ketut: syaratnya ditempel", "entry/masukan typed9 \"syaratnya ditempel\""},
    {"marf: tadi", "entry/masukan typed11 \"tadi\""}, /* Marfiana is not here */
    {"tirta: dua", "entry/masukan typed wait:choice \"dua\""},
    {"dukcapil: x", "entry/masukan present \"dukcapil: x\""}, /* not the beginning of a word */
    {"disdukcapil: x", "entry/masukan typed wait:choice \"x\""},
    {"lumba:", "speaker typed11 \"\""},
    /* without a name, not known */
    {"0: takut disebut", "entry/masukan anonymous \"takut disebut\""},
    {"0 oms: takut disebut", "entry/masukan anonymous(oms) \"takut disebut\""},
    {"0 media massa: takut", "entry/masukan anonymous(media) \"takut\""},
    {"0 hari: takut", "entry/masukan present \"0 hari: takut\""},
    {"@@: siapa tadi", "entry/masukan unknown \"siapa tadi\" gap"},
    {"@@:", "speaker unknown \"\""},
    /* kinds */
    {"+ buka loket", "entry/usul present \"buka loket\""},
    {"+buka loket", "entry/usul present \"buka loket\""},
    {"? kenapa 14 hari", "entry/pertanyaan present \"kenapa 14 hari\""},
    {"?? kenapa", "entry/pertanyaan present \"kenapa\""},
    {"! antre", "entry/keluhan present \"antre\""},
    {"!! saya menolak", "entry/keberatan present \"saya menolak\""},
    {"!!! saya menolak", "entry/keberatan present \"saya menolak\""},
    {"* sopan", "entry/apresiasi present \"sopan\""},
    {"7: + buka loket #antrean", "entry/usul typed7 \"buka loket #antrean\" #antrean:3"},
    {"7:+ buka", "entry/usul typed7 \"buka\""},
    {"7: !! tolak", "entry/keberatan typed7 \"tolak\""},
    {"+ 7: buka", "entry/usul typed7 \"buka\""},
    {"? lumba: kapan", "entry/pertanyaan typed11 \"kapan\""},
    {"? Solusi: apa", "entry/pertanyaan present \"Solusi: apa\""},
    {"7: 9: dua pembicara", "entry/masukan typed7 \"9: dua pembicara\""},
    {"0: ? boleh tanya", "entry/pertanyaan anonymous \"boleh tanya\""},
    {"@@: ! panas", "entry/keluhan unknown \"panas\" gap"},
    {"+62 812 nomornya", "entry/masukan present \"+62 812 nomornya\""},
    {"++ dua", "entry/masukan present \"++ dua\""},
    {"** penting **", "entry/masukan present \"** penting **\""},
    {"!= bukan", "entry/masukan present \"!= bukan\""},
    {"- butir", "entry/masukan present \"- butir\""},
    /* the same turn */
    {".. untuk lansia @@berapa loket", "continue none \"untuk lansia @@berapa loket\" gap"},
    {"..tanpa spasi", "continue none \"tanpa spasi\""},
    {"... lalu diam", "entry/masukan present \"... lalu diam\""},
    {"7: .. lagi", "continue typed7 \"lagi\""},
    {"..", "continue none wait:text \"\""},
    /* answers */
    {"= blangko dari pusat", "answer/tanggapan ask wait:target \"blangko dari pusat\""},
    {"=1 3 4 sudah dijadwalkan", "answer/tanggapan ask =1,3,4 \"sudah dijadwalkan\""},
    {"=1, 3,4 sudah", "answer/tanggapan ask =1,3,4 \"sudah\""},
    {"=1 1 3 sudah", "answer/tanggapan ask =1,3 \"sudah\""},
    {"=1 3: 4 hari kerja", "answer/tanggapan ask =1,3 \"4 hari kerja\""},
    {"=1 30 hari kerja", "answer/tanggapan ask =1 \"30 hari kerja\""},
    {"=2 14hari", "answer/tanggapan ask =2 \"14hari\""},
    {"=3hari", "answer/tanggapan ask wait:target \"3hari\""},
    {"=99 hari", "answer/tanggapan ask wait:entry \"hari\""},
    {"=0 hari", "answer/tanggapan ask wait:entry \"hari\""},
    {"=1 3", "answer/tanggapan ask =1,3 wait:text \"\""},
    {"=", "offer none \"\""},
    {"2: = blangko", "answer/tanggapan typed2 wait:target \"blangko\""},
    {"2: =5 blangko", "answer/tanggapan typed2 =5 \"blangko\""},
    {"=5: 2: blangko", "answer/tanggapan typed2 =5 \"blangko\""},
    {"= 2: blangko", "answer/tanggapan typed2 wait:target \"blangko\""},
    {"=> panah", "entry/masukan present \"=> panah\""},
    {"=== garis", "entry/masukan present \"=== garis\""},
    {"== kami sanggup sebulan sekali", "answer/kesanggupan ask \"kami sanggup sebulan sekali\""},
    {"==4 kami sanggup", "answer/kesanggupan ask =4 \"kami sanggup\""},
    {"3: == kami sanggup #ktp", "answer/kesanggupan typed3 \"kami sanggup #ktp\" #ktp:1"},
    /* parking lot */
    {"> hapus denda", "park present \"hapus denda\""},
    {"lumba: > perahu dinas", "park typed11 \"perahu dinas\""},
    {"@@: > perahu", "park unknown \"perahu\""},
    {">", "parklast none \"\""},
    {">= 3 hari", "entry/masukan present \">= 3 hari\""},
    /* a mark alone */
    {"+", "change/usul none \"\""},
    {"+  ", "change/usul none \"\""},
    {"?", "change/pertanyaan none \"\""},
    {"!", "change/keluhan none \"\""},
    {"!!", "change/keberatan none \"\""},
    {"*", "change/apresiasi none \"\""},
    {"==", "change/kesanggupan none \"\""},
    {"7: +", "entry/usul typed7 wait:text \"\""},
    /* topics and gaps */
    {"#ktp lama sekali", "entry/masukan present \"#ktp lama sekali\" #ktp:1"},
    {"lama #KTP, #antre.", "entry/masukan present \"lama #KTP, #antre.\" #KTP:1 #antre:3"},
    {"#jamlayanan dan #jam_layanan",
     "entry/masukan present \"#jamlayanan dan #jam_layanan\" #jamlayanan:4"},
    {"“#antrean” dan #ktp… lalu #ktp–el", "entry/masukan present \"“#antrean” dan #ktp… lalu #ktp–el\" #antrean:3 #ktp:1"},
    {"#pengaduan", "entry/masukan present \"#pengaduan\" #pengaduan:5"},
    {"#3 dan #9", "entry/masukan present \"#3 dan #9\" #3:3"},
    {"#parkir luas", "entry/masukan present \"#parkir luas\" #parkir:0"},
    {"C# dan ## dan # saja", "entry/masukan present \"C# dan ## dan # saja\""},
    {"laman x.example/#ktp", "entry/masukan present \"laman x.example/#ktp\""},
    {"biaya @@ rupiah", "entry/masukan present \"biaya @@ rupiah\" gap"},
    {"@@", "entry/masukan present \"@@\" gap"},
    {"surat@@kantor", "entry/masukan present \"surat@@kantor\" gap"},
    /* literal */
    {" 7: bukan pembicara #ktp", "entry/masukan present \"7: bukan pembicara #ktp\" literal"},
    {" + plus", "entry/masukan present \"+ plus\" literal"},
    {"  dua spasi", "entry/masukan present \" dua spasi\" literal"},
    {" /x", "entry/masukan present \"/x\" literal"},
    /* commands */
    {"/ktp hilang", "search none \"ktp hilang\""},
    {"/", "search none \"\""},
    {"??", "help none \"\""},
    {"??  ", "help none \"\""}};

static struct capture_context context(struct arena *a)
{
    return (struct capture_context){.people = match_new(a, forum_participants(a), FORUM_PEOPLE),
                                    .issues = forum_issues(a),
                                    .n_issues = FORUM_ISSUES,
                                    .last_number = 17,
                                    .agenda_kind = AGENDA_DISKUSI,
                                    .present_speaker = forum_id(ENTITY_participant, 4),
                                    .selected = ID_NONE,
                                    .has_last = true};
}

static void check(const struct line_case *v, size_t n, const struct capture_context *c,
                  struct arena *a)
{
    for (size_t i = 0; i < n; i++) {
        char got[400];
        struct capture r = capture_parse(v[i].line, c, a);
        if (strcmp(meaning(&r, got), v[i].means) != 0)
            fail_msg("'%s'\n  is       %s\n  expected %s", v[i].line, got, v[i].means);
        assert_true(r.text_at <= strlen(v[i].line));
        assert_non_null(capture_words(&r, c, a));
    }
}

#define CHECK(v, c, a) check(v, sizeof(v) / sizeof((v)[0]), c, a)

static void capture_parse__reads_every_mark_of_the_table(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct capture_context c = context(a);
    CHECK(in_discussion, &c, a);
    arena_free(a);
}

static const struct line_case in_ceremony[] = {
    {"sambutan kepala dinas", "entry/catatan_acara none \"sambutan kepala dinas\""},
    {"sambutan #ktp @@", "entry/catatan_acara none \"sambutan #ktp @@\" #ktp:1 gap"},
    {" doa", "entry/catatan_acara none \"doa\" literal"},
    {"7: menyela", "entry/masukan typed7 \"menyela\""},
    {"? kapan", "entry/pertanyaan present \"kapan\""}};

static void capture_parse__keeps_uncounted_notes_during_ceremony(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct capture_context c = context(a);
    const int64_t kinds[] = {AGENDA_REGISTRASI, AGENDA_SEREMONI, AGENDA_PAPARAN};
    for (size_t i = 0; i < 3; i++) {
        c.agenda_kind = kinds[i];
        CHECK(in_ceremony, &c, a);
    }
    arena_free(a);
}

static const struct line_case nobody_speaks[] = {
    {"siapa ini", "entry/masukan unknown \"siapa ini\" gap"},
    {"+ usul", "entry/usul unknown \"usul\" gap"},
    {"> parkir", "park none \"parkir\""},
    {"+", "change/usul none wait:last \"\""},
    {">", "parklast none wait:last \"\""},
    {".. lanjut", "continue none wait:last \"lanjut\""},
    {"=1 x", "answer/tanggapan ask wait:entry \"x\""}};

static void capture_parse__says_what_is_missing_at_the_very_beginning(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct capture_context c = context(a);
    c.present_speaker = ID_NONE;
    c.has_last = false;
    c.last_number = 0;
    CHECK(nobody_speaks, &c, a);
    arena_free(a);
}

static const struct line_case with_selection[] = {
    {"= dari pusat", "answer/tanggapan ask =sel \"dari pusat\""},
    {"= 3 hari", "answer/tanggapan ask =sel \"3 hari\""},
    {"=4 dari pusat", "answer/tanggapan ask =4 \"dari pusat\""},
    {"== sanggup", "answer/kesanggupan ask =sel \"sanggup\""},
    {"=", "offer none \"\""},
    {"==", "change/kesanggupan none \"\""}};

static void capture_parse__answers_the_selected_entry(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct capture_context c = context(a);
    c.selected = forum_id(ENTITY_contribution, 1);
    CHECK(with_selection, &c, a);
    arena_free(a);
}

static void capture_parse__offers_the_people_that_fit(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct capture_context c = context(a);
    struct capture r = capture_parse("tirta: + buka", &c, a);
    assert_int_equal(r.choices.n, 2);
    assert_int_equal(r.choices.v[0].person->number, 14);
    capture_choose(&r, r.choices.v[1].person);
    char got[400];
    assert_string_equal(meaning(&r, got), "entry/usul typed20 \"buka\"");
    assert_true(id_eq(&r.speaker, &r.person->id));
    arena_free(a);
}

/* Choosing the person must not answer another question on the way: it is asked last. */
static void capture_parse__asks_for_the_person_last(void **state)
{
    (void)state;
    static const struct line_case lines[] = {
        {"tirta: +", "entry/usul typed wait:text \"\""},
        {"tirta: = sudah", "answer/tanggapan typed wait:target \"sudah\""},
        {"tirta: =99 sudah", "answer/tanggapan typed wait:entry \"sudah\""},
        {"=99 tirta: sudah", "answer/tanggapan typed wait:entry \"sudah\""},
        {"tirta:", "speaker typed wait:choice \"\""},
        {"tirta: =3 sudah", "answer/tanggapan typed =3 wait:choice \"sudah\""}};
    struct arena *a = arena_new();
    struct capture_context c = context(a);
    CHECK(lines, &c, a);
    arena_free(a);
}

static void capture_parse__asks_when_a_number_was_given_twice(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct capture_context c = context(a);
    struct participant *v = forum_participants(a);
    v[5].number = 7;
    c.people = match_new(a, v, FORUM_PEOPLE);
    struct capture r = capture_parse("7: halo", &c, a);
    assert_int_equal(r.wait, CAPTURE_WAIT_CHOICE);
    assert_int_equal(r.choices.n, 2);
    arena_free(a);
}

static void capture_words__tells_what_enter_will_do(void **state)
{
    (void)state;
    static const struct line_case words[] = {
        {"7: + buka #antrean @@",
         "usul · dari 7 Sutrisno · topik Antrean dipanggil tanpa layar · belum lengkap"},
        {"antre", "masukan · dari 7 Sutrisno"},
        {"0 oms: x", "masukan · tanpa nama, unsur Organisasi Masyarakat Sipil"},
        {"=1 3 x", "jawab · siapa yang menjawab ditanyakan · atas catatan 1, 3"},
        {"!!", "catatan terakhir menjadi: keberatan"},
        {"tirta: x",
         "2 orang cocok, pilih satu: 14 dr. Aurelia Mandasari, M.Kes., 20 Asep Komarudin"},
        {"99: x", "tidak ada peserta nomor 99; spasi di depan menjadikannya teks biasa"},
        {"#parkir x", "masukan · dari 7 Sutrisno · topik baru #parkir"},
        {"", ""}};
    struct arena *a = arena_new();
    struct capture_context c = context(a);
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        struct capture r = capture_parse(words[i].line, &c, a);
        assert_string_equal(capture_words(&r, &c, a), words[i].means);
    }
    arena_free(a);
}

static const struct line_case from_paper[] = {
    {"@10.35 7: + buka loket sore", "entry/usul typed7 \"buka loket sore\" at635"},
    {"@10.35 antre", "entry/masukan present \"antre\" at635"},
    {"@9 antre", "entry/masukan present \"antre\" at540"},
    {"@10.35  7: apa adanya", "entry/masukan present \"7: apa adanya\" at635 literal"},
    {"@10.35", "clock none \"\" at635"},
    {"@10.35  ", "clock none \"\" at635"},
    {"@10.35 =1 3 sudah", "answer/tanggapan ask =1,3 \"sudah\" at635"},
    {"@25.99 antre", "entry/masukan present wait:clock \"antre\" at600"},
    /* the slip before was of 10.00 */
    {"antre", "entry/masukan present \"antre\" at600"},
    {"@@: siapa", "entry/masukan unknown \"siapa\" gap at600"},
    {"@rina halo", "entry/masukan present \"@rina halo\" at600"},
    {"/ktp", "search none \"ktp\""},
};

static void capture_parse__reads_the_time_of_a_slip_only_from_paper(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct capture_context c = context(a);
    struct capture r = capture_parse("@10.35 antre", &c, a);
    assert_string_equal(r.text, "@10.35 antre");
    assert_int_equal(r.clock, NONE);
    c.from_paper = true;
    c.clock = NONE;
    r = capture_parse("antre", &c, a);
    assert_int_equal(r.clock, NONE);
    assert_string_equal(capture_words(&r, &c, a), "masukan · dari 7 Sutrisno · dari kertas");
    r = capture_parse("@10.35", &c, a);
    assert_string_equal(capture_words(&r, &c, a),
                        "jam untuk kartu berikutnya · dari kertas, pukul 10.35");
    c.clock = 600;
    check(from_paper, sizeof from_paper / sizeof from_paper[0], &c, a);
    arena_free(a);
}

/* A pasted page must not make a key press slow: every reading is linear enough for 100,000
 * characters. */
static void capture_parse__survives_a_pasted_page(void **state)
{
    (void)state;
    static const char *const pieces[] = {"kata ",   "#a ", "=1 2 ",       "@@",
                                         "lumba: ", "  ",  "#x1 #x2 #x3 "};
    for (size_t k = 0; k < sizeof pieces / sizeof pieces[0]; k++) {
        struct arena *a = arena_new();
        struct capture_context c = context(a);
        char *line = arena_alloc(a, 100001);
        size_t step = strlen(pieces[k]);
        for (size_t n = 0; n + step <= 100000; n += step)
            memcpy(line + n, pieces[k], step);
        struct capture r = capture_parse(line, &c, a);
        assert_non_null(capture_words(&r, &c, a));
        arena_free(a);
    }
}

static void capture_printed__takes_the_topic_marks_off(void **state)
{
    (void)state;
    static const struct {
        const char *typed, *printed;
    } v[] = {
        {"loket terlalu tinggi #I4", "loket terlalu tinggi"},
        {"loket terlalu tinggi. #loket #lansia ", "loket terlalu tinggi."},
        {"antre #ktp lama sekali", "antre ktp lama sekali"},
        {"lama #KTP, #antre.", "lama KTP, antre."},
        {"#ktp lama", "ktp lama"},
        {"baris satu #a\nbaris dua #b", "baris satu a\nbaris dua"},
        {"#pengaduan #ktp", "pengaduan ktp"},
        {"loket #3", "loket #3"},
        {"C# dan ## dan # saja", "C# dan ## dan # saja"},
        {"laman x.example/#ktp", "laman x.example/#ktp"},
        {"tanpa tanda", "tanpa tanda"},
        {"", ""},
    };
    struct arena *a = arena_new();
    for (size_t i = 0; i < sizeof v / sizeof *v; i++)
        assert_string_equal(capture_printed(v[i].typed, a), v[i].printed);
    assert_null(capture_printed(NULL, a));
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(capture_parse__reads_every_mark_of_the_table),
        cmocka_unit_test(capture_parse__keeps_uncounted_notes_during_ceremony),
        cmocka_unit_test(capture_parse__says_what_is_missing_at_the_very_beginning),
        cmocka_unit_test(capture_parse__answers_the_selected_entry),
        cmocka_unit_test(capture_parse__offers_the_people_that_fit),
        cmocka_unit_test(capture_parse__asks_for_the_person_last),
        cmocka_unit_test(capture_parse__asks_when_a_number_was_given_twice),
        cmocka_unit_test(capture_words__tells_what_enter_will_do),
        cmocka_unit_test(capture_parse__reads_the_time_of_a_slip_only_from_paper),
        cmocka_unit_test(capture_parse__survives_a_pasted_page),
        cmocka_unit_test(capture_printed__takes_the_topic_marks_off),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
