/* The sheet of participants: everybody on the list, with what became of each invitation. */
#include "config.h"

#include "doc/book_parts.h"

#include "base/text.h"
#include "model/nip.h"

enum {
    COL_NO,
    COL_NAME,
    COL_SEX,
    COL_POSITION,
    COL_ORGANIZATION,
    COL_UNSUR,
    COL_ROLE,
    COL_INVITED,
    COL_INVITED_AS,
    COL_ATTENDANCE,
    COL_ARRIVED,
    COL_CHANNEL,
    COL_REPRESENTS,
    COL_PHONE,
    COL_NIP,
    COL_RANK,
    COL_ADDRESS,
    COL_NOTE,
    COL_PAPER,
    COL_COUNT
};

static const struct book_choice choices[COL_COUNT] = {
    [COL_NO] = {{"No", 4}, false},
    [COL_NAME] = {{"Nama", 22}, false},
    [COL_SEX] = {{"L/P", 4}, false},
    [COL_POSITION] = {{"Jabatan", 14}, false},
    [COL_ORGANIZATION] = {{"Instansi/Organisasi", 16}, false},
    [COL_UNSUR] = {{"Unsur", 13}, false},
    [COL_ROLE] = {{"Peran", 11}, false},
    [COL_INVITED] = {{"Diundang", 10}, false},
    [COL_INVITED_AS] = {{"Diundang Sebagai", 12}, false},
    [COL_ATTENDANCE] = {{"Kehadiran", 11}, false},
    [COL_ARRIVED] = {{"Waktu Hadir", 15}, false},
    [COL_CHANNEL] = {{"Hadir Lewat", 8}, false},
    [COL_REPRESENTS] = {{"Mewakili", 12}, false},
    [COL_PHONE] = {{"No. HP", 15}, true},
    [COL_NIP] = {{"NIP", 22}, true},
    [COL_RANK] = {{"Pangkat, Golongan", 12}, true},
    [COL_ADDRESS] = {{"Alamat", 12}, true},
    [COL_NOTE] = {{"Keterangan", 12}, true},
    [COL_PAPER] = {{"Dari Kertas", 8}, false},
};

static const char *represented(const struct book_maker *m, const struct participant *who)
{
    const struct participant *other = dossier_participant(m->p.d, &who->represents);
    if (!other)
        return NULL;
    return other->invited_as ? other->invited_as : other->name;
}

static void person_row(struct book_maker *m, const struct participant *who)
{
    struct book *b = m->b;
    char nip[NIP_TEXT];
    const struct cell all[COL_COUNT] = {
        [COL_NO] = book_integer(who->number),
        [COL_NAME] = book_text(b, who->name),
        [COL_SEX] = book_text(b, dict_enum_label(ENUMSET_sex, who->sex)),
        [COL_POSITION] = book_text(b, who->position),
        [COL_ORGANIZATION] = book_text(b, who->organization),
        [COL_UNSUR] = book_text(b, dict_enum_label(ENUMSET_unsur, who->unsur)),
        [COL_ROLE] = book_text(b, dict_enum_label(ENUMSET_role, who->role)),
        [COL_INVITED] = book_yes(m, IS_SET(who->invited)),
        [COL_INVITED_AS] = book_text(b, who->invited_as),
        [COL_ATTENDANCE] = book_text(b, dict_enum_label(ENUMSET_attendance, who->attendance)),
        [COL_ARRIVED] = book_stamp(who->arrived_at),
        [COL_CHANNEL] = book_text(b, dict_enum_label(ENUMSET_channel, who->channel)),
        [COL_REPRESENTS] = book_text(b, represented(m, who)),
        [COL_PHONE] = book_text(b, paper_phone(&m->p, who->phone)),
        [COL_NIP] = book_text(b, nip_show(who->nip, nip)),
        [COL_RANK] = book_text(b, who->rank),
        [COL_ADDRESS] = book_text(b, who->address),
        [COL_NOTE] = book_text(b, who->note),
        [COL_PAPER] = book_yes(m, IS_SET(who->from_paper)),
    };
    book_add(m, all);
}

struct book *build_peserta(const struct dossier *d, const struct doc_options *o, struct arena *a)
{
    struct book_maker m = book_begin(d, o, a, "Peserta", "Daftar Peserta", choices, COL_COUNT);
    for (size_t i = 0; i < m.p.d->participant.n; i++) {
        const struct participant *who = &m.p.d->participant.v[i];
        if (m.p.published && who->role == ROLE_PENDAMPING)
            continue; /* tells of the disability of whom they came with */
        person_row(&m, who);
    }
    return m.b;
}
