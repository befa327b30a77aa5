/* The forms of an agreement and of an objection, as data. */
#include "config.h"

#include "base/i18n.h"
#include "ui/screens/agreement.h"

static const int agreement_fields[] = {RECORD_HEADING,
                                       agreement_F_problem,
                                       agreement_F_recommendation,
                                       agreement_F_responsible,
                                       RECORD_HEADING,
                                       agreement_F_horizon,
                                       agreement_F_duration,
                                       agreement_F_duration_unit,
                                       agreement_F_due,
                                       RECORD_HEADING,
                                       agreement_F_feasibility,
                                       agreement_F_issue,
                                       agreement_F_skm_element,
                                       agreement_F_sp_component,
                                       RECORD_HEADING,
                                       agreement_F_action_plan,
                                       agreement_F_indicator,
                                       RECORD_FIELDS_END};
static const char *const agreement_headings[] = {N_("Yang dicetak"), N_("Jangka dan batas waktu"),
                                                 N_("Keterangan"), N_("Rencana tindak lanjut")};

static int issue_choices(const struct dossier *d, int field, struct arena *a,
                         const char ***ret_labels, struct id **ret_ids)
{
    int n = record_no_choice(a, d->issue.n, ret_labels, ret_ids);
    (void)field;
    for (size_t i = 0; i < d->issue.n; i++) {
        const struct issue *u = &d->issue.v[i];
        (*ret_labels)[i + 1] = arena_printf(a, "%lld %s", (long long)u->number, u->title ? u->title : "");
        (*ret_ids)[i + 1] = u->id;
    }
    return n;
}

static const int objection_fields[] = {
    objection_F_participant,     objection_F_party, objection_F_text,      objection_F_reason,
    objection_F_reason_withheld, objection_F_reply, objection_F_read_back, RECORD_FIELDS_END};

const struct record_spec spec_agreement = {
    .entity = ENTITY_agreement,
    .title = N_("Kesepakatan"),
    .one = N_("Isian kesepakatan"),
    .empty = N_("Belum ada kesepakatan."),
    .fields = agreement_fields,
    .headings = agreement_headings,
    .choices = issue_choices,
};

const struct record_spec spec_objection = {
    .entity = ENTITY_objection,
    .title = N_("Keberatan"),
    .one = N_("Isian keberatan: tulis, lalu bacakan kembali kepada penyampainya"),
    .empty = N_("Belum ada keberatan."),
    .fields = objection_fields,
    .choices = record_people_choices,
};
