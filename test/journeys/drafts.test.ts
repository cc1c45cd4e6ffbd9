import { describe, expect, it } from 'vitest';
import { Declarant, NGUYEN_VAN_A, PLACES } from './support/declarant.js';
import { journey } from './support/journey.js';

const SUBMIT = '**/v1/declarations';

describe('a declaration that crashes on the way', () => {
  const shared = journey({ BHXH_RULE_PACK: '2021' });

  it('R20 · is taken up again by keyboard after each crash, and is recorded once although its answer was lost', async () => {
    const { visitor, demo } = shared;
    const person = { ...NGUYEN_VAN_A, places: PLACES['2021'] };
    const begun = new Declarant(shared);
    await begun.open(demo.pages.province);
    await begun.chooseSubject('Cá nhân');
    await begun.writePerson(person);
    await begun.toAgency();
    await left(begun);
    await visitor.crash();

    const again = await takenUp();
    await again.atStep(/^Bước 4\//);
    await again.form.getByText('Đã mở lại bản nháp').waitFor();
    await again.chooseAgencyByFilter('dong da');
    await again.chooseHandIn(/^Tại nơi tiếp nhận/);
    await again.next();
    await again.atStep(/^Bước 5\//);
    for (const said of [person.fullName, person.bhxhNumber, person.identityNumber, person.places.at(-1)![2], person.email])
      await again.form.getByRole('definition').filter({ hasText: said }).first().waitFor();
    await again.commit();
    // The gateway takes it; the answer never reaches the page.
    const taken = new Promise<number>((status) => {
      void visitor.context.route(SUBMIT, async (route) => status((await route.fetch()).status()));
    });
    await again.record();
    expect(await taken).toBe(201);
    await visitor.crash();
    await visitor.context.unroute(SUBMIT);

    const last = await takenUp();
    await last.atStep(/^Bước 5\//);
    await last.form.getByText(/bạn đã bấm “Ghi nhận” nhưng trang chưa nhận được trả lời/).waitFor();
    await last.record();
    const reference = await last.reference();
    expect(await demo.rows('select reference from declarations')).toEqual([{ reference }]);
    const { declaration, photographs } = await demo.kept(reference);
    expect(JSON.stringify(declaration)).toContain(person.fullName);
    expect([...photographs.keys()].sort()).toEqual(['identity-back', 'identity-front', 'portrait']);
    await expect.poll(() => storedRows(last)).toBe(0);
  });

  /** Until the page may be left without a word: everything is kept. */
  async function left({ form }: Declarant): Promise<void> {
    await form.getByText(/^Bản nháp được lưu trên máy này đến ngày/).waitFor();
    await expect.poll(() => shared.visitor.page.evaluate(() => dispatchEvent(new Event('beforeunload', { cancelable: true })))).toBe(true);
  }

  async function takenUp(): Promise<Declarant> {
    const { visitor, demo } = shared;
    const declarant = new Declarant(shared);
    await declarant.open(demo.pages.province);
    await visitor.press(declarant.form.getByRole('button', { name: 'Tiếp tục bản nháp', exact: true }), 'Enter');
    return declarant;
  }
});

/** How many rows the browser holds of drafts, keys among them. */
const storedRows = ({ page }: Declarant): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const opening = indexedDB.open('bhxh-kit-drafts');
        opening.onsuccess = () => {
          const database = opening.result;
          const transaction = database.transaction([...database.objectStoreNames]);
          const counts = [...database.objectStoreNames].map((store) => transaction.objectStore(store).count());
          transaction.oncomplete = () => {
            database.close();
            resolve(counts.reduce((sum, { result }) => sum + result, 0));
          };
        };
      }),
  );
