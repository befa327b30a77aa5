#include "config.h"

#include "app/data_summary.h"

#include "model/tally.h"

/* The people in the room and the unsur of society among them (F-02 indicator 2). */
static void add_presence(json_t *o, const struct dossier *d)
{
    struct coverage c = coverage_of(d->participant.v, d->participant.n);
    enum unsur_value missing[COVERAGE_MAX];
    int n = coverage_missing(&c, missing);
    json_t *codes = json_array();
    for (int i = 0; i < n; i++)
        json_array_append_new(codes, json_string(dict_enum_code(ENUMSET_unsur, missing[i])));
    json_object_set_new(o, "present", json_integer(c.present));
    json_object_set_new(o, "unsur_present", json_integer(c.masyarakat));
    json_object_set_new(o, "unsur_asked", json_integer(COVERAGE_MAX));
    json_object_set_new(o, "unsur_missing", codes);
}

json_t *data_summary(const struct dossier *d)
{
    const struct session *s = dossier_session(d);
    char words[192] = "";
    if (s->date != NONE)
        date_words(s->date, WORDS_LOWER, words, sizeof words);
    json_t *o = json_object();
    json_object_set_new(o, "date_words", *words ? json_string(words) : json_null());
    json_object_set_new(o, "copies", s->copies == NONE ? json_null() : json_integer(s->copies));
    add_presence(o, d);
    json_object_set_new(o, "inputs", json_integer(tally_inputs(d)));
    json_object_set_new(o, "agreements", json_integer((json_int_t)d->agreement.n));
    json_object_set_new(o, "objections", json_integer((json_int_t)d->objection.n));
    json_object_set_new(o, "parked", json_integer((json_int_t)d->parked.n));
    return o;
}
