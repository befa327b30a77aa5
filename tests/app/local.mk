include $(top_srcdir)/tests/app/csv.mk
check_PROGRAMS += tests/app/test_press_run
TESTS += tests/app/test_press_run
tests_app_test_press_run_SOURCES = tests/app/test_press_run.c src/app/press_run.c src/app/press_run.h
tests_app_test_press_run_LDADD = $(test_doc_libs)

check_PROGRAMS += tests/app/test_data
TESTS += tests/app/test_data
tests_app_test_data_SOURCES = tests/app/test_data.c \
	src/app/data_read.c src/app/data_read.h \
	src/app/data_shape.c src/app/data_shape.h \
	src/app/data_summary.c src/app/data_summary.h \
	src/app/data_write.c src/app/data_write.h
tests_app_test_data_LDADD = $(test_model_libs) $(JANSSON_LIBS)
