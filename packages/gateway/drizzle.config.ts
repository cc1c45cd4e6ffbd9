import { defineConfig } from 'drizzle-kit';

/** `npx drizzle-kit generate` in this folder writes the next migration from a changed schema. */
export default defineConfig({ dialect: 'postgresql', schema: './src/storage/schema.ts', out: './migrations' });
