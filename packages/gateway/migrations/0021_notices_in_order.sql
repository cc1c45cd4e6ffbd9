DROP INDEX "outbox_waiting";--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "ordinal" bigserial NOT NULL;--> statement-breakpoint
UPDATE "outbox" SET "ordinal" = "placed"."ordinal" FROM (
	SELECT "id", row_number() OVER (ORDER BY "created_at", "ordinal") AS "ordinal" FROM "outbox"
) AS "placed" WHERE "placed"."id" = "outbox"."id";--> statement-breakpoint
ALTER TABLE "sandbox_messages" ADD COLUMN "ordinal" bigserial NOT NULL;--> statement-breakpoint
CREATE INDEX "outbox_waiting" ON "outbox" USING btree ("next_attempt_at","ordinal") WHERE "outbox"."delivered_at" is null and "outbox"."given_up_at" is null;