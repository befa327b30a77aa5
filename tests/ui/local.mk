# Widgets alone; the archive gives each test only what it needs, never curses.
test_widget_libs = ui/libui.a $(model_libs) $(CMOCKA_LIBS)
ui_widget_tests = tests/ui/test_canvas tests/ui/test_text_field tests/ui/test_list tests/ui/test_form \
	tests/ui/test_keys tests/ui/test_frame tests/ui/test_term_out
check_PROGRAMS += $(ui_widget_tests)
TESTS += $(ui_widget_tests)
tests_ui_test_canvas_SOURCES = tests/ui/test_canvas.c tests/ui/picture.h
tests_ui_test_canvas_LDADD = $(test_widget_libs)
tests_ui_test_text_field_SOURCES = tests/ui/test_text_field.c tests/ui/picture.h
tests_ui_test_text_field_LDADD = $(test_widget_libs)
tests_ui_test_list_SOURCES = tests/ui/test_list.c tests/ui/picture.h
tests_ui_test_list_LDADD = $(test_widget_libs)
tests_ui_test_form_SOURCES = tests/ui/test_form.c tests/ui/picture.h
tests_ui_test_form_LDADD = $(test_widget_libs)
tests_ui_test_keys_SOURCES = tests/ui/test_keys.c
tests_ui_test_keys_LDADD = $(test_widget_libs)
tests_ui_test_frame_SOURCES = tests/ui/test_frame.c tests/ui/picture.h
tests_ui_test_frame_LDADD = $(test_widget_libs)
tests_ui_test_term_out_SOURCES = tests/ui/test_term_out.c
tests_ui_test_term_out_LDADD = ui/libterm.a $(CMOCKA_LIBS)

# Whole screens on a session of their own: what a screen's writer links.
check_LIBRARIES += tests/ui/libscreen_test.a
tests_ui_libscreen_test_a_SOURCES = tests/ui/screen_test.c tests/ui/screen_test.h tests/ui/picture.h
test_screen_libs = tests/ui/libscreen_test.a ui/libui.a $(app_libs) $(CMOCKA_LIBS)
EXTRA_DIST += tests/ui/golden
ui_screen_tests = tests/ui/test_ui tests/ui/test_copy tests/ui/test_pack tests/ui/test_drafts tests/ui/test_refused tests/ui/test_draft_owners tests/ui/test_handed tests/ui/test_paste tests/ui/test_disk_full tests/ui/test_read_only tests/ui/test_all_screens tests/ui/test_first tests/ui/test_history tests/ui/test_hints tests/ui/test_language tests/ui/test_record_form
check_PROGRAMS += $(ui_screen_tests)
TESTS += $(ui_screen_tests)
tests_ui_test_ui_SOURCES = tests/ui/test_ui.c
tests_ui_test_ui_LDADD = $(test_screen_libs)
tests_ui_test_copy_SOURCES = tests/ui/test_copy.c
tests_ui_test_copy_LDADD = $(test_screen_libs)
tests_ui_test_pack_SOURCES = tests/ui/test_pack.c
tests_ui_test_pack_LDADD = $(test_screen_libs)
tests_ui_test_read_only_SOURCES = tests/ui/test_read_only.c
tests_ui_test_read_only_LDADD = $(test_screen_libs)
tests_ui_test_drafts_SOURCES = tests/ui/test_drafts.c tests/ui/drafts.h tests/ui/screen_rows.h
tests_ui_test_drafts_LDADD = $(test_screen_libs)
tests_ui_test_refused_SOURCES = tests/ui/test_refused.c tests/ui/drafts.h tests/ui/screen_rows.h
tests_ui_test_refused_LDADD = $(test_screen_libs)
tests_ui_test_draft_owners_SOURCES = tests/ui/test_draft_owners.c tests/ui/drafts.h
tests_ui_test_draft_owners_LDADD = $(test_screen_libs)
tests_ui_test_handed_SOURCES = tests/ui/test_handed.c tests/ui/drafts.h
tests_ui_test_handed_LDADD = $(test_screen_libs)
tests_ui_test_paste_SOURCES = tests/ui/test_paste.c
tests_ui_test_paste_LDADD = $(test_screen_libs)
tests_ui_test_disk_full_SOURCES = tests/ui/test_disk_full.c
tests_ui_test_disk_full_LDADD = tests/faultvfs/libfaultvfs.a $(test_screen_libs)
tests_ui_test_all_screens_SOURCES = tests/ui/test_all_screens.c
tests_ui_test_all_screens_LDADD = $(test_screen_libs)
tests_ui_test_hints_SOURCES = tests/ui/test_hints.c tests/ui/screen_rows.h
tests_ui_test_hints_LDADD = $(test_screen_libs)
tests_ui_test_language_SOURCES = tests/ui/test_language.c
tests_ui_test_language_LDADD = $(test_screen_libs)
tests_ui_test_record_form_SOURCES = tests/ui/test_record_form.c tests/ui/drafts.h
tests_ui_test_record_form_LDADD = $(test_screen_libs)
tests_ui_test_history_SOURCES = tests/ui/test_history.c
tests_ui_test_history_LDADD = $(test_screen_libs)
tests_ui_test_first_SOURCES = tests/ui/test_first.c
tests_ui_test_first_LDADD = $(test_screen_libs)

ui_dialog_tests = tests/ui/test_dialog tests/ui/test_dialog_unnamed tests/ui/test_people
check_PROGRAMS += $(ui_dialog_tests)
TESTS += $(ui_dialog_tests)
tests_ui_test_dialog_SOURCES = tests/ui/test_dialog.c tests/ui/dialog_start.h tests/ui/screen_rows.h
tests_ui_test_dialog_LDADD = $(test_screen_libs)
tests_ui_test_dialog_unnamed_SOURCES = tests/ui/test_dialog_unnamed.c tests/ui/dialog_start.h tests/ui/screen_rows.h
tests_ui_test_dialog_unnamed_LDADD = $(test_screen_libs)
tests_ui_test_people_SOURCES = tests/ui/test_people.c tests/ui/screen_rows.h
tests_ui_test_people_LDADD = $(test_screen_libs)


# Agreements, berita acara, follow-up, the participants' screen.
ui_agreement_tests = tests/ui/test_mufakat tests/ui/test_berita_acara tests/ui/test_tindak_lanjut tests/ui/test_layar
check_PROGRAMS += tests/ui/test_big_text $(ui_agreement_tests)
TESTS += tests/ui/test_big_text $(ui_agreement_tests)
tests_ui_test_big_text_SOURCES = tests/ui/test_big_text.c tests/ui/picture.h
tests_ui_test_big_text_LDADD = $(test_widget_libs)
tests_ui_test_mufakat_SOURCES = tests/ui/test_mufakat.c
tests_ui_test_mufakat_LDADD = $(test_screen_libs)
tests_ui_test_berita_acara_SOURCES = tests/ui/test_berita_acara.c
tests_ui_test_berita_acara_LDADD = $(test_screen_libs)
tests_ui_test_tindak_lanjut_SOURCES = tests/ui/test_tindak_lanjut.c
tests_ui_test_tindak_lanjut_LDADD = $(test_screen_libs)
tests_ui_test_layar_SOURCES = tests/ui/test_layar.c
tests_ui_test_layar_LDADD = $(test_screen_libs)
