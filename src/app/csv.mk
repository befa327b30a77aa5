# Lists of invited people.
src_app_libapp_a_SOURCES += \
	src/app/csv_bytes.c src/app/csv_bytes.h \
	src/app/import_participants.c src/app/import_participants.h \
	src/app/read_csv.c src/app/read_csv.h
app_libs += $(CSV_LIBS)
