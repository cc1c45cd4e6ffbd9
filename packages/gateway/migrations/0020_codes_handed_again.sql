ALTER TABLE "account_codes" ADD COLUMN "asked_mac" text;--> statement-breakpoint
ALTER TABLE "account_codes" ADD COLUMN "handed_to" text;