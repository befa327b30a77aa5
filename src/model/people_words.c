/* Words of invitation lists: headers, unsur, sex (domain 3.3, 13). */
#include "model/people_parts.h"

#include <ctype.h>
#include <string.h>

#include "base/text.h"

/* Letters and digits of the folded text with single blanks between words, in a fixed buffer: cells
 * that are longer than any known word cannot be one. */
#ifdef PLANTED_OVERFLOW /* the negative control of tests/fuzz: never defined in the program */
#define WORD_MAX (PEOPLE_WORD + 4096)
#else
#define WORD_MAX PEOPLE_WORD
#endif

const char *people_plain(const char *s, char out[PEOPLE_WORD])
{
    struct arena *a = arena_new();
    size_t n = 0;
    for (const char *p = text_fold(a, TXT(s)); *p && n + 1 < WORD_MAX; p++) {
        if (isalnum((unsigned char)*p))
            out[n++] = *p;
        else if (n > 0 && out[n - 1] != ' ')
            out[n++] = ' ';
    }
    while (n > 0 && out[n - 1] == ' ')
        n--;
    out[n] = '\0';
    arena_free(a);
    return out;
}

/* --- headers --- */

struct header_word {
    const char *word;
    enum people_column column;
};

/* Whole headers, folded, without punctuation. */
static const struct header_word headers[] = {{"no", COLUMN_NO},
                                             {"nomor", COLUMN_NO},
                                             {"no urut", COLUMN_NO},
                                             {"nomor urut", COLUMN_NO},
                                             {"nama", COLUMN_NAME},
                                             {"nama lengkap", COLUMN_NAME},
                                             {"nama peserta", COLUMN_NAME},
                                             {"nama undangan", COLUMN_NAME},
                                             {"nama dan gelar", COLUMN_NAME},
                                             {"undangan", COLUMN_NAME},
                                             {"peserta", COLUMN_NAME},
                                             {"nama lengkap dan gelar", COLUMN_NAME},
                                             {"panggilan", COLUMN_OTHER_NAMES},
                                             {"nama panggilan", COLUMN_OTHER_NAMES},
                                             {"nama panggilan sebutan lain", COLUMN_OTHER_NAMES},
                                             {"nama lain", COLUMN_OTHER_NAMES},
                                             {"sebutan", COLUMN_OTHER_NAMES},
                                             {"sebutan lain", COLUMN_OTHER_NAMES},
                                             {"nama populer", COLUMN_OTHER_NAMES},
                                             {"alias", COLUMN_OTHER_NAMES},
                                             {"nama alias", COLUMN_OTHER_NAMES},
                                             {"nickname", COLUMN_OTHER_NAMES},
                                             {"nick name", COLUMN_OTHER_NAMES},
                                             {"jabatan", COLUMN_POSITION},
                                             {"jbtn", COLUMN_POSITION},
                                             {"jabatan pekerjaan", COLUMN_POSITION},
                                             {"pekerjaan", COLUMN_POSITION},
                                             {"jab", COLUMN_POSITION},
                                             {"instansi", COLUMN_ORGANIZATION},
                                             {"organisasi", COLUMN_ORGANIZATION},
                                             {"instansi organisasi", COLUMN_ORGANIZATION},
                                             {"asal", COLUMN_ORGANIZATION},
                                             {"asal instansi", COLUMN_ORGANIZATION},
                                             {"lembaga", COLUMN_ORGANIZATION},
                                             {"instansi lembaga", COLUMN_ORGANIZATION},
                                             {"unit kerja", COLUMN_ORGANIZATION},
                                             {"asal instansi organisasi", COLUMN_ORGANIZATION},
                                             {"asal lembaga", COLUMN_ORGANIZATION},
                                             {"organisasi instansi", COLUMN_ORGANIZATION},
                                             {"opd", COLUMN_ORGANIZATION},
                                             {"alamat", COLUMN_ADDRESS},
                                             {"alamat asal", COLUMN_ADDRESS},
                                             {"unsur", COLUMN_UNSUR},
                                             {"unsur peserta", COLUMN_UNSUR},
                                             {"kelompok", COLUMN_UNSUR},
                                             {"keterwakilan", COLUMN_UNSUR},
                                             {"unsur keterwakilan", COLUMN_UNSUR},
                                             {"l p", COLUMN_SEX},
                                             {"jk", COLUMN_SEX},
                                             {"jenis kelamin", COLUMN_SEX},
                                             {"lp", COLUMN_SEX},
                                             {"kelamin", COLUMN_SEX},
                                             {"j k", COLUMN_SEX},
                                             {"jns kelamin", COLUMN_SEX},
                                             {"hp", COLUMN_PHONE},
                                             {"no hp", COLUMN_PHONE},
                                             {"no hp wa", COLUMN_PHONE},
                                             {"telp", COLUMN_PHONE},
                                             {"kontak", COLUMN_PHONE},
                                             {"no telp", COLUMN_PHONE},
                                             {"telepon", COLUMN_PHONE},
                                             {"wa", COLUMN_PHONE},
                                             {"no wa", COLUMN_PHONE},
                                             {"nomor hp", COLUMN_PHONE},
                                             {"nomor telepon", COLUMN_PHONE},
                                             {"no telepon", COLUMN_PHONE},
                                             {"hp wa", COLUMN_PHONE},
                                             {"whatsapp", COLUMN_PHONE},
                                             {"nip", COLUMN_NIP},
                                             {"nip nik", COLUMN_NIP},
                                             {"nip ni pppk", COLUMN_NIP},
                                             {"ket", COLUMN_NOTE},
                                             {"keterangan", COLUMN_NOTE},
                                             {"catatan", COLUMN_NOTE}};

/* "NAMA PESERTA *)" and "NO. HP (aktif)" still begin with a known header word; used only when the
 * whole is unknown. */
static const struct header_word header_starts[] = {{"nama panggilan ", COLUMN_OTHER_NAMES},
                                                   {"panggilan ", COLUMN_OTHER_NAMES},
                                                   {"nama ", COLUMN_NAME},
                                                   {"jabatan ", COLUMN_POSITION},
                                                   {"instansi ", COLUMN_ORGANIZATION},
                                                   {"organisasi ", COLUMN_ORGANIZATION},
                                                   {"unsur ", COLUMN_UNSUR},
                                                   {"no hp ", COLUMN_PHONE},
                                                   {"nomor hp ", COLUMN_PHONE},
                                                   {"telp ", COLUMN_PHONE},
                                                   {"jenis kelamin ", COLUMN_SEX},
                                                   {"keterangan ", COLUMN_NOTE},
                                                   {"ket ", COLUMN_NOTE}};

int people_column_of(const char *header)
{
    char word[PEOPLE_WORD];
    people_plain(header, word);
    for (size_t i = 0; i < sizeof headers / sizeof headers[0]; i++)
        if (strcmp(word, headers[i].word) == 0)
            return headers[i].column;
    for (size_t i = 0; i < sizeof header_starts / sizeof header_starts[0]; i++)
        if (strlen(word) < 40 &&
            strncmp(word, header_starts[i].word, strlen(header_starts[i].word)) == 0)
            return header_starts[i].column;
    return -1;
}

/* --- unsur --- */

struct unsur_word {
    const char *word; /* folded */
    int64_t a, b;     /* b given: must be asked */
};

#define P UNSUR_PENYELENGGARA
#define G UNSUR_PENGGUNA
#define A UNSUR_AHLI
#define S UNSUR_STAKEHOLDER
#define O UNSUR_OMS
#define M UNSUR_MEDIA

/* Whole cells first. "OPD" can be the provider or a related agency; tokoh masyarakat, RT/RW, PKK:
 * users or an organisation (domain 3.3): asked. */
static const struct unsur_word unsur_cells[] = {{"opd", P, S},
                                                {"opd terkait", P, S},
                                                {"perangkat daerah", P, S},
                                                {"dinas", P, S},
                                                {"pemda", P, S},
                                                {"pemerintah", P, S},
                                                {"pemerintah daerah", P, S},
                                                {"tokoh masyarakat", G, O},
                                                {"toma", G, O},
                                                {"rt", G, O},
                                                {"rw", G, O},
                                                {"rt rw", G, O},
                                                {"pkk", G, O},
                                                {"tokoh adat", G, O},
                                                {"tokoh pemuda", G, O},
                                                {"penyelenggara", P, NONE},
                                                {"penyelenggara layanan", P, NONE},
                                                {"penyelenggara pelayanan", P, NONE},
                                                {"upp", P, NONE},
                                                {"internal", P, NONE},
                                                {"staf", P, NONE},
                                                {"kabid", P, NONE},
                                                {"kasubag", P, NONE},
                                                {"penyedia layanan", P, NONE},
                                                {"bagian organisasi", P, NONE},
                                                {"pengguna", G, NONE},
                                                {"pengguna layanan", G, NONE},
                                                {"masyarakat", G, NONE},
                                                {"masyarakat pengguna layanan", G, NONE},
                                                {"masyarakat pengguna", G, NONE},
                                                {"warga", G, NONE},
                                                {"pemohon", G, NONE},
                                                {"pasien", G, NONE},
                                                {"umkm", G, NONE},
                                                {"pelaku usaha", G, NONE},
                                                {"pelaku umkm", G, NONE},
                                                {"notaris", G, NONE},
                                                {"ppat", G, NONE},
                                                {"notaris ppat", G, NONE},
                                                {"user", G, NONE},
                                                {"pelanggan", G, NONE},
                                                {"stakeholder", S, NONE},
                                                {"stakeholder pelayanan publik", S, NONE},
                                                {"instansi terkait", S, NONE},
                                                {"stakeholder instansi terkait", S, NONE},
                                                {"instansi", S, NONE},
                                                {"instansi lain", S, NONE},
                                                {"pemangku kepentingan", S, NONE},
                                                {"kominfo", S, NONE},
                                                {"diskominfo", S, NONE},
                                                {"bpjs", S, NONE},
                                                {"polres", S, NONE},
                                                {"polsek", S, NONE},
                                                {"kejaksaan", S, NONE},
                                                {"kecamatan", S, NONE},
                                                {"kelurahan", S, NONE},
                                                {"camat", S, NONE},
                                                {"lurah", S, NONE},
                                                {"kantor pertanahan", S, NONE},
                                                {"opd lain", S, NONE},
                                                {"lembaga terkait", S, NONE},
                                                {"ahli", A, NONE},
                                                {"praktisi", A, NONE},
                                                {"akademisi", A, NONE},
                                                {"ahli praktisi", A, NONE},
                                                {"ahli praktisi akademisi", A, NONE},
                                                {"dosen", A, NONE},
                                                {"universitas", A, NONE},
                                                {"perguruan tinggi", A, NONE},
                                                {"idi", A, NONE},
                                                {"peradi", A, NONE},
                                                {"konsultan", A, NONE},
                                                {"narasumber ahli", A, NONE},
                                                {"pakar", A, NONE},
                                                {"ahli atau praktisi", A, NONE},
                                                {"akademisi ahli", A, NONE},
                                                {"oms", O, NONE},
                                                {"lsm", O, NONE},
                                                {"ormas", O, NONE},
                                                {"yayasan", O, NONE},
                                                {"organisasi masyarakat sipil", O, NONE},
                                                {"organisasi masyarakat", O, NONE},
                                                {"organisasi kemasyarakatan", O, NONE},
                                                {"tokoh agama", O, NONE},
                                                {"toga", O, NONE},
                                                {"karang taruna", O, NONE},
                                                {"perkumpulan disabilitas", O, NONE},
                                                {"komunitas", O, NONE},
                                                {"perkumpulan", O, NONE},
                                                {"lsm ormas", O, NONE},
                                                {"organisasi disabilitas", O, NONE},
                                                {"media", M, NONE},
                                                {"media massa", M, NONE},
                                                {"pers", M, NONE},
                                                {"wartawan", M, NONE},
                                                {"radio", M, NONE},
                                                {"jurnalis", M, NONE},
                                                {"kameramen", M, NONE},
                                                {"televisi", M, NONE},
                                                {"media pers", M, NONE},
                                                {"pers media", M, NONE},
                                                {"surat kabar", M, NONE}};

#undef P
#undef G
#undef A
#undef S
#undef O
#undef M

int64_t people_unsur_of(const char *typed, int64_t ret_choices[2])
{
    char word[PEOPLE_WORD];
    people_plain(typed, word);
    ret_choices[0] = ret_choices[1] = NONE;
    /* "unsur media", "1. Pengguna layanan" */
    const char *w = strncmp(word, "unsur ", 6) == 0 ? word + 6 : word;
    while (isdigit((unsigned char)*w) || (*w == ' ' && w > word))
        w++;
    for (size_t i = 0; i < sizeof unsur_cells / sizeof unsur_cells[0]; i++) {
        const struct unsur_word *u = &unsur_cells[i];
        if (strcmp(w, u->word) != 0)
            continue;
        if (u->b == NONE)
            return u->a;
        ret_choices[0] = u->a;
        ret_choices[1] = u->b;
        return NONE;
    }
    return NONE;
}

int64_t people_sex_of(const char *typed)
{
    static const struct {
        const char *word;
        int64_t sex;
    } words[] = {{"l", SEX_L},      {"lk", SEX_L},     {"laki", SEX_L}, {"laki laki", SEX_L},
                 {"pria", SEX_L},   {"lelaki", SEX_L}, {"m", SEX_L},    {"male", SEX_L},
                 {"lki", SEX_L},    {"p", SEX_P},      {"pr", SEX_P},   {"perempuan", SEX_P},
                 {"wanita", SEX_P}, {"prp", SEX_P},    {"w", SEX_P},    {"f", SEX_P},
                 {"female", SEX_P}};
    char word[PEOPLE_WORD];
    people_plain(typed, word);
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (strcmp(word, words[i].word) == 0)
            return words[i].sex;
    return NONE;
}
