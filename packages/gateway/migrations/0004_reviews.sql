CREATE TABLE "declaration_marks" (
	"declaration_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"mac" text NOT NULL,
	CONSTRAINT "declaration_marks_declaration_id_kind_pk" PRIMARY KEY("declaration_id","kind")
);
--> statement-breakpoint
CREATE TABLE "review_acts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"declaration_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"act" text NOT NULL,
	"from_status" text NOT NULL,
	"to_status" text NOT NULL,
	"officer_id" uuid NOT NULL,
	"agency_code" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"reasons" text[],
	"sealed" "bytea",
	"undone_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "review_leases" (
	"declaration_id" uuid NOT NULL,
	"officer_id" uuid NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	"until" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "review_leases_declaration_id_officer_id_pk" PRIMARY KEY("declaration_id","officer_id")
);
--> statement-breakpoint
CREATE TABLE "review_list_items" (
	"list_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"declaration_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"outcome" text NOT NULL,
	"code" text,
	"made_version" integer,
	CONSTRAINT "review_list_items_list_id_position_pk" PRIMARY KEY("list_id","position")
);
--> statement-breakpoint
CREATE TABLE "review_lists" (
	"id" uuid PRIMARY KEY NOT NULL,
	"officer_id" uuid NOT NULL,
	"agency_code" text NOT NULL,
	"state" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"until" timestamp (3) with time zone NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "sent_codes" (
	"purpose" text NOT NULL,
	"subject" uuid NOT NULL,
	"mac" text NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"sent_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "sent_codes_purpose_subject_pk" PRIMARY KEY("purpose","subject")
);
--> statement-breakpoint
ALTER TABLE "accounts" ALTER COLUMN "password_hash" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "email_mac" text;--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "closes_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "declarations" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "declarations" ADD COLUMN "purpose" text;--> statement-breakpoint
ALTER TABLE "declarations" ADD COLUMN "subject" text;--> statement-breakpoint
ALTER TABLE "declarations" ADD COLUMN "correctable_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "act_id" uuid;--> statement-breakpoint
ALTER TABLE "declaration_marks" ADD CONSTRAINT "declaration_marks_declaration_id_declarations_id_fk" FOREIGN KEY ("declaration_id") REFERENCES "public"."declarations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_acts" ADD CONSTRAINT "review_acts_declaration_id_declarations_id_fk" FOREIGN KEY ("declaration_id") REFERENCES "public"."declarations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_acts" ADD CONSTRAINT "review_acts_officer_id_officers_id_fk" FOREIGN KEY ("officer_id") REFERENCES "public"."officers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_leases" ADD CONSTRAINT "review_leases_declaration_id_declarations_id_fk" FOREIGN KEY ("declaration_id") REFERENCES "public"."declarations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_leases" ADD CONSTRAINT "review_leases_officer_id_officers_id_fk" FOREIGN KEY ("officer_id") REFERENCES "public"."officers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_list_items" ADD CONSTRAINT "review_list_items_list_id_review_lists_id_fk" FOREIGN KEY ("list_id") REFERENCES "public"."review_lists"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_lists" ADD CONSTRAINT "review_lists_officer_id_officers_id_fk" FOREIGN KEY ("officer_id") REFERENCES "public"."officers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_lists" ADD CONSTRAINT "review_lists_decided_by_officers_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."officers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "declaration_marks_mac" ON "declaration_marks" USING btree ("mac");--> statement-breakpoint
CREATE INDEX "review_acts_of" ON "review_acts" USING btree ("declaration_id","version");--> statement-breakpoint
CREATE INDEX "review_leases_until" ON "review_leases" USING btree ("until");--> statement-breakpoint
CREATE INDEX "review_lists_waiting" ON "review_lists" USING btree ("state","until");--> statement-breakpoint
CREATE INDEX "sent_codes_expiry" ON "sent_codes" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "declarations_queue" ON "declarations" USING btree (coalesce("paper_due_at", "received_at"),"id");--> statement-breakpoint
CREATE INDEX "declarations_unmarked" ON "declarations" USING btree ("id") WHERE "declarations"."purpose" is null and "declarations"."sealed" is not null;--> statement-breakpoint
CREATE INDEX "declarations_correctable" ON "declarations" USING btree ("correctable_until") WHERE "declarations"."sealed" is not null;--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_email_mac_unique" UNIQUE("email_mac");