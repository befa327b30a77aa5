/* F6 Berita Acara: the gate, the three states of the text, the papers. Private to the
 * berita_acara*.c files but for the screen itself. */
#ifndef MUFAKAT_UI_SCREENS_BERITA_ACARA_H
#define MUFAKAT_UI_SCREENS_BERITA_ACARA_H

#include "app/export_document.h"
#include "model/gate.h"
#include "model/stages.h"
#include "ui/list.h"
#include "ui/screens/records.h"

extern const struct screen_class screen_berita_acara, screen_preview;

enum ba_row_kind { BA_FINDING, BA_HEADING, BA_SIGNATORY };
struct ba_row {
    enum ba_row_kind kind;
    const struct gate_item *item;
    const struct signatory *signatory;
    struct id id;
};

/* What waits until the words about it have been drawn. */
struct ba_order {
    const char *document; /* code, static */
    enum privacy privacy;
    bool draft;
    int copies;
    const char *ending; /* of the file, without dot, static */
};

struct ba_view {
    struct list list;
    struct id group; /* of the job about which `said` is said when it is stored */
    enum { BA_SAY_LOCKED, BA_SAY_UNLOCKED } said;
    struct id target; /* signatory that a popup is about */
    int64_t state;    /* signing state that waits for its reason; role of a new signatory */
    char *reason;     /* of going on in spite of findings; NULL: none needed */
    struct ba_order order;
    bool public_version; /* of the papers that are offered */
    bool was_locked; /* when it was last loaded: the rows begin with something else since */
    char **sticks; /* offered folders */
    int n_sticks;
    int pack; /* which one was chosen */
    struct id *people; /* offered ones */

    /* loaded, in the screen's arena */
    struct dossier *d;
    struct gate gate; /* as this screen may show it */
    size_t penting;   /* all findings that want a reason */
    struct signing signing;
    const struct lock *lock; /* in force; NULL: a draft */
    char fingerprint[HASH_SHORT];
    struct ba_row *rows;
    int n_rows;
    struct arena *scratch; /* of one key or one drawing */
};

enum ba_action {
    BA_ENTER = 1,
    BA_PREVIEW,
    BA_PDF,
    BA_PRINT,
    BA_STICK,
    BA_PACK,
    BA_LOCK,
    BA_SIGN,
    BA_ADD,
    BA_LIST
};

enum ba_popup {
    BA_ASK_PDF = 1,
    BA_ASK_PRINT,
    BA_ASK_COPIES,
    BA_ASK_STICK,
    BA_ASK_PACK,
    BA_ASK_PACK_FOLDER,
    BA_ASK_REASON,
    BA_ASK_WORD,
    BA_ASK_UNLOCK,
    BA_ASK_UNLOCK_REASON,
    BA_ASK_STATE,
    BA_ASK_STATE_REASON,
    BA_ASK_PERSON,
    BA_ASK_ROLE
};

static inline struct ba_view *ba_of(struct screen *s)
{
    return s->state;
}

/* --- berita_acara.c --- */
const struct ba_row *ba_selected(struct ba_view *v);
extern const struct list_rows ba_list_rows;
void ba_popup_done(struct screen *s, int tag, const struct popup_result *p);

/* --- berita_acara_draw.c --- */
void ba_draw(struct screen *s, struct canvas *c, struct rect r);
int ba_row_height(void *ctx, int i, int width);
void ba_row_draw(void *ctx, struct canvas *c, struct rect r, int i, bool focus);

/* --- berita_acara_papers.c: PDF, printer, stick --- */
void ba_papers_action(struct screen *s, int action);
void ba_papers_popup(struct screen *s, int tag, const struct popup_result *p);
/* Asks for a folder: the sticks, beside the session when `with_own`, or a typed one; with the room that each has. */
void ba_ask_folder(struct screen *s, int tag, bool with_own);
/* What was chosen or typed; "" for nothing. */
const char *ba_folder_of(struct screen *s, const struct popup_result *p);

/* --- berita_acara_pack.c: the evidence pack --- */
void ba_pack_action(struct screen *s);
void ba_pack_popup(struct screen *s, int tag, const struct popup_result *p);

/* --- berita_acara_sign.c: locking, unlocking, who signed --- */
void ba_sign_action(struct screen *s, int action);
void ba_sign_popup(struct screen *s, int tag, const struct popup_result *p);

#endif
