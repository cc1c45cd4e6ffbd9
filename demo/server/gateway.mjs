import { rm } from 'node:fs/promises';
import { createGateway, FolderTaken, FolderUnusable, openDatabase, readSettings, SettingsWrong } from '@bhxh-kit/gateway';

/** What the demonstration sets unless the environment does: the sandbox, its folder, and a log that leaves the table readable. */
const settingsFrom = (environment, origins = []) => {
  // Beside the host pages whoever tries a page of their own.
  const allowed = [environment.BHXH_ALLOWED_ORIGINS, ...origins].filter(Boolean).join(',');
  try {
    return readSettings({ BHXH_DATA: '.data', BHXH_LOG: 'warn', ...environment, BHXH_SANDBOX: '1', BHXH_ALLOWED_ORIGINS: allowed });
  } catch (failure) {
    if (failure instanceof SettingsWrong) throw new Error(failure.problems.map((problem) => `• ${problem}`).join('\n'), { cause: failure });
    throw failure;
  }
};

/** Opens the gateway for pages of these origins. `parts` are a database or a log brought along, as `createGateway` takes them. */
export async function openGateway(environment, origins, parts) {
  const settings = settingsFrom(environment, origins);
  const gateway = await createGateway({ ...parts, settings });
  try {
    return { gateway, listening: await gateway.listen() };
  } catch (failure) {
    await gateway.close();
    throw failure;
  }
}

/** Empties the embedded database. Rejects while another process has it open, and never touches a server that DATABASE_URL names. */
export async function emptyData(environment) {
  const settings = settingsFrom(environment);
  if (settings.databaseUrl)
    throw new Error('--reset empties only the embedded database. Make an empty database on the server (dropdb, createdb) and name it in DATABASE_URL.');
  try {
    await (await openDatabase(settings)).close();
  } catch (failure) {
    // A damaged database is what a reset is for; one that is open elsewhere is not, nor is what is no folder of ours.
    if (failure instanceof FolderTaken || failure instanceof FolderUnusable) throw failure;
  }
  await rm(settings.dataFolder, { recursive: true, force: true });
}
