CREATE TABLE "waiting_guardians" (
	"id" uuid PRIMARY KEY NOT NULL,
	"child_id" uuid NOT NULL,
	"guardian_mac" text NOT NULL,
	"sealed" "bytea" NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "guardian_links" ADD COLUMN "rule_pack" text;--> statement-breakpoint
-- The pack of the declaration a link came of; of a link without one, a pack of the younger age, so that it ends rather too early.
UPDATE "guardian_links" SET "rule_pack" = coalesce((
	SELECT "declarations"."rule_pack" FROM "audit" JOIN "declarations" ON "declarations"."reference" = "audit"."actor"
	WHERE "audit"."act" = 'guardian-linked' AND "audit"."subject" = "guardian_links"."child_id"::text ORDER BY "audit"."id" DESC LIMIT 1
), '2023');--> statement-breakpoint
ALTER TABLE "guardian_links" ALTER COLUMN "rule_pack" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "guardian_links" DROP COLUMN "until";--> statement-breakpoint
-- A dropped column leaves its values where they were until the table is written anew: they were birthdays.
CLUSTER "guardian_links" USING "guardian_links_of";--> statement-breakpoint
ALTER TABLE "waiting_guardians" ADD CONSTRAINT "waiting_guardians_child_id_accounts_id_fk" FOREIGN KEY ("child_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "waiting_guardians_to" ON "waiting_guardians" USING btree ("child_id","guardian_mac");--> statement-breakpoint
CREATE INDEX "waiting_guardians_by" ON "waiting_guardians" USING btree ("guardian_mac");--> statement-breakpoint
CREATE INDEX "waiting_guardians_expiry" ON "waiting_guardians" USING btree ("expires_at");--> statement-breakpoint
-- Papers that are no personal ID have a fingerprint too now: a job looks again.
UPDATE "accounts" SET "identity_mac" = NULL WHERE "identity_mac" = '';
