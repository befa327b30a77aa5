check_PROGRAMS += tests/app/test_press_run
TESTS += tests/app/test_press_run
tests_app_test_press_run_SOURCES = tests/app/test_press_run.c src/app/press_run.c src/app/press_run.h
tests_app_test_press_run_LDADD = $(test_doc_libs)
