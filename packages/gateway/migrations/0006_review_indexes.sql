DROP INDEX "declarations_queue";--> statement-breakpoint
CREATE INDEX "review_acts_restoring" ON "review_acts" USING btree ("at") WHERE "review_acts"."act" = 'approve' and "review_acts"."sealed" is not null;--> statement-breakpoint
CREATE INDEX "accounts_closing" ON "accounts" USING btree ("closes_at") WHERE "accounts"."closes_at" is not null;--> statement-breakpoint
CREATE INDEX "declarations_open" ON "declarations" USING btree (coalesce("paper_due_at", "received_at"),"id") WHERE "declarations"."status" in ('waiting-for-paper', 'in-review');