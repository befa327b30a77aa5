include $(top_srcdir)/tests/app/csv.mk
check_PROGRAMS += tests/app/test_press_run
TESTS += tests/app/test_press_run
tests_app_test_press_run_SOURCES = tests/app/test_press_run.c src/app/press_run.c src/app/press_run.h
tests_app_test_press_run_LDADD = $(test_doc_libs)

check_PROGRAMS += tests/app/test_data
TESTS += tests/app/test_data
tests_app_test_data_SOURCES = tests/app/test_data.c
tests_app_test_data_LDADD = src/app/libapp.a $(test_model_libs) $(JANSSON_LIBS)
