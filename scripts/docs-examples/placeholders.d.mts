// What the examples of the documentation take for granted: a client, things of the page around them, what a person typed.
import type { BhxhClient } from '@bhxh-kit/client';
import type { ReviewCase } from '@bhxh-kit/contract';
import type { DeclarationSubmission } from '@bhxh-kit/domain';
import type { BhxhDeclarationForm } from '@bhxh-kit/elements/declaration-form.js';

declare global {
  const bhxh: BhxhClient;

  const button: HTMLButtonElement;
  const form: BhxhDeclarationForm;

  const authorizeUrl: string;
  const bhxhNumber: string;
  const contact: string;
  const correctionCode: string;
  const currentPassword: string;
  const newPassword: string;
  const oneTimeCode: string;
  const password: string;
  const reference: string;
  const scanned: string;
  const ticket: string;

  const declaration: DeclarationSubmission;
  const reviewCase: ReviewCase;

  /** What a page does then. */
  function show(...what: unknown[]): void;
  function mark(pointer: string, code: string): void;
  function showAccount(): void;
  function hideAccount(): void;
  function showOffices(): void;

  /** Of the hospital desk's script, which its camera goes on from. */
  const word: HTMLOutputElement;
  function answer(text: string): void;
  function nextPatient(): void;

  /** Scripts of a page ask for their own elements and know that they are there. */
  interface ParentNode {
    querySelector<Tag extends keyof HTMLElementTagNameMap>(selectors: Tag): HTMLElementTagNameMap[Tag];
    // By anything but its tag an element is of a type only the page knows.
    // eslint-disable-next-line @typescript-eslint/no-explicit-any
    querySelector(selectors: string): any;
    // eslint-disable-next-line @typescript-eslint/no-explicit-any
    querySelectorAll(selectors: string): NodeListOf<any>;
  }

  /** An example may be a page's service worker. */
  interface Window {
    readonly registration: ServiceWorkerRegistration;
    skipWaiting(): Promise<void>;
  }
}
