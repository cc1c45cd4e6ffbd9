DROP INDEX "outbox_waiting";--> statement-breakpoint
ALTER TABLE "declarations" ADD COLUMN "emptied_at" timestamp (3) with time zone;--> statement-breakpoint
UPDATE "declarations" SET "emptied_at" = (SELECT max("at") FROM "declaration_events" WHERE "declaration_id" = "declarations"."id") WHERE "sealed" IS NULL;--> statement-breakpoint
CREATE INDEX "declarations_emptied" ON "declarations" USING btree ("emptied_at") WHERE "declarations"."emptied_at" is not null;--> statement-breakpoint
CREATE INDEX "outbox_given_up" ON "outbox" USING btree ("given_up_at") WHERE "outbox"."given_up_at" is not null;--> statement-breakpoint
CREATE INDEX "photographs_open" ON "photographs" USING btree ("size") WHERE "photographs"."declaration_id" is null;--> statement-breakpoint
CREATE INDEX "sign_in_failures_age" ON "sign_in_failures" USING btree ("last_at");--> statement-breakpoint
CREATE INDEX "outbox_waiting" ON "outbox" USING btree ("next_attempt_at") WHERE "outbox"."delivered_at" is null and "outbox"."given_up_at" is null;