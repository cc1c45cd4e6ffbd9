/**
 * Asks whoever is to be asked at first use before anything of theirs is fetched (A9), and again as soon as they take back what the account needs.
 * @param {HTMLElement} consent the `<bhxh-consent>` of the page, with the person's client around it from their sign-in on
 * @param {{ ask(): void, open(): void, fail(failure: unknown): void }} then `ask` shows the element alone, `open` the person's page, `fail` that neither can be told
 * @returns {(bhxh?: import('@bhxh-kit/client').BhxhClient) => Promise<void>} looks whether the person of the client is to be asked; without a client nobody is there
 */
export function consentFirst(consent, { ask, open, fail }) {
  let whose;
  let asking = false;
  const turn = (asked) => {
    asking = asked;
    if (asked) ask();
    else open();
  };
  consent.addEventListener('consented', ({ recorded }) => {
    // Something optional may be agreed to on the open page, too.
    if (asking && recorded) turn(false);
  });
  consent.addEventListener('withdrawn', ({ purpose }) => {
    if (purpose === 'account') turn(true);
  });
  return async (bhxh) => {
    const look = (whose = {});
    asking = false;
    if (!bhxh) return;
    try {
      const { asked } = await bhxh.consents.mine({ locale: 'vi' });
      if (look === whose) turn(asked);
    } catch (failure) {
      if (look === whose) fail(failure);
    }
  };
}
