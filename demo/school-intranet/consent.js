/**
 * Reminds whoever is to be asked at first use, until they have answered.
 * @returns {(bhxh: import('@bhxh-kit/client').BhxhClient) => Promise<void>} looks whether the person is to be asked
 */
export function followConsent(consent, reminder) {
  consent.addEventListener('consented', () => (reminder.hidden = true));
  consent.addEventListener('withdrawn', ({ purpose }) => (reminder.hidden = purpose !== 'account'));
  return async (bhxh) => {
    reminder.hidden = true;
    // Without an answer nobody is reminded: the element below asks all the same.
    const { asked } = await bhxh.consents.mine({ locale: 'vi' }).catch(() => ({ asked: false }));
    reminder.hidden = !asked;
  };
}
