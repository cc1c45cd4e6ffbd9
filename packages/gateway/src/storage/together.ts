/**
 * Lets those who ask at the same time be answered by one statement. While one is under way, later questions wait and go together in the next:
 * every question is still put to the database after it was asked, so that nothing is remembered that another instance may have changed.
 * Answers come in the order of the questions. A statement that fails fails for all who shared it.
 */
export function together<Question, Answer>(ask: (questions: readonly Question[]) => Promise<readonly Answer[]>): (question: Question) => Promise<Answer> {
  interface Asker {
    readonly question: Question;
    readonly answered: (answer: Answer) => void;
    readonly failed: (failure: unknown) => void;
  }
  const waiting: Asker[] = [];
  let busy = false;

  async function answerWaiting(): Promise<void> {
    busy = true;
    // What arrived in the same turn of the event loop goes along.
    await new Promise(setImmediate);
    const askers = waiting.splice(0, MOST);
    const asked = answer(askers);
    // A statement that hangs must not hold up everybody who comes after it.
    let patience: NodeJS.Timeout | undefined;
    await Promise.race([asked, new Promise((resolve) => (patience = setTimeout(resolve, PATIENCE)))]);
    clearTimeout(patience);
    busy = false;
    if (waiting.length > 0) void answerWaiting();
  }

  async function answer(askers: readonly Asker[]): Promise<void> {
    try {
      const answers = await ask(askers.map(({ question }) => question));
      askers.forEach(({ answered }, at) => answered(answers[at] as Answer));
    } catch (failure) {
      for (const { failed } of askers) failed(failure);
    }
  }

  return (question) =>
    new Promise((answered, failed) => {
      waiting.push({ question, answered, failed });
      if (!busy) void answerWaiting();
    });
}

/** Questions in one statement. */
const MOST = 500;
/** Milliseconds after which the next statement does not wait for the one under way. */
const PATIENCE = 250;
