/* Words of a text, as the mask reads them, and which ones mean something beside a name. */
#include "config.h"

#include "model/mask_parts.h"

#include <string.h>
#include <unistr.h>

#include "base/text.h"

/* --- letters --- */

static bool is_letter(ucs4_t c)
{
    if (c < 0x80)
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    return c > 0xbf && !(c >= 0x2000 && c <= 0x206f) && c != 0xd7 && c != 0xf7 && c != 0x3000;
}

static bool is_apostrophe(ucs4_t c)
{
    return c == '\'' || c == 0x2018 || c == 0x2019 || c == 0x02bc || c == '`';
}

/* What text_export leaves in a file, because it means something to printers, but no eye sees. */
static bool is_unseen(ucs4_t c)
{
    return c == 0xad || c == 0x034f || c == 0x180e || (c >= 0xfe00 && c <= 0xfe0f);
}

static size_t char_at(const char *s, size_t off, ucs4_t *c)
{
    if (s[off] > 0) { /* ASCII: nearly all of it, without looking for the end of the text */
        *c = (ucs4_t)s[off];
        return 1;
    }
    int n = u8_mbtouc(c, (const uint8_t *)s + off, strlen(s + off));
    return n > 0 ? (size_t)n : 0;
}

bool mask_in_word(const char *s, size_t off, size_t *ret_len)
{
    ucs4_t c = 0;
    *ret_len = char_at(s, off, &c);
    return is_letter(c);
}

const char *mask_seen(const char *s, struct arena *a)
{
    const char *plain = text_export(a, s);
    if (!strpbrk(plain, "\xc2\xcd\xe1\xef"))
        return plain;
    struct buf b = BUF_INIT;
    size_t n = 0;
    for (size_t i = 0; plain[i]; i += n) {
        ucs4_t c = 0;
        n = char_at(plain, i, &c);
        if (!is_unseen(c))
            buf_add(&b, plain + i, n);
    }
    const char *seen = strcmp(buf_str(&b), plain) == 0 ? plain : arena_strdup(a, buf_str(&b));
    buf_done(&b);
    return seen;
}

/* text_fold; plain ASCII words, nearly all of them, take the short way. */
static const char *fold_word(const char *s, size_t n, struct arena *a)
{
    char *w = arena_memdup(a, s, n);
    for (size_t i = 0; i < n; i++) {
        if ((unsigned char)w[i] >= 0x80 || is_apostrophe((ucs4_t)w[i]))
            return text_fold(a, w);
        if (w[i] >= 'A' && w[i] <= 'Z')
            w[i] = (char)(w[i] - 'A' + 'a');
    }
    return w;
}

bool mask_next_word(const char *s, size_t *off, struct text_word *ret, struct arena *a)
{
    ucs4_t c = 0, after = 0;
    size_t i = *off, n = 0;
    while (s[i] && (n = char_at(s, i, &c)) > 0 && !is_letter(c))
        i += n;
    if (!s[i])
        return false;
    ret->off = i;
    while (s[i] && (n = char_at(s, i, &c)) > 0) {
        bool inside = is_letter(c);
        if (!inside && is_apostrophe(c))
            inside = s[i + n] && char_at(s, i + n, &after) && is_letter(after);
        if (!inside)
            break;
        i += n;
    }
    ret->len = i - ret->off;
    ret->fold = fold_word(s + ret->off, ret->len, a);
    *off = i;
    return true;
}

bool mask_word_before(const char *s, size_t at, struct text_word *ret, struct arena *a)
{
    size_t end = at;
    while (end > 0 && strchr(" .:=(+", s[end - 1]))
        end--;
    size_t start = end;
    while (start > 0 && ((s[start - 1] | 0x20) >= 'a' && (s[start - 1] | 0x20) <= 'z'))
        start--;
    if (end == start || end == at)
        return false;
    *ret = (struct text_word){start, end - start, fold_word(s + start, end - start, a)};
    return true;
}

/* --- lists --- */

static bool is_in(const char *const *list, const char *fold)
{
    for (size_t i = 0; list[i]; i++)
        if (list[i][0] == fold[0] && strcmp(list[i], fold) == 0)
            return true;
    return false;
}

bool mask_is_common(const char *fold)
{
    static const char *const words[] = {
        "adil", "agung", "agustus", "akbar", "alam", "aman", "amanah", "amin", "anggun", "april", "arif",
        "asri", "bagus", "bahagia", "bahari", "bakti", "bapak", "baru", "batubara", "berkah", "bersih",
        "besar", "bestari", "bina", "bintang", "budaya", "budiman", "bulan", "bunga", "cahaya", "camat",
        "cemerlang", "ceria", "daerah", "damai", "desa", "desember", "dinas", "dusun", "emas", "fajar",
        "februari", "gembira", "gemilang", "guru", "haji", "harapan", "hari", "hasil", "hikmah", "hutan",
        "iman", "indah", "indonesia", "insan", "intan", "januari", "jati", "jaya", "jujur", "juli", "jumat",
        "juni", "kamis", "karya", "kasih", "kawan", "kecamatan", "kelurahan", "kepala", "ketua", "kota",
        "langit", "laut", "lestari", "lurah", "maju", "makmur", "mandiri", "manis", "maret", "marga",
        "matahari", "mawar", "mega", "mekar", "melati", "merah", "merdeka", "minggu", "mitra", "muda",
        "mulia", "murni", "mutiara", "natal", "nelayan", "november", "nurani", "nusantara", "oktober",
        "pahlawan", "pelangi", "pelita", "pemuda", "perdana", "perkasa", "permata", "pertama", "petani",
        "pratama", "prima", "pusat", "putih", "putra", "putri", "rabu", "raharja", "rahmat", "raja",
        "rakyat", "raya", "rekan", "rezeki", "sabar", "sabtu", "sahabat", "sakti", "salam", "samudra",
        "saran", "sari", "satria", "sederhana", "sehat", "sejahtera", "sejati", "sekretaris", "selamat",
        "selasa", "seni", "senin", "sentosa", "september", "setia", "sinar", "suara", "subur", "suci",
        "sukses", "syukur", "taman", "tanah", "tani", "tanjung", "teguh", "terang", "tertib", "timur",
        "tulus", "tunas", "umum", "untung", "utama", "utara", "wakil", "wangi", "warga", "yakin", NULL};
    return is_in(words, fold);
}

bool mask_is_honorific(const char *fold)
{
    static const char *const words[] = {
        "abah",   "abang",    "almarhum",   "almarhumah", "alm", "amang", "bang",  "bapak",  "bapa", "bibi",
        "bli",    "bpk",      "bu",         "bude",   "bulik",   "bunda", "bung",  "cak",    "cece", "daeng",
        "datuk",  "dik",      "dokter",     "emak",   "encik",   "eyang", "gus",   "haji",   "hajah", "hj",
        "ibu",    "ibuk",     "inang",      "kak",    "kakak",   "kakek", "kang",  "kiai",   "koh",  "kyai",
        "mak",    "makcik",   "mama",       "mas",    "mbah",    "mbak",  "mbok",  "nama",   "nenek", "neng",
        "nona",   "nyai",     "nyonya",     "oma",    "om",      "opa",   "opung", "pak",    "pakcik", "pakde",
        "paklik", "paman",    "pdt",        "pendeta", "romo",   "saudara", "saudari", "sdr", "sdri", "suster",
        "tante",  "teh",      "tengku",     "tete",   "teteh",   "teungku", "tgk", "tuan",   "uda",  "uni",
        "usi",    "ust",      "ustad",      "ustadz", "ustadzah", "ustaz", "uwak", NULL};
    return is_in(words, fold);
}

bool mask_leads_to_speaker(const char *fold)
{
    static const char *const words[] = {"menurut", "kata",     "oleh",      "usul",       "usulan",  "saran",
                                        "dari",    "kepada",   "bersama",   "pertanyaan", "keluhan", "jawaban",
                                        "masukan", "tanggapan", "permintaan", "istri",    "suami",   "anak",
                                        "keluarga", "rumah",   "bernama",   NULL};
    return is_in(words, fold);
}

bool mask_is_said_of_speaker(const char *fold)
{
    static const char *const words[] = {
        "berbicara", "bercerita", "berharap",   "berkata",     "bertanya",  "bicara",    "bilang",       "cerita",
        "hadir",     "keberatan", "memohon",    "menambahkan", "menanyakan", "mengapresiasi", "mengatakan", "mengeluh",
        "mengeluhkan", "mengkritik", "mengusulkan", "menilai", "menjawab",  "menjelaskan", "menolak",    "menyampaikan",
        "menyarankan", "menyetujui", "meminta", "minta",       "mohon",     "sakit",     "setuju",       "tanya",
        "tinggal",   "usul",      NULL};
    return is_in(words, fold);
}

bool mask_is_place(const char *fold)
{
    static const char *const words[] = {
        "aula", "balai", "bandara", "bank", "cv", "danau", "desa", "dusun", "gang", "gedung", "gereja",
        "gor", "gunung", "harian", "hotel", "jalan", "jl", "jln", "kabupaten", "kampung", "kecamatan",
        "kelurahan", "klinik", "komunitas", "koperasi", "kota", "lapangan", "majalah", "masjid", "pantai",
        "pasar", "paud", "pelabuhan", "perumahan", "pesantren", "ponpes", "posyandu", "provinsi", "pt",
        "pulau", "pura", "puskesmas", "radio", "rs", "rsud", "sakit", "sanggar", "sd", "sdn", "sma", "sman",
        "smk", "smkn", "smp", "smpn", "stadion", "stasiun", "sungai", "terminal", "tk", "tv", "universitas",
        "yayasan", NULL};
    return is_in(words, fold);
}

bool mask_is_office(const char *fold)
{
    static const char *const words[] = {"kepala", "ketua", "sekretaris", "wali", "pak", "bapak", "ibu", "bu",
                                        "perangkat", "pengelola", "pengurus", "bendahara", NULL};
    return is_in(words, fold);
}

bool mask_is_idiom(const char *fold, const char *before, const char *after)
{
    static const char *const pairs[][2] = {{"budi", "daya"},     {"budi", "pekerti"}, {"tenaga", "surya"},
                                           {"energi", "surya"},  {"panel", "surya"},  {"lampu", "surya"},
                                           {"hari", "kartini"},  {"idul", "fitri"},   {NULL, NULL}};
    for (size_t i = 0; pairs[i][0]; i++)
        if ((strcmp(pairs[i][0], fold) == 0 && strcmp(pairs[i][1], after) == 0) ||
            (strcmp(pairs[i][1], fold) == 0 && strcmp(pairs[i][0], before) == 0))
            return true;
    return false;
}
