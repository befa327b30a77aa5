#include "config.h"

#include "ui/screens/agreement.h"
#include "ui/screens/all.h"
#include "ui/screens/berita_acara.h"
#include "ui/screens/dialog.h"
#include "ui/screens/documents.h"
#include "ui/screens/import.h"
#include "ui/screens/layar.h"
#include "ui/screens/people.h"
#include "ui/screens/persiapan.h"
#include "ui/screens/records.h"
#include "ui/screens/tindak_lanjut.h"

const struct screen_class *const screens_all[] = {
    &screen_persiapan,
    &screen_people,
    &screen_import,
    &screen_records,
    &screen_record_form,
    &screen_dialog,
    &screen_documents,
    &screen_mufakat,
    &screen_agreement,
    &screen_origins,
    &screen_wordings,
    &screen_read_aloud,
    &screen_berita_acara,
    &screen_preview,
    &screen_tindak_lanjut,
    &screen_layar,
    &screen_first,
    &screen_history,
    &screen_room,
    NULL,
};

const struct screen_class *screens_of_place(enum place p)
{
    for (int i = 0; screens_all[i]; i++)
        if (p != PLACE_NONE && screens_all[i]->place == p)
            return screens_all[i];
    return NULL;
}
