/* What every builder needs: the filtered dossier, the page, the letterhead, and the small habits of
 * official Indonesian. Private to the doc room. Words here are never translated. */
#ifndef MUFAKAT_DOC_PAPER_H
#define MUFAKAT_DOC_PAPER_H

#include "doc/documents.h"
#include "model/evidence.h"

#define DOTS_SHORT "............"
#define DOTS_LONG "........................................"

struct paper {
    const struct dossier *d; /* already filtered */
    const struct session *s; /* its session row */
    const struct doc_options *o;
    struct arena *a;
    struct document_tree *t;
    bool published; /* the version without personal data */
};

/* Filters the dossier, sets up page, metadata and logo. `title` is for the metadata. */
struct paper paper_begin(const struct dossier *d, const struct doc_options *o, struct arena *a,
                         const char *title);
/* Watermark and footer after the state of the text (ux.md: draft, locked). */
void paper_mark_state(struct paper *p);
/* Institution, unit (bigger and bold), address lines; ratio of the letter sizes 3:4 (domain 8). */
void paper_letterhead(struct paper *p);

/* `s`, or dots for the pen when it is not given. */
const char *paper_or_dots(const char *s, const char *dots);
/* "24 (dua puluh empat)" in the session's case of number words; dots for NONE. */
const char *paper_count(const struct paper *p, int64_t n);
/* Capital letters (Unicode), for titles. */
const char *paper_upper(const struct paper *p, const char *s);
/* With a capital at the beginning, unless its first word is more than plain small letters: "dr.",
 * "e-Government" mean something else when they are changed. NULL gives NULL. */
const char *paper_capital(const struct paper *p, const char *s);
/* As much of a text as so many cells hold, in whole words where there are any: "Menurunkan satu ..." */
const char *paper_shortened(struct arena *a, const char *s, int cells);
/* "jangka pendek": a label of the dictionary inside a sentence. They begin with a plain capital. */
const char *paper_label_inside(const struct paper *p, const char *label);
/* Each @@ becomes a dotted line for the pen (ux.md, capture line). NULL gives dots. */
const char *paper_fill_gaps(const struct paper *p, const char *s);
/* The text with a closing full stop, gaps filled. NULL gives dots. */
const char *paper_sentence(const struct paper *p, const char *s);
/* "12 November 2026", or dots. */
const char *paper_date(const struct paper *p, int64_t day);
/* "08.30 WITA"; dots for a time that is not known, with the zone when that is. */
const char *paper_time(const struct paper *p, int64_t minutes);
/* The national form, "0812-3456-7890"; NULL for NULL. */
const char *paper_phone(const struct paper *p, const char *phone);
/* "Kepala Bidang, Dinas Contoh", with "mewakili ..." for who came for an invited office; NULL when
 * unknown. */
const char *paper_office(const struct paper *p, const struct participant *who);
/* "24", for tables. */
const char *paper_figure(const struct paper *p, int64_t n);
/* The number of a row: "1." */
const char *paper_row_number(const struct paper *p, int64_t n);

/* --- what the papers around the berita acara share (paper_head.c) --- */

/* The page lies on its long side. Before the first node. */
void paper_landscape(struct paper *p);
/* Three centred lines: `first`, the forum, the theme. */
void paper_title(struct paper *p, const char *first);
/* "Kamis, 12 November 2026", or dots. */
const char *paper_day(const struct paper *p);
/* "08.30 WITA s.d. 12.20 WITA"; "selesai" when the end is not known. */
const char *paper_hours(const struct paper *p);
/* Three facts: day, hours, place. */
void paper_when_and_where(struct paper *p);
/* "Sari Wening, 12 November 2026", dots for what is not known. */
const char *paper_place_and_date(const struct paper *p, int64_t day);
/* "08.30 - 08.45" as planned; "" without a planned start. */
const char *paper_planned(const struct paper *p, const struct agenda *g);
/* The same as it was held; "" when it was not begun. */
const char *paper_held(const struct paper *p, const struct agenda *g);
/* A footer that says so, while the agreements that this paper tells of are not locked. */
void paper_mark_unlocked(struct paper *p);
/* "30 November 2026", "14 (empat belas) hari kerja"; with a date the date wins, because it needs no
 * counting. NULL without a limit. */
const char *paper_limit_value(const struct paper *p, const struct agreement *g);
/* The cell of a table: "Jangka pendek\n(30 November 2026)", the horizon on a line of its own so
 * that a date is not torn apart; dots for what is not given. */
const char *paper_limit(const struct paper *p, const struct agreement *g);
/* "Kabupaten Tirta Mandala" of "Pemerintah Kabupaten Tirta Mandala"; "" when not given. */
const char *paper_region(const struct paper *p);
/* Names of everybody with this role, "; " between them; NULL when nobody has it. */
const char *paper_people(const struct paper *p, int64_t role);
/* A signature block "Notulis," for the signatory with that role, else the first person who has
 * `role` on the attendance list; `first_line` may be NULL. */
void paper_role_block(struct paper *p, struct node *n, int64_t sign_role, int64_t role,
                      const char *first_line);

/* How far a kind of evidence is, in words: files that were registered, else the paper that is made
 * from the session, else nothing yet. */
const char *paper_evidence(const struct paper *p, const struct evidence *x);
/* False for a document that this version keeps back. */
bool paper_shows(const struct paper *p, const struct document *doc);
/* Bytes of a stored picture from the options, NULL when not given. */
const struct doc_picture *paper_picture(const struct paper *p, const struct id *document);
/* All photographs, numbered, with caption and time: in a grid as the session wants it, those whose picture is not here in a
 * table; a sentence for those that this version keeps back, or when there is none. `marks`: says which of them a published paper lacks. */
void paper_photos(struct paper *p, bool marks);
/* "08.52 WITA"; NULL when nobody knows. */
const char *paper_taken_at(const struct paper *p, const struct document *doc);

/* Who signs for the provider: the first signatory with that role; NULL when nobody is chosen yet.
 */
const struct signatory *paper_head(const struct paper *p);
/* The head's office with its prefix ("Plt. Kepala Dinas ..."); never NULL. */
const char *paper_head_office(const struct paper *p);
/* The office under which `who` signs (NULL: the head of the unit), with its prefix; "a.n." keeps the
 * office that the paper speaks for in front. */
const char *paper_signing_office(const struct paper *p, const struct signatory *who);
/* True for the same person: the same row of the attendance list or the same NIP; by name only when
 * one of them is not on that list, because two people may share a name but never a row. */
bool signatory_same_person(const struct signatory *x, const struct signatory *y, struct arena *a);
/* The lower part of a block: the name, and in the archive's version rank and NIP, from `who`, else from `person` (either may
 * be NULL); `nip_by_hand`: dots for a NIP that nobody knows. */
void paper_sign_name(struct paper *p, struct signature *b, const struct signatory *who,
                     const struct participant *person, bool nip_by_hand);
/* A signature block for an official, filled from `who`; NULL gives an empty block for the head.
 * `mark` (may be NULL) stands where the signature would. */
void paper_official_block(struct paper *p, struct node *n, const struct signatory *who,
                          const char *first_line, const char *mark);
/* The head's block at the right, with the town and `day`; NONE leaves the day to the pen. */
void paper_head_signs(struct paper *p, int64_t day);
/* What stands in a signature cell of a published paper; NULL (empty) in the archive's. */
const char *paper_signed_mark(const struct paper *p, const struct signatory *who);

#endif
