import type { DeclarationPurpose, SubjectType } from '@bhxh-kit/domain';
import { addDays } from '@bhxh-kit/domain/dates/calendar.js';
import { paperRequired } from '@bhxh-kit/domain/declaration/circumstances.js';
import { formatDate } from '@bhxh-kit/domain/text/formats.js';
import { html, nothing, type TemplateResult } from 'lit';
import { choiceField } from '../fields.js';
import type { FormView } from '../form-view.js';

/** Mục đích (R2), loại đối tượng (R1), and what lies ahead: what to have at hand, and the deadline (R13). */
export function subjectStep(view: FormView): TemplateResult {
  const { form, t } = view;
  const [purpose, subject] = view.asked('subject');
  const hint = [t('subjectHint', { age: form.pack.childBelowAge }), ...(form.pack.childDirectly ? [] : [t('childNeedsAccount')])].join(' ');
  return html`${deadlineAhead(view)}
    <p class="lead">${t('prepare')}</p>
    ${
      purpose
        ? choiceField(
            view,
            purpose,
            form.purpose,
            (code) => view.codeName('purpose', code as DeclarationPurpose),
            (code) => view.choosePurpose(code as DeclarationPurpose),
          )
        : nothing
    }
    ${
      subject
        ? choiceField(
            view,
            subject,
            form.subject,
            (code) => view.codeName('subject', code as SubjectType),
            (code) => view.choose(code as SubjectType),
            hint,
          )
        : nothing
    }`;
}

/** R13: the date is told before anything is asked. */
export function deadlineAhead({ form, t }: FormView): TemplateResult | typeof nothing {
  if (!paperRequired(form.pack, form.circumstances, form.subject)) return nothing;
  const days = form.pack.paperWithinDays;
  return html`<p class="notice" part="notice">${t('deadlineFirst', { days, date: formatDate(addDays(form.today, days)) })}</p>`;
}
