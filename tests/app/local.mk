include $(top_srcdir)/tests/app/csv.mk
check_PROGRAMS += tests/app/test_press_run
TESTS += tests/app/test_press_run
tests_app_test_press_run_SOURCES = tests/app/test_press_run.c src/app/press_run.c src/app/press_crew.c src/app/press_find.c src/app/child.c
tests_app_test_press_run_LDADD = $(test_doc_libs)
check_PROGRAMS += tests/app/test_press_crew
TESTS += tests/app/test_press_crew
tests_app_test_press_crew_SOURCES = tests/app/test_press_crew.c src/app/press_run.c src/app/press_crew.c src/app/press_find.c src/app/child.c
tests_app_test_press_crew_LDADD = $(test_doc_libs)

check_PROGRAMS += tests/app/test_data
TESTS += tests/app/test_data
tests_app_test_data_SOURCES = tests/app/test_data.c
tests_app_test_data_LDADD = src/app/libapp.a $(test_model_libs) $(JANSSON_LIBS)

# The use cases on real files in a folder of their own.
test_app_libs = $(app_libs) $(CMOCKA_LIBS)
use_case_tests = tests/app/test_people tests/app/test_notes tests/app/test_enter_capture tests/app/test_agreements tests/app/test_rows tests/app/test_undo \
	tests/app/test_keeper tests/app/test_lock tests/app/test_copy tests/app/test_export \
	tests/app/test_actions
check_PROGRAMS += $(use_case_tests)
TESTS += $(use_case_tests)
app_fixture = tests/app/fixture.c tests/app/fixture.h
tests_app_test_people_SOURCES = tests/app/test_people.c $(app_fixture)
tests_app_test_people_LDADD = $(test_app_libs)
tests_app_test_notes_SOURCES = tests/app/test_notes.c tests/app/notes.h $(app_fixture)
tests_app_test_enter_capture_SOURCES = tests/app/test_enter_capture.c tests/app/notes.h $(app_fixture)
tests_app_test_enter_capture_LDADD = $(test_app_libs)
tests_app_test_notes_LDADD = $(test_app_libs)
tests_app_test_agreements_SOURCES = tests/app/test_agreements.c $(app_fixture)
tests_app_test_agreements_LDADD = $(test_app_libs)
tests_app_test_rows_SOURCES = tests/app/test_rows.c $(app_fixture)
tests_app_test_undo_SOURCES = tests/app/test_undo.c $(app_fixture)
tests_app_test_undo_LDADD = $(test_app_libs)
tests_app_test_rows_LDADD = $(test_app_libs)
tests_app_test_keeper_SOURCES = tests/app/test_keeper.c $(app_fixture)
tests_app_test_keeper_LDADD = $(test_app_libs)
tests_app_test_lock_SOURCES = tests/app/test_lock.c $(app_fixture)
tests_app_test_lock_LDADD = $(test_app_libs)
tests_app_test_copy_SOURCES = tests/app/test_copy.c $(app_fixture)
tests_app_test_copy_LDADD = $(test_app_libs)
tests_app_test_export_SOURCES = tests/app/test_export.c $(app_fixture)
tests_app_test_export_LDADD = $(test_app_libs)
tests_app_test_actions_SOURCES = tests/app/test_actions.c
tests_app_test_actions_LDADD = $(test_app_libs)
include $(top_srcdir)/tests/app/papers.mk

# The evidence pack, read by everything that reads.
pack_test_parts = tests/app/decode.c tests/app/decode.h tests/app/pictures.c tests/app/pictures.h $(app_fixture)
pack_test_flags = $(AM_CPPFLAGS) $(PANGO_CFLAGS) $(JPEG_CFLAGS) $(QPDF_CFLAGS) $(MINIZIP_CFLAGS) $(ZLIB_CFLAGS)
pack_test_libs = $(test_app_libs) $(PANGO_LIBS) $(JPEG_LIBS) $(QPDF_LIBS) $(MINIZIP_LIBS) $(ZLIB_LIBS)
check_PROGRAMS += tests/app/test_pack_privacy
TESTS += tests/app/test_pack_privacy
tests_app_test_pack_privacy_CPPFLAGS = $(pack_test_flags)
tests_app_test_pack_privacy_SOURCES = tests/app/test_pack_privacy.c $(pack_test_parts)
tests_app_test_pack_privacy_LDADD = $(pack_test_libs)
pack_test_folder = tests/app/packing.c tests/app/packing.h
check_PROGRAMS += tests/app/test_pack
TESTS += tests/app/test_pack
tests_app_test_pack_CPPFLAGS = $(pack_test_flags)
tests_app_test_pack_SOURCES = tests/app/test_pack.c $(pack_test_folder) $(pack_test_parts)
tests_app_test_pack_LDADD = $(pack_test_libs)
check_PROGRAMS += tests/app/test_pack_upload
TESTS += tests/app/test_pack_upload
tests_app_test_pack_upload_CPPFLAGS = $(pack_test_flags)
tests_app_test_pack_upload_SOURCES = tests/app/test_pack_upload.c $(pack_test_folder) $(pack_test_parts)
tests_app_test_pack_upload_LDADD = $(pack_test_libs)
check_PROGRAMS += tests/app/test_pack_target
TESTS += tests/app/test_pack_target
tests_app_test_pack_target_CPPFLAGS = $(pack_test_flags)
tests_app_test_pack_target_SOURCES = tests/app/test_pack_target.c $(pack_test_folder) $(pack_test_parts)
tests_app_test_pack_target_LDADD = $(pack_test_libs)
check_PROGRAMS += tests/app/test_pack_figures
TESTS += tests/app/test_pack_figures
tests_app_test_pack_figures_CPPFLAGS = $(pack_test_flags)
tests_app_test_pack_figures_SOURCES = tests/app/test_pack_figures.c $(pack_test_parts)
tests_app_test_pack_figures_LDADD = $(pack_test_libs)
check_PROGRAMS += tests/app/test_figures
TESTS += tests/app/test_figures
tests_app_test_figures_CPPFLAGS = $(pack_test_flags)
tests_app_test_figures_SOURCES = tests/app/test_figures.c $(pack_test_parts)
tests_app_test_figures_LDADD = $(pack_test_libs)
