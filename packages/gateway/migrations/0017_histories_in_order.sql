-- What is in clear becomes a place in order; what a row says is sealed in it already.
DROP INDEX "benefits_of";--> statement-breakpoint
DROP INDEX "benefits_of_kind";--> statement-breakpoint
DROP INDEX "visits_of";--> statement-breakpoint
DROP INDEX "visits_of_year";--> statement-breakpoint
DROP INDEX "health_cards_of";--> statement-breakpoint
DROP INDEX "participation_of";--> statement-breakpoint
DROP INDEX "participation_of_branch";--> statement-breakpoint
ALTER TABLE "participation_periods" ADD COLUMN "ordinal" integer;--> statement-breakpoint
UPDATE "participation_periods" SET "ordinal" = "placed"."ordinal" FROM (
	SELECT "id", row_number() OVER (PARTITION BY "account_id" ORDER BY "from_month" COLLATE "C", "id") AS "ordinal" FROM "participation_periods"
) AS "placed" WHERE "placed"."id" = "participation_periods"."id";--> statement-breakpoint
ALTER TABLE "participation_periods" ALTER COLUMN "ordinal" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "participation_periods" DROP COLUMN "branch";--> statement-breakpoint
ALTER TABLE "participation_periods" DROP COLUMN "from_month";--> statement-breakpoint
CREATE UNIQUE INDEX "participation_in_order" ON "participation_periods" USING btree ("account_id","ordinal");--> statement-breakpoint
-- A dropped column leaves its values where they were until the table is written anew.
CLUSTER "participation_periods" USING "participation_in_order";--> statement-breakpoint
ALTER TABLE "benefit_payments" ADD COLUMN "ordinal" integer;--> statement-breakpoint
UPDATE "benefit_payments" SET "ordinal" = "placed"."ordinal" FROM (
	SELECT "id", row_number() OVER (PARTITION BY "account_id" ORDER BY "from_day" COLLATE "C", "id") AS "ordinal" FROM "benefit_payments"
) AS "placed" WHERE "placed"."id" = "benefit_payments"."id";--> statement-breakpoint
ALTER TABLE "benefit_payments" ALTER COLUMN "ordinal" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "benefit_payments" DROP COLUMN "kind";--> statement-breakpoint
ALTER TABLE "benefit_payments" DROP COLUMN "from_day";--> statement-breakpoint
CREATE UNIQUE INDEX "benefits_in_order" ON "benefit_payments" USING btree ("account_id","ordinal");--> statement-breakpoint
CLUSTER "benefit_payments" USING "benefits_in_order";--> statement-breakpoint
ALTER TABLE "medical_visits" ADD COLUMN "ordinal" integer;--> statement-breakpoint
UPDATE "medical_visits" SET "ordinal" = "placed"."ordinal" FROM (
	SELECT "id", row_number() OVER (PARTITION BY "account_id" ORDER BY "admitted" COLLATE "C", "id") AS "ordinal" FROM "medical_visits"
) AS "placed" WHERE "placed"."id" = "medical_visits"."id";--> statement-breakpoint
ALTER TABLE "medical_visits" ALTER COLUMN "ordinal" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "medical_visits" DROP COLUMN "year";--> statement-breakpoint
ALTER TABLE "medical_visits" DROP COLUMN "admitted";--> statement-breakpoint
CREATE UNIQUE INDEX "visits_in_order" ON "medical_visits" USING btree ("account_id","ordinal");--> statement-breakpoint
CLUSTER "medical_visits" USING "visits_in_order";--> statement-breakpoint
ALTER TABLE "health_cards" DROP COLUMN "valid_from";--> statement-breakpoint
CREATE INDEX "health_cards_by" ON "health_cards" USING btree ("account_id");--> statement-breakpoint
CLUSTER "health_cards" USING "health_cards_by";
