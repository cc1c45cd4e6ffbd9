CREATE TABLE "password_resets" (
	"id" uuid PRIMARY KEY NOT NULL,
	"asked_mac" text NOT NULL,
	"person_mac" text NOT NULL,
	"account_id" uuid,
	"code_mac" text,
	"sent_at" timestamp (3) with time zone NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"confirmed_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "password_reminders" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "password_resets" ADD CONSTRAINT "password_resets_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "password_resets_asked" ON "password_resets" USING btree ("asked_mac","sent_at");--> statement-breakpoint
CREATE INDEX "password_resets_of" ON "password_resets" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "password_resets_age" ON "password_resets" USING btree ("sent_at");--> statement-breakpoint
CREATE INDEX "accounts_reminding" ON "accounts" USING btree ("password_reminders",coalesce("password_changed_at", "created_at")) WHERE "accounts"."password_hash" is not null;