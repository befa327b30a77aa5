#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "model/gate.h"
#include "model/gate_parts.h"
#include "tests/model/whole_forum.h"

static void gate_check__finds_nothing_in_a_whole_forum(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct gate g = gate_check(forum_whole(a), a);
    for (size_t i = 0; i < g.n; i++)
        if (g.v[i].level != GATE_OK)
            fail_msg("%s: %s", g.v[i].code, g.v[i].text);
    assert_true(g.n >= 6);
    assert_string_equal(gate_words(&g, a), "semua lengkap");
    arena_free(a);
}

/* --- one thing broken, one finding --- */

static void no_theme(struct dossier *d)
{
    d->session.v->theme = NULL;
}
static void no_town(struct dossier *d)
{
    d->session.v->town = "";
}
static void ends_before_it_begins(struct dossier *d)
{
    d->session.v->end_time = 480;
}
static void same_number(struct dossier *d)
{
    d->participant.v[4].number = 7;
}
static void same_agreement_number(struct dossier *d)
{
    d->agreement.v[1].number = 1;
}
static void nobody(struct dossier *d)
{
    for (size_t i = 0; i < d->participant.n; i++)
        d->participant.v[i].attendance = ATTENDANCE_TIDAK;
    d->signatory.v[0].participant = d->signatory.v[1].participant = ID_NONE;
    d->signatory.v[0].name = d->signatory.v[1].name = "X";
}
static void no_provider(struct dossier *d)
{
    for (int i = 0; i < 3; i++)
        d->participant.v[i].role = ROLE_PANITIA;
}
static void undecided(struct dossier *d)
{
    d->participant.v[8].attendance = ATTENDANCE_BELUM;
}
static void nameless(struct dossier *d)
{
    d->participant.v[8].attendance = ATTENDANCE_HADIR;
}
static void no_unsur(struct dossier *d)
{
    d->participant.v[4].unsur = NONE;
}
static void twins(struct dossier *d)
{
    d->participant.v[4].name = "SUTRISNO, S.E.";
}
static void agenda_open(struct dossier *d)
{
    d->agenda.v[1].started_at = NONE;
}
static void silence(struct dossier *d)
{
    d->contribution.n = d->contribution_issue.n = d->reply.n = 0;
    d->agenda.v[0].started_at = 1;
}
static void no_issue(struct dossier *d)
{
    d->contribution_issue.n = 0;
}
static void gap_in_text(struct dossier *d)
{
    d->contribution.v[1].text = "berapa @@ loket";
}
static void gap_in_speaker(struct dossier *d)
{
    d->contribution.v[1].speaker_unknown = 1;
}
static void gap_in_continuation(struct dossier *d)
{
    d->contribution.v[2].continues = d->contribution.v[1].id;
    d->contribution.v[2].number = NONE;
    d->contribution.v[2].text = "berapa @@ loket";
}
static void unanswered(struct dossier *d)
{
    d->reply.n = 0;
    d->agreement_contribution.v[0].contribution = d->contribution.v[1].id;
}
static void parked_bare(struct dossier *d)
{
    d->parked.n = 1;
    d->parked.v[0].text = "Hapus denda";
}
static void no_agreement(struct dossier *d)
{
    d->agreement.n = d->agreement_contribution.n = d->position.n = d->objection.n = 0;
}
static void no_responsible(struct dossier *d)
{
    d->agreement.v[0].responsible = NULL;
}
static void no_limit(struct dossier *d)
{
    d->agreement.v[0].due = NONE;
}
static void half_limit(struct dossier *d)
{
    d->agreement.v[0].due = NONE;
    d->agreement.v[0].duration = 14;
}
static void no_status(struct dossier *d)
{
    d->agreement.v[0].status = NONE;
}
static void plain_over_objection(struct dossier *d)
{
    d->agreement.v[1].status = STATUS_MUFAKAT;
}
static void unwritten(struct dossier *d)
{
    d->objection.n = 0;
}
static void refused_unwritten(struct dossier *d)
{
    d->agreement.v[0].status = STATUS_TIDAK_MUFAKAT;
}
static void postponed(struct dossier *d)
{
    d->agreement.v[0].status = STATUS_DITUNDA;
}
static void note_unwritten(struct dossier *d)
{
    d->agreement.v[0].status = STATUS_DENGAN_CATATAN;
}
static void talk_again(struct dossier *d)
{
    d->position.v[1].agreement = d->agreement.v[0].id;
    d->position.v[1].stance = STANCE_BAHAS;
    d->position.v[1].count = 6;
    d->position.n = 2;
}
/* The least that sends a matter back to the dialog: a quarter of the hands. */
static void quarter_talks_again(struct dossier *d)
{
    d->position.v[0].agreement = d->position.v[1].agreement = d->agreement.v[0].id;
    d->position.v[0].stance = STANCE_SETUJU;
    d->position.v[0].count = 3;
    d->position.v[1].stance = STANCE_BAHAS;
    d->position.v[1].count = 1;
    d->position.n = 2;
}
static void gap_in_agreement(struct dossier *d)
{
    d->agreement.v[0].recommendation = "mulai @@";
}
static void untraced(struct dossier *d)
{
    d->agreement_contribution.n = 1;
}
static void due_too_early(struct dossier *d)
{
    d->agreement.v[0].due = date_of(2026, 11, 11); /* the day before */
}
static void outside(struct dossier *d)
{
    d->agreement.v[0].responsible = "Bidang bersama Kecamatan Muara Padu";
}
static void outside_said(struct dossier *d)
{
    d->agreement.v[0].feasibility = FEASIBLE_INSTANSI_LAIN;
}
static void unread(struct dossier *d)
{
    d->session.v->read_aloud_at = NONE;
}
static void half_read(struct dossier *d)
{
    d->session.v->read_aloud_at = NONE;
    d->agreement.v[0].read_aloud_at = 5;
}
static void added_after_reading(struct dossier *d)
{
    d->session.v->read_aloud_at = 5;
    d->agreement.v[0].read_aloud_at = 5;
}
static void loose(struct dossier *d)
{
    d->objection.v[0].agreement = ID_NONE;
}
static void no_reason(struct dossier *d)
{
    d->objection.v[0].reason = "";
}
static void no_reply(struct dossier *d)
{
    d->objection.v[0].reply = NULL;
}
static void not_read_back(struct dossier *d)
{
    d->objection.v[0].read_back = 0;
}
static void no_party(struct dossier *d)
{
    d->objection.v[0].party = NULL;
}
static void one_side_signs(struct dossier *d)
{
    d->signatory.n = 1;
}
static void no_chair(struct dossier *d)
{
    d->session.v->ba_variant = VARIANT_B;
}
static void one_party(struct dossier *d)
{
    d->session.v->ba_variant = VARIANT_D;
    d->signatory.n = 1;
}
static void signs_twice(struct dossier *d)
{
    d->signatory.v[2].role = SIGN_SAKSI;
    d->signatory.v[2].participant = d->participant.v[0].id;
    d->signatory.n = 3;
}
static void signer_absent(struct dossier *d)
{
    d->participant.v[3].attendance = ATTENDANCE_DIWAKILI;
}
static void no_photo(struct dossier *d)
{
    d->document.n = 0;
}

struct broken {
    void (*breaks)(struct dossier *d);
    const char *code;
    enum gate_level level;
    const char *text; /* NULL: any */
};

static const struct broken table[] = {
    {no_theme, "session_required", GATE_PENTING, "Tema belum diisi"},
    {no_town, "session_printed", GATE_LIHAT, "Kota penandatanganan belum diisi"},
    {nobody, "attendance", GATE_PENTING, "Belum ada peserta yang ditandai hadir"},
    {ends_before_it_begins, "session_times", GATE_LIHAT, NULL},
    {same_number, "attendance_number", GATE_LIHAT, "Nomor hadir 7 dipakai dua orang"},
    {same_agreement_number, "agreement_number", GATE_LIHAT, "Dua kesepakatan bernomor 1"},
    {no_provider, "attendance", GATE_PENTING, "Belum ada wakil penyelenggara yang hadir"},
    {undecided, "attendance_open", GATE_LIHAT, "1 undangan belum ditandai hadir atau tidak"},
    {nameless, "attendance_nameless", GATE_LIHAT, "1 orang hadir belum bernama"},
    {no_unsur, "attendance_unsur", GATE_LIHAT, NULL},
    {twins, "attendance_twice", GATE_LIHAT, "Sutrisno dan SUTRISNO, S.E.: mungkin orang yang sama"},
    {agenda_open, "agenda", GATE_LIHAT, "Agenda dibahas 1 dari 2, belum: Termin II"},
    {silence, "inputs", GATE_PENTING, NULL},
    {no_issue, "inputs_issue", GATE_LIHAT, NULL},
    {gap_in_text, "gaps", GATE_LIHAT, "1 catatan belum lengkap (nomor 2)"},
    {gap_in_continuation, "gaps", GATE_LIHAT, "1 catatan belum lengkap (nomor 2)"}, /* of its turn */
    {gap_in_speaker, "gaps", GATE_LIHAT, "1 catatan belum lengkap (nomor 2)"},
    {unanswered, "unanswered", GATE_LIHAT, "1 pertanyaan belum dijawab (nomor 1)"},
    {parked_bare, "parked", GATE_LIHAT, "Tempat parkir 1: belum ada alasan"},
    {no_agreement, "agreements", GATE_PENTING, NULL},
    {no_responsible, "agreement_lacks", GATE_PENTING, "Kesepakatan 1: belum ada penanggung jawab"},
    {no_limit, "agreement_lacks", GATE_PENTING, "Kesepakatan 1: belum ada batas waktu"},
    {half_limit, "agreement_lacks", GATE_PENTING, "Kesepakatan 1: belum ada batas waktu"},
    {no_status, "agreement_lacks", GATE_PENTING, "Kesepakatan 1: belum ada status"},
    {plain_over_objection, "agreement_status", GATE_PENTING,
     "Kesepakatan 2: berstatus mufakat padahal ada keberatan"},
    {unwritten, "agreement_status", GATE_PENTING,
     "Kesepakatan 2: 1 keberatan belum ditulis isinya"},
    {refused_unwritten, "agreement_status", GATE_PENTING, NULL},
    {postponed, "agreement_status", GATE_LIHAT,
     "Kesepakatan 1: Ditunda, tetapi alasannya belum ditulis"},
    {note_unwritten, "agreement_status", GATE_LIHAT, NULL},
    {talk_again, "agreement_talk", GATE_LIHAT, "Kesepakatan 1: 6 dari 6 suara minta dibahas lagi"},
    {quarter_talks_again, "agreement_talk", GATE_LIHAT, "Kesepakatan 1: 1 dari 4 suara minta dibahas lagi"},
    {gap_in_agreement, "agreement_gap", GATE_LIHAT, NULL},
    {untraced, "agreement_source", GATE_LIHAT, "Kesepakatan 2: belum dikaitkan dengan masukan"},
    {due_too_early, "agreement_due", GATE_LIHAT, NULL},
    {outside, "agreement_outside", GATE_LIHAT,
     "Kesepakatan 1: penanggung jawab di luar unit ini, Kecamatan Muara Padu; wakilnya "
     "menandatangani?"},
    {outside_said, "agreement_outside", GATE_LIHAT, NULL},
    {unread, "read_aloud", GATE_PENTING, NULL},
    {half_read, "read_aloud", GATE_LIHAT, "Belum dibacakan: kesepakatan 2"},
    {added_after_reading, "read_aloud", GATE_LIHAT, "Belum dibacakan: kesepakatan 2"},
    {loose, "objection_loose", GATE_PENTING, NULL},
    {no_reason, "objection_reason", GATE_PENTING,
     "Kesepakatan 2: keberatan LSM Suara Tirta tanpa alasan"},
    {no_reply, "objection_reply", GATE_LIHAT, NULL},
    {not_read_back, "objection_read_back", GATE_LIHAT, NULL},
    {no_party, "objection_party", GATE_PENTING, NULL},
    {one_side_signs, "signatories", GATE_PENTING, "Penanda tangan: penyelenggara 1, masyarakat 0"},
    {no_chair, "variant_chair", GATE_LIHAT, NULL},
    {one_party, "variant_parties", GATE_PENTING, NULL},
    {signs_twice, "signatory_twice", GATE_LIHAT, NULL},
    {signer_absent, "signatory_absent", GATE_LIHAT,
     "Sutrisno menandatangani, tetapi tidak ditandai hadir"},
    {no_photo, "photos", GATE_LIHAT, NULL}};

static void gate_check__finds_each_thing_that_is_missing(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
        struct arena *a = arena_new();
        struct dossier *d = forum_whole(a);
        table[i].breaks(d);
        struct gate g = gate_check(d, a);
        const struct gate_item *found = NULL;
        for (size_t j = 0; j < g.n; j++)
            if (g.v[j].level == table[i].level && strcmp(g.v[j].code, table[i].code) == 0)
                found = &g.v[j];
        if (!found)
            fail_msg("row %zu: no finding %s", i, table[i].code);
        if (table[i].text)
            assert_string_equal(found->text, table[i].text);
        assert_true(g.n_penting + g.n_lihat >= 1);
        arena_free(a);
    }
}

static void gate_check__hides_private_hints_from_the_projector(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct dossier *d = forum_whole(a);
    twins(d);
    signer_absent(d);
    struct gate g = gate_check(d, a);
    for (size_t i = 0; i < g.n; i++)
        assert_int_equal(g.v[i].hidden, strcmp(g.v[i].code, "attendance_twice") == 0 ||
                                            strcmp(g.v[i].code, "signatory_absent") == 0);
    arena_free(a);
}

static void gate_check__accepts_what_was_said_openly(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct dossier *d = forum_whole(a);
    no_reason(d);
    d->objection.v[0].reason_withheld = 1; /* "tidak disampaikan" */
    no_limit(d);
    d->agreement.v[0].duration = 14;
    d->agreement.v[0].duration_unit = DURATION_HARI_KERJA;
    struct gate g = gate_check(d, a);
    assert_int_equal(g.n_penting + g.n_lihat, 0);
    d->reply.n = 0; /* the question became an agreement */
    g = gate_check(d, a);
    assert_int_equal(g.n_penting + g.n_lihat, 0);
    outside(d);
    d->signatory.v[2].role = SIGN_SAKSI;
    d->signatory.v[2].participant = d->participant.v[5].id; /* somebody from Kecamatan Muara Padu */
    d->signatory.n = 3;
    g = gate_check(d, a);
    assert_int_equal(g.n_penting + g.n_lihat, 0);
    arena_free(a);
}

static void gate_check__points_at_the_row_and_field(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct dossier *d = forum_whole(a);
    no_responsible(d);
    struct gate g = gate_check(d, a);
    for (size_t i = 0; i < g.n; i++)
        if (strcmp(g.v[i].code, "agreement_lacks") == 0) {
            assert_int_equal(g.v[i].entity, ENTITY_agreement);
            assert_true(id_eq(&g.v[i].row, &d->agreement.v[0].id));
            assert_int_equal(g.v[i].field, agreement_F_responsible);
        }
    assert_string_equal(gate_words(&g, a), "1 hal perlu perhatian, 1 penting");
    assert_string_equal(gate_agreement_lacks(&d->agreement.v[0], a), "penanggung jawab");
    assert_null(gate_agreement_lacks(&d->agreement.v[1], a));
    arena_free(a);
}

static void gate_check__bears_an_empty_session(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct gate g = gate_check(dossier_new(a), a);
    assert_true(g.n_penting >= 7); /* four fields, attendance, inputs, agreements, signatories */
    arena_free(a);
}

/* The dots say that there are more, so they stand only where there are. */
static void gate_list_number__ends_in_dots_once_when_it_is_cut(void **state)
{
    (void)state;
    struct buf b = BUF_INIT;
    for (int64_t n = 1000; b.len <= 200; n++)
        gate_list_number(&b, n);
    assert_null(strstr(buf_str(&b), "..."));
    for (int64_t n = 2000; n < 2003; n++)
        gate_list_number(&b, n);
    assert_ptr_equal(strstr(buf_str(&b), ", ..."), b.p + b.len - 5);
    assert_null(strstr(buf_str(&b), "2000"));
    buf_done(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gate_check__finds_nothing_in_a_whole_forum),
        cmocka_unit_test(gate_check__finds_each_thing_that_is_missing),
        cmocka_unit_test(gate_check__hides_private_hints_from_the_projector),
        cmocka_unit_test(gate_check__accepts_what_was_said_openly),
        cmocka_unit_test(gate_check__points_at_the_row_and_field),
        cmocka_unit_test(gate_check__bears_an_empty_session),
        cmocka_unit_test(gate_list_number__ends_in_dots_once_when_it_is_cut),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
