/* The documents: one builder each, from a dossier to a tree. Pure; official Indonesian, never
 * translated. The privacy filter stands before every builder. */
#ifndef MUFAKAT_DOC_DOCUMENTS_H
#define MUFAKAT_DOC_DOCUMENTS_H

#include "doc/tree.h"
#include "model/dossier.h"
#include "model/privacy.h"

/* What a lock says on paper. */
enum doc_state { STATE_DRAFT, STATE_LOCKED };

struct doc_picture { /* bytes of a stored picture, by document id */
    struct id document;
    const void *bytes;
    size_t size;
};

struct doc_options {
    enum privacy privacy;
    enum doc_state state;
    const char *fingerprint; /* short form for the footer; NULL for a draft */
    int64_t revision;        /* printed when > 0 */
    const struct doc_picture *pictures;
    size_t n_pictures;
    const struct dossier *now; /* for a paper made from the locked text: the session as it has become,
                                  for what came after (follow-up); NULL: the same dossier */
};

/* The filtered copy that builders work on: with PRIVACY_ARSIP the dossier itself; with PUBLIKASI a
 * copy without personal fields (persons who agreed keep their names; officials by office, others
 * "Wakil <unsur>"), spoken texts dropped, names, numbers and addresses inside free texts masked as [nama],
 * [nomor], [pos-el], [alamat]. What tells of a disability of somebody present goes (decision 0011): companions, the
 * speaker of such a text, the names in it, photos with such a caption. Of documents kept back only the
 * kind is left. Filtering twice changes nothing. Lives in `a`. */
const struct dossier *privacy_filter(const struct dossier *d, enum privacy p, struct arena *a);
/* The same session where nothing leads to who asked to stay without a name: their speaker (the unsur stays), whoever
 * helped them speak, and in what they said the speaker's own name are gone; `d` itself when there is nothing to take
 * out. For what leaves the session file unfiltered. Lives in `a`. */
const struct dossier *privacy_unnamed(const struct dossier *d, struct arena *a);
/* Where a free text names somebody. */
struct privacy_place {
    enum entity_kind entity;
    struct id row;
    int field;
    const char *text; /* the place and what stands there, in words */
};
/* What a publication masks, and what it leaves although it may name somebody, because it may as well be an ordinary
 * word: a person has to look. Both in the order of the dictionary. */
struct privacy_places {
    const struct privacy_place *hidden;
    size_t n_hidden;
    const struct privacy_place *perhaps;
    size_t n_perhaps;
};
/* For the gate. Lives in `a`. */
struct privacy_places privacy_places(const struct dossier *d, struct arena *a);

/* Berita acara, in the variant that the session says (domain 6; sample-session 6). */
struct document_tree *build_berita_acara(const struct dossier *d, const struct doc_options *o,
                                         struct arena *a);
/* Attendance list: blank for signing before the session (07.30) or as it was. */
struct document_tree *build_daftar_hadir(const struct dossier *d, const struct doc_options *o,
                                         struct arena *a);

/* Record of the discussion, by agenda item and speaker (domain 7.2). */
struct document_tree *build_notula(const struct dossier *d, const struct doc_options *o,
                                   struct arena *a);
/* The action plan: a list with its columns, and the same with a column for each month (domain 7.5). */
struct document_tree *build_rencana_tindak_lanjut(const struct dossier *d,
                                                  const struct doc_options *o, struct arena *a);
struct document_tree *build_rencana_bulanan(const struct dossier *d, const struct doc_options *o,
                                            struct arena *a);
/* One letter a page for each invited office or person (domain 7.3). */
struct document_tree *build_undangan(const struct dossier *d, const struct doc_options *o,
                                     struct arena *a);
/* Photos, evidence, recordings (domain 7.7). */
struct document_tree *build_dokumentasi(const struct dossier *d, const struct doc_options *o,
                                        struct arena *a);
/* The whole report (domain 7.4). */
struct document_tree *build_laporan(const struct dossier *d, const struct doc_options *o,
                                    struct arena *a);
/* What each input led to, by topic. */
struct document_tree *build_jawaban_masukan(const struct dossier *d, const struct doc_options *o,
                                            struct arena *a);

/* The page for everybody: the figures, what became of the agreements, the berita acara. Always
 * without personal data, whatever `o` says. */
struct document_tree *build_halaman_publik(const struct dossier *d, const struct doc_options *o,
                                           struct arena *a);

/* The paper kit, for the day the laptop dies: attendance list that is blank even when people have
 * arrived; numbered input slips; sheets to count hands per unsur; the berita acara's frame to be
 * filled by hand. */
struct document_tree *build_kit_hadir(const struct dossier *d, const struct doc_options *o,
                                      struct arena *a);
struct document_tree *build_kit_masukan(const struct dossier *d, const struct doc_options *o,
                                        struct arena *a);
struct document_tree *build_kit_suara(const struct dossier *d, const struct doc_options *o,
                                      struct arena *a);
struct document_tree *build_kit_berita_acara(const struct dossier *d, const struct doc_options *o,
                                             struct arena *a);

/* Which stored photos a paper is given. */
enum paper_photos {
    PHOTOS_NONE,
    PHOTOS_SWITCHED, /* when the session prints them (with_photos) */
    PHOTOS_ALWAYS
};

struct paper_kind {
    const char *code; /* "berita-acara", "daftar-hadir" */
    const char *label;
    struct document_tree *(*build)(const struct dossier *, const struct doc_options *,
                                   struct arena *);
    enum paper_photos photos;
};
/* The table of documents, ended by a NULL code. */
extern const struct paper_kind paper_kinds[];
/* NULL when unknown. */
const struct paper_kind *paper_kind_find(const char *code);

/* Light writers. Text: wrapped to `width` columns, tables with + - | (or box drawing when `boxes`).
 */
void text_write_tree(const struct document_tree *t, int width, bool boxes, struct buf *out);
/* CommonMark with tables; a picture is only named. */
void markdown_write_tree(const struct document_tree *t, struct buf *out);
/* One page of HTML that is well-formed XML as well, pictures inside; made to be read on a phone. */
void html_write_tree(const struct document_tree *t, struct buf *out);

#endif
