/* The lists that people keep, as data: which fields their forms have and what a line shows. */
#include "config.h"

#include "base/i18n.h"
#include "ui/screens/records.h"

/* --- legal bases --- */

static const int legal_fields[] = {legal_basis_F_text, RECORD_FIELDS_END};
static const struct record_column legal_columns[] = {{N_("No"), 3, 0, 0, true}, {N_("Dasar hukum"), 20, 1, 0, false}};

static const char *legal_cell(const struct dossier *d, const void *record, int column, struct arena *a,
                              enum style *style)
{
    const struct legal_basis *b = record;
    (void)d;
    (void)column;
    (void)a;
    (void)style;
    return b->text;
}

/* --- agenda --- */

static const int agenda_fields[] = {agenda_F_title,   agenda_F_kind,   agenda_F_start_time,
                                    agenda_F_minutes, agenda_F_person, RECORD_FIELDS_END};
static const struct record_column agenda_columns[] = {{N_("Mulai"), 5, 0, 0, false},
                                                      {N_("Menit"), 5, 0, 0, true},
                                                      {N_("Acara"), 20, 3, 0, false},
                                                      {N_("Jenis"), 12, 0, 60, false},
                                                      {N_("Penanggung jawab"), 16, 1, 76, false}};

static const char *agenda_cell(const struct dossier *d, const void *record, int column, struct arena *a,
                               enum style *style)
{
    const struct agenda *g = record;
    char at[DATE_TEXT];
    if (id_eq(&dossier_session(d)->current_agenda, &g->id))
        *style = STYLE_ACCENT;
    switch (column) {
    case 0:
        return arena_strdup(a, time_format(g->start_time, at));
    case 1:
        return g->minutes == NONE ? NULL : arena_printf(a, "%lld", (long long)g->minutes);
    case 2:
        return g->title;
    case 3:
        return _(dict_enum_label(ENUMSET_agenda_kind, g->kind));
    default:
        return g->person;
    }
}

/* --- issues --- */

static const int issue_fields[] = {issue_F_title, issue_F_tag,         issue_F_description,  issue_F_source,   issue_F_source_note,
                                   issue_F_owner, issue_F_skm_element, issue_F_sp_component, RECORD_FIELDS_END};
static const struct record_column issue_columns[] = {{N_("No"), 3, 0, 0, true},
                                                     {N_("Isu"), 20, 3, 0, false},
                                                     {N_("Sebutan"), 10, 0, 60, false},
                                                     {N_("Sumber"), 12, 0, 0, false},
                                                     {N_("Penanggung jawab"), 16, 1, 76, false}};

static const char *issue_cell(const struct dossier *d, const void *record, int column, struct arena *a,
                              enum style *style)
{
    const struct issue *u = record;
    (void)d;
    (void)style;
    switch (column) {
    case 0:
        return arena_printf(a, "%lld", (long long)u->number);
    case 1:
        return u->title;
    case 2:
        return u->tag ? arena_printf(a, "#%s", u->tag) : NULL;
    case 3:
        return _(dict_enum_label(ENUMSET_issue_source, u->source));
    default:
        return u->owner;
    }
}

/* --- signatories --- */

static const int signatory_fields[] = {signatory_F_name, signatory_F_role, signatory_F_prefix, signatory_F_position,
                                       signatory_F_rank, signatory_F_nip,  RECORD_FIELDS_END};
static const struct record_column signatory_columns[] = {{N_("No"), 3, 0, 0, true},
                                                         {N_("Nama"), 18, 2, 0, false},
                                                         {N_("Sebagai"), 16, 0, 0, false},
                                                         {N_("Jabatan/organisasi"), 16, 2, 60, false},
                                                         {N_("Tanda tangan"), 12, 0, 76, false}};

static const char *signatory_cell(const struct dossier *d, const void *record, int column, struct arena *a,
                                  enum style *style)
{
    const struct signatory *g = record;
    const struct participant *p = dossier_participant(d, &g->participant);
    (void)a;
    switch (column) {
    case 1:
        return g->name ? g->name : p ? p->name : NULL;
    case 2:
        return _(dict_enum_label(ENUMSET_signatory_role, g->role));
    case 3:
        return g->position ? g->position : p ? p->position : NULL;
    default:
        *style = g->state == SIGNING_SUDAH ? STYLE_OK : STYLE_NORMAL;
        return _(dict_enum_label(ENUMSET_signing_state, g->state == NONE ? SIGNING_BELUM : g->state));
    }
}

/* --- parking lot --- */

static const int parked_fields[] = {parked_F_text,   parked_F_proposer,     parked_F_channel, parked_F_reason, parked_F_forwarded_to,
                                    parked_F_answer_by, RECORD_FIELDS_END};
static const struct record_column parked_columns[] = {{N_("No"), 3, 0, 0, true},
                                                      {N_("Uraian"), 20, 3, 0, false},
                                                      {N_("Alasan"), 14, 1, 60, false},
                                                      {N_("Diteruskan ke"), 14, 1, 0, false},
                                                      {N_("Janji jawab"), 16, 0, 76, false}};

static const char *parked_cell(const struct dossier *d, const void *record, int column, struct arena *a,
                               enum style *style)
{
    const struct parked *p = record;
    char day[DATE_TEXT];
    (void)d;
    if (!p->reason || !p->forwarded_to)
        *style = STYLE_WARN;
    switch (column) {
    case 0:
        return arena_printf(a, "T%lld", (long long)p->number);
    case 1:
        return IS_SET(p->from_paper) ? arena_printf(a, _("[kertas] %s"), p->text) : p->text;
    case 2:
        return p->reason ? p->reason : _("(belum)");
    case 3:
        return p->forwarded_to ? p->forwarded_to : _("(belum)");
    default:
        return arena_strdup(a, date_shown(p->answer_by, day));
    }
}

int record_no_choice(struct arena *a, size_t n, const char ***ret_labels, struct id **ret_ids)
{
    *ret_labels = ARENA_ARRAY(a, const char *, n + 1);
    *ret_ids = ARENA_ARRAY(a, struct id, n + 1);
    (*ret_labels)[0] = "-";
    (*ret_ids)[0] = ID_NONE;
    return (int)n + 1;
}

int record_people_choices(const struct dossier *d, int field, struct arena *a, const char ***ret_labels,
                          struct id **ret_ids)
{
    int n = record_no_choice(a, d->participant.n, ret_labels, ret_ids);
    (void)field;
    for (size_t i = 0; i < d->participant.n; i++) {
        const struct participant *p = &d->participant.v[i];
        (*ret_labels)[i + 1] = p->name ? p->name : p->invited_as ? p->invited_as : "?";
        (*ret_ids)[i + 1] = p->id;
    }
    return n;
}

#define SPEC_COLUMNS(v) .columns = v, .n_columns = (int)(sizeof v / sizeof *v)

const struct record_spec spec_legal_basis = {
    .entity = ENTITY_legal_basis,
    .title = N_("Dasar hukum"),
    .one = N_("Satu dasar hukum"),
    .empty = N_("Belum ada dasar hukum. Tekan n untuk menambah."),
    .fields = legal_fields,
    SPEC_COLUMNS(legal_columns),
    .cell = legal_cell,
    .numbered = true,
    .movable = true,
};
const struct record_spec spec_agenda = {
    .entity = ENTITY_agenda,
    .title = N_("Susunan acara"),
    .one = N_("Satu acara"),
    .empty = N_("Belum ada acara. Tekan n untuk menambah."),
    .fields = agenda_fields,
    SPEC_COLUMNS(agenda_columns),
    .cell = agenda_cell,
    .movable = true,
};
const struct record_spec spec_issue = {
    .entity = ENTITY_issue,
    .title = N_("Isu yang dibahas"),
    .one = N_("Satu isu"),
    .empty = N_("Belum ada isu. Tekan n untuk menambah, misalnya dari hasil SKM atau SP4N-LAPOR!."),
    .fields = issue_fields,
    SPEC_COLUMNS(issue_columns),
    .cell = issue_cell,
};
const struct record_spec spec_signatory = {
    .entity = ENTITY_signatory,
    .title = N_("Penanda tangan"),
    .one = N_("Satu penanda tangan"),
    .empty = N_("Belum ada penanda tangan. Tekan n untuk menambah: penyelenggara dan wakil masyarakat. Yang sudah hadir lebih "
              "cepat dipilih di F6: tekan n di sana."),
    .fields = signatory_fields,
    SPEC_COLUMNS(signatory_columns),
    .cell = signatory_cell,
    .numbered = true,
    .movable = true,
};
const struct record_spec spec_parked = {
    .entity = ENTITY_parked,
    .title = N_("Tempat parkir: di luar kewenangan"),
    .one = N_("Satu hal yang diparkir"),
    .empty = N_("Tempat parkir kosong. Pada Dialog, awali baris dengan > untuk menaruh sesuatu di sini."),
    .fields = parked_fields,
    .choices = record_people_choices,
    SPEC_COLUMNS(parked_columns),
    .cell = parked_cell,
};
