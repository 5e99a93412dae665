agenda_item.id integer NOT NULL DEFAULT nextval('agenda_item_id_seq'::regclass)
agenda_item.version integer NOT NULL
agenda_item.session_id integer NOT NULL
agenda_item.number integer NOT NULL
agenda_item.text text NOT NULL
agenda_item.minutes integer NOT NULL
agenda_item.topic_id integer
agenda_item.outcome_id integer
agenda_item.guidance_id integer
agenda_item.objective_id integer
agenda_item.is_dropped boolean NOT NULL
agenda_proposal.id integer NOT NULL DEFAULT nextval('agenda_proposal_id_seq'::regclass)
agenda_proposal.version integer NOT NULL
agenda_proposal.meeting_id integer
agenda_proposal.text text NOT NULL
agenda_proposal.minutes integer NOT NULL
agenda_proposal.topic_id integer
agenda_proposal.outcome_id integer
agenda_proposal.guidance_id integer
agenda_proposal.objective_id integer
agenda_proposal.came_from_id integer
agenda_proposal.parked_on date
agenda_proposal.reason text NOT NULL
alternat_meta.name text NOT NULL
alternat_meta.value text NOT NULL
assignment.id integer NOT NULL DEFAULT nextval('assignment_id_seq'::regclass)
assignment.version integer NOT NULL
assignment.session_id integer NOT NULL
assignment.person_id integer NOT NULL
assignment.one character varying(8) NOT NULL
assignment.other character varying(8) NOT NULL
avoid_dates.id integer NOT NULL DEFAULT nextval('avoid_dates_id_seq'::regclass)
avoid_dates.version integer NOT NULL
avoid_dates.side_id integer NOT NULL
avoid_dates.starts date NOT NULL
avoid_dates.ends date NOT NULL
avoid_dates.reason text NOT NULL
avoid_dates.is_private boolean NOT NULL
chair.id integer NOT NULL DEFAULT nextval('chair_id_seq'::regclass)
chair.version integer NOT NULL
chair.session_id integer NOT NULL
chair.side_id integer NOT NULL
chair.person_id integer NOT NULL
collation.id integer NOT NULL DEFAULT nextval('collation_id_seq'::regclass)
collation.version integer NOT NULL
collation.outcome_id integer
collation.guidance_id integer
collation.provision_id integer
collation.instrument_id integer
collation.field character varying(40) NOT NULL
collation.day date NOT NULL
collation.done_by character varying(200) NOT NULL
collation.versions character varying(200) NOT NULL
collation.note text NOT NULL
collation.seen text NOT NULL
consent.id integer NOT NULL DEFAULT nextval('consent_id_seq'::regclass)
consent.version integer NOT NULL
consent.meeting_id integer
consent.subgroup_id integer
consent.topic_id integer
consent.side_id integer NOT NULL
consent.step character varying NOT NULL
consent.given date NOT NULL
consent.document character varying(200) NOT NULL
consent.starts date
consent.ends date
consent.host character varying(10) NOT NULL
consent.city text NOT NULL
contact.id integer NOT NULL DEFAULT nextval('contact_id_seq'::regclass)
contact.version integer NOT NULL
contact.person_id integer NOT NULL
contact.passport_name character varying(300) NOT NULL
contact.email character varying(200) NOT NULL
contact.phone character varying(80) NOT NULL
contact.note text NOT NULL
dialogue.id integer NOT NULL DEFAULT nextval('dialogue_id_seq'::regclass)
dialogue.version integer NOT NULL
dialogue.template character varying(40) NOT NULL
dialogue.name text NOT NULL
dialogue.original text NOT NULL
dialogue.status text NOT NULL
dialogue.short_name text NOT NULL
dialogue.created date NOT NULL
dialogue_meeting.id integer NOT NULL DEFAULT nextval('dialogue_meeting_id_seq'::regclass)
dialogue_meeting.version integer NOT NULL
dialogue_meeting.dialogue_id integer NOT NULL
dialogue_meeting.starts date NOT NULL
dialogue_meeting.ends date
dialogue_meeting.city text NOT NULL
dialogue_meeting.note text NOT NULL
dismissed_difference.id integer NOT NULL DEFAULT nextval('dismissed_difference_id_seq'::regclass)
dismissed_difference.version integer NOT NULL
dismissed_difference.outcome_id integer
dismissed_difference.guidance_id integer
dismissed_difference.provision_id integer
dismissed_difference.instrument_id integer
dismissed_difference.field character varying(40) NOT NULL
dismissed_difference.key character varying(300) NOT NULL
dismissed_difference.reason text NOT NULL
dismissed_difference.day date NOT NULL
dismissed_difference.done_by character varying(200) NOT NULL
dismissed_difference.seen text NOT NULL
entity.id integer NOT NULL DEFAULT nextval('entity_id_seq'::regclass)
entity.version integer NOT NULL
entity.side_id integer NOT NULL
entity.code character varying(20) NOT NULL
entity.number integer NOT NULL
entity.name text NOT NULL
entity.acronym text NOT NULL
entity.aliases text NOT NULL
entity.original text NOT NULL
entity.status text NOT NULL
guidance.id integer NOT NULL DEFAULT nextval('guidance_id_seq'::regclass)
guidance.version integer NOT NULL
guidance.dialogue_id integer NOT NULL
guidance.question text NOT NULL
guidance.background text NOT NULL
guidance.asked_by_id integer
guidance.asked_on date NOT NULL
guidance.answer text NOT NULL
guidance.answered_on date
guidance.reference character varying(200) NOT NULL
guidance.topic_id integer
guidance.outcome_id integer
guidance.objective_id integer
guidance.closed_on date
guidance.note text NOT NULL
guidance_answer.id integer NOT NULL DEFAULT nextval('guidance_answer_id_seq'::regclass)
guidance_answer.version integer NOT NULL
guidance_answer.guidance_id integer NOT NULL
guidance_answer.side_id integer NOT NULL
guidance_answer.text text NOT NULL
guidance_answer.given date NOT NULL
guidance_answer.document character varying(200) NOT NULL
holder.id integer NOT NULL DEFAULT nextval('holder_id_seq'::regclass)
holder.version integer NOT NULL
holder.provision_id integer NOT NULL
holder.side_id integer NOT NULL
holder.person_id integer NOT NULL
holder.since date
holder.until date
holder.note text NOT NULL
instrument.id integer NOT NULL DEFAULT nextval('instrument_id_seq'::regclass)
instrument.version integer NOT NULL
instrument.objective_id integer NOT NULL
instrument.kind character varying NOT NULL
instrument.title text NOT NULL
instrument.on_behalf character varying(20) NOT NULL
instrument.authentic text NOT NULL
instrument.prevails character varying(8) NOT NULL
instrument.in_force date
instrument.months integer
instrument.ends date
instrument.extension character varying(20) NOT NULL
instrument.notice_months integer
instrument.notice_days integer
instrument.replaced_by_id integer
instrument.disclosure character varying NOT NULL
instrument.consent_asked date
instrument.consent_given date
instrument.note text NOT NULL
instrument_side.id integer NOT NULL DEFAULT nextval('instrument_side_id_seq'::regclass)
instrument_side.version integer NOT NULL
instrument_side.instrument_id integer NOT NULL
instrument_side.side_id integer NOT NULL
instrument_side.binding character varying NOT NULL
instrument_step.id integer NOT NULL DEFAULT nextval('instrument_step_id_seq'::regclass)
instrument_step.version integer NOT NULL
instrument_step.instrument_id integer NOT NULL
instrument_step.step character varying NOT NULL
instrument_step.side_id integer
instrument_step.planned date
instrument_step.done_on date
instrument_step.place text NOT NULL
instrument_step.document character varying(200) NOT NULL
interpreter_pair.id integer NOT NULL DEFAULT nextval('interpreter_pair_id_seq'::regclass)
interpreter_pair.version integer NOT NULL
interpreter_pair.person_id integer NOT NULL
interpreter_pair.one character varying(8) NOT NULL
interpreter_pair.other character varying(8) NOT NULL
journal_head.id integer NOT NULL
journal_head.steps integer NOT NULL
journal_head.images integer NOT NULL
journal_head.last_step integer NOT NULL
journal_head.last_image bigint NOT NULL
journal_head.digest character varying(64) NOT NULL
journal_head.structure character varying(64) NOT NULL
journal_row.id bigint NOT NULL DEFAULT nextval('journal_row_id_seq'::regclass)
journal_row.step integer NOT NULL
journal_row.table character varying(60) NOT NULL
journal_row.key integer NOT NULL
journal_row.before text
journal_row.after text
journal_row.version integer
journal_row.digest character varying(64) NOT NULL
journal_row.is_erased boolean NOT NULL
journal_step.id integer NOT NULL DEFAULT nextval('journal_step_id_seq'::regclass)
journal_step.at timestamp without time zone NOT NULL
journal_step.actor character varying(200) NOT NULL
journal_step.template text NOT NULL
journal_step.plural text
journal_step.count integer NOT NULL
journal_step.arguments text NOT NULL
journal_step.origin character varying NOT NULL
journal_step.state character varying NOT NULL
journal_step.reverts integer
journal_step.desk character varying(60) NOT NULL
journal_step.words_digest character varying(64) NOT NULL
journal_step.digest character varying(64) NOT NULL
lead.id integer NOT NULL DEFAULT nextval('lead_id_seq'::regclass)
lead.version integer NOT NULL
lead.item_id integer NOT NULL
lead.side_id integer NOT NULL
lead.person_id integer NOT NULL
lowered_finding.id integer NOT NULL DEFAULT nextval('lowered_finding_id_seq'::regclass)
lowered_finding.version integer NOT NULL
lowered_finding.code character varying(60) NOT NULL
lowered_finding.severity character varying(10) NOT NULL
lowered_finding.reason text NOT NULL
meeting.id integer NOT NULL DEFAULT nextval('meeting_id_seq'::regclass)
meeting.version integer NOT NULL
meeting.reference character varying(40) NOT NULL
meeting.year integer NOT NULL
meeting.number integer
meeting.host_id integer NOT NULL
meeting.city text NOT NULL
meeting.starts date
meeting.ends date
meeting.region character varying(10) NOT NULL
meeting.time_zone character varying(60) NOT NULL
meeting.status character varying NOT NULL
meeting.last_serial integer NOT NULL
meeting.last_revision integer NOT NULL
meeting.list_revision integer NOT NULL
meeting.last_list_revision integer NOT NULL
meeting.paper character varying(10) NOT NULL
meeting.honour_side character varying NOT NULL
meeting.languages text NOT NULL
meeting.previous character varying(40) NOT NULL
meeting.host_reason text NOT NULL
meeting.status_reason text NOT NULL
meeting.turn_passes boolean NOT NULL
meeting.record_closed date
meeting.last_outcome integer NOT NULL
meeting_topic.id integer NOT NULL DEFAULT nextval('meeting_topic_id_seq'::regclass)
meeting_topic.version integer NOT NULL
meeting_topic.meeting_id integer NOT NULL
meeting_topic.topic_id integer NOT NULL
meeting_topic.number integer NOT NULL
meeting_topic.is_dropped boolean NOT NULL
notice_day.id integer NOT NULL DEFAULT nextval('notice_day_id_seq'::regclass)
notice_day.version integer NOT NULL
notice_day.side_id integer NOT NULL
notice_day.day date NOT NULL
notice_day.kind character varying NOT NULL
notice_day.name text NOT NULL
notice_day.is_provisional boolean NOT NULL
notice_day.source character varying(200) NOT NULL
outcome.id integer NOT NULL DEFAULT nextval('outcome_id_seq'::regclass)
outcome.version integer NOT NULL
outcome.meeting_id integer NOT NULL
outcome.code character varying(60) NOT NULL
outcome.number integer NOT NULL
outcome.kind character varying NOT NULL
outcome.text text NOT NULL
outcome.short text NOT NULL
outcome.topic_id integer
outcome.session_id integer
outcome.due date
outcome.state character varying NOT NULL
outcome.state_on date
outcome.state_reason text NOT NULL
outcome.disclosure character varying NOT NULL
outcome.consent_asked date
outcome.consent_given date
outcome.note text NOT NULL
outcome_carrier.id integer NOT NULL DEFAULT nextval('outcome_carrier_id_seq'::regclass)
outcome_carrier.version integer NOT NULL
outcome_carrier.outcome_id integer NOT NULL
outcome_carrier.dialogue_id integer NOT NULL
outcome_carrier.last_asked date
outcome_carrier.last_heard date
outcome_correction.id integer NOT NULL DEFAULT nextval('outcome_correction_id_seq'::regclass)
outcome_correction.version integer NOT NULL
outcome_correction.outcome_id integer NOT NULL
outcome_correction.made_on date NOT NULL
outcome_correction.reason text NOT NULL
outcome_correction.document character varying(200) NOT NULL
outcome_correction.field character varying(40) NOT NULL
outcome_correction.before text NOT NULL
outcome_correction.after text NOT NULL
outcome_link.id integer NOT NULL DEFAULT nextval('outcome_link_id_seq'::regclass)
outcome_link.version integer NOT NULL
outcome_link.outcome_id integer NOT NULL
outcome_link.kind character varying NOT NULL
outcome_link.earlier_id integer NOT NULL
outcome_objective.id integer NOT NULL DEFAULT nextval('outcome_objective_id_seq'::regclass)
outcome_objective.version integer NOT NULL
outcome_objective.outcome_id integer NOT NULL
outcome_objective.objective_id integer NOT NULL
outcome_side.id integer NOT NULL DEFAULT nextval('outcome_side_id_seq'::regclass)
outcome_side.version integer NOT NULL
outcome_side.outcome_id integer NOT NULL
outcome_side.side_id integer NOT NULL
outcome_side.lead_id integer NOT NULL
participation.id integer NOT NULL DEFAULT nextval('participation_id_seq'::regclass)
participation.version integer NOT NULL
participation.meeting_id integer NOT NULL
participation.person_id integer NOT NULL
participation.role character varying NOT NULL
participation.status character varying NOT NULL
participation.place integer NOT NULL
participation.stands_for_id integer
participation.serial integer NOT NULL
participation.token character varying(40) NOT NULL
party.id integer NOT NULL DEFAULT nextval('party_id_seq'::regclass)
party.version integer NOT NULL
party.session_id integer NOT NULL
party.kind character varying NOT NULL
party.key character varying(40) NOT NULL
party.is_exception boolean NOT NULL
party.joins time without time zone
party.leaves time without time zone
person.id integer NOT NULL DEFAULT nextval('person_id_seq'::regclass)
person.version integer NOT NULL
person.side_id integer NOT NULL
person.entity_id integer
person.family character varying(200) NOT NULL
person.given character varying(200) NOT NULL
person.name_zh character varying(200) NOT NULL
person.sort_key character varying(200) NOT NULL
person.printed_name character varying(300) NOT NULL
person.name_order character varying NOT NULL
person.honorific text NOT NULL
person.post_nominals character varying(120) NOT NULL
person.position text NOT NULL
person.gender character varying NOT NULL
person.languages text NOT NULL
person.photo_id integer
photo.id integer NOT NULL DEFAULT nextval('photo_id_seq'::regclass)
photo.version integer NOT NULL
photo.digest character varying(64) NOT NULL
photo.media_type character varying(20) NOT NULL
photo.width integer NOT NULL
photo.height integer NOT NULL
photo.content bytea NOT NULL
programme_revision.id integer NOT NULL DEFAULT nextval('programme_revision_id_seq'::regclass)
programme_revision.version integer NOT NULL
programme_revision.meeting_id integer NOT NULL
programme_revision.number integer NOT NULL
programme_revision.published timestamp without time zone NOT NULL
programme_revision.published_by character varying(200) NOT NULL
programme_revision.content text NOT NULL
progress_note.id integer NOT NULL DEFAULT nextval('progress_note_id_seq'::regclass)
progress_note.version integer NOT NULL
progress_note.outcome_id integer
progress_note.objective_id integer
progress_note.day date NOT NULL
progress_note.side_id integer
progress_note.text text NOT NULL
progress_note.source character varying(200) NOT NULL
progress_note.is_shared boolean NOT NULL
provision.id integer NOT NULL DEFAULT nextval('provision_id_seq'::regclass)
provision.version integer NOT NULL
provision.kind character varying NOT NULL
provision.number integer NOT NULL
provision.section character varying(8) NOT NULL
provision.code character varying(40) NOT NULL
provision.text text NOT NULL
provision.short text NOT NULL
provision.original text NOT NULL
provision.status text NOT NULL
provision.note text NOT NULL
provision.due date
provision.state character varying NOT NULL
provision.state_on date
provision.state_reason text NOT NULL
provision.merged_into_id integer
release.id integer NOT NULL DEFAULT nextval('release_id_seq'::regclass)
release.version integer NOT NULL
release.at timestamp without time zone NOT NULL
release.by character varying(200) NOT NULL
release.kind character varying(40) NOT NULL
release.name character varying(300) NOT NULL
release.meeting character varying(40) NOT NULL
release.revision integer NOT NULL
release.people text NOT NULL
release.content text NOT NULL
room.id integer NOT NULL DEFAULT nextval('room_id_seq'::regclass)
room.version integer NOT NULL
room.venue_id integer NOT NULL
room.code character varying(40) NOT NULL
room.name text NOT NULL
room.number integer NOT NULL
room.capacity integer
room.layout character varying NOT NULL
room.booths integer NOT NULL
room.opens time without time zone
room.closes time without time zone
session.id integer NOT NULL DEFAULT nextval('session_id_seq'::regclass)
session.version integer NOT NULL
session.meeting_id integer NOT NULL
session.uid character varying(64) NOT NULL
session.kind character varying NOT NULL
session.title text NOT NULL
session.day date NOT NULL
session.start time without time zone NOT NULL
session.minutes integer NOT NULL
session.time_zone character varying(60) NOT NULL
session.end_zone character varying(60) NOT NULL
session.room_id integer
session.subgroup_id integer
session.interpretation character varying NOT NULL
session.is_fixed boolean NOT NULL
session.is_cancelled boolean NOT NULL
session.sequence integer NOT NULL
session.private_note text NOT NULL
side.id integer NOT NULL DEFAULT nextval('side_id_seq'::regclass)
side.version integer NOT NULL
side.code character varying(8) NOT NULL
side.number integer NOT NULL
side.country text NOT NULL
side.formal_country text NOT NULL
side.side_name text NOT NULL
side.delegation_name text NOT NULL
side.capital text NOT NULL
side.dialogue_name text NOT NULL
side.time_zone character varying(60) NOT NULL
side.paper character varying(10) NOT NULL
side.languages text NOT NULL
side.colour character varying(7) NOT NULL
side.office_email character varying(200) NOT NULL
side.co_chair_office text NOT NULL
side.co_chair_original text NOT NULL
side.co_chair_status text NOT NULL
sub_group.id integer NOT NULL DEFAULT nextval('sub_group_id_seq'::regclass)
sub_group.version integer NOT NULL
sub_group.meeting_id integer
sub_group.name text NOT NULL
sub_group.number integer NOT NULL
sub_group.form character varying NOT NULL
sub_group.is_dissolved boolean NOT NULL
sub_group.note text NOT NULL
sub_group_entity.id integer NOT NULL DEFAULT nextval('sub_group_entity_id_seq'::regclass)
sub_group_entity.version integer NOT NULL
sub_group_entity.subgroup_id integer NOT NULL
sub_group_entity.entity_id integer NOT NULL
sub_group_entity.lead_id integer
sub_group_topic.id integer NOT NULL DEFAULT nextval('sub_group_topic_id_seq'::regclass)
sub_group_topic.version integer NOT NULL
sub_group_topic.subgroup_id integer NOT NULL
sub_group_topic.topic_id integer NOT NULL
task.id integer NOT NULL DEFAULT nextval('task_id_seq'::regclass)
task.version integer NOT NULL
task.meeting_id integer NOT NULL
task.number integer NOT NULL
task.text text NOT NULL
task.days_before integer NOT NULL
task.owner_side_id integer
task.owner_id integer
task.done_on date
task.done_by character varying(200) NOT NULL
task.due_when_done date
task.is_follow_up boolean NOT NULL
task.carried_from integer
task.note text NOT NULL
task_template.id integer NOT NULL DEFAULT nextval('task_template_id_seq'::regclass)
task_template.version integer NOT NULL
task_template.number integer NOT NULL
task_template.code character varying(40) NOT NULL
task_template.days_before integer NOT NULL
task_template.owner character varying NOT NULL
task_template.text text NOT NULL
text_mark.id integer NOT NULL DEFAULT nextval('text_mark_id_seq'::regclass)
text_mark.version integer NOT NULL
text_mark.outcome_id integer
text_mark.guidance_id integer
text_mark.provision_id integer
text_mark.instrument_id integer
text_mark.field character varying(40) NOT NULL
text_mark.language character varying(8) NOT NULL
text_mark.step character varying NOT NULL
text_mark.side_id integer
text_mark.day date NOT NULL
text_mark.done_by character varying(200) NOT NULL
text_mark.seen text NOT NULL
vacancy.id integer NOT NULL DEFAULT nextval('vacancy_id_seq'::regclass)
vacancy.version integer NOT NULL
vacancy.meeting_id integer NOT NULL
vacancy.side_id integer NOT NULL
vacancy.entity_id integer
vacancy.role character varying NOT NULL
vacancy.position text NOT NULL
vacancy.note text NOT NULL
venue.id integer NOT NULL DEFAULT nextval('venue_id_seq'::regclass)
venue.version integer NOT NULL
venue.meeting_id integer NOT NULL
venue.name text NOT NULL
venue.address text NOT NULL
way.id integer NOT NULL DEFAULT nextval('way_id_seq'::regclass)
way.version integer NOT NULL
way.one_id integer NOT NULL
way.other_id integer NOT NULL
way.minutes integer NOT NULL
"collation": FOREIGN KEY (guidance_id) REFERENCES guidance(id) DEFERRABLE INITIALLY DEFERRED
"collation": FOREIGN KEY (instrument_id) REFERENCES instrument(id) DEFERRABLE INITIALLY DEFERRED
"collation": FOREIGN KEY (outcome_id) REFERENCES outcome(id) DEFERRABLE INITIALLY DEFERRED
"collation": FOREIGN KEY (provision_id) REFERENCES provision(id) DEFERRABLE INITIALLY DEFERRED
"collation": PRIMARY KEY (id)
agenda_item: FOREIGN KEY (guidance_id) REFERENCES guidance(id) DEFERRABLE INITIALLY DEFERRED
agenda_item: FOREIGN KEY (objective_id) REFERENCES provision(id) DEFERRABLE INITIALLY DEFERRED
agenda_item: FOREIGN KEY (outcome_id) REFERENCES outcome(id) DEFERRABLE INITIALLY DEFERRED
agenda_item: FOREIGN KEY (session_id) REFERENCES session(id) DEFERRABLE INITIALLY DEFERRED
agenda_item: FOREIGN KEY (topic_id) REFERENCES provision(id) DEFERRABLE INITIALLY DEFERRED
agenda_item: PRIMARY KEY (id)
agenda_proposal: FOREIGN KEY (came_from_id) REFERENCES agenda_item(id) DEFERRABLE INITIALLY DEFERRED
agenda_proposal: FOREIGN KEY (guidance_id) REFERENCES guidance(id) DEFERRABLE INITIALLY DEFERRED
agenda_proposal: FOREIGN KEY (meeting_id) REFERENCES meeting(id) DEFERRABLE INITIALLY DEFERRED
agenda_proposal: FOREIGN KEY (objective_id) REFERENCES provision(id) DEFERRABLE INITIALLY DEFERRED
agenda_proposal: FOREIGN KEY (outcome_id) REFERENCES outcome(id) DEFERRABLE INITIALLY DEFERRED
agenda_proposal: FOREIGN KEY (topic_id) REFERENCES provision(id) DEFERRABLE INITIALLY DEFERRED
agenda_proposal: PRIMARY KEY (id)
alternat_meta: PRIMARY KEY (name)
assignment: FOREIGN KEY (person_id) REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED
assignment: FOREIGN KEY (session_id) REFERENCES session(id) DEFERRABLE INITIALLY DEFERRED
assignment: PRIMARY KEY (id)
avoid_dates: FOREIGN KEY (side_id) REFERENCES side(id) DEFERRABLE INITIALLY DEFERRED
avoid_dates: PRIMARY KEY (id)
chair: FOREIGN KEY (person_id) REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED
chair: FOREIGN KEY (session_id) REFERENCES session(id) DEFERRABLE INITIALLY DEFERRED
chair: FOREIGN KEY (side_id) REFERENCES side(id) DEFERRABLE INITIALLY DEFERRED
chair: PRIMARY KEY (id)
consent: FOREIGN KEY (meeting_id) REFERENCES meeting(id) DEFERRABLE INITIALLY DEFERRED
consent: FOREIGN KEY (side_id) REFERENCES side(id) DEFERRABLE INITIALLY DEFERRED
consent: FOREIGN KEY (subgroup_id) REFERENCES sub_group(id) DEFERRABLE INITIALLY DEFERRED
consent: FOREIGN KEY (topic_id) REFERENCES provision(id) DEFERRABLE INITIALLY DEFERRED
consent: PRIMARY KEY (id)
contact: FOREIGN KEY (person_id) REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED
contact: PRIMARY KEY (id)
dialogue: PRIMARY KEY (id)
dialogue_meeting: FOREIGN KEY (dialogue_id) REFERENCES provision(id) DEFERRABLE INITIALLY DEFERRED
dialogue_meeting: PRIMARY KEY (id)
dismissed_difference: FOREIGN KEY (guidance_id) REFERENCES guidance(id) DEFERRABLE INITIALLY DEFERRED
dismissed_difference: FOREIGN KEY (instrument_id) REFERENCES instrument(id) DEFERRABLE INITIALLY DEFERRED
dismissed_difference: FOREIGN KEY (outcome_id) REFERENCES outcome(id) DEFERRABLE INITIALLY DEFERRED
dismissed_difference: FOREIGN KEY (provision_id) REFERENCES provision(id) DEFERRABLE INITIALLY DEFERRED
dismissed_difference: PRIMARY KEY (id)
entity: FOREIGN KEY (side_id) REFERENCES side(id) DEFERRABLE INITIALLY DEFERRED
entity: PRIMARY KEY (id)
guidance: FOREIGN KEY (asked_by_id) REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED
guidance: FOREIGN KEY (dialogue_id) REFERENCES provision(id) DEFERRABLE INITIALLY DEFERRED
guidance: FOREIGN KEY (objective_id) REFERENCES provision(id) DEFERRABLE INITIALLY DEFERRED
guidance: FOREIGN KEY (outcome_id) REFERENCES outcome(id) DEFERRABLE INITIALLY DEFERRED
guidance: FOREIGN KEY (topic_id) REFERENCES provision(id) DEFERRABLE INITIALLY DEFERRED
guidance: PRIMARY KEY (id)
guidance_answer: FOREIGN KEY (guidance_id) REFERENCES guidance(id) DEFERRABLE INITIALLY DEFERRED
guidance_answer: FOREIGN KEY (side_id) REFERENCES side(id) DEFERRABLE INITIALLY DEFERRED
guidance_answer: PRIMARY KEY (id)
holder: FOREIGN KEY (person_id) REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED
holder: FOREIGN KEY (provision_id) REFERENCES provision(id) DEFERRABLE INITIALLY DEFERRED
holder: FOREIGN KEY (side_id) REFERENCES side(id) DEFERRABLE INITIALLY DEFERRED
holder: PRIMARY KEY (id)
instrument: FOREIGN KEY (objective_id) REFERENCES provision(id) DEFERRABLE INITIALLY DEFERRED
instrument: FOREIGN KEY (replaced_by_id) REFERENCES instrument(id) DEFERRABLE INITIALLY DEFERRED
instrument: PRIMARY KEY (id)
instrument_side: FOREIGN KEY (instrument_id) REFERENCES instrument(id) DEFERRABLE INITIALLY DEFERRED
instrument_side: FOREIGN KEY (side_id) REFERENCES side(id) DEFERRABLE INITIALLY DEFERRED
instrument_side: PRIMARY KEY (id)
instrument_step: FOREIGN KEY (instrument_id) REFERENCES instrument(id) DEFERRABLE INITIALLY DEFERRED
instrument_step: FOREIGN KEY (side_id) REFERENCES side(id) DEFERRABLE INITIALLY DEFERRED
instrument_step: PRIMARY KEY (id)
interpreter_pair: FOREIGN KEY (person_id) REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED
interpreter_pair: PRIMARY KEY (id)
journal_head: PRIMARY KEY (id)
journal_row: PRIMARY KEY (id)
journal_step: PRIMARY KEY (id)
lead: FOREIGN KEY (item_id) REFERENCES agenda_item(id) DEFERRABLE INITIALLY DEFERRED
lead: FOREIGN KEY (person_id) REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED
lead: FOREIGN KEY (side_id) REFERENCES side(id) DEFERRABLE INITIALLY DEFERRED
lead: PRIMARY KEY (id)
lowered_finding: PRIMARY KEY (id)
meeting: FOREIGN KEY (host_id) REFERENCES side(id) DEFERRABLE INITIALLY DEFERRED
meeting: PRIMARY KEY (id)
meeting_topic: FOREIGN KEY (meeting_id) REFERENCES meeting(id) DEFERRABLE INITIALLY DEFERRED
meeting_topic: FOREIGN KEY (topic_id) REFERENCES provision(id) DEFERRABLE INITIALLY DEFERRED
meeting_topic: PRIMARY KEY (id)
notice_day: FOREIGN KEY (side_id) REFERENCES side(id) DEFERRABLE INITIALLY DEFERRED
notice_day: PRIMARY KEY (id)
outcome: FOREIGN KEY (meeting_id) REFERENCES meeting(id) DEFERRABLE INITIALLY DEFERRED
outcome: FOREIGN KEY (session_id) REFERENCES session(id) DEFERRABLE INITIALLY DEFERRED
outcome: FOREIGN KEY (topic_id) REFERENCES provision(id) DEFERRABLE INITIALLY DEFERRED
outcome: PRIMARY KEY (id)
outcome_carrier: FOREIGN KEY (dialogue_id) REFERENCES provision(id) DEFERRABLE INITIALLY DEFERRED
outcome_carrier: FOREIGN KEY (outcome_id) REFERENCES outcome(id) DEFERRABLE INITIALLY DEFERRED
outcome_carrier: PRIMARY KEY (id)
outcome_correction: FOREIGN KEY (outcome_id) REFERENCES outcome(id) DEFERRABLE INITIALLY DEFERRED
outcome_correction: PRIMARY KEY (id)
outcome_link: FOREIGN KEY (earlier_id) REFERENCES outcome(id) DEFERRABLE INITIALLY DEFERRED
outcome_link: FOREIGN KEY (outcome_id) REFERENCES outcome(id) DEFERRABLE INITIALLY DEFERRED
outcome_link: PRIMARY KEY (id)
outcome_objective: FOREIGN KEY (objective_id) REFERENCES provision(id) DEFERRABLE INITIALLY DEFERRED
outcome_objective: FOREIGN KEY (outcome_id) REFERENCES outcome(id) DEFERRABLE INITIALLY DEFERRED
outcome_objective: PRIMARY KEY (id)
outcome_side: FOREIGN KEY (lead_id) REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED
outcome_side: FOREIGN KEY (outcome_id) REFERENCES outcome(id) DEFERRABLE INITIALLY DEFERRED
outcome_side: FOREIGN KEY (side_id) REFERENCES side(id) DEFERRABLE INITIALLY DEFERRED
outcome_side: PRIMARY KEY (id)
participation: FOREIGN KEY (meeting_id) REFERENCES meeting(id) DEFERRABLE INITIALLY DEFERRED
participation: FOREIGN KEY (person_id) REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED
participation: FOREIGN KEY (stands_for_id) REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED
participation: PRIMARY KEY (id)
party: FOREIGN KEY (session_id) REFERENCES session(id) DEFERRABLE INITIALLY DEFERRED
party: PRIMARY KEY (id)
person: FOREIGN KEY (entity_id) REFERENCES entity(id) DEFERRABLE INITIALLY DEFERRED
person: FOREIGN KEY (photo_id) REFERENCES photo(id) DEFERRABLE INITIALLY DEFERRED
person: FOREIGN KEY (side_id) REFERENCES side(id) DEFERRABLE INITIALLY DEFERRED
person: PRIMARY KEY (id)
photo: PRIMARY KEY (id)
programme_revision: FOREIGN KEY (meeting_id) REFERENCES meeting(id) DEFERRABLE INITIALLY DEFERRED
programme_revision: PRIMARY KEY (id)
progress_note: FOREIGN KEY (objective_id) REFERENCES provision(id) DEFERRABLE INITIALLY DEFERRED
progress_note: FOREIGN KEY (outcome_id) REFERENCES outcome(id) DEFERRABLE INITIALLY DEFERRED
progress_note: FOREIGN KEY (side_id) REFERENCES side(id) DEFERRABLE INITIALLY DEFERRED
progress_note: PRIMARY KEY (id)
provision: FOREIGN KEY (merged_into_id) REFERENCES provision(id) DEFERRABLE INITIALLY DEFERRED
provision: PRIMARY KEY (id)
release: PRIMARY KEY (id)
room: FOREIGN KEY (venue_id) REFERENCES venue(id) DEFERRABLE INITIALLY DEFERRED
room: PRIMARY KEY (id)
session: FOREIGN KEY (meeting_id) REFERENCES meeting(id) DEFERRABLE INITIALLY DEFERRED
session: FOREIGN KEY (room_id) REFERENCES room(id) DEFERRABLE INITIALLY DEFERRED
session: FOREIGN KEY (subgroup_id) REFERENCES sub_group(id) DEFERRABLE INITIALLY DEFERRED
session: PRIMARY KEY (id)
side: PRIMARY KEY (id)
sub_group: FOREIGN KEY (meeting_id) REFERENCES meeting(id) DEFERRABLE INITIALLY DEFERRED
sub_group: PRIMARY KEY (id)
sub_group_entity: FOREIGN KEY (entity_id) REFERENCES entity(id) DEFERRABLE INITIALLY DEFERRED
sub_group_entity: FOREIGN KEY (lead_id) REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED
sub_group_entity: FOREIGN KEY (subgroup_id) REFERENCES sub_group(id) DEFERRABLE INITIALLY DEFERRED
sub_group_entity: PRIMARY KEY (id)
sub_group_topic: FOREIGN KEY (subgroup_id) REFERENCES sub_group(id) DEFERRABLE INITIALLY DEFERRED
sub_group_topic: FOREIGN KEY (topic_id) REFERENCES provision(id) DEFERRABLE INITIALLY DEFERRED
sub_group_topic: PRIMARY KEY (id)
task: FOREIGN KEY (meeting_id) REFERENCES meeting(id) DEFERRABLE INITIALLY DEFERRED
task: FOREIGN KEY (owner_id) REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED
task: FOREIGN KEY (owner_side_id) REFERENCES side(id) DEFERRABLE INITIALLY DEFERRED
task: PRIMARY KEY (id)
task_template: PRIMARY KEY (id)
text_mark: FOREIGN KEY (guidance_id) REFERENCES guidance(id) DEFERRABLE INITIALLY DEFERRED
text_mark: FOREIGN KEY (instrument_id) REFERENCES instrument(id) DEFERRABLE INITIALLY DEFERRED
text_mark: FOREIGN KEY (outcome_id) REFERENCES outcome(id) DEFERRABLE INITIALLY DEFERRED
text_mark: FOREIGN KEY (provision_id) REFERENCES provision(id) DEFERRABLE INITIALLY DEFERRED
text_mark: FOREIGN KEY (side_id) REFERENCES side(id) DEFERRABLE INITIALLY DEFERRED
text_mark: PRIMARY KEY (id)
vacancy: FOREIGN KEY (entity_id) REFERENCES entity(id) DEFERRABLE INITIALLY DEFERRED
vacancy: FOREIGN KEY (meeting_id) REFERENCES meeting(id) DEFERRABLE INITIALLY DEFERRED
vacancy: FOREIGN KEY (side_id) REFERENCES side(id) DEFERRABLE INITIALLY DEFERRED
vacancy: PRIMARY KEY (id)
venue: FOREIGN KEY (meeting_id) REFERENCES meeting(id) DEFERRABLE INITIALLY DEFERRED
venue: PRIMARY KEY (id)
way: FOREIGN KEY (one_id) REFERENCES venue(id) DEFERRABLE INITIALLY DEFERRED
way: FOREIGN KEY (other_id) REFERENCES venue(id) DEFERRABLE INITIALLY DEFERRED
way: PRIMARY KEY (id)
CREATE INDEX agenda_item_guidance_id ON agenda_item USING btree (guidance_id)
CREATE INDEX agenda_item_objective_id ON agenda_item USING btree (objective_id)
CREATE INDEX agenda_item_outcome_id ON agenda_item USING btree (outcome_id)
CREATE INDEX agenda_item_session_id ON agenda_item USING btree (session_id)
CREATE INDEX agenda_item_topic_id ON agenda_item USING btree (topic_id)
CREATE INDEX agenda_proposal_came_from_id ON agenda_proposal USING btree (came_from_id)
CREATE INDEX agenda_proposal_guidance_id ON agenda_proposal USING btree (guidance_id)
CREATE INDEX agenda_proposal_meeting_id ON agenda_proposal USING btree (meeting_id)
CREATE INDEX agenda_proposal_objective_id ON agenda_proposal USING btree (objective_id)
CREATE INDEX agenda_proposal_outcome_id ON agenda_proposal USING btree (outcome_id)
CREATE INDEX agenda_proposal_topic_id ON agenda_proposal USING btree (topic_id)
CREATE INDEX assignment_person_id ON assignment USING btree (person_id)
CREATE INDEX assignment_session_id ON assignment USING btree (session_id)
CREATE INDEX avoid_dates_side_id ON avoid_dates USING btree (side_id)
CREATE INDEX chair_person_id ON chair USING btree (person_id)
CREATE INDEX chair_session_id ON chair USING btree (session_id)
CREATE INDEX chair_side_id ON chair USING btree (side_id)
CREATE INDEX collation_guidance_id ON "collation" USING btree (guidance_id)
CREATE INDEX collation_instrument_id ON "collation" USING btree (instrument_id)
CREATE INDEX collation_outcome_id ON "collation" USING btree (outcome_id)
CREATE INDEX collation_provision_id ON "collation" USING btree (provision_id)
CREATE INDEX consent_meeting_id ON consent USING btree (meeting_id)
CREATE INDEX consent_side_id ON consent USING btree (side_id)
CREATE INDEX consent_subgroup_id ON consent USING btree (subgroup_id)
CREATE INDEX consent_topic_id ON consent USING btree (topic_id)
CREATE INDEX dialogue_meeting_dialogue_id ON dialogue_meeting USING btree (dialogue_id)
CREATE INDEX dismissed_difference_guidance_id ON dismissed_difference USING btree (guidance_id)
CREATE INDEX dismissed_difference_instrument_id ON dismissed_difference USING btree (instrument_id)
CREATE INDEX dismissed_difference_outcome_id ON dismissed_difference USING btree (outcome_id)
CREATE INDEX dismissed_difference_provision_id ON dismissed_difference USING btree (provision_id)
CREATE INDEX entity_side_id ON entity USING btree (side_id)
CREATE INDEX guidance_answer_guidance_id ON guidance_answer USING btree (guidance_id)
CREATE INDEX guidance_answer_side_id ON guidance_answer USING btree (side_id)
CREATE INDEX guidance_asked_by_id ON guidance USING btree (asked_by_id)
CREATE INDEX guidance_dialogue_id ON guidance USING btree (dialogue_id)
CREATE INDEX guidance_objective_id ON guidance USING btree (objective_id)
CREATE INDEX guidance_outcome_id ON guidance USING btree (outcome_id)
CREATE INDEX guidance_topic_id ON guidance USING btree (topic_id)
CREATE INDEX holder_person_id ON holder USING btree (person_id)
CREATE INDEX holder_provision_id ON holder USING btree (provision_id)
CREATE INDEX holder_side_id ON holder USING btree (side_id)
CREATE INDEX instrument_objective_id ON instrument USING btree (objective_id)
CREATE INDEX instrument_replaced_by_id ON instrument USING btree (replaced_by_id)
CREATE INDEX instrument_side_instrument_id ON instrument_side USING btree (instrument_id)
CREATE INDEX instrument_side_side_id ON instrument_side USING btree (side_id)
CREATE INDEX instrument_step_instrument_id ON instrument_step USING btree (instrument_id)
CREATE INDEX instrument_step_side_id ON instrument_step USING btree (side_id)
CREATE INDEX interpreter_pair_person_id ON interpreter_pair USING btree (person_id)
CREATE INDEX lead_item_id ON lead USING btree (item_id)
CREATE INDEX lead_person_id ON lead USING btree (person_id)
CREATE INDEX lead_side_id ON lead USING btree (side_id)
CREATE INDEX meeting_host_id ON meeting USING btree (host_id)
CREATE INDEX meeting_topic_meeting_id ON meeting_topic USING btree (meeting_id)
CREATE INDEX meeting_topic_topic_id ON meeting_topic USING btree (topic_id)
CREATE INDEX notice_day_side_id ON notice_day USING btree (side_id)
CREATE INDEX outcome_carrier_dialogue_id ON outcome_carrier USING btree (dialogue_id)
CREATE INDEX outcome_carrier_outcome_id ON outcome_carrier USING btree (outcome_id)
CREATE INDEX outcome_correction_outcome_id ON outcome_correction USING btree (outcome_id)
CREATE INDEX outcome_link_earlier_id ON outcome_link USING btree (earlier_id)
CREATE INDEX outcome_link_outcome_id ON outcome_link USING btree (outcome_id)
CREATE INDEX outcome_meeting_id ON outcome USING btree (meeting_id)
CREATE INDEX outcome_objective_objective_id ON outcome_objective USING btree (objective_id)
CREATE INDEX outcome_objective_outcome_id ON outcome_objective USING btree (outcome_id)
CREATE INDEX outcome_session_id ON outcome USING btree (session_id)
CREATE INDEX outcome_side_lead_id ON outcome_side USING btree (lead_id)
CREATE INDEX outcome_side_outcome_id ON outcome_side USING btree (outcome_id)
CREATE INDEX outcome_side_side_id ON outcome_side USING btree (side_id)
CREATE INDEX outcome_topic_id ON outcome USING btree (topic_id)
CREATE INDEX participation_meeting_id ON participation USING btree (meeting_id)
CREATE INDEX participation_person_id ON participation USING btree (person_id)
CREATE INDEX participation_stands_for_id ON participation USING btree (stands_for_id)
CREATE INDEX party_session_id ON party USING btree (session_id)
CREATE INDEX person_entity_id ON person USING btree (entity_id)
CREATE INDEX person_photo_id ON person USING btree (photo_id)
CREATE INDEX person_side_id ON person USING btree (side_id)
CREATE INDEX programme_revision_meeting_id ON programme_revision USING btree (meeting_id)
CREATE INDEX progress_note_objective_id ON progress_note USING btree (objective_id)
CREATE INDEX progress_note_outcome_id ON progress_note USING btree (outcome_id)
CREATE INDEX progress_note_side_id ON progress_note USING btree (side_id)
CREATE INDEX provision_merged_into_id ON provision USING btree (merged_into_id)
CREATE INDEX room_venue_id ON room USING btree (venue_id)
CREATE INDEX rowimage_step ON journal_row USING btree (step)
CREATE INDEX rowimage_table_key ON journal_row USING btree ("table", key)
CREATE INDEX session_meeting_id ON session USING btree (meeting_id)
CREATE INDEX session_room_id ON session USING btree (room_id)
CREATE INDEX session_subgroup_id ON session USING btree (subgroup_id)
CREATE INDEX step_actor_origin_state ON journal_step USING btree (actor, origin, state)
CREATE INDEX sub_group_entity_entity_id ON sub_group_entity USING btree (entity_id)
CREATE INDEX sub_group_entity_lead_id ON sub_group_entity USING btree (lead_id)
CREATE INDEX sub_group_entity_subgroup_id ON sub_group_entity USING btree (subgroup_id)
CREATE INDEX sub_group_meeting_id ON sub_group USING btree (meeting_id)
CREATE INDEX sub_group_topic_subgroup_id ON sub_group_topic USING btree (subgroup_id)
CREATE INDEX sub_group_topic_topic_id ON sub_group_topic USING btree (topic_id)
CREATE INDEX task_meeting_id ON task USING btree (meeting_id)
CREATE INDEX task_owner_id ON task USING btree (owner_id)
CREATE INDEX task_owner_side_id ON task USING btree (owner_side_id)
CREATE INDEX text_mark_guidance_id ON text_mark USING btree (guidance_id)
CREATE INDEX text_mark_instrument_id ON text_mark USING btree (instrument_id)
CREATE INDEX text_mark_outcome_id ON text_mark USING btree (outcome_id)
CREATE INDEX text_mark_provision_id ON text_mark USING btree (provision_id)
CREATE INDEX text_mark_side_id ON text_mark USING btree (side_id)
CREATE INDEX vacancy_entity_id ON vacancy USING btree (entity_id)
CREATE INDEX vacancy_meeting_id ON vacancy USING btree (meeting_id)
CREATE INDEX vacancy_side_id ON vacancy USING btree (side_id)
CREATE INDEX venue_meeting_id ON venue USING btree (meeting_id)
CREATE INDEX way_one_id ON way USING btree (one_id)
CREATE INDEX way_other_id ON way USING btree (other_id)
CREATE UNIQUE INDEX agenda_item_pkey ON agenda_item USING btree (id)
CREATE UNIQUE INDEX agenda_proposal_pkey ON agenda_proposal USING btree (id)
CREATE UNIQUE INDEX alternat_meta_pkey ON alternat_meta USING btree (name)
CREATE UNIQUE INDEX assignment_pkey ON assignment USING btree (id)
CREATE UNIQUE INDEX assignment_session_id_person_id ON assignment USING btree (session_id, person_id)
CREATE UNIQUE INDEX avoid_dates_pkey ON avoid_dates USING btree (id)
CREATE UNIQUE INDEX chair_pkey ON chair USING btree (id)
CREATE UNIQUE INDEX chair_session_id_side_id ON chair USING btree (session_id, side_id)
CREATE UNIQUE INDEX collation_pkey ON "collation" USING btree (id)
CREATE UNIQUE INDEX consent_pkey ON consent USING btree (id)
CREATE UNIQUE INDEX contact_person_id ON contact USING btree (person_id)
CREATE UNIQUE INDEX contact_pkey ON contact USING btree (id)
CREATE UNIQUE INDEX dialogue_meeting_pkey ON dialogue_meeting USING btree (id)
CREATE UNIQUE INDEX dialogue_pkey ON dialogue USING btree (id)
CREATE UNIQUE INDEX dismissed_difference_pkey ON dismissed_difference USING btree (id)
CREATE UNIQUE INDEX entity_pkey ON entity USING btree (id)
CREATE UNIQUE INDEX guidance_answer_guidance_id_side_id ON guidance_answer USING btree (guidance_id, side_id)
CREATE UNIQUE INDEX guidance_answer_pkey ON guidance_answer USING btree (id)
CREATE UNIQUE INDEX guidance_pkey ON guidance USING btree (id)
CREATE UNIQUE INDEX holder_pkey ON holder USING btree (id)
CREATE UNIQUE INDEX instrument_pkey ON instrument USING btree (id)
CREATE UNIQUE INDEX instrument_side_instrument_id_side_id ON instrument_side USING btree (instrument_id, side_id)
CREATE UNIQUE INDEX instrument_side_pkey ON instrument_side USING btree (id)
CREATE UNIQUE INDEX instrument_step_pkey ON instrument_step USING btree (id)
CREATE UNIQUE INDEX interpreter_pair_person_id_one_other ON interpreter_pair USING btree (person_id, one, other)
CREATE UNIQUE INDEX interpreter_pair_pkey ON interpreter_pair USING btree (id)
CREATE UNIQUE INDEX journal_head_pkey ON journal_head USING btree (id)
CREATE UNIQUE INDEX journal_row_pkey ON journal_row USING btree (id)
CREATE UNIQUE INDEX journal_step_pkey ON journal_step USING btree (id)
CREATE UNIQUE INDEX lead_item_id_side_id ON lead USING btree (item_id, side_id)
CREATE UNIQUE INDEX lead_pkey ON lead USING btree (id)
CREATE UNIQUE INDEX lowered_finding_code ON lowered_finding USING btree (code)
CREATE UNIQUE INDEX lowered_finding_pkey ON lowered_finding USING btree (id)
CREATE UNIQUE INDEX meeting_pkey ON meeting USING btree (id)
CREATE UNIQUE INDEX meeting_reference ON meeting USING btree (reference)
CREATE UNIQUE INDEX meeting_topic_meeting_id_topic_id ON meeting_topic USING btree (meeting_id, topic_id)
CREATE UNIQUE INDEX meeting_topic_pkey ON meeting_topic USING btree (id)
CREATE UNIQUE INDEX notice_day_pkey ON notice_day USING btree (id)
CREATE UNIQUE INDEX notice_day_side_id_day ON notice_day USING btree (side_id, day)
CREATE UNIQUE INDEX outcome_carrier_outcome_id_dialogue_id ON outcome_carrier USING btree (outcome_id, dialogue_id)
CREATE UNIQUE INDEX outcome_carrier_pkey ON outcome_carrier USING btree (id)
CREATE UNIQUE INDEX outcome_code ON outcome USING btree (code)
CREATE UNIQUE INDEX outcome_correction_pkey ON outcome_correction USING btree (id)
CREATE UNIQUE INDEX outcome_link_outcome_id_earlier_id ON outcome_link USING btree (outcome_id, earlier_id)
CREATE UNIQUE INDEX outcome_link_pkey ON outcome_link USING btree (id)
CREATE UNIQUE INDEX outcome_objective_outcome_id_objective_id ON outcome_objective USING btree (outcome_id, objective_id)
CREATE UNIQUE INDEX outcome_objective_pkey ON outcome_objective USING btree (id)
CREATE UNIQUE INDEX outcome_pkey ON outcome USING btree (id)
CREATE UNIQUE INDEX outcome_side_outcome_id_side_id ON outcome_side USING btree (outcome_id, side_id)
CREATE UNIQUE INDEX outcome_side_pkey ON outcome_side USING btree (id)
CREATE UNIQUE INDEX participation_meeting_id_person_id ON participation USING btree (meeting_id, person_id)
CREATE UNIQUE INDEX participation_pkey ON participation USING btree (id)
CREATE UNIQUE INDEX party_pkey ON party USING btree (id)
CREATE UNIQUE INDEX person_pkey ON person USING btree (id)
CREATE UNIQUE INDEX photo_digest ON photo USING btree (digest)
CREATE UNIQUE INDEX photo_pkey ON photo USING btree (id)
CREATE UNIQUE INDEX programme_revision_meeting_id_number ON programme_revision USING btree (meeting_id, number)
CREATE UNIQUE INDEX programme_revision_pkey ON programme_revision USING btree (id)
CREATE UNIQUE INDEX progress_note_pkey ON progress_note USING btree (id)
CREATE UNIQUE INDEX provision_pkey ON provision USING btree (id)
CREATE UNIQUE INDEX release_pkey ON release USING btree (id)
CREATE UNIQUE INDEX room_pkey ON room USING btree (id)
CREATE UNIQUE INDEX session_pkey ON session USING btree (id)
CREATE UNIQUE INDEX session_uid ON session USING btree (uid)
CREATE UNIQUE INDEX side_code ON side USING btree (code)
CREATE UNIQUE INDEX side_pkey ON side USING btree (id)
CREATE UNIQUE INDEX sub_group_entity_pkey ON sub_group_entity USING btree (id)
CREATE UNIQUE INDEX sub_group_entity_subgroup_id_entity_id ON sub_group_entity USING btree (subgroup_id, entity_id)
CREATE UNIQUE INDEX sub_group_pkey ON sub_group USING btree (id)
CREATE UNIQUE INDEX sub_group_topic_pkey ON sub_group_topic USING btree (id)
CREATE UNIQUE INDEX sub_group_topic_subgroup_id_topic_id ON sub_group_topic USING btree (subgroup_id, topic_id)
CREATE UNIQUE INDEX task_pkey ON task USING btree (id)
CREATE UNIQUE INDEX task_template_code ON task_template USING btree (code)
CREATE UNIQUE INDEX task_template_pkey ON task_template USING btree (id)
CREATE UNIQUE INDEX text_mark_pkey ON text_mark USING btree (id)
CREATE UNIQUE INDEX vacancy_pkey ON vacancy USING btree (id)
CREATE UNIQUE INDEX venue_pkey ON venue USING btree (id)
CREATE UNIQUE INDEX way_pkey ON way USING btree (id)
