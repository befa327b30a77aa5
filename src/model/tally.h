/* The figures of a session, counted once for every paper, sheet and file that tells them (domain
 * 14). Who is in the room is model/coverage.h; here is the rest. All of it can be counted from the
 * published dossier too, with the same result. */
#ifndef MUFAKAT_MODEL_TALLY_H
#define MUFAKAT_MODEL_TALLY_H

#include "model/coverage.h"
#include "model/dossier.h"

/* In each array the place after the last value counts what has none. */
struct tally {
    struct coverage people;

    int64_t invited;           /* participants on the list of invited people */
    int64_t invited_came;      /* of them: present in person */
    int64_t invited_by_others; /* of them: somebody came in their place, on a row of their own or on
                                  that of the office */
    int64_t walked_in;         /* present without having been invited */
    int64_t by_role[role_COUNT + 1]; /* present, participants and helpers of the day */

    int64_t inputs; /* what has a number; continued turns and notes of ceremony have none */
    int64_t by_kind[contribution_kind_COUNT + 1];
    int64_t by_unsur[unsur_COUNT + 1]; /* of the speaker */
    int64_t by_channel[contribution_channel_COUNT + 1];
    /* By the issues of an input: it counts once for each element that they name. */
    int64_t by_skm[skm_element_COUNT + 1];
    int64_t by_sp[sp_component_COUNT + 1];
    int64_t expecting; /* inputs that ask for an answer */
    int64_t answered;  /* of them: answered */
    int64_t answers;   /* inputs that are answers themselves: tanggapan, kesanggupan */
    int64_t asked_by_unsur[unsur_COUNT + 1]; /* inputs that are no answers, of the speaker */
    int64_t anonymous;                       /* inputs whose speaker asked to stay without a name */
    int64_t from_paper;                      /* inputs typed in from paper */
    int64_t gaps;                            /* inputs with something still to complete */

    int64_t agreements;
    int64_t agreed; /* mufakat, with or without a note */
    int64_t by_status[agreement_status_COUNT + 1];
    int64_t by_horizon[horizon_COUNT + 1];
    int64_t by_progress[progress_COUNT + 1]; /* of the agreed ones; none given counts as belum */
    int64_t objections;
    int64_t parked;
};

/* The inputs alone, as cheap as that. */
int64_t tally_inputs(const struct dossier *d);
struct tally tally_of(const struct dossier *d);

/* True for what the forum has agreed, with or without a note. */
bool tally_is_agreed(const struct agreement *g);
/* People behind one stance: one person where it names one or no number was written. */
int64_t tally_hands(const struct position *p);
/* Inputs, answers left out, that are tagged with this issue. */
int64_t tally_issue(const struct dossier *d, const struct id *issue);
/* Unsur of whoever said it: as noted, else the speaker's; NONE when unknown. */
int64_t tally_speaker_unsur(const struct dossier *d, const struct contribution *c);
/* done / agreed x 100 (F-02: realised of planned), in hundredths; 0 when nothing is agreed. */
int64_t tally_realised(const struct tally *t);

struct tally_office {
    const char *name; /* as first written */
    int64_t agreements;
};
/* Agreements per responsible office, in the order of the list; different spelling of upper and
 * lower case is one office, agreements without one stand last with name NULL. *ret lives in `a`. */
size_t tally_offices(const struct dossier *d, struct arena *a, struct tally_office **ret);

#endif
