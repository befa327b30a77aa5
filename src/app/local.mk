# The use cases: what a person can do with a session, one file each.
noinst_LIBRARIES += src/app/libapp.a
src_app_libapp_a_SOURCES = \
	src/app/actions.c src/app/actions.h \
	src/app/add_contribution.c src/app/add_contribution.h \
	src/app/add_document.c src/app/add_document.h \
	src/app/agree.c src/app/agree.h \
	src/app/app.c src/app/app.h \
	src/app/bell.c \
	src/app/check_in.c src/app/check_in.h \
	src/app/child.c src/app/child.h \
	src/app/copy_child.c src/app/copy_child.h \
	src/app/copy_session.c src/app/copy_session.h \
	src/app/create_session.c src/app/create_session.h \
	src/app/data_export.c src/app/data_export.h \
	src/app/data_import.c src/app/data_import.h \
	src/app/data_read.c src/app/data_read_field.c src/app/data_read.h src/app/data_reader.h \
	src/app/data_shape.c src/app/data_shape.h \
	src/app/data_summary.c src/app/data_summary.h \
	src/app/data_write.c src/app/data_write.h \
	src/app/draft_agreement.c src/app/draft_agreement.h \
	src/app/drafts.c \
	src/app/edit_contribution.c src/app/edit_contribution.h \
	src/app/enter_capture.c src/app/enter_capture.h \
	src/app/erase_person.c src/app/erase_person.h \
	src/app/export_document.c src/app/export_document.h \
	src/app/export_format.c src/app/export_format.h \
	src/app/export_remarks.c \
	src/app/export_work.h \
	src/app/follow_up.c src/app/follow_up.h \
	src/app/go_agenda.c src/app/go_agenda.h \
	src/app/history_words.c src/app/history_words.h \
	src/app/inside.h \
	src/app/job.c \
	src/app/keep_equal.c src/app/keep_equal.h \
	src/app/keeper.c \
	src/app/late_arrivals.c \
	src/app/lock_text.c src/app/lock_text.h \
	src/app/make_pack.c src/app/make_pack.h \
	src/app/make_paper.c src/app/make_paper.h \
	src/app/numbers.c src/app/numbers.h \
	src/app/objection.c src/app/objection.h \
	src/app/pack.h src/app/pack_file.c src/app/pack_folder.c src/app/pack_folder.h \
	src/app/pack_leftover.c src/app/pack_leftover.h \
	src/app/pack_manifest.c src/app/pack_paper.c src/app/pack_pictures.c \
	src/app/pack_table.c src/app/pack_upload.c \
	src/app/own_child.c src/app/own_child.h \
	src/app/make_child.c src/app/make_child.h \
	src/app/running.c src/app/running.h \
	src/app/page_pictures.c src/app/page_pictures.h \
	src/app/paper_pictures.c src/app/paper_pictures.h \
	src/app/park.c src/app/park.h \
	src/app/press_crew.c src/app/press_crew.h \
	src/app/press_find.c src/app/press_find.h \
	src/app/press_run.c src/app/press_run.h \
	src/app/print_file.c src/app/print_file.h \
	src/app/read.c src/app/read.h src/app/read_check.c \
	src/app/rows.c src/app/rows.h \
	src/app/safe_name.c src/app/safe_name.h \
	src/app/set_field.c src/app/set_field.h \
	src/app/settle.c src/app/settle.h \
	src/app/sign.c src/app/sign.h \
	src/app/stances.c src/app/stances.h \
	src/app/topics.c src/app/topics.h \
	src/app/undo.c src/app/undo.h \
	src/app/walk_in_read.c \
	src/app/whole_gate.c src/app/whole_gate.h \
	src/app/work.c src/app/work.h
app_libs = src/app/libapp.a src/doc/libdoc.a $(db_libs) $(JANSSON_LIBS)
include $(top_srcdir)/src/app/csv.mk
