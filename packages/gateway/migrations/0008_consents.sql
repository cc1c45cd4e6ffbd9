CREATE TABLE "consents" (
	"declaration_id" uuid NOT NULL,
	"consent" text NOT NULL,
	"version" text,
	"locale" text NOT NULL,
	"channel" text NOT NULL,
	"given_by" text NOT NULL,
	"account_id" uuid,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "consents_declaration_id_consent_pk" PRIMARY KEY("declaration_id","consent")
);
--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_declaration_id_declarations_id_fk" FOREIGN KEY ("declaration_id") REFERENCES "public"."declarations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accounts" DROP COLUMN "identity_verified";--> statement-breakpoint
-- A consent is given or not: its record is never changed, only deleted with what is left of its declaration.
CREATE FUNCTION consents_stand() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the record of a consent is never changed';
END $$;
--> statement-breakpoint
CREATE TRIGGER consents_stand BEFORE UPDATE OR TRUNCATE ON "consents" FOR EACH STATEMENT EXECUTE FUNCTION consents_stand();
