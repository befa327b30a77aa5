/* A few people and issues of the practice session (all invented), for the tests of the rules. */
#ifndef MUFAKAT_TESTS_MODEL_FORUM_H
#define MUFAKAT_TESTS_MODEL_FORUM_H

#include <stdio.h>

#include "model/dossier.h"

struct forum_person {
    int64_t number;
    const char *name, *organization, *invited_as;
    int64_t unsur, sex, attendance;
};

static const struct forum_person forum_people[] = {
    {1, "Drs. Wiratma Kusnandar, M.Si.", "Disdukcapil", NULL, UNSUR_PENYELENGGARA, SEX_L,
     ATTENDANCE_HADIR},
    {2, "Ni Luh Saraswita Paramesti, S.STP., M.A.P.", "Disdukcapil", NULL, UNSUR_PENYELENGGARA,
     SEX_P, ATTENDANCE_HADIR},
    {3, "Bambang Suryolelono, S.H.", "Disdukcapil", NULL, UNSUR_PENYELENGGARA, SEX_L,
     ATTENDANCE_HADIR},
    {7, "Sutrisno", "Desa Karang Jati", NULL, UNSUR_PENGGUNA, SEX_L, ATTENDANCE_HADIR},
    {9, "I Ketut Warsana", "Desa Banjar Asri", NULL, UNSUR_PENGGUNA, SEX_L, ATTENDANCE_HADIR},
    {10, "Sitti Nurhaliyah", "Kecamatan Muara Padu", NULL, UNSUR_PENGGUNA, SEX_P, ATTENDANCE_HADIR},
    {11, "La Ode Marfin", "Desa Pesisir Lumba", NULL, UNSUR_PENGGUNA, SEX_L, ATTENDANCE_HADIR},
    {14, "dr. Aurelia Mandasari, M.Kes.", "RSUD Tirta Husada", NULL, UNSUR_STAKEHOLDER, SEX_P,
     ATTENDANCE_HADIR},
    {16, NULL, "Kecamatan Muara Padu", "Camat Muara Padu", UNSUR_STAKEHOLDER, NONE,
     ATTENDANCE_BELUM},
    {20, "Asep Komarudin", "LSM Suara Tirta", NULL, UNSUR_OMS, SEX_L, ATTENDANCE_HADIR},
    {24, "Clara Sintya Wongkar", "Harian Kabar Mandala", NULL, UNSUR_MEDIA, SEX_P,
     ATTENDANCE_HADIR},
    {25, "Marfiana Élise Ma’ruf", "DPRD Kab. Tirta Mandala", NULL, UNSUR_STAKEHOLDER, SEX_P,
     ATTENDANCE_TIDAK}};

enum { FORUM_PEOPLE = sizeof forum_people / sizeof forum_people[0] };

static inline struct id forum_id(uint8_t entity, uint8_t row)
{
    struct id id = {{0}};
    id.b[0] = 1;
    id.b[1] = entity;
    id.b[15] = row;
    return id;
}

static inline struct participant *forum_participants(struct arena *a)
{
    struct participant *v = ARENA_ARRAY(a, struct participant, FORUM_PEOPLE);
    for (int i = 0; i < FORUM_PEOPLE; i++) {
        const struct forum_person *p = &forum_people[i];
        record_init(&v[i], ENTITY_participant);
        v[i].id = forum_id(ENTITY_participant, (uint8_t)(i + 1));
        v[i].number = p->number;
        v[i].name = p->name;
        v[i].organization = p->organization;
        v[i].invited_as = p->invited_as;
        v[i].unsur = p->unsur;
        v[i].sex = p->sex;
        v[i].attendance = p->attendance;
        v[i].role = ROLE_PESERTA;
    }
    return v;
}

struct forum_issue {
    const char *title, *tag;
};

static const struct forum_issue forum_issue_rows[] = {
    {"Waktu cetak KTP-el tidak pasti", "ktp"},
    {"Warga pesisir jauh dari loket", "pesisir"},
    {"Antrean dipanggil tanpa layar", "antrean"},
    {"Jam layanan hanya hari kerja", "jam-layanan"},
    {"Pengaduan tidak jelas jawabannya", NULL}};

enum { FORUM_ISSUES = sizeof forum_issue_rows / sizeof forum_issue_rows[0] };

static inline struct issue *forum_issues(struct arena *a)
{
    struct issue *v = ARENA_ARRAY(a, struct issue, FORUM_ISSUES);
    for (int i = 0; i < FORUM_ISSUES; i++) {
        record_init(&v[i], ENTITY_issue);
        v[i].id = forum_id(ENTITY_issue, (uint8_t)(i + 1));
        v[i].number = i + 1;
        v[i].title = forum_issue_rows[i].title;
        v[i].tag = forum_issue_rows[i].tag;
    }
    return v;
}

#endif
