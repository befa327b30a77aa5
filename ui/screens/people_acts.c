/* part of `people.h`: what is done to a person, and the form of one */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "app/check_in.h"
#include "app/rows.h"
#include "base/i18n.h"
#include "base/text.h"
#include "ui/screens/attendance_list.h"
#include "ui/screens/import.h"
#include "ui/screens/people_private.h"
#include "ui/screens/records.h"

enum { ASK_REPRESENTED = 1, ASK_WALK_IN, ASK_LATE };

/* --- one person's form --- */

static const char *const person_headings[] = {N_("Orang"), N_("Kehadiran"), N_("Data pribadi")};
static const int person_fields[] = {
    RECORD_HEADING,          participant_F_name,       participant_F_other_names, participant_F_invited_as,
    participant_F_position,  participant_F_organization, participant_F_unsur,  participant_F_sex,
    participant_F_role,
    RECORD_HEADING,          participant_F_attendance, participant_F_channel,    participant_F_need,
    participant_F_name_public, participant_F_photo_consent, participant_F_note,  RECORD_HEADING,
    participant_F_phone,     participant_F_nip,        participant_F_rank,       participant_F_address,
    RECORD_FIELDS_END};
/* On the wall nobody's phone number is shown. */
static const char *const wall_headings[] = {N_("Orang"), N_("Kehadiran")};
static const int wall_fields[] = {RECORD_HEADING,
                                  participant_F_name,
                                  participant_F_invited_as,
                                  participant_F_position,
                                  participant_F_organization,
                                  participant_F_unsur,
                                  participant_F_sex,
                                  participant_F_role,
                                  RECORD_HEADING,
                                  participant_F_attendance,
                                  participant_F_channel,
                                  RECORD_FIELDS_END};
static const struct record_spec spec_person = {.entity = ENTITY_participant,
                                               .one = N_("Peserta"),
                                               .fields = person_fields,
                                               .headings = person_headings};
static const struct record_spec spec_person_wall = {.entity = ENTITY_participant,
                                                    .one = N_("Peserta"),
                                                    .fields = wall_fields,
                                                    .headings = wall_headings};

/* --- commands --- */

static void post_attendance(struct screen *s, const struct participant *x, int64_t attendance)
{
    struct job *j;
    struct check_in_args *args = check_in_job(ui_app(s->ui), &j);
    args->participant = x->id;
    args->attendance = attendance;
    ui_post(s->ui, j);
}

/* A second Enter typed too fast must not take somebody's presence back: that only happens in the list. */
static bool refuse_present(struct screen *s, const struct participant *x)
{
    struct people *p = people_of(s);
    char at[DATE_TEXT];
    if (!p->in_list && text_field_empty(&p->find)) {
        ui_say(s->ui, STYLE_NORMAL, _("Ketik dua huruf dari nama atau instansi dulu; Tab pindah ke daftar."));
    } else if (!p->in_list && x->attendance == ATTENDANCE_HADIR) {
        ui_say(s->ui, STYLE_NORMAL, _("%s sudah hadir sejak %s. Membatalkan: Tab, lalu h."), TXT(x->name),
               stamp_clock(x->arrived_at, ui_zone(s->ui), at));
        text_field_set(&p->find, "");
        screen_stale(s);
    } else if (!x->name && x->attendance != ATTENDANCE_HADIR) {
        ui_say(s->ui, STYLE_WARN, _("Siapa yang datang untuk %s? Ctrl-R mengisi namanya."), TXT(x->invited_as));
    } else {
        return false;
    }
    return true;
}

/* Present, or in the list a second time: not present after all. The search line is empty for the next one. */
static void mark_present(struct screen *s, const struct participant *x)
{
    struct people *p = people_of(s);
    bool back = x->attendance == ATTENDANCE_HADIR;
    if (refuse_present(s, x))
        return;
    post_attendance(s, x, back ? ATTENDANCE_BELUM : ATTENDANCE_HADIR);
    if (back)
        ui_say(s->ui, STYLE_NORMAL, _("Batal hadir: %s"), TXT(x->name));
    else if (x->number == NONE)
        ui_say(s->ui, STYLE_OK, _("Hadir: %s"), TXT(x->name));
    else
        ui_say(s->ui, STYLE_OK, _("Hadir: %s, nomor %lld"), TXT(x->name), (long long)x->number);
    text_field_set(&p->find, "");
    screen_stale(s);
}

static void answered(struct screen *s, int tag, const struct popup_result *r);

static void ask_name(struct screen *s, const struct participant *x)
{
    people_of(s)->target = x->id;
    ui_prompt(s, ASK_REPRESENTED,
              arena_printf(people_of(s)->scratch, _("%s diwakili oleh"), x->name ? x->name : TXT(x->invited_as)),
              _("Nama lengkap"), "", false, answered);
}

/* Twenty numbers are not typed twice for one that was wrong: they stand there when the question is asked again. */
static void keep_late(struct people *p, const char *typed)
{
    free(p->late);
    p->late = typed ? mem_strdup(typed) : NULL;
}

static void ask_walk_in(struct screen *s)
{
    ui_prompt(s, ASK_WALK_IN, _("Tamu yang tidak ada di daftar"),
              _("Nama, L/P, jabatan, instansi, unsur, HP (yang tahu saja)"), text_field_text(&people_of(s)->find), false,
              answered);
}

static void ask_late(struct screen *s)
{
    ui_prompt(s, ASK_LATE, _("Terlambat, dari daftar di kertas"), _("Nomor, mis. 7 12 15-18 pukul 09.10"),
              people_of(s)->late, false, answered);
}

static void post_walk_in(struct screen *s, const char *typed)
{
    struct job *j;
    struct walk_in_args *x = walk_in_job(ui_app(s->ui), &j);
    if (!walk_in_read(typed, job_arena(j), x)) {
        job_free(j);
        ui_say(s->ui, STYLE_WARN, _("Tulis sedikitnya nama. Belum ada yang disimpan."));
        return;
    }
    ui_post(s->ui, j);
    text_field_set(&people_of(s)->find, "");
    screen_stale(s);
}

/* Who came, with the number for the name tag; the list shows them. */
static void say_arrived(struct screen *s, const struct id *who, const char *name, int64_t number)
{
    ui_say(s->ui, STYLE_OK, _("Hadir: %s, nomor %lld"), name, (long long)number);
    list_follow(&people_of(s)->table.list, who);
}

static void say_late(struct screen *s, const struct late_arrivals_args *x)
{
    if (x->ret_already > 0)
        ui_say(s->ui, STYLE_OK, _("%lld orang dicatat hadir; %lld sudah hadir sebelumnya."), (long long)x->ret_marked,
               (long long)x->ret_already);
    else
        ui_say(s->ui, STYLE_OK, _("%lld orang dicatat hadir."), (long long)x->ret_marked);
}

void people_stored(struct screen *s, const struct answer *a)
{
    if (!a->job || a->err.code != ERR_NONE)
        return;
    if (strcmp(a->action, "walk_in") == 0) {
        const struct walk_in_args *x = job_given(a->job);
        say_arrived(s, &x->row, x->name, x->ret_number);
    } else if (strcmp(a->action, "represent") == 0) {
        const struct represent_args *x = job_given(a->job);
        say_arrived(s, &x->ret_participant, x->name, x->ret_number);
    } else if (strcmp(a->action, "late_arrivals") == 0) {
        keep_late(people_of(s), NULL);
        say_late(s, job_given(a->job));
    }
}

static void answered(struct screen *s, int tag, const struct popup_result *r)
{
    struct people *p = people_of(s);
    struct job *j;
    if (!r->ok)
        return;
    if (tag == ASK_REPRESENTED) {
        struct represent_args *x = represent_job(ui_app(s->ui), &j);
        x->invited = p->target;
        x->name = arena_strdup(job_arena(j), r->text);
        ui_post(s->ui, j);
        text_field_set(&p->find, "");
    } else if (tag == ASK_WALK_IN) {
        post_walk_in(s, r->text);
    } else if (tag == ASK_LATE) {
        struct late_arrivals_args *x = late_arrivals_job(ui_app(s->ui), &j);
        x->typed = arena_strdup(job_arena(j), r->text);
        keep_late(p, r->text);
        ui_post(s->ui, j);
    }
}

static void delete_person(struct screen *s, const struct participant *x)
{
    struct job *j;
    struct delete_row_args *args = delete_row_job(ui_app(s->ui), &j);
    args->entity = ENTITY_participant;
    args->row = x->id;
    ui_post(s->ui, j);
    ui_say(s->ui, STYLE_NORMAL, _("Dihapus dari daftar. Ctrl-Z mengembalikannya."));
}

static void person_action(struct screen *s, int action, const struct participant *x)
{
    switch (action) {
    case PEOPLE_PRESENT:
        mark_present(s, x);
        break;
    case PEOPLE_ABSENT:
        post_attendance(s, x, ATTENDANCE_TIDAK);
        break;
    case PEOPLE_REPRESENTED:
        ask_name(s, x);
        break;
    case PEOPLE_EDIT:
        record_form_open(s->ui, ui_proyektor(s->ui) ? &spec_person_wall : &spec_person, &x->id);
        break;
    case PEOPLE_DELETE:
        delete_person(s, x);
        break;
    }
}

void people_action(struct screen *s, int action)
{
    struct people *p = people_of(s);
    const struct participant *x = people_selected(p);
    switch (action) {
    case PEOPLE_WALK_IN:
        ask_walk_in(s);
        break;
    case PEOPLE_LATE:
        ask_late(s);
        break;
    case PEOPLE_PANE:
        p->in_list = !p->in_list;
        break;
    case PEOPLE_IMPORT:
        import_ask(s);
        break;
    case PEOPLE_PRINT:
        attendance_list_ask(s);
        break;
    default:
        if (x)
            person_action(s, action, x);
    }
}

const char *people_why_not(struct screen *s, int action)
{
    if (ui_read_only(s->ui) && action != PEOPLE_PANE)
        return _("Berkas ini dibuka hanya untuk dibaca.");
    bool person = action == PEOPLE_PRESENT || action == PEOPLE_ABSENT || action == PEOPLE_REPRESENTED ||
                  action == PEOPLE_EDIT || action == PEOPLE_DELETE;
    return person && !people_selected(people_of(s)) ? _("Tidak ada yang cocok. Ctrl-N mencatatnya sebagai tamu.") : NULL;
}

const char *people_about(struct screen *s, int tag, struct arena *a)
{
    return tag == ASK_REPRESENTED ? ui_about_row(&people_of(s)->target, a) : NULL;
}
