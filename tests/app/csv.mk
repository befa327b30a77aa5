# Lists of invited people: bytes -> table -> plan.
check_PROGRAMS += tests/app/test_read_csv tests/app/test_invitation_list
TESTS += tests/app/test_read_csv tests/app/test_invitation_list
csv_sources = src/app/csv_bytes.c src/app/csv_bytes.h src/app/read_csv.c src/app/read_csv.h
tests_app_test_read_csv_SOURCES = tests/app/test_read_csv.c $(csv_sources)
tests_app_test_read_csv_LDADD = $(test_model_libs) $(CSV_LIBS)
tests_app_test_invitation_list_SOURCES = tests/app/test_invitation_list.c $(csv_sources)
tests_app_test_invitation_list_LDADD = $(test_model_libs) $(CSV_LIBS)
