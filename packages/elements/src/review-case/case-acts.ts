import { actWords } from '@bhxh-kit/domain/review/review-words.js';
import { html, nothing, type TemplateResult } from 'lit';
import { momentText } from '../deadline/deadline-note.js';
import { problemBox } from '../foundation/problem-box.js';
import { actName } from './case-history.js';
import type { CaseAct } from './case-session.js';
import type { CaseView } from './case-view.js';

/** What the buttons do. */
export interface Acting {
  readonly act: (act: CaseAct) => void;
  readonly reject: () => void;
  readonly reload: () => void;
}

/** What the officer can do now (O2–O4), the check of the paper before it, what they just did, and the way to take it back. */
export function caseActs(view: CaseView, problem: TemplateResult | typeof nothing, acting: Acting, paper: TemplateResult): TemplateResult {
  const { t, file } = view;
  return html`<section class="acts no-print" part="acts" aria-labelledby="acts">
    <h3 id="acts" tabindex="-1">${t('acts')}</h3>
    ${problem}${outcome(view, acting)}
    ${file.allowed.length === 0 ? html`<p>${t('noActs')}</p>` : file.declared ? paper : nothing}
    <div class="buttons">
      ${file.allowed.includes('paper-received') ? button(view, 'paper-received', () => acting.act('paper-received')) : nothing}
      ${file.allowed.includes('approve') ? button(view, 'approve', () => acting.act('approve')) : nothing}
      ${file.allowed.includes('reject') ? html`<button type="button" id="reject" class="danger" ?disabled=${view.session.busy !== undefined} aria-haspopup="dialog" @click=${acting.reject}>${t('act-reject')}</button>` : nothing}
    </div>
    ${view.session.busy === undefined && view.session.leaseLeft > 0 ? html`<button type="button" class="quiet" @click=${acting.reload}>${t('reload')}</button>` : nothing}
  </section>`;
}

function button({ t, session }: CaseView, act: 'paper-received' | 'approve', press: () => void): TemplateResult {
  return html`<button type="button" id=${act} class="primary" ?disabled=${session.busy !== undefined} aria-describedby="hint-${act}" @click=${press}>
      ${session.busy === act ? t('working') : t(`act-${act}`)}
    </button>
    <p class="hint" id="hint-${act}">${t(`hint-${act}`)}</p>`;
}

/** Told once when it is done; the seconds are there to be looked at, not to be read aloud one by one. */
function outcome({ t, session, file, locale }: CaseView, { act }: Acting): TemplateResult | typeof nothing {
  const { done, undoSeconds, busy } = session;
  if (!done && undoSeconds === 0) return nothing;
  const last = file.undo && undoSeconds > 0 ? actWords(file.undo.act, locale).done : '';
  return html`<div class="done" tabindex="-1" role="group" aria-label=${done ? t(`done-${done}`) : t('undoWhat', { act: last })}>
    <p>${done ? t(`done-${done}`) : t('undoWhat', { act: last })}</p>
    ${
      undoSeconds > 0
        ? html`<div class="undo">
            <button type="button" id="undo" ?disabled=${busy !== undefined} @click=${() => act('undo')}>${busy === 'undo' ? t('undoing') : t('undo')}</button>
            <span role="timer">${t('undoLeft', { seconds: undoSeconds })}</span>
          </div>`
        : nothing
    }
  </div>`;
}

/** Why an act did not come about, and the way out; a version conflict tells what came between. */
export function problemView(view: CaseView, refusedWords: (error: unknown) => string, written: boolean, reload: () => void): TemplateResult | typeof nothing {
  const { t, session, language } = view;
  const { problem } = session;
  if (!problem || problem.kind === 'rejection') return nothing;
  if (problem.kind === 'refused') return problemBox(t('notDone'), refusedWords(problem.error));
  const { act, at } = problem;
  const why = act && at ? t('changed', { act: actName(view, act), moment: momentText(at, language) }) : t('changedSomehow');
  const again = html`<button type="button" ?disabled=${session.busy !== undefined} @click=${reload}>${session.busy === 'reload' ? t('reloading') : t('reload')}</button>`;
  return problemBox(t('changedTitle'), written ? `${why} ${t('kept')}` : why, undefined, again);
}
