CREATE TABLE "benefit_payments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"from_day" text NOT NULL,
	"sealed" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "medical_visits" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"admitted" text NOT NULL,
	"sealed" "bytea" NOT NULL,
	"sealed_lines" "bytea"
);
--> statement-breakpoint
ALTER TABLE "benefit_payments" ADD CONSTRAINT "benefit_payments_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "medical_visits" ADD CONSTRAINT "medical_visits_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "benefits_of" ON "benefit_payments" USING btree ("account_id","from_day","id");--> statement-breakpoint
CREATE INDEX "benefits_of_kind" ON "benefit_payments" USING btree ("account_id","kind","from_day","id");--> statement-breakpoint
CREATE INDEX "visits_of" ON "medical_visits" USING btree ("account_id","admitted","id");--> statement-breakpoint
CREATE INDEX "visits_of_year" ON "medical_visits" USING btree ("account_id","year","admitted","id");