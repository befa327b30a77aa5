/* Words of a text, as the mask reads them, and which ones mean something beside a name. */
#include "config.h"

#include "model/mask_parts.h"

#include <string.h>
#include <unistr.h>

#include "base/text.h"

/* --- letters --- */

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
    return text_is_letter(c);
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
            return mask_plain_letters(text_fold(a, w), a);
        if (w[i] >= 'A' && w[i] <= 'Z')
            w[i] = (char)(w[i] - 'A' + 'a');
    }
    return w;
}

bool mask_next_word(const char *s, size_t *off, struct text_word *ret, struct arena *a)
{
    ucs4_t c = 0, after = 0;
    size_t i = *off, n = 0;
    while (s[i] && (n = char_at(s, i, &c)) > 0 && !text_is_letter(c))
        i += n;
    if (!s[i])
        return false;
    ret->off = i;
    while (s[i] && (n = char_at(s, i, &c)) > 0) {
        bool inside = text_is_letter(c);
        if (!inside && is_apostrophe(c))
            inside = s[i + n] && char_at(s, i + n, &after) && text_is_letter(after);
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

/* --- lists, each in the order of strcmp --- */

static const char *const common[] = {
    "abang", "ada", "adik", "adil", "agung", "agustus", "akan", "akbar", "akhir", "aksi", "alam", "aman", "amanah",
    "amin", "anak", "anggun", "api", "april", "arah", "arif", "asri", "awan", "badai", "bagus", "bahagia",
    "bahari", "baik", "bakat", "bakti", "bapa", "bapak", "baru", "batubara", "bela", "berkah", "bersih", "besar",
    "besi", "bestari", "bina", "bintang", "biru", "budaya", "budiman", "bukit", "buku", "bulan", "bumi", "bunga",
    "bungsu", "cahaya", "camat", "cemerlang", "ceria", "cinta", "daerah", "damai", "dan", "dana", "danau", "darat",
    "dasar", "data", "desa", "desember", "di", "dia", "dinas", "dua", "dusun", "elok", "emas", "enam", "fajar",
    "februari", "gembira", "gemilang", "guru", "haji", "hakim", "hamba", "harapan", "hari", "hasil", "hikmah",
    "hutan", "ia", "imam", "iman", "indah", "indonesia", "ini", "insan", "intan", "islam", "itu", "izin",
    "januari", "jasa", "jati", "jawa", "jaya", "jujur", "juli", "jumadil", "jumat", "juni", "kami", "kamis",
    "karya", "kasih", "kawan", "kaya", "kecamatan", "kecil", "kelapa", "kelurahan", "kepala", "ketua", "kita",
    "kliwon", "kokoh", "kopi", "kota", "kuat", "kukuh", "ladang", "langit", "lapang", "laut", "layar", "legi",
    "lestari", "lima", "lurah", "lurus", "maju", "makmur", "mandiri", "manis", "maret", "marga", "matahari",
    "mawar", "mega", "mekar", "melati", "mentari", "merah", "merdeka", "minggu", "mitra", "muda", "mukmin",
    "mulia", "mulut", "murni", "muslim", "mutiara", "nabi", "naga", "nan", "nanti", "natal", "nelayan", "nira",
    "november", "nurani", "nusantara", "nya", "obat", "oktober", "oleh", "padang", "padi", "pagi", "pahing",
    "pahlawan", "pala", "panjang", "pantai", "para", "pasar", "pelangi", "pelita", "pemuda", "perdana", "peri",
    "perkasa", "permai", "permata", "pertama", "petani", "pikir", "pita", "pon", "pratama", "prima", "puji",
    "pulau", "punggawa", "purba", "pusat", "putih", "putra", "putri", "rabu", "raden", "raharja", "rahmat", "raja",
    "rajab", "rakyat", "ramah", "ramai", "rasa", "raya", "rekan", "rezeki", "rimba", "rukun", "sabar", "sabtu",
    "sahabat", "sakti", "salam", "sama", "samudra", "sang", "sapar", "saran", "sari", "satria", "satu", "sawah",
    "saya", "sederhana", "sehat", "sejahtera", "sejati", "sekretaris", "selamat", "selasa", "seni", "senin",
    "sentosa", "september", "setia", "si", "siang", "sinar", "singa", "suara", "subur", "suci", "sudah", "sukses",
    "sulung", "sumber", "syawal", "syukur", "taman", "tamu", "tanah", "tani", "tanjung", "tari", "teguh", "tengah",
    "terang", "tertib", "tetap", "tiga", "timbul", "timur", "tinggi", "tirai", "tua", "tujuh", "tulus", "tunas",
    "umum", "untuk", "untung", "usul", "utama", "utara", "wage", "wajah", "wajib", "wakil", "waktu", "wali",
    "wangi", "warga", "warta", "wisata", "yakin", "yang", "yatim", "zaman"};

static const char *const rare[] = {
    "anggrek", "anugerah", "anugrah", "arjuna", "ayu", "banyu", "basuki", "bayu", "berkat", "berlian", "bima",
    "budi", "candra", "catur", "cempaka", "cendana", "citra", "dara", "darma", "delima", "dewa", "dewi", "dharma",
    "elang", "embun", "fitrah", "fitri", "garuda", "gilang", "gita", "guna", "guntur", "hikmat", "ikhlas", "ilham",
    "kartika", "karunia", "kemala", "kemuning", "kenanga", "kencana", "kurnia", "laksana", "lintang", "mahkota",
    "mustika", "nikmat", "nusa", "padma", "panca", "panji", "perak", "pertiwi", "prabu", "purnama", "rahayu",
    "ramadan", "ramadhan", "rangga", "ratna", "ratu", "rembulan", "restu", "ria", "rizki", "sagara", "santri",
    "satya", "segara", "senja", "sultan", "surya", "susila", "tata", "tegar", "teratai", "tiara", "tirta", "wahyu",
    "wibawa", "widya", "wira", "wulan", "yoga"};

static const char *const honorific[] = {
    "abah", "abang", "alm", "almarhum", "almarhumah", "amang", "bang", "bapa", "bapak", "bibi", "bli", "bpk", "bu",
    "bude", "bulik", "bunda", "bung", "cak", "cece", "daeng", "datuk", "dik", "dokter", "emak", "encik", "eyang",
    "gus", "hajah", "haji", "hj", "ibu", "ibuk", "inang", "kak", "kakak", "kakek", "kang", "kiai", "koh", "kyai",
    "mak", "makcik", "mama", "mas", "mbah", "mbak", "mbok", "nama", "nenek", "neng", "nona", "nyai", "nyonya",
    "om", "oma", "opa", "opung", "pak", "pakcik", "pakde", "paklik", "paman", "pdt", "pendeta", "romo", "saudara",
    "saudari", "sdr", "sdri", "suster", "tante", "teh", "tengku", "tete", "teteh", "teungku", "tgk", "tuan", "uda",
    "uni", "usi", "ust", "ustad", "ustadz", "ustadzah", "ustaz", "uwak"};

static const char *const leading[] = {
    "anak", "bernama", "bersama", "dari", "istri", "jawaban", "kata", "keluarga", "keluhan", "kepada", "masukan",
    "menurut", "oleh", "permintaan", "pertanyaan", "rumah", "saran", "suami", "tanggapan", "usul", "usulan"};

static const char *const said[] = {
    "berbicara", "bercerita", "berharap", "berkata", "bertanya", "bicara", "bilang", "cerita", "hadir",
    "keberatan", "meminta", "memohon", "menambahkan", "menanyakan", "mengapresiasi", "mengatakan", "mengeluh",
    "mengeluhkan", "mengkritik", "mengusulkan", "menilai", "menjawab", "menjelaskan", "menolak", "menyampaikan",
    "menyarankan", "menyetujui", "minta", "mohon", "sakit", "setuju", "tanya", "tinggal", "usul"};

static const char *const place[] = {
    "aula", "balai", "bandara", "bank", "cv", "danau", "desa", "dusun", "gang", "gedung", "gereja", "gor",
    "gunung", "harian", "hotel", "jalan", "jl", "jln", "kabupaten", "kampung", "kecamatan", "kelurahan", "klinik",
    "komunitas", "koperasi", "kota", "lapangan", "majalah", "masjid", "pantai", "pasar", "paud", "pelabuhan",
    "perumahan", "pesantren", "ponpes", "posyandu", "provinsi", "pt", "pulau", "pura", "puskesmas", "radio", "rs",
    "rsud", "sakit", "sanggar", "sd", "sdn", "sma", "sman", "smk", "smkn", "smp", "smpn", "stadion", "stasiun",
    "sungai", "terminal", "tk", "tv", "universitas", "yayasan"};

static const char *const office[] = {
    "bapak", "bendahara", "bu", "ibu", "kepala", "ketua", "pak", "pengelola", "pengurus", "perangkat",
    "sekretaris", "wali"};

#define LIST(v) {v, sizeof v / sizeof *v}
static const struct list {
    const char *const *v;
    size_t n;
} lists[] = {LIST(common), LIST(rare), LIST(honorific), LIST(leading), LIST(said), LIST(place), LIST(office)};
enum { COMMON, RARE, HONORIFIC, LEADING, SAID, PLACE, OFFICE };

static bool is_in(int list, const char *fold)
{
    size_t from = 0, to = lists[list].n;
    while (from < to) {
        size_t mid = (from + to) / 2;
        int order = strcmp(fold, lists[list].v[mid]);
        if (order == 0)
            return true;
        if (order < 0)
            to = mid;
        else
            from = mid + 1;
    }
    return false;
}

const char *mask_misplaced_word(void)
{
    for (size_t k = 0; k < sizeof lists / sizeof *lists; k++)
        for (size_t i = 1; i < lists[k].n; i++)
            if (strcmp(lists[k].v[i - 1], lists[k].v[i]) >= 0)
                return lists[k].v[i];
    return NULL;
}

bool mask_is_common(const char *fold)
{
    return is_in(COMMON, fold);
}

bool mask_is_rare(const char *fold)
{
    return is_in(RARE, fold);
}

bool mask_is_honorific(const char *fold)
{
    return is_in(HONORIFIC, fold);
}

bool mask_leads_to_speaker(const char *fold)
{
    return is_in(LEADING, fold);
}

bool mask_is_said_of_speaker(const char *fold)
{
    return is_in(SAID, fold);
}

bool mask_is_place(const char *fold)
{
    return is_in(PLACE, fold);
}

bool mask_is_office(const char *fold)
{
    return is_in(OFFICE, fold);
}

bool mask_is_idiom(const char *fold, const char *before, const char *after)
{
    static const char *const pairs[][2] = {{"budi", "daya"},     {"budi", "pekerti"}, {"tenaga", "surya"},
                                           {"energi", "surya"},  {"panel", "surya"},  {"lampu", "surya"},
                                           {"hari", "kartini"},  {"idul", "fitri"},   {"ibu", "pertiwi"},
                                           {"bumi", "pertiwi"},  {"wahyu", "ilahi"},  {"bulan", "ramadhan"},
                                           {"bulan", "ramadan"}, {"tata", "kelola"},  {"tata", "cara"},
                                           {"tata", "tertib"},   {"tata", "ruang"},   {NULL, NULL}};
    for (size_t i = 0; pairs[i][0]; i++)
        if ((strcmp(pairs[i][0], fold) == 0 && strcmp(pairs[i][1], after) == 0) ||
            (strcmp(pairs[i][1], fold) == 0 && strcmp(pairs[i][0], before) == 0))
            return true;
    return false;
}
