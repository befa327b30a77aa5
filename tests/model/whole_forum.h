/* A small forum that lacks nothing: the tests break one thing at a time. */
#ifndef MUFAKAT_TESTS_MODEL_WHOLE_FORUM_H
#define MUFAKAT_TESTS_MODEL_WHOLE_FORUM_H

#include "tests/model/forum.h"

/* Room for one more row than is filled, for tests that add. */
#define ROWS(d, entity, count)                                                                     \
    do {                                                                                           \
        (d)->entity.v = ARENA_ARRAY((d)->arena, struct entity, (count) + 1);                       \
        (d)->entity.n = (count);                                                                   \
        for (size_t row_ = 0; row_ <= (count); row_++) {                                           \
            record_init(&(d)->entity.v[row_], ENTITY_##entity);                                    \
            (d)->entity.v[row_].id = forum_id(ENTITY_##entity, (uint8_t)(row_ + 1));               \
        }                                                                                          \
    } while (0)

static inline void forum_session(struct dossier *d)
{
    struct session *s = d->session.v;
    s->id = forum_id(ENTITY_session, 1);
    s->theme = "Peninjauan standar pelayanan";
    s->unit = "Disdukcapil";
    s->institution = "Pemerintah Kabupaten Tirta Mandala";
    s->unit_head = "Kepala Dinas";
    s->date = date_of(2026, 11, 12);
    s->start_time = 510;
    s->place = "Aula Tirta Sari";
    s->town = "Sari Wening";
    s->zone = ZONE_WITA;
    s->read_aloud_at = 1794455880000;
}

static inline void forum_dialog(struct dossier *d)
{
    ROWS(d, agenda, 2);
    d->agenda.v[0].kind = d->agenda.v[1].kind = AGENDA_DISKUSI;
    d->agenda.v[0].title = "Termin I";
    d->agenda.v[1].title = "Termin II";
    d->agenda.v[1].started_at = 1794450000000;
    ROWS(d, contribution, 3);
    for (int i = 0; i < 3; i++) {
        struct contribution *c = &d->contribution.v[i];
        c->number = i + 1;
        c->kind = i == 0 ? KIND_PERTANYAAN : i == 1 ? KIND_USUL : KIND_TANGGAPAN;
        c->text = "teks";
        c->at = 1794447000000 + i;
        c->agenda = d->agenda.v[0].id;
    }
    ROWS(d, contribution_issue, 1);
    d->contribution_issue.v[0].contribution = d->contribution.v[0].id;
    d->contribution_issue.v[0].issue = d->issue.v[0].id;
    ROWS(d, reply, 1);
    d->reply.v[0].answer = d->contribution.v[2].id;
    d->reply.v[0].question = d->contribution.v[0].id;
}

static inline void forum_agreements(struct dossier *d)
{
    ROWS(d, agreement, 2);
    for (int i = 0; i < 2; i++) {
        struct agreement *g = &d->agreement.v[i];
        g->number = i + 1;
        g->problem = "Antrean lama";
        g->recommendation = "Nomor antrean lewat pesan";
        g->responsible = "Bidang Pelayanan";
        g->horizon = HORIZON_PENDEK;
        g->due = date_of(2026, 11, 30);
        g->status = i == 0 ? STATUS_MUFAKAT : STATUS_DENGAN_CATATAN;
    }
    ROWS(d, agreement_contribution, 2);
    for (int i = 0; i < 2; i++) {
        d->agreement_contribution.v[i].agreement = d->agreement.v[i].id;
        d->agreement_contribution.v[i].contribution = d->contribution.v[i].id;
    }
    ROWS(d, position, 1);
    d->position.v[0].agreement = d->agreement.v[1].id;
    d->position.v[0].unsur = UNSUR_OMS;
    d->position.v[0].stance = STANCE_KEBERATAN;
    d->position.v[0].count = 1;
    ROWS(d, objection, 1);
    struct objection *o = d->objection.v;
    o->agreement = d->agreement.v[1].id;
    o->party = "LSM Suara Tirta";
    o->text = "Menolak";
    o->reason = "Tidak menjangkau pekerja";
    o->reply = "Petugas terbatas";
    o->read_back = 1;
}

static inline struct dossier *forum_whole(struct arena *a)
{
    struct dossier *d = dossier_new(a);
    forum_session(d);
    d->participant.v = forum_participants(a);
    d->participant.n = FORUM_PEOPLE;
    d->participant.v[8].attendance = ATTENDANCE_TIDAK;
    d->issue.v = forum_issues(a);
    d->issue.n = FORUM_ISSUES;
    forum_dialog(d);
    forum_agreements(d);
    ROWS(d, signatory, 2);
    for (int i = 0; i < 2; i++) {
        d->signatory.v[i].role = i == 0 ? SIGN_PENYELENGGARA : SIGN_WAKIL_MASYARAKAT;
        d->signatory.v[i].participant = d->participant.v[i == 0 ? 0 : 3].id;
        d->signatory.v[i].state = SIGNING_BELUM;
    }
    ROWS(d, document, 1);
    d->document.v[0].kind = DOC_FOTO;
    ROWS(d, parked, 0);
    ROWS(d, deadline_move, 0);
    ROWS(d, lock, 0);
    return d;
}

#endif
