# One line per screen; whoever writes a screen adds it here and in all.c.
ui_libui_a_SOURCES += \
	ui/big_text.c ui/big_text.h \
	ui/typed_path.c ui/typed_path.h \
	ui/screens/attendance_list.c ui/screens/attendance_list.h \
	ui/screens/agreement.c ui/screens/agreement.h \
	ui/screens/agreement_acts.c ui/screens/agreement_counts.c ui/screens/agreement_draw.c \
	ui/screens/agreement_rows.c ui/screens/agreement_specs.c \
	ui/screens/agreement_stance.c \
	ui/screens/agreement_words.c ui/screens/agreement_words.h \
	ui/screens/berita_acara.c ui/screens/berita_acara.h \
	ui/screens/berita_acara_draw.c ui/screens/berita_acara_pack.c ui/screens/berita_acara_papers.c \
	ui/screens/berita_acara_sign.c \
	ui/screens/coverage_line.c ui/screens/coverage_line.h \
	ui/screens/dialog.c ui/screens/dialog.h ui/screens/dialog_draw.c \
	ui/screens/dialog_load.c ui/screens/dialog_enter.c ui/screens/dialog_edit.c ui/screens/dialog_rows.c ui/screens/dialog_answers.c \
	ui/screens/documents.c ui/screens/documents.h \
	ui/screens/import.c ui/screens/import.h \
	ui/screens/layar.c ui/screens/layar.h ui/screens/layar_note.c ui/screens/layar_note.h \
	ui/screens/mufakat.c \
	ui/screens/origins.c \
	ui/screens/people.c ui/screens/people_acts.c ui/screens/people.h ui/screens/people_private.h \
	ui/screens/persiapan.c ui/screens/persiapan.h \
	ui/screens/preview.c \
	ui/screens/read_aloud.c \
	ui/screens/record_form.c ui/screens/record_specs.c \
	ui/screens/records.c ui/screens/records.h \
	ui/screens/tindak_lanjut.c ui/screens/tindak_lanjut.h \
	ui/screens/wordings.c
