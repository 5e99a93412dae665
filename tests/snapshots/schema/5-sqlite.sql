CREATE TABLE "agenda_item" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "version" INTEGER NOT NULL,
    "session_id" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "topic_id" INTEGER,
    "outcome_id" INTEGER,
    "guidance_id" INTEGER,
    "objective_id" INTEGER,
    "is_dropped" INTEGER NOT NULL,
    FOREIGN KEY ("session_id") REFERENCES "session" ("id") DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY ("topic_id") REFERENCES "provision" ("id") DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY ("outcome_id") REFERENCES "outcome" ("id") DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY ("guidance_id") REFERENCES "guidance" ("id") DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY ("objective_id") REFERENCES "provision" ("id") DEFERRABLE INITIALLY DEFERRED)
CREATE INDEX "agenda_item_guidance_id" ON "agenda_item" ("guidance_id")
CREATE INDEX "agenda_item_objective_id" ON "agenda_item" ("objective_id")
CREATE INDEX "agenda_item_outcome_id" ON "agenda_item" ("outcome_id")
CREATE INDEX "agenda_item_session_id" ON "agenda_item" ("session_id")
CREATE INDEX "agenda_item_topic_id" ON "agenda_item" ("topic_id")
CREATE TABLE "agenda_proposal" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "version" INTEGER NOT NULL,
    "meeting_id" INTEGER,
    "text" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "topic_id" INTEGER,
    "outcome_id" INTEGER,
    "guidance_id" INTEGER,
    "objective_id" INTEGER,
    "came_from_id" INTEGER,
    "parked_on" DATE,
    "reason" TEXT NOT NULL,
    FOREIGN KEY ("meeting_id") REFERENCES "meeting" ("id") DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY ("topic_id") REFERENCES "provision" ("id") DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY ("outcome_id") REFERENCES "outcome" ("id") DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY ("guidance_id") REFERENCES "guidance" ("id") DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY ("objective_id") REFERENCES "provision" ("id") DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY ("came_from_id") REFERENCES "agenda_item" ("id") DEFERRABLE INITIALLY DEFERRED)
CREATE INDEX "agenda_proposal_came_from_id" ON "agenda_proposal" ("came_from_id")
CREATE INDEX "agenda_proposal_guidance_id" ON "agenda_proposal" ("guidance_id")
CREATE INDEX "agenda_proposal_meeting_id" ON "agenda_proposal" ("meeting_id")
CREATE INDEX "agenda_proposal_objective_id" ON "agenda_proposal" ("objective_id")
CREATE INDEX "agenda_proposal_outcome_id" ON "agenda_proposal" ("outcome_id")
CREATE INDEX "agenda_proposal_topic_id" ON "agenda_proposal" ("topic_id")
CREATE TABLE "assignment" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "version" INTEGER NOT NULL,
    "session_id" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "one" VARCHAR(8) NOT NULL,
    "other" VARCHAR(8) NOT NULL,
    FOREIGN KEY ("session_id") REFERENCES "session" ("id") DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY ("person_id") REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED)
CREATE INDEX "assignment_person_id" ON "assignment" ("person_id")
CREATE INDEX "assignment_session_id" ON "assignment" ("session_id")
CREATE UNIQUE INDEX "assignment_session_id_person_id" ON "assignment" ("session_id", "person_id")
CREATE TABLE "avoid_dates" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "version" INTEGER NOT NULL,
    "side_id" INTEGER NOT NULL,
    "starts" DATE NOT NULL,
    "ends" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "is_private" INTEGER NOT NULL,
    FOREIGN KEY ("side_id") REFERENCES "side" ("id") DEFERRABLE INITIALLY DEFERRED)
CREATE INDEX "avoid_dates_side_id" ON "avoid_dates" ("side_id")
CREATE TABLE "chair" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "version" INTEGER NOT NULL,
    "session_id" INTEGER NOT NULL,
    "side_id" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    FOREIGN KEY ("session_id") REFERENCES "session" ("id") DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY ("side_id") REFERENCES "side" ("id") DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY ("person_id") REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED)
CREATE INDEX "chair_person_id" ON "chair" ("person_id")
CREATE INDEX "chair_session_id" ON "chair" ("session_id")
CREATE UNIQUE INDEX "chair_session_id_side_id" ON "chair" ("session_id", "side_id")
CREATE INDEX "chair_side_id" ON "chair" ("side_id")
CREATE TABLE "collation" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "version" INTEGER NOT NULL,
    "outcome_id" INTEGER,
    "guidance_id" INTEGER,
    "provision_id" INTEGER,
    "instrument_id" INTEGER,
    "field" VARCHAR(40) NOT NULL,
    "day" DATE NOT NULL,
    "done_by" VARCHAR(200) NOT NULL,
    "versions" VARCHAR(200) NOT NULL,
    "note" TEXT NOT NULL,
    "seen" TEXT NOT NULL,
    FOREIGN KEY ("outcome_id") REFERENCES "outcome" ("id") DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY ("guidance_id") REFERENCES "guidance" ("id") DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY ("provision_id") REFERENCES "provision" ("id") DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY ("instrument_id") REFERENCES "instrument" ("id") DEFERRABLE INITIALLY DEFERRED)
CREATE INDEX "collation_guidance_id" ON "collation" ("guidance_id")
CREATE INDEX "collation_instrument_id" ON "collation" ("instrument_id")
CREATE INDEX "collation_outcome_id" ON "collation" ("outcome_id")
CREATE INDEX "collation_provision_id" ON "collation" ("provision_id")
CREATE TABLE "consent" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "version" INTEGER NOT NULL,
    "meeting_id" INTEGER,
    "subgroup_id" INTEGER,
    "topic_id" INTEGER,
    "side_id" INTEGER NOT NULL,
    "step" VARCHAR NOT NULL,
    "given" DATE NOT NULL,
    "document" VARCHAR(200) NOT NULL,
    "starts" DATE,
    "ends" DATE,
    "host" VARCHAR(10) NOT NULL,
    "city" TEXT NOT NULL,
    FOREIGN KEY ("meeting_id") REFERENCES "meeting" ("id") DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY ("subgroup_id") REFERENCES "sub_group" ("id") DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY ("topic_id") REFERENCES "provision" ("id") DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY ("side_id") REFERENCES "side" ("id") DEFERRABLE INITIALLY DEFERRED)
CREATE INDEX "consent_meeting_id" ON "consent" ("meeting_id")
CREATE INDEX "consent_side_id" ON "consent" ("side_id")
CREATE INDEX "consent_subgroup_id" ON "consent" ("subgroup_id")
CREATE INDEX "consent_topic_id" ON "consent" ("topic_id")
CREATE TABLE "contact" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "version" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "passport_name" VARCHAR(300) NOT NULL,
    "email" VARCHAR(200) NOT NULL,
    "phone" VARCHAR(80) NOT NULL,
    "note" TEXT NOT NULL,
    FOREIGN KEY ("person_id") REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED)
CREATE UNIQUE INDEX "contact_person_id" ON "contact" ("person_id")
CREATE TABLE "dialogue" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "version" INTEGER NOT NULL,
    "template" VARCHAR(40) NOT NULL,
    "name" TEXT NOT NULL,
    "original" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "short_name" TEXT NOT NULL,
    "created" DATE NOT NULL)
CREATE TABLE "dialogue_meeting" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "version" INTEGER NOT NULL,
    "dialogue_id" INTEGER NOT NULL,
    "starts" DATE NOT NULL,
    "ends" DATE,
    "city" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    FOREIGN KEY ("dialogue_id") REFERENCES "provision" ("id") DEFERRABLE INITIALLY DEFERRED)
CREATE INDEX "dialogue_meeting_dialogue_id" ON "dialogue_meeting" ("dialogue_id")
CREATE TABLE "dismissed_difference" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "version" INTEGER NOT NULL,
    "outcome_id" INTEGER,
    "guidance_id" INTEGER,
    "provision_id" INTEGER,
    "instrument_id" INTEGER,
    "field" VARCHAR(40) NOT NULL,
    "key" VARCHAR(300) NOT NULL,
    "reason" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "done_by" VARCHAR(200) NOT NULL,
    "seen" TEXT NOT NULL,
    FOREIGN KEY ("outcome_id") REFERENCES "outcome" ("id") DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY ("guidance_id") REFERENCES "guidance" ("id") DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY ("provision_id") REFERENCES "provision" ("id") DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY ("instrument_id") REFERENCES "instrument" ("id") DEFERRABLE INITIALLY DEFERRED)
CREATE INDEX "dismissed_difference_guidance_id" ON "dismissed_difference" ("guidance_id")
CREATE INDEX "dismissed_difference_instrument_id" ON "dismissed_difference" ("instrument_id")
CREATE INDEX "dismissed_difference_outcome_id" ON "dismissed_difference" ("outcome_id")
CREATE INDEX "dismissed_difference_provision_id" ON "dismissed_difference" ("provision_id")
CREATE TABLE "entity" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "version" INTEGER NOT NULL,
    "side_id" INTEGER NOT NULL,
    "code" VARCHAR(20) NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "acronym" TEXT NOT NULL,
    "aliases" TEXT NOT NULL,
    "original" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    FOREIGN KEY ("side_id") REFERENCES "side" ("id") DEFERRABLE INITIALLY DEFERRED)
CREATE INDEX "entity_side_id" ON "entity" ("side_id")
CREATE TABLE "guidance" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "version" INTEGER NOT NULL,
    "dialogue_id" INTEGER NOT NULL,
    "question" TEXT NOT NULL,
    "background" TEXT NOT NULL,
    "asked_by_id" INTEGER,
    "asked_on" DATE NOT NULL,
    "answer" TEXT NOT NULL,
    "answered_on" DATE,
    "reference" VARCHAR(200) NOT NULL,
    "topic_id" INTEGER,
    "outcome_id" INTEGER,
    "objective_id" INTEGER,
    "closed_on" DATE,
    "note" TEXT NOT NULL,
    FOREIGN KEY ("dialogue_id") REFERENCES "provision" ("id") DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY ("asked_by_id") REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY ("topic_id") REFERENCES "provision" ("id") DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY ("outcome_id") REFERENCES "outcome" ("id") DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY ("objective_id") REFERENCES "provision" ("id") DEFERRABLE INITIALLY DEFERRED)
CREATE INDEX "guidance_asked_by_id" ON "guidance" ("asked_by_id")
CREATE INDEX "guidance_dialogue_id" ON "guidance" ("dialogue_id")
CREATE INDEX "guidance_objective_id" ON "guidance" ("objective_id")
CREATE INDEX "guidance_outcome_id" ON "guidance" ("outcome_id")
CREATE INDEX "guidance_topic_id" ON "guidance" ("topic_id")
CREATE TABLE "guidance_answer" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "version" INTEGER NOT NULL,
    "guidance_id" INTEGER NOT NULL,
    "side_id" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "given" DATE NOT NULL,
    "document" VARCHAR(200) NOT NULL,
    FOREIGN KEY ("guidance_id") REFERENCES "guidance" ("id") DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY ("side_id") REFERENCES "side" ("id") DEFERRABLE INITIALLY DEFERRED)
CREATE INDEX "guidance_answer_guidance_id" ON "guidance_answer" ("guidance_id")
CREATE UNIQUE INDEX "guidance_answer_guidance_id_side_id" ON "guidance_answer" ("guidance_id", "side_id")
CREATE INDEX "guidance_answer_side_id" ON "guidance_answer" ("side_id")
CREATE TABLE "holder" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "version" INTEGER NOT NULL,
    "provision_id" INTEGER NOT NULL,
    "side_id" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "since" DATE,
    "until" DATE,
    "note" TEXT NOT NULL,
    FOREIGN KEY ("provision_id") REFERENCES "provision" ("id") DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY ("side_id") REFERENCES "side" ("id") DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY ("person_id") REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED)
CREATE INDEX "holder_person_id" ON "holder" ("person_id")
CREATE INDEX "holder_provision_id" ON "holder" ("provision_id")
CREATE INDEX "holder_side_id" ON "holder" ("side_id")
CREATE TABLE "instrument" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "version" INTEGER NOT NULL,
    "objective_id" INTEGER NOT NULL,
    "kind" VARCHAR NOT NULL,
    "title" TEXT NOT NULL,
    "on_behalf" VARCHAR(20) NOT NULL,
    "authentic" TEXT NOT NULL,
    "prevails" VARCHAR(8) NOT NULL,
    "in_force" DATE,
    "months" INTEGER,
    "ends" DATE,
    "extension" VARCHAR(20) NOT NULL,
    "notice_months" INTEGER,
    "notice_days" INTEGER,
    "replaced_by_id" INTEGER,
    "disclosure" VARCHAR NOT NULL,
    "consent_asked" DATE,
    "consent_given" DATE,
    "note" TEXT NOT NULL,
    FOREIGN KEY ("objective_id") REFERENCES "provision" ("id") DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY ("replaced_by_id") REFERENCES "instrument" ("id") DEFERRABLE INITIALLY DEFERRED)
CREATE INDEX "instrument_objective_id" ON "instrument" ("objective_id")
CREATE INDEX "instrument_replaced_by_id" ON "instrument" ("replaced_by_id")
CREATE TABLE "instrument_side" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "version" INTEGER NOT NULL,
    "instrument_id" INTEGER NOT NULL,
    "side_id" INTEGER NOT NULL,
    "binding" VARCHAR NOT NULL,
    FOREIGN KEY ("instrument_id") REFERENCES "instrument" ("id") DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY ("side_id") REFERENCES "side" ("id") DEFERRABLE INITIALLY DEFERRED)
CREATE INDEX "instrument_side_instrument_id" ON "instrument_side" ("instrument_id")
CREATE UNIQUE INDEX "instrument_side_instrument_id_side_id" ON "instrument_side" ("instrument_id", "side_id")
CREATE INDEX "instrument_side_side_id" ON "instrument_side" ("side_id")
CREATE TABLE "instrument_step" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "version" INTEGER NOT NULL,
    "instrument_id" INTEGER NOT NULL,
    "step" VARCHAR NOT NULL,
    "side_id" INTEGER,
    "planned" DATE,
    "done_on" DATE,
    "place" TEXT NOT NULL,
    "document" VARCHAR(200) NOT NULL,
    FOREIGN KEY ("instrument_id") REFERENCES "instrument" ("id") DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY ("side_id") REFERENCES "side" ("id") DEFERRABLE INITIALLY DEFERRED)
CREATE INDEX "instrument_step_instrument_id" ON "instrument_step" ("instrument_id")
CREATE INDEX "instrument_step_side_id" ON "instrument_step" ("side_id")
CREATE TABLE "interpreter_pair" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "version" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "one" VARCHAR(8) NOT NULL,
    "other" VARCHAR(8) NOT NULL,
    FOREIGN KEY ("person_id") REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED)
CREATE INDEX "interpreter_pair_person_id" ON "interpreter_pair" ("person_id")
CREATE UNIQUE INDEX "interpreter_pair_person_id_one_other" ON "interpreter_pair" ("person_id", "one", "other")
CREATE TABLE "journal_head" ("id" INTEGER NOT NULL PRIMARY KEY,
    "steps" INTEGER NOT NULL,
    "images" INTEGER NOT NULL,
    "last_step" INTEGER NOT NULL,
    "last_image" INTEGER NOT NULL,
    "digest" VARCHAR(64) NOT NULL,
    "structure" VARCHAR(64) NOT NULL)
CREATE TABLE "journal_row" ("id" INTEGER NOT NULL PRIMARY KEY,
    "step" INTEGER NOT NULL,
    "table" VARCHAR(60) NOT NULL,
    "key" INTEGER NOT NULL,
    "before" TEXT,
    "after" TEXT,
    "version" INTEGER,
    "digest" VARCHAR(64) NOT NULL,
    "is_erased" INTEGER NOT NULL)
CREATE INDEX "rowimage_step" ON "journal_row" ("step")
CREATE INDEX "rowimage_table_key" ON "journal_row" ("table", "key")
CREATE TABLE "journal_step" ("id" INTEGER NOT NULL PRIMARY KEY,
    "at" DATETIME NOT NULL,
    "actor" VARCHAR(200) NOT NULL,
    "template" TEXT NOT NULL,
    "plural" TEXT,
    "count" INTEGER NOT NULL,
    "arguments" TEXT NOT NULL,
    "origin" VARCHAR NOT NULL,
    "state" VARCHAR NOT NULL,
    "reverts" INTEGER,
    "desk" VARCHAR(60) NOT NULL,
    "words_digest" VARCHAR(64) NOT NULL,
    "digest" VARCHAR(64) NOT NULL)
CREATE INDEX "step_actor_origin_state" ON "journal_step" ("actor", "origin", "state")
CREATE TABLE "lead" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "version" INTEGER NOT NULL,
    "item_id" INTEGER NOT NULL,
    "side_id" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    FOREIGN KEY ("item_id") REFERENCES "agenda_item" ("id") DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY ("side_id") REFERENCES "side" ("id") DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY ("person_id") REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED)
CREATE INDEX "lead_item_id" ON "lead" ("item_id")
CREATE UNIQUE INDEX "lead_item_id_side_id" ON "lead" ("item_id", "side_id")
CREATE INDEX "lead_person_id" ON "lead" ("person_id")
CREATE INDEX "lead_side_id" ON "lead" ("side_id")
CREATE TABLE "lowered_finding" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "version" INTEGER NOT NULL,
    "code" VARCHAR(60) NOT NULL,
    "severity" VARCHAR(10) NOT NULL,
    "reason" TEXT NOT NULL)
CREATE UNIQUE INDEX "lowered_finding_code" ON "lowered_finding" ("code")
CREATE TABLE "meeting" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "version" INTEGER NOT NULL,
    "reference" VARCHAR(40) NOT NULL,
    "year" INTEGER NOT NULL,
    "number" INTEGER,
    "host_id" INTEGER NOT NULL,
    "city" TEXT NOT NULL,
    "starts" DATE,
    "ends" DATE,
    "region" VARCHAR(10) NOT NULL,
    "time_zone" VARCHAR(60) NOT NULL,
    "status" VARCHAR NOT NULL,
    "last_serial" INTEGER NOT NULL,
    "last_revision" INTEGER NOT NULL,
    "list_revision" INTEGER NOT NULL,
    "last_list_revision" INTEGER NOT NULL,
    "paper" VARCHAR(10) NOT NULL,
    "honour_side" VARCHAR NOT NULL,
    "languages" TEXT NOT NULL,
    "previous" VARCHAR(40) NOT NULL,
    "host_reason" TEXT NOT NULL,
    "status_reason" TEXT NOT NULL,
    "turn_passes" INTEGER NOT NULL,
    "record_closed" DATE,
    "last_outcome" INTEGER NOT NULL,
    FOREIGN KEY ("host_id") REFERENCES "side" ("id") DEFERRABLE INITIALLY DEFERRED)
CREATE INDEX "meeting_host_id" ON "meeting" ("host_id")
CREATE UNIQUE INDEX "meeting_reference" ON "meeting" ("reference")
CREATE TABLE "meeting_topic" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "version" INTEGER NOT NULL,
    "meeting_id" INTEGER NOT NULL,
    "topic_id" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "is_dropped" INTEGER NOT NULL,
    FOREIGN KEY ("meeting_id") REFERENCES "meeting" ("id") DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY ("topic_id") REFERENCES "provision" ("id") DEFERRABLE INITIALLY DEFERRED)
CREATE INDEX "meeting_topic_meeting_id" ON "meeting_topic" ("meeting_id")
CREATE UNIQUE INDEX "meeting_topic_meeting_id_topic_id" ON "meeting_topic" ("meeting_id", "topic_id")
CREATE INDEX "meeting_topic_topic_id" ON "meeting_topic" ("topic_id")
CREATE TABLE "notice_day" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "version" INTEGER NOT NULL,
    "side_id" INTEGER NOT NULL,
    "day" DATE NOT NULL,
    "kind" VARCHAR NOT NULL,
    "name" TEXT NOT NULL,
    "is_provisional" INTEGER NOT NULL,
    "source" VARCHAR(200) NOT NULL,
    FOREIGN KEY ("side_id") REFERENCES "side" ("id") DEFERRABLE INITIALLY DEFERRED)
CREATE INDEX "notice_day_side_id" ON "notice_day" ("side_id")
CREATE UNIQUE INDEX "notice_day_side_id_day" ON "notice_day" ("side_id", "day")
CREATE TABLE "outcome" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "version" INTEGER NOT NULL,
    "meeting_id" INTEGER NOT NULL,
    "code" VARCHAR(60) NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" VARCHAR NOT NULL,
    "text" TEXT NOT NULL,
    "short" TEXT NOT NULL,
    "topic_id" INTEGER,
    "session_id" INTEGER,
    "due" DATE,
    "state" VARCHAR NOT NULL,
    "state_on" DATE,
    "state_reason" TEXT NOT NULL,
    "disclosure" VARCHAR NOT NULL,
    "consent_asked" DATE,
    "consent_given" DATE,
    "note" TEXT NOT NULL,
    FOREIGN KEY ("meeting_id") REFERENCES "meeting" ("id") DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY ("topic_id") REFERENCES "provision" ("id") DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY ("session_id") REFERENCES "session" ("id") DEFERRABLE INITIALLY DEFERRED)
CREATE UNIQUE INDEX "outcome_code" ON "outcome" ("code")
CREATE INDEX "outcome_meeting_id" ON "outcome" ("meeting_id")
CREATE INDEX "outcome_session_id" ON "outcome" ("session_id")
CREATE INDEX "outcome_topic_id" ON "outcome" ("topic_id")
CREATE TABLE "outcome_carrier" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "version" INTEGER NOT NULL,
    "outcome_id" INTEGER NOT NULL,
    "dialogue_id" INTEGER NOT NULL,
    "last_asked" DATE,
    "last_heard" DATE,
    FOREIGN KEY ("outcome_id") REFERENCES "outcome" ("id") DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY ("dialogue_id") REFERENCES "provision" ("id") DEFERRABLE INITIALLY DEFERRED)
CREATE INDEX "outcome_carrier_dialogue_id" ON "outcome_carrier" ("dialogue_id")
CREATE INDEX "outcome_carrier_outcome_id" ON "outcome_carrier" ("outcome_id")
CREATE UNIQUE INDEX "outcome_carrier_outcome_id_dialogue_id" ON "outcome_carrier" ("outcome_id", "dialogue_id")
CREATE TABLE "outcome_correction" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "version" INTEGER NOT NULL,
    "outcome_id" INTEGER NOT NULL,
    "made_on" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "document" VARCHAR(200) NOT NULL,
    "field" VARCHAR(40) NOT NULL,
    "before" TEXT NOT NULL,
    "after" TEXT NOT NULL,
    FOREIGN KEY ("outcome_id") REFERENCES "outcome" ("id") DEFERRABLE INITIALLY DEFERRED)
CREATE INDEX "outcome_correction_outcome_id" ON "outcome_correction" ("outcome_id")
CREATE TABLE "outcome_link" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "version" INTEGER NOT NULL,
    "outcome_id" INTEGER NOT NULL,
    "kind" VARCHAR NOT NULL,
    "earlier_id" INTEGER NOT NULL,
    FOREIGN KEY ("outcome_id") REFERENCES "outcome" ("id") DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY ("earlier_id") REFERENCES "outcome" ("id") DEFERRABLE INITIALLY DEFERRED)
CREATE INDEX "outcome_link_earlier_id" ON "outcome_link" ("earlier_id")
CREATE INDEX "outcome_link_outcome_id" ON "outcome_link" ("outcome_id")
CREATE UNIQUE INDEX "outcome_link_outcome_id_earlier_id" ON "outcome_link" ("outcome_id", "earlier_id")
CREATE TABLE "outcome_objective" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "version" INTEGER NOT NULL,
    "outcome_id" INTEGER NOT NULL,
    "objective_id" INTEGER NOT NULL,
    FOREIGN KEY ("outcome_id") REFERENCES "outcome" ("id") DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY ("objective_id") REFERENCES "provision" ("id") DEFERRABLE INITIALLY DEFERRED)
CREATE INDEX "outcome_objective_objective_id" ON "outcome_objective" ("objective_id")
CREATE INDEX "outcome_objective_outcome_id" ON "outcome_objective" ("outcome_id")
CREATE UNIQUE INDEX "outcome_objective_outcome_id_objective_id" ON "outcome_objective" ("outcome_id", "objective_id")
CREATE TABLE "outcome_side" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "version" INTEGER NOT NULL,
    "outcome_id" INTEGER NOT NULL,
    "side_id" INTEGER NOT NULL,
    "lead_id" INTEGER NOT NULL,
    FOREIGN KEY ("outcome_id") REFERENCES "outcome" ("id") DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY ("side_id") REFERENCES "side" ("id") DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY ("lead_id") REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED)
CREATE INDEX "outcome_side_lead_id" ON "outcome_side" ("lead_id")
CREATE INDEX "outcome_side_outcome_id" ON "outcome_side" ("outcome_id")
CREATE UNIQUE INDEX "outcome_side_outcome_id_side_id" ON "outcome_side" ("outcome_id", "side_id")
CREATE INDEX "outcome_side_side_id" ON "outcome_side" ("side_id")
CREATE TABLE "participation" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "version" INTEGER NOT NULL,
    "meeting_id" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "role" VARCHAR NOT NULL,
    "status" VARCHAR NOT NULL,
    "place" INTEGER NOT NULL,
    "stands_for_id" INTEGER,
    "serial" INTEGER NOT NULL,
    "token" VARCHAR(40) NOT NULL,
    FOREIGN KEY ("meeting_id") REFERENCES "meeting" ("id") DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY ("person_id") REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY ("stands_for_id") REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED)
CREATE INDEX "participation_meeting_id" ON "participation" ("meeting_id")
CREATE UNIQUE INDEX "participation_meeting_id_person_id" ON "participation" ("meeting_id", "person_id")
CREATE INDEX "participation_person_id" ON "participation" ("person_id")
CREATE INDEX "participation_stands_for_id" ON "participation" ("stands_for_id")
CREATE TABLE "party" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "version" INTEGER NOT NULL,
    "session_id" INTEGER NOT NULL,
    "kind" VARCHAR NOT NULL,
    "key" VARCHAR(40) NOT NULL,
    "is_exception" INTEGER NOT NULL,
    "joins" TIME,
    "leaves" TIME,
    FOREIGN KEY ("session_id") REFERENCES "session" ("id") DEFERRABLE INITIALLY DEFERRED)
CREATE INDEX "party_session_id" ON "party" ("session_id")
CREATE TABLE "person" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "version" INTEGER NOT NULL,
    "side_id" INTEGER NOT NULL,
    "entity_id" INTEGER,
    "family" VARCHAR(200) NOT NULL,
    "given" VARCHAR(200) NOT NULL,
    "name_zh" VARCHAR(200) NOT NULL,
    "sort_key" VARCHAR(200) NOT NULL,
    "printed_name" VARCHAR(300) NOT NULL,
    "name_order" VARCHAR NOT NULL,
    "honorific" TEXT NOT NULL,
    "post_nominals" VARCHAR(120) NOT NULL,
    "position" TEXT NOT NULL,
    "gender" VARCHAR NOT NULL,
    "languages" TEXT NOT NULL,
    "photo_id" INTEGER,
    FOREIGN KEY ("side_id") REFERENCES "side" ("id") DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY ("entity_id") REFERENCES "entity" ("id") DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY ("photo_id") REFERENCES "photo" ("id") DEFERRABLE INITIALLY DEFERRED)
CREATE INDEX "person_entity_id" ON "person" ("entity_id")
CREATE INDEX "person_photo_id" ON "person" ("photo_id")
CREATE INDEX "person_side_id" ON "person" ("side_id")
CREATE TABLE "photo" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "version" INTEGER NOT NULL,
    "digest" VARCHAR(64) NOT NULL,
    "media_type" VARCHAR(20) NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "content" BLOB NOT NULL)
CREATE UNIQUE INDEX "photo_digest" ON "photo" ("digest")
CREATE TABLE "programme_revision" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "version" INTEGER NOT NULL,
    "meeting_id" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "published" DATETIME NOT NULL,
    "published_by" VARCHAR(200) NOT NULL,
    "content" TEXT NOT NULL,
    FOREIGN KEY ("meeting_id") REFERENCES "meeting" ("id") DEFERRABLE INITIALLY DEFERRED)
CREATE INDEX "programme_revision_meeting_id" ON "programme_revision" ("meeting_id")
CREATE UNIQUE INDEX "programme_revision_meeting_id_number" ON "programme_revision" ("meeting_id", "number")
CREATE TABLE "progress_note" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "version" INTEGER NOT NULL,
    "outcome_id" INTEGER,
    "objective_id" INTEGER,
    "day" DATE NOT NULL,
    "side_id" INTEGER,
    "text" TEXT NOT NULL,
    "source" VARCHAR(200) NOT NULL,
    "is_shared" INTEGER NOT NULL,
    FOREIGN KEY ("outcome_id") REFERENCES "outcome" ("id") DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY ("objective_id") REFERENCES "provision" ("id") DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY ("side_id") REFERENCES "side" ("id") DEFERRABLE INITIALLY DEFERRED)
CREATE INDEX "progress_note_objective_id" ON "progress_note" ("objective_id")
CREATE INDEX "progress_note_outcome_id" ON "progress_note" ("outcome_id")
CREATE INDEX "progress_note_side_id" ON "progress_note" ("side_id")
CREATE TABLE "provision" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "version" INTEGER NOT NULL,
    "kind" VARCHAR NOT NULL,
    "number" INTEGER NOT NULL,
    "section" VARCHAR(8) NOT NULL,
    "code" VARCHAR(40) NOT NULL,
    "text" TEXT NOT NULL,
    "short" TEXT NOT NULL,
    "original" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "due" DATE,
    "state" VARCHAR NOT NULL,
    "state_on" DATE,
    "state_reason" TEXT NOT NULL,
    "merged_into_id" INTEGER,
    FOREIGN KEY ("merged_into_id") REFERENCES "provision" ("id") DEFERRABLE INITIALLY DEFERRED)
CREATE INDEX "provision_merged_into_id" ON "provision" ("merged_into_id")
CREATE TABLE "release" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "version" INTEGER NOT NULL,
    "at" DATETIME NOT NULL,
    "by" VARCHAR(200) NOT NULL,
    "kind" VARCHAR(40) NOT NULL,
    "name" VARCHAR(300) NOT NULL,
    "meeting" VARCHAR(40) NOT NULL,
    "revision" INTEGER NOT NULL,
    "people" TEXT NOT NULL,
    "content" TEXT NOT NULL)
CREATE TABLE "room" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "version" INTEGER NOT NULL,
    "venue_id" INTEGER NOT NULL,
    "code" VARCHAR(40) NOT NULL,
    "name" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "capacity" INTEGER,
    "layout" VARCHAR NOT NULL,
    "booths" INTEGER NOT NULL,
    "opens" TIME,
    "closes" TIME,
    FOREIGN KEY ("venue_id") REFERENCES "venue" ("id") DEFERRABLE INITIALLY DEFERRED)
CREATE INDEX "room_venue_id" ON "room" ("venue_id")
CREATE TABLE "session" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "version" INTEGER NOT NULL,
    "meeting_id" INTEGER NOT NULL,
    "uid" VARCHAR(64) NOT NULL,
    "kind" VARCHAR NOT NULL,
    "title" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "start" TIME NOT NULL,
    "minutes" INTEGER NOT NULL,
    "time_zone" VARCHAR(60) NOT NULL,
    "end_zone" VARCHAR(60) NOT NULL,
    "room_id" INTEGER,
    "subgroup_id" INTEGER,
    "interpretation" VARCHAR NOT NULL,
    "is_fixed" INTEGER NOT NULL,
    "is_cancelled" INTEGER NOT NULL,
    "sequence" INTEGER NOT NULL,
    "private_note" TEXT NOT NULL,
    FOREIGN KEY ("meeting_id") REFERENCES "meeting" ("id") DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY ("room_id") REFERENCES "room" ("id") DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY ("subgroup_id") REFERENCES "sub_group" ("id") DEFERRABLE INITIALLY DEFERRED)
CREATE INDEX "session_meeting_id" ON "session" ("meeting_id")
CREATE INDEX "session_room_id" ON "session" ("room_id")
CREATE INDEX "session_subgroup_id" ON "session" ("subgroup_id")
CREATE UNIQUE INDEX "session_uid" ON "session" ("uid")
CREATE TABLE "side" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "version" INTEGER NOT NULL,
    "code" VARCHAR(8) NOT NULL,
    "number" INTEGER NOT NULL,
    "country" TEXT NOT NULL,
    "formal_country" TEXT NOT NULL,
    "side_name" TEXT NOT NULL,
    "delegation_name" TEXT NOT NULL,
    "capital" TEXT NOT NULL,
    "dialogue_name" TEXT NOT NULL,
    "time_zone" VARCHAR(60) NOT NULL,
    "paper" VARCHAR(10) NOT NULL,
    "languages" TEXT NOT NULL,
    "colour" VARCHAR(7) NOT NULL,
    "office_email" VARCHAR(200) NOT NULL,
    "co_chair_office" TEXT NOT NULL,
    "co_chair_original" TEXT NOT NULL,
    "co_chair_status" TEXT NOT NULL)
CREATE UNIQUE INDEX "side_code" ON "side" ("code")
CREATE TABLE "sub_group" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "version" INTEGER NOT NULL,
    "meeting_id" INTEGER,
    "name" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "form" VARCHAR NOT NULL,
    "is_dissolved" INTEGER NOT NULL,
    "note" TEXT NOT NULL,
    FOREIGN KEY ("meeting_id") REFERENCES "meeting" ("id") DEFERRABLE INITIALLY DEFERRED)
CREATE INDEX "sub_group_meeting_id" ON "sub_group" ("meeting_id")
CREATE TABLE "sub_group_entity" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "version" INTEGER NOT NULL,
    "subgroup_id" INTEGER NOT NULL,
    "entity_id" INTEGER NOT NULL,
    "lead_id" INTEGER,
    FOREIGN KEY ("subgroup_id") REFERENCES "sub_group" ("id") DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY ("entity_id") REFERENCES "entity" ("id") DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY ("lead_id") REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED)
CREATE INDEX "sub_group_entity_entity_id" ON "sub_group_entity" ("entity_id")
CREATE INDEX "sub_group_entity_lead_id" ON "sub_group_entity" ("lead_id")
CREATE INDEX "sub_group_entity_subgroup_id" ON "sub_group_entity" ("subgroup_id")
CREATE UNIQUE INDEX "sub_group_entity_subgroup_id_entity_id" ON "sub_group_entity" ("subgroup_id", "entity_id")
CREATE TABLE "sub_group_topic" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "version" INTEGER NOT NULL,
    "subgroup_id" INTEGER NOT NULL,
    "topic_id" INTEGER NOT NULL,
    FOREIGN KEY ("subgroup_id") REFERENCES "sub_group" ("id") DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY ("topic_id") REFERENCES "provision" ("id") DEFERRABLE INITIALLY DEFERRED)
CREATE INDEX "sub_group_topic_subgroup_id" ON "sub_group_topic" ("subgroup_id")
CREATE UNIQUE INDEX "sub_group_topic_subgroup_id_topic_id" ON "sub_group_topic" ("subgroup_id", "topic_id")
CREATE INDEX "sub_group_topic_topic_id" ON "sub_group_topic" ("topic_id")
CREATE TABLE "task" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "version" INTEGER NOT NULL,
    "meeting_id" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "days_before" INTEGER NOT NULL,
    "owner_side_id" INTEGER,
    "owner_id" INTEGER,
    "done_on" DATE,
    "done_by" VARCHAR(200) NOT NULL,
    "due_when_done" DATE,
    "is_follow_up" INTEGER NOT NULL,
    "carried_from" INTEGER,
    "note" TEXT NOT NULL,
    FOREIGN KEY ("meeting_id") REFERENCES "meeting" ("id") DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY ("owner_side_id") REFERENCES "side" ("id") DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY ("owner_id") REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED)
CREATE INDEX "task_meeting_id" ON "task" ("meeting_id")
CREATE INDEX "task_owner_id" ON "task" ("owner_id")
CREATE INDEX "task_owner_side_id" ON "task" ("owner_side_id")
CREATE TABLE "task_template" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "version" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "code" VARCHAR(40) NOT NULL,
    "days_before" INTEGER NOT NULL,
    "owner" VARCHAR NOT NULL,
    "text" TEXT NOT NULL)
CREATE UNIQUE INDEX "task_template_code" ON "task_template" ("code")
CREATE TABLE "text_mark" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "version" INTEGER NOT NULL,
    "outcome_id" INTEGER,
    "guidance_id" INTEGER,
    "provision_id" INTEGER,
    "instrument_id" INTEGER,
    "field" VARCHAR(40) NOT NULL,
    "language" VARCHAR(8) NOT NULL,
    "step" VARCHAR NOT NULL,
    "side_id" INTEGER,
    "day" DATE NOT NULL,
    "done_by" VARCHAR(200) NOT NULL,
    "seen" TEXT NOT NULL,
    FOREIGN KEY ("outcome_id") REFERENCES "outcome" ("id") DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY ("guidance_id") REFERENCES "guidance" ("id") DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY ("provision_id") REFERENCES "provision" ("id") DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY ("instrument_id") REFERENCES "instrument" ("id") DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY ("side_id") REFERENCES "side" ("id") DEFERRABLE INITIALLY DEFERRED)
CREATE INDEX "text_mark_guidance_id" ON "text_mark" ("guidance_id")
CREATE INDEX "text_mark_instrument_id" ON "text_mark" ("instrument_id")
CREATE INDEX "text_mark_outcome_id" ON "text_mark" ("outcome_id")
CREATE INDEX "text_mark_provision_id" ON "text_mark" ("provision_id")
CREATE INDEX "text_mark_side_id" ON "text_mark" ("side_id")
CREATE TABLE "vacancy" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "version" INTEGER NOT NULL,
    "meeting_id" INTEGER NOT NULL,
    "side_id" INTEGER NOT NULL,
    "entity_id" INTEGER,
    "role" VARCHAR NOT NULL,
    "position" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    FOREIGN KEY ("meeting_id") REFERENCES "meeting" ("id") DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY ("side_id") REFERENCES "side" ("id") DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY ("entity_id") REFERENCES "entity" ("id") DEFERRABLE INITIALLY DEFERRED)
CREATE INDEX "vacancy_entity_id" ON "vacancy" ("entity_id")
CREATE INDEX "vacancy_meeting_id" ON "vacancy" ("meeting_id")
CREATE INDEX "vacancy_side_id" ON "vacancy" ("side_id")
CREATE TABLE "venue" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "version" INTEGER NOT NULL,
    "meeting_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    FOREIGN KEY ("meeting_id") REFERENCES "meeting" ("id") DEFERRABLE INITIALLY DEFERRED)
CREATE INDEX "venue_meeting_id" ON "venue" ("meeting_id")
CREATE TABLE "way" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "version" INTEGER NOT NULL,
    "one_id" INTEGER NOT NULL,
    "other_id" INTEGER NOT NULL,
    "minutes" INTEGER NOT NULL,
    FOREIGN KEY ("one_id") REFERENCES "venue" ("id") DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY ("other_id") REFERENCES "venue" ("id") DEFERRABLE INITIALLY DEFERRED)
CREATE INDEX "way_one_id" ON "way" ("one_id")
CREATE INDEX "way_other_id" ON "way" ("other_id")
