/* The filter between the dossier and every builder (architecture 5; domain 10, point 3). What a
 * field may show is read from the dictionary, so a new field that nobody thought of stays hidden.
 */
#include "config.h"

#include <assert.h>
#include <string.h>

#include "base/text.h"
#include "doc/documents.h"
#include "doc/speech.h"
#include "model/disability.h"
#include "model/mask.h"
#include "model/tally.h"
#include "doc/paper.h"

/* --- persons --- */

static bool is_official(const struct participant *p)
{
    return p->unsur == UNSUR_PENYELENGGARA || p->unsur == UNSUR_STAKEHOLDER;
}

/* What stands in the place of a name that was not given free. */
static const char *public_name(const struct participant *p, struct arena *a)
{
    bool official = is_official(p);
    if (official && p->position)
        return p->position;
    if (official && p->invited_as)
        return p->invited_as;
    if (p->role != ROLE_PESERTA && p->role != NONE)
        return dict_enum_label(ENUMSET_role, p->role);
    if (p->unsur == NONE)
        return "Wakil Peserta";
    return arena_printf(a, "Wakil %s", dict_enum_label(ENUMSET_unsur, p->unsur));
}

static void publish_participant(struct participant *p, const struct participant *was,
                                const struct dossier *d, struct arena *a)
{
    if (!is_official(was) && disability_is_told(was->position))
        p->position = NULL;
    if (!was->name)
        return;
    if (IS_SET(was->name_public)) {
        p->name = was->name;
        return;
    }
    p->name = public_name(p, a);
    p->name_public = 1; /* of what stands there now */
    if (is_official(was))
        return;
    /* "Ketua" of a small group would be a name in other words, and some groups carry one's name: also
     * where it looks like the name of a place */
    p->position = NULL;
    const struct mask *own = mask_of_people(d, was, 1, a);
    p->organization = p->organization ? mask_apply(own, p->organization, NULL, a) : NULL;
    /* an own office goes with the position, or it would read as somebody else's */
    bool keeps = p->invited_as && coverage_stands_in(was);
    p->invited_as = keeps ? mask_apply(own, p->invited_as, NULL, a) : NULL;
}

/* Whoever came as somebody's interpreter or companion would say that there was somebody to
 * accompany. */
static void leave_companions_out(struct dossier *copy)
{
    size_t n = 0;
    for (size_t i = 0; i < copy->participant.n; i++)
        if (copy->participant.v[i].role != ROLE_PENDAMPING)
            copy->participant.v[n++] = copy->participant.v[i];
    copy->participant.n = n;
}

/* The row stays, so that the list of evidence stays true; what it shows goes. */
static void publish_document(struct document *doc, const struct document *was)
{
    if (!disability_keeps_back(was))
        return;
    doc->withheld = 1;
    doc->caption = doc->mime = doc->sha256 = NULL;
    doc->taken_at = doc->size = NONE;
    doc->stored = 0;
}

/* Who speaks for an office or an organisation, or agreed to be named, is led to by the published
 * row; a private person is an unsur and nothing else. Figures per unsur survive the name. */
static void publish_speaker(struct contribution *c, const struct contribution *was,
                            const struct dossier *d)
{
    const struct participant *who = dossier_participant(d, &was->speaker);
    c->speaker_unsur = tally_speaker_unsur(d, was);
    if (!who || speech_is_unnamed(d, was))
        return;
    /* what somebody says of a disability may be of one's own */
    if (!is_official(who) && disability_is_told(was->wording))
        return;
    bool speaks_for_others = who->unsur != NONE && who->unsur != UNSUR_PENGGUNA;
    if (IS_SET(who->name_public) || speaks_for_others)
        c->speaker = was->speaker;
}

static void publish_proposer(struct parked *k, const struct parked *was, const struct dossier *d)
{
    const struct participant *who = dossier_participant(d, &was->proposer);
    const struct contribution *from = dossier_contribution(d, &was->contribution);
    bool told = disability_is_told(was->text) || disability_is_told(was->reason);
    if ((from && speech_is_unnamed(d, from)) || (who && !is_official(who) && told))
        k->proposer = ID_NONE;
}

static void publish_signatory(struct signatory *s, const struct signatory *was,
                              const struct dossier *published, const struct dossier *d)
{
    const struct participant *p = dossier_participant(published, &was->participant);
    const struct participant *p_was = dossier_participant(d, &was->participant);
    if (p) {
        s->name = p->name;
        if (!p->position && p_was->position)
            s->position = p->organization;
        return;
    }
    /* not on the attendance list: an official by office, anybody else by role */
    if (!was->name)
        return;
    s->name = was->role == SIGN_WAKIL_MASYARAKAT || !s->position
                  ? dict_enum_label(ENUMSET_signatory_role, was->role)
                  : s->position;
    if (was->role == SIGN_WAKIL_MASYARAKAT)
        s->position = NULL;
}

/* Names go, and with them the way to see that two signatories are one person: keep that as a common
 * id. */
static void keep_identities(struct dossier *copy, const struct dossier *d, struct arena *a)
{
    for (size_t i = 0; i < d->signatory.n; i++) {
        struct signatory *s = &copy->signatory.v[i];
        for (size_t j = 0; j < i && id_is_none(&s->participant); j++)
            if (signatory_same_person(&d->signatory.v[i], &d->signatory.v[j], a))
                s->participant = copy->signatory.v[j].participant;
        for (size_t j = 0; j < d->signatory.n && id_is_none(&s->participant); j++)
            if (!id_is_none(&d->signatory.v[j].participant) &&
                signatory_same_person(&d->signatory.v[i], &d->signatory.v[j], a))
                s->participant = d->signatory.v[j].participant;
        if (id_is_none(&s->participant))
            s->participant = s->id;
    }
}

/* --- fields --- */

/* A reference that the paper prints stays: it leads to a row that is masked itself. */
static bool may_stay(const struct field *f)
{
    if (f->flags & FIELD_PER)
        return false;
    return (f->flags & FIELD_PUB) || (f->type == TYPE_REF && (f->flags & FIELD_PRN));
}

/* Is it a text that is searched for names? */
static bool is_searched(const struct field *f)
{
    return f->type == TYPE_TEXT && (f->flags & FIELD_FREE) && may_stay(f);
}

/* A text that tells of a disability names nobody, not even who agreed to be named. */
struct masks {
    const struct mask *some; /* who did not agree to be named */
    const struct mask *all;
};

/* What was found in one text. */
struct findings {
    struct buf hidden, perhaps;
};

static void findings_clear(struct findings *f)
{
    buf_clear(&f->hidden);
    buf_clear(&f->perhaps);
}

static void findings_done(struct findings *f)
{
    buf_done(&f->hidden);
    buf_done(&f->perhaps);
}

/* Nearly all texts name nobody at all: then it does not matter what they tell. `ret` is empty before. */
static const char *masked(const struct masks *m, const char *text, struct findings *ret, struct arena *a)
{
    const char *out = mask_search(m->all, text, &ret->hidden, &ret->perhaps, a);
    if ((out == text && ret->perhaps.len == 0) || disability_is_told(text))
        return out;
    findings_clear(ret);
    return mask_search(m->some, text, &ret->hidden, &ret->perhaps, a);
}

static struct masks masks_of(const struct dossier *d, struct arena *a)
{
    const struct mask *some = mask_new(d, a);
    return (struct masks){some, mask_everybody(some, a)};
}

static void publish_record(void *record, enum entity_kind k, const struct masks *m, struct arena *a)
{
    const struct entity *e = dict_entity(k);
    const struct value none = value_null();
    struct findings nobody_asks = {BUF_INIT, BUF_INIT};
    for (int f = 0; f < e->n_fields; f++) {
        if (!may_stay(&e->fields[f])) {
            bool fits = record_set(record, k, f, &none);
            assert(fits);
            continue;
        }
        const char **text = (void *)((char *)record + e->fields[f].offset);
        findings_clear(&nobody_asks);
        if (is_searched(&e->fields[f]) && *text)
            *text = masked(m, *text, &nobody_asks, a);
    }
    findings_done(&nobody_asks);
}

const struct dossier *privacy_filter(const struct dossier *d, enum privacy p, struct arena *a)
{
    if (p == PRIVACY_ARSIP || d->published)
        return d;
    struct dossier *copy = ARENA_NEW(a, struct dossier);
    const struct masks m = masks_of(d, a);
    *copy = *d;
    copy->arena = a;
    copy->published = true;
    for (int k = 0; k < ENTITY_COUNT; k++) {
        size_t n;
        char *row = dossier_own_rows(copy, (enum entity_kind)k, a, &n);
        for (size_t i = 0; i < n; i++, row += dict_entity((enum entity_kind)k)->size)
            publish_record(row, (enum entity_kind)k, &m, a);
    }
    for (size_t i = 0; i < d->participant.n; i++)
        publish_participant(&copy->participant.v[i], &d->participant.v[i], d, a);
    for (size_t i = 0; i < d->signatory.n; i++)
        publish_signatory(&copy->signatory.v[i], &d->signatory.v[i], copy, d);
    for (size_t i = 0; i < d->contribution.n; i++)
        publish_speaker(&copy->contribution.v[i], &d->contribution.v[i], d);
    for (size_t i = 0; i < d->parked.n; i++)
        publish_proposer(&copy->parked.v[i], &d->parked.v[i], d);
    for (size_t i = 0; i < d->document.n; i++)
        publish_document(&copy->document.v[i], &d->document.v[i]);
    keep_identities(copy, d, a);
    leave_companions_out(copy);
    copy->session.v->with_phone = 0;
    return copy;
}

/* --- what the gate shows --- */

struct list {
    struct privacy_place *v;
    size_t n;
};

/* The number that people know a row by, else its place in the list. */
static int64_t row_number(const void *record, enum entity_kind k, size_t place)
{
    char scratch[DATE_TEXT];
    int f = dict_find_field(k, "number");
    if (f < 0)
        f = dict_find_field(k, "ord");
    struct value v = f < 0 ? value_null() : record_get(record, k, f, scratch);
    return v.type == VALUE_INT ? v.i : (int64_t)place + 1;
}

/* A row of the dossier. */
struct row {
    const void *record;
    enum entity_kind kind;
    size_t place;
};

static const char *place_words(const struct row *r, int field, const char *found, struct arena *a)
{
    const struct entity *e = dict_entity(r->kind);
    const char *which = _(e->label), *label = _(e->fields[field].label);
    if (r->kind == ENTITY_session)
        return arena_printf(a, "%s, %s: %s", which, label, found);
    return arena_printf(a, "%s %lld, %s: %s", which, (long long)row_number(r->record, r->kind, r->place), label, found);
}

static void add_found(struct list *l, const struct row *r, int field, const struct buf *found, struct arena *a)
{
    if (found->len == 0)
        return;
    struct privacy_place p = {.entity = r->kind, .field = field, .text = place_words(r, field, buf_str(found), a)};
    memcpy(&p.row, r->record, sizeof p.row); /* every record begins with its id */
    l->v = arena_more(a, l->v, l->n, sizeof *l->v);
    l->v[l->n++] = p;
}

struct search {
    struct masks masks;
    struct list hidden, perhaps;
    struct arena *words; /* emptied after every text */
    struct arena *a;
};

static void search_record(struct search *x, const struct row *r)
{
    struct findings found = {BUF_INIT, BUF_INIT};
    for (int f = 0; f < dict_entity(r->kind)->n_fields; f++) {
        const struct field *fd = dict_field(r->kind, f);
        const char *const *text = (const void *)((const char *)r->record + fd->offset);
        if (!is_searched(fd) || !*text)
            continue;
        arena_reset(x->words);
        findings_clear(&found);
        masked(&x->masks, *text, &found, x->words);
        add_found(&x->hidden, r, f, &found.hidden, x->a);
        add_found(&x->perhaps, r, f, &found.perhaps, x->a);
    }
    findings_done(&found);
}

struct privacy_places privacy_places(const struct dossier *d, struct arena *a)
{
    struct arena *own = arena_new();
    struct search x = {.masks = masks_of(d, own), .words = arena_new(), .a = a};
    for (int k = 0; k < ENTITY_COUNT; k++) {
        size_t n;
        const char *record = dossier_rows(d, (enum entity_kind)k, &n);
        for (size_t i = 0; i < n; i++, record += dict_entity((enum entity_kind)k)->size)
            search_record(&x, &(const struct row){record, (enum entity_kind)k, i});
    }
    arena_free(x.words);
    arena_free(own);
    return (struct privacy_places){x.hidden.v, x.hidden.n, x.perhaps.v, x.perhaps.n};
}
