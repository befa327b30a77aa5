noinst_LIBRARIES += src/model/libmodel.a
src_model_libmodel_a_SOURCES = \
	src/model/dict.c src/model/dict.h src/model/enums.def src/model/entities.def \
	src/model/dossier.c src/model/dossier.h \
	src/model/exif.c src/model/exif.h \
	src/model/jpeg.c src/model/jpeg.h \
	src/model/mask.c src/model/mask_meant.c src/model/mask_names.c src/model/mask_numbers.c \
	src/model/mask_spelling.c src/model/mask_words.c \
	src/model/mask.h src/model/mask_parts.h \
	src/model/png.c src/model/png.h \
	src/model/names.c src/model/names.h \
	src/model/names_titles.c src/model/names_titles.h \
	src/model/nip.c src/model/nip.h \
	src/model/phone.c src/model/phone.h \
	src/model/photo_name.c src/model/photo_name.h \
	src/model/log.c src/model/log.h src/model/privacy.h src/model/records.h
model_libs = src/model/libmodel.a $(base_libs)
include $(top_srcdir)/src/model/rules.mk
src_model_libmodel_a_SOURCES += src/model/coverage.c src/model/coverage.h \
	src/model/tally.c src/model/tally.h
