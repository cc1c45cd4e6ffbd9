CREATE TABLE "integrator_keys" (
	"id" uuid PRIMARY KEY NOT NULL,
	"hash" text NOT NULL,
	"name" text NOT NULL,
	"scopes" text[] NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "integrator_keys_hash_unique" UNIQUE("hash"),
	CONSTRAINT "integrator_keys_scopes" CHECK (cardinality("integrator_keys"."scopes") > 0 and "integrator_keys"."scopes" <@ array['forward', 'vouch'])
);
