# Lists of invited people: bytes -> table -> plan -> session; the rules on the practice session.
csv_tests = tests/app/test_read_csv tests/app/test_invitation_list \
	tests/app/test_import_participants tests/app/test_practice_gate
check_PROGRAMS += $(csv_tests)
TESTS += $(csv_tests)
tests_app_test_read_csv_SOURCES = tests/app/test_read_csv.c
tests_app_test_read_csv_LDADD = $(app_libs) $(CMOCKA_LIBS)
tests_app_test_invitation_list_SOURCES = tests/app/test_invitation_list.c
tests_app_test_invitation_list_LDADD = $(app_libs) $(CMOCKA_LIBS)
tests_app_test_import_participants_SOURCES = tests/app/test_import_participants.c
tests_app_test_import_participants_LDADD = $(app_libs) $(CMOCKA_LIBS)
tests_app_test_practice_gate_SOURCES = tests/app/test_practice_gate.c
tests_app_test_practice_gate_LDADD = $(app_libs) $(CMOCKA_LIBS)
