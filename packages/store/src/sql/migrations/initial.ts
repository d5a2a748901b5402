import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * Version 1 of the schema `vedetta`. Within PostgreSQL 15; no int8 anywhere (drivers disagree on its type): counters
 * that may pass 2³¹ are double precision, exact to 2⁵³. `json`, not `jsonb`, where the text itself must survive.
 */
const statements = [
  'CREATE SCHEMA IF NOT EXISTS vedetta',

  `CREATE TABLE vedetta.scenario (
    id integer PRIMARY KEY CHECK (id = 1),
    hash text NOT NULL,
    name text NOT NULL,
    version text NOT NULL,
    network json NOT NULL,
    world json NOT NULL,
    slot_period_ms double precision NOT NULL,
    adopted_at timestamptz NOT NULL DEFAULT now()
  )`,

  `CREATE TYPE vedetta.run_status AS ENUM ('queued', 'running', 'completed', 'stopped', 'failed')`,
  `CREATE TABLE vedetta.run (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    scenario_hash text NOT NULL,
    version text NOT NULL,
    seed double precision NOT NULL,
    slots integer,
    pace double precision,
    false_alarm_probability double precision NOT NULL,
    status vedetta.run_status NOT NULL DEFAULT 'queued',
    reason text,
    created_at timestamptz NOT NULL DEFAULT now(),
    started_at timestamptz,
    ended_at timestamptz
  )`,
  `CREATE UNIQUE INDEX one_running_run ON vedetta.run ((true)) WHERE status = 'running'`,

  // Kept apart from `run`: this row changes with every frame.
  `CREATE TABLE vedetta.run_totals (
    run integer PRIMARY KEY REFERENCES vedetta.run ON DELETE CASCADE,
    last_planned_frame integer NOT NULL DEFAULT -1,
    first_kept_frame integer NOT NULL DEFAULT 0,
    first_kept_slot integer NOT NULL DEFAULT 0,
    kept_slots double precision NOT NULL DEFAULT 0,
    kept_bytes double precision NOT NULL DEFAULT 0,
    slots double precision NOT NULL DEFAULT 0,
    stalled_slots double precision NOT NULL DEFAULT 0,
    decisions double precision NOT NULL DEFAULT 0,
    target_present double precision NOT NULL DEFAULT 0,
    target_absent double precision NOT NULL DEFAULT 0,
    unobserved double precision NOT NULL DEFAULT 0,
    reports_expected double precision NOT NULL DEFAULT 0,
    reports_used double precision NOT NULL DEFAULT 0,
    reports_late double precision NOT NULL DEFAULT 0,
    reports_missing double precision NOT NULL DEFAULT 0,
    evaluated double precision NOT NULL DEFAULT 0,
    alarms double precision NOT NULL DEFAULT 0,
    expected_alarms double precision NOT NULL DEFAULT 0,
    variance double precision NOT NULL DEFAULT 0,
    target_evaluated double precision NOT NULL DEFAULT 0,
    target_alarms double precision NOT NULL DEFAULT 0,
    target_expected_alarms double precision NOT NULL DEFAULT 0
  ) WITH (fillfactor = 10)`,

  `CREATE TABLE vedetta.planned_frame (
    run integer NOT NULL REFERENCES vedetta.run ON DELETE CASCADE,
    frame integer NOT NULL,
    first_slot integer NOT NULL,
    slots json NOT NULL,
    decided boolean NOT NULL DEFAULT false,
    PRIMARY KEY (run, frame)
  )`,
  'CREATE INDEX planned_frame_undecided ON vedetta.planned_frame (run, frame) WHERE NOT decided',

  // Its primary key decides who was first.
  `CREATE TABLE vedetta.committed_frame (
    run integer NOT NULL,
    frame integer NOT NULL,
    first_slot integer NOT NULL,
    slot_count integer NOT NULL,
    slots json NOT NULL,
    bytes double precision NOT NULL,
    committed_at timestamptz NOT NULL,
    PRIMARY KEY (run, frame)
  )`,
  'CREATE INDEX committed_frame_slot ON vedetta.committed_frame (run, first_slot)',

  `CREATE TYPE vedetta.outcome AS ENUM ('targetPresent', 'targetAbsent', 'unobserved')`,
  `CREATE TABLE vedetta.decision (
    run integer NOT NULL,
    slot integer NOT NULL,
    inspection integer NOT NULL,
    frame integer NOT NULL,
    region integer NOT NULL,
    cell integer NOT NULL,
    x double precision NOT NULL,
    y double precision NOT NULL,
    z double precision NOT NULL,
    statistic double precision NOT NULL,
    threshold double precision,
    p_value double precision,
    rank integer NOT NULL,
    outcome vedetta.outcome NOT NULL,
    stalled boolean NOT NULL,
    decided_at timestamptz NOT NULL,
    transmit integer[] NOT NULL,
    reports json NOT NULL,
    PRIMARY KEY (run, slot, inspection)
  )`,
  'CREATE INDEX decision_region ON vedetta.decision (region, run, slot, inspection)',
  `CREATE INDEX decision_present ON vedetta.decision (run, slot, inspection) WHERE outcome = 'targetPresent'`,
  `CREATE INDEX decision_unobserved ON vedetta.decision (run, slot, inspection) WHERE outcome = 'unobserved'`,
  'CREATE INDEX decision_unlikely ON vedetta.decision (run, slot, inspection) WHERE p_value <= 0.01',

  `CREATE TABLE vedetta.evaluation (
    run integer NOT NULL,
    slot integer NOT NULL,
    inspection integer NOT NULL,
    alarm_probability double precision NOT NULL,
    target_in_cell boolean NOT NULL,
    PRIMARY KEY (run, slot, inspection)
  )`,

  'CREATE SEQUENCE vedetta.outbox_id',
  `CREATE TABLE vedetta.outbox (
    id double precision PRIMARY KEY DEFAULT nextval('vedetta.outbox_id'),
    transaction_id xid8 NOT NULL DEFAULT pg_current_xact_id(),
    body json NOT NULL
  )`,
];

export const initial: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
