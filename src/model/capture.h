/* One line of the capture field, read: what exactly Enter would do. Pure, so that the dialog screen
 * can show it at every key. The table of marks stands in ux.md ("Dialog"); docs/panduan.md tells it
 * to users.
 *
 *   line    = [clock] line, only while a paper is typed in: "@10.35" is when the slip was written
 *   line    = literal | "/" search | "??" | [speaker] [kind] [speaker] text
 *   literal = a blank first: no marks are read
 *   speaker = number ":" | words of a name ":" | "0:" | "0 unsur:" | "@@:"
 *   kind    = ".." | "+" | "?" | "!" | "!!" | "*" | "=" [numbers [":"]] | "==" [numbers [":"]] |
 * ">"
 *
 * What only looks like a mark is text: "14 hari: ...", "10.30: rapat", "7:30 mulai", "Solusi: ..."
 * when nobody fits, "...", "**", "++", "=>", ">=", "+62 812", "===". Topics (#isu) and gaps (@@)
 * may stand anywhere and stay in the text. */
#ifndef MUFAKAT_MODEL_CAPTURE_H
#define MUFAKAT_MODEL_CAPTURE_H

#include "model/match.h"

enum capture_action {
    CAPTURE_NOTHING,   /* empty line */
    CAPTURE_ENTRY,     /* a new entry of `kind` */
    CAPTURE_CONTINUE,  /* the last turn goes on (of `speaker` when one was typed); no new number */
    CAPTURE_ANSWER,    /* `kind` KIND_TANGGAPAN or KIND_KESANGGUPAN, to `targets` or to the selected
                          entry */
    CAPTURE_PARK,      /* to the parking lot; reason and forwarded-to are asked after */
    CAPTURE_PARK_LAST, /* ">" alone: the last entry goes to the parking lot */
    CAPTURE_CHANGE_KIND, /* a mark alone: the last entry becomes `kind` */
    CAPTURE_SET_SPEAKER, /* a speaker alone: becomes the present speaker */
    CAPTURE_SET_CLOCK,   /* a time of the slip alone: becomes that of the next ones */
    CAPTURE_OFFER,       /* "=" alone: list the unanswered ones of this round */
    CAPTURE_SEARCH,      /* "/": `text` is what to look for, may be empty */
    CAPTURE_HELP         /* "??" */
};

/* Why Enter cannot store yet: the text waits, nothing is lost. */
enum capture_wait {
    CAPTURE_READY,
    CAPTURE_WAIT_CHOICE, /* several people fit: `choices` */
    CAPTURE_WAIT_NUMBER, /* nobody has this attendance number */
    CAPTURE_WAIT_TARGET, /* an answer to nothing: offer the unanswered ones of this round */
    CAPTURE_WAIT_ENTRY,  /* no entry has this number: `bad_number` */
    CAPTURE_WAIT_TEXT,   /* marks that need words after them */
    CAPTURE_WAIT_LAST,   /* a mark alone or ".." but there is no last entry */
    CAPTURE_WAIT_CLOCK   /* "@25.99": no such time */
};

enum capture_speaker {
    SPEAKER_PRESENT,   /* the one who has the word (ID_NONE in `speaker` cannot be: see UNKNOWN) */
    SPEAKER_TYPED,     /* by number or name */
    SPEAKER_ANONYMOUS, /* "0:", see `speaker_unsur` */
    SPEAKER_UNKNOWN,   /* "@@:" or nobody has the word: a gap */
    SPEAKER_ASK, /* who answers is asked from those present, not assumed (answers, commitments) */
    SPEAKER_NONE /* none needed (catatan acara, commands) */
};

struct capture_topic {
    const char *tag;           /* as typed, without # */
    const struct issue *issue; /* NULL: no such issue yet */
};

struct capture_context {
    const struct matcher *people;
    const struct issue *issues; /* with tags and numbers */
    size_t n_issues;
    int64_t last_number;       /* highest entry number given so far, 0: none */
    int64_t agenda_kind;       /* of the item we are in; NONE */
    struct id present_speaker; /* who has the word; ID_NONE */
    struct id selected;        /* entry selected in the list; ID_NONE */
    bool has_last;             /* there is a last entry */
    bool from_paper;           /* slips are typed in */
    int64_t clock;             /* of the slip before, minutes since midnight; NONE */
};

struct capture {
    enum capture_action action;
    enum capture_wait wait;
    enum capture_speaker who;
    const struct participant *person; /* SPEAKER_TYPED; NULL while a choice waits */
    struct id speaker;                /* TYPED or PRESENT; else ID_NONE */
    int64_t speaker_unsur;            /* ANONYMOUS: enum unsur, NONE = ask */
    struct match_hits choices;        /* CAPTURE_WAIT_CHOICE */
    int64_t kind;     /* enum contribution_kind, NONE when the action has none; CONTINUE
                         without a mark has NONE: that of the entry that goes on */
    bool kind_typed;  /* a mark was typed (else the default of the place) */
    int64_t *targets; /* entry numbers after "=", in the order typed, each once */
    size_t n_targets;
    int64_t clock;      /* of the slip, minutes since midnight; NONE: now */
    bool to_selected;   /* an answer to capture_context.selected */
    int64_t bad_number; /* the number that waits (person or entry) */
    const char *text;   /* what is stored: marks taken off, topics and @@ left in; never NULL */
    size_t text_at;     /* where it begins in the line, for the cursor */
    struct capture_topic *topics;
    size_t n_topics;
    bool gap; /* counts as "belum lengkap" */
    bool literal;
};

/* Reads `line` (as typed, UTF-8). Everything returned lives in `a` or in the context. */
struct capture capture_parse(const char *line, const struct capture_context *c, struct arena *a);
/* Puts a chosen person in place of the waiting choice; the rest of the reading stays as it was. */
void capture_choose(struct capture *r, const struct participant *p);
/* What Enter will do, in one line of words for the screen, e.g. "usul dari 7 Siti · topik antrean ·
 * belum lengkap", or why it waits. Translated. "" for CAPTURE_NOTHING. */
const char *capture_words(const struct capture *r, const struct capture_context *c,
                          struct arena *a);
/* True when the text holds a gap mark. For contribution.gap: text or wording holds one, or
 * speaker_unknown. */
bool capture_has_gap(const char *text);
/* The topics in a text, matched to issues (used again when an entry is edited). */
size_t capture_topics(const char *text, const struct issue *issues, size_t n, struct arena *a,
                      struct capture_topic **ret);
/* The text as it reads on paper, without topic marks: topics behind the last word go, within a sentence only their # does ("antre
 * #ktp lama" is a sentence). "loket #3" stays. `text` itself when it holds none; NULL stays NULL. */
const char *capture_printed(const char *text, struct arena *a);

/* The table of marks for help and for docs: ended by a NULL mark. */
struct capture_mark {
    const char *mark;
    const char *words; /* N_() */
    int64_t kind;      /* enum contribution_kind or NONE */
};
extern const struct capture_mark capture_marks[];

#endif
