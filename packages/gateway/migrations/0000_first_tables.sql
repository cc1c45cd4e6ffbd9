CREATE TABLE "accounts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_mac" text NOT NULL,
	"password_hash" text NOT NULL,
	"identity_verified" boolean DEFAULT false NOT NULL,
	"sealed" "bytea" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "accounts_person_mac_unique" UNIQUE("person_mac")
);
--> statement-breakpoint
CREATE TABLE "audit" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"act" text NOT NULL,
	"subject" text NOT NULL,
	"actor" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "declaration_events" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"declaration_id" uuid NOT NULL,
	"status" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "declarations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"reference" text NOT NULL,
	"agency_code" text NOT NULL,
	"agency_name" text NOT NULL,
	"rule_pack" text NOT NULL,
	"status" text NOT NULL,
	"reason" text,
	"locale" text NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"paper_due_at" timestamp (3) with time zone,
	"phone_mac" text NOT NULL,
	"email_mac" text,
	"sealed" "bytea",
	CONSTRAINT "declarations_reference_unique" UNIQUE("reference")
);
--> statement-breakpoint
CREATE TABLE "health_cards" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"valid_from" text NOT NULL,
	"sealed" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "idempotency" (
	"key_hash" text PRIMARY KEY NOT NULL,
	"fingerprint" text NOT NULL,
	"answer" "bytea" NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "installation" (
	"id" integer PRIMARY KEY NOT NULL,
	"key_id" text NOT NULL,
	"clock_offset" bigint DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" uuid PRIMARY KEY NOT NULL,
	"declaration_id" uuid,
	"channel" text NOT NULL,
	"notice" text NOT NULL,
	"sealed" "bytea",
	"created_at" timestamp (3) with time zone NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamp (3) with time zone NOT NULL,
	"delivered_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "participation_periods" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"branch" text NOT NULL,
	"from_month" text NOT NULL,
	"sealed" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "photograph_chunks" (
	"photograph_id" text NOT NULL,
	"byte_offset" integer NOT NULL,
	"length" integer NOT NULL,
	"sealed" "bytea" NOT NULL,
	CONSTRAINT "photograph_chunks_photograph_id_byte_offset_pk" PRIMARY KEY("photograph_id","byte_offset")
);
--> statement-breakpoint
CREATE TABLE "photographs" (
	"id" text PRIMARY KEY NOT NULL,
	"key_hash" text NOT NULL,
	"kind" text NOT NULL,
	"size" integer NOT NULL,
	"sha256" text,
	"received" integer DEFAULT 0 NOT NULL,
	"complete" boolean DEFAULT false NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"declaration_id" uuid,
	"sealed" "bytea"
);
--> statement-breakpoint
CREATE UNLOGGED TABLE "rate_counters" (
	"bucket" text NOT NULL,
	"caller" text NOT NULL,
	"window_start" timestamp (3) with time zone NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "rate_counters_bucket_caller_window_start_pk" PRIMARY KEY("bucket","caller","window_start")
);
--> statement-breakpoint
CREATE TABLE "reference_counters" (
	"year" integer NOT NULL,
	"province" text NOT NULL,
	"last" integer NOT NULL,
	CONSTRAINT "reference_counters_year_province_pk" PRIMARY KEY("year","province")
);
--> statement-breakpoint
CREATE TABLE "sandbox_messages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"channel" text NOT NULL,
	"recipient" text NOT NULL,
	"subject" text,
	"body" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "session_tokens" (
	"hash" text PRIMARY KEY NOT NULL,
	"session_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	CONSTRAINT "session_tokens_kind" CHECK ("session_tokens"."kind" in ('access', 'refresh'))
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"signed_in_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "sign_in_failures" (
	"person_mac" text PRIMARY KEY NOT NULL,
	"failures" integer NOT NULL,
	"locked_until" timestamp (3) with time zone,
	"last_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "declaration_events" ADD CONSTRAINT "declaration_events_declaration_id_declarations_id_fk" FOREIGN KEY ("declaration_id") REFERENCES "public"."declarations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "health_cards" ADD CONSTRAINT "health_cards_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participation_periods" ADD CONSTRAINT "participation_periods_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "photograph_chunks" ADD CONSTRAINT "photograph_chunks_photograph_id_photographs_id_fk" FOREIGN KEY ("photograph_id") REFERENCES "public"."photographs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "photographs" ADD CONSTRAINT "photographs_declaration_id_declarations_id_fk" FOREIGN KEY ("declaration_id") REFERENCES "public"."declarations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_tokens" ADD CONSTRAINT "session_tokens_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_subject" ON "audit" USING btree ("subject","id");--> statement-breakpoint
CREATE INDEX "declaration_events_of" ON "declaration_events" USING btree ("declaration_id","id");--> statement-breakpoint
CREATE INDEX "declarations_due" ON "declarations" USING btree ("paper_due_at") WHERE "declarations"."status" = 'waiting-for-paper';--> statement-breakpoint
CREATE INDEX "declarations_agency" ON "declarations" USING btree ("agency_code","status","paper_due_at");--> statement-breakpoint
CREATE INDEX "health_cards_of" ON "health_cards" USING btree ("account_id","valid_from");--> statement-breakpoint
CREATE INDEX "idempotency_expiry" ON "idempotency" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "outbox_waiting" ON "outbox" USING btree ("next_attempt_at") WHERE "outbox"."delivered_at" is null;--> statement-breakpoint
CREATE INDEX "outbox_of" ON "outbox" USING btree ("declaration_id");--> statement-breakpoint
CREATE INDEX "participation_of" ON "participation_periods" USING btree ("account_id","from_month","id");--> statement-breakpoint
CREATE INDEX "participation_of_branch" ON "participation_periods" USING btree ("account_id","branch","from_month","id");--> statement-breakpoint
CREATE INDEX "photographs_expiry" ON "photographs" USING btree ("expires_at") WHERE "photographs"."declaration_id" is null;--> statement-breakpoint
CREATE INDEX "photographs_of" ON "photographs" USING btree ("declaration_id");--> statement-breakpoint
CREATE INDEX "rate_counters_age" ON "rate_counters" USING btree ("window_start");--> statement-breakpoint
CREATE INDEX "session_tokens_of" ON "session_tokens" USING btree ("session_id");--> statement-breakpoint
CREATE INDEX "sessions_expiry" ON "sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "sessions_of" ON "sessions" USING btree ("account_id");