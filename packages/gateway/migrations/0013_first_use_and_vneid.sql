CREATE TABLE "account_consents" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"given" boolean NOT NULL,
	"text_version" text NOT NULL,
	"locale" text NOT NULL,
	"channel" text NOT NULL,
	"given_by" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "identity_mac" text;--> statement-breakpoint
ALTER TABLE "account_consents" ADD CONSTRAINT "account_consents_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "account_consents_of" ON "account_consents" USING btree ("account_id","id");--> statement-breakpoint
CREATE INDEX "accounts_identity" ON "accounts" USING btree ("identity_mac","created_at");--> statement-breakpoint
CREATE INDEX "accounts_unidentified" ON "accounts" USING btree ("id") WHERE "accounts"."identity_mac" is null;--> statement-breakpoint
-- What was agreed to and taken back is only added to.
CREATE TRIGGER account_consents_stand BEFORE UPDATE OR TRUNCATE ON "account_consents" FOR EACH STATEMENT EXECUTE FUNCTION consents_stand();
