CREATE TABLE "email_codes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email_mac" text NOT NULL,
	"subject" text NOT NULL,
	"code_mac" text,
	"sent_at" timestamp (3) with time zone NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"confirmed_at" timestamp (3) with time zone,
	"confirmation_hash" text,
	CONSTRAINT "email_codes_confirmation_hash_unique" UNIQUE("confirmation_hash")
);
--> statement-breakpoint
CREATE TABLE "spent_challenges" (
	"id" text PRIMARY KEY NOT NULL,
	"by" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "declarations" ADD COLUMN "next_reminder_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "declarations" ADD COLUMN "resent_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "until" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "email_codes_of" ON "email_codes" USING btree ("email_mac","sent_at");--> statement-breakpoint
CREATE INDEX "email_codes_age" ON "email_codes" USING btree ("sent_at");--> statement-breakpoint
CREATE INDEX "spent_challenges_expiry" ON "spent_challenges" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "declarations_reminding" ON "declarations" USING btree ("next_reminder_at") WHERE "declarations"."status" = 'waiting-for-paper' and "declarations"."next_reminder_at" is not null;--> statement-breakpoint
CREATE INDEX "outbox_until" ON "outbox" USING btree ("until") WHERE "outbox"."until" is not null;--> statement-breakpoint
-- Declarations of before are reminded from now on.
UPDATE "declarations" SET "next_reminder_at" = now() WHERE "status" = 'waiting-for-paper' AND "paper_due_at" IS NOT NULL;
