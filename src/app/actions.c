#include "config.h"

#include <string.h>

#include "app/actions.h"

/* One row per use case; the codes stand in logs for ever. */
const struct action_word action_table[] = {
    {"create_session", N_("membuat sesi")},
    {"set_field", N_("mengubah isian")},
    {"add_row", N_("menambah baris")},
    {"delete_row", N_("menghapus baris")},
    {"move_row", N_("memindahkan baris")},
    {"undo", N_("mengurungkan")},
    {"redo", N_("mengulangi")},
    {"revert", N_("mengembalikan keadaan lama")},
    {"check_in", N_("mencatat kehadiran")},
    {"represent", N_("mencatat yang mewakili")},
    {"walk_in", N_("mencatat tamu tanpa undangan")},
    {"late_arrivals", N_("mencatat yang terlambat")},
    {"fix_numbers", N_("menetapkan nomor hadir")},
    {"import_participants", N_("mengimpor peserta")},
    {"import_session", N_("memasukkan data sesi")},
    {"add_contribution", N_("menambah catatan")},
    {"edit_contribution", N_("mengubah catatan")},
    {"complete_gap", N_("melengkapi catatan")},
    {"link_answer", N_("mengaitkan jawaban")},
    {"park", N_("memarkir usulan")},
    {"go_agenda", N_("pindah agenda")},
    {"draft_agreement", N_("membuat draf kesepakatan")},
    {"link_agreement", N_("mengaitkan catatan ke kesepakatan")},
    {"acclaim", N_("mencatat aklamasi")},
    {"set_stance", N_("mencatat sikap")},
    {"set_status", N_("menetapkan status kesepakatan")},
    {"read_aloud", N_("mencatat pembacaan")},
    {"save_objection", N_("mencatat keberatan")},
    {"lock_text", N_("mengunci naskah")},
    {"unlock_text", N_("membuka kunci naskah")},
    {"sign", N_("mencatat tanda tangan")},
    {"add_signatory", N_("menambah penanda tangan")},
    {"follow_up", N_("mencatat tindak lanjut")},
    {"move_deadline", N_("memindahkan batas waktu")},
    {"add_document", N_("menambah dokumentasi")},
    {"erase_person", N_("menghapus data pribadi")},
    {"settle", N_("menyelesaikan perbedaan")},
    {"merge", N_("menggabungkan berkas")},
    {NULL, NULL},
};

const char *action_words(const char *code)
{
    for (const struct action_word *w = action_table; w->code; w++)
        if (strcmp(w->code, code) == 0)
            return w->words;
    return code;
}
