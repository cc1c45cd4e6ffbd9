import type { BhxhClient } from '@bhxh-kit/client';
import { nothing, type TemplateResult } from 'lit';
import type { CheckHost } from '../checks/check-surroundings.js';
import { checkTools } from './check-tools.js';
import type { FormSession } from './form-session.js';
import type { FormView } from './form-view.js';
import type { ReceiptView } from './receipt.js';
import type { Sent } from './send-declaration.js';
import type { Sender } from './sender-part.js';

/** Ghi nhận, four steps away when the form opens: what sends the declaration, and what asks for its code or its check, is loaded with the first press. */
export class Sending {
  #sender: Sender | undefined;

  constructor(
    private readonly host: CheckHost,
    private readonly resume: () => void,
  ) {}

  /** Never rejects. */
  async send(session: FormSession, client: BhxhClient, locale: 'vi' | 'en', broken: string): Promise<Sent> {
    try {
      this.#sender ??= new (await import('./sender-part.js')).Sender(this.host, checkTools, this.resume);
      return await this.#sender.send(session, client, locale, broken);
    } catch {
      return { end: 'failed', sentence: broken, again: true };
    }
  }

  render(view: FormView): TemplateResult | typeof nothing {
    return (view.form.step === 'review' && this.#sender?.render(view)) || nothing;
  }
  /** What the gateway answered; there once something was sent. */
  receipt(view: FormView, shown: ReceiptView): TemplateResult | undefined {
    return this.#sender?.receipt(view, shown);
  }
}
