import { createClient } from '@bhxh-kit/client';
import { createTestGateway, personas, type TestGateway, type TestGatewayOptions } from '@bhxh-kit/client/testing';
import { fixture, html } from '@open-wc/testing';
import axe from 'axe-core';
import type { BhxhSignIn } from '../sign-in.js';
import '../define.js';

export const { profile, password } = personas.employee;
export const DAY = 86_400_000;

export const shadow = (host: Element, selector: string) => host.shadowRoot!.querySelector<HTMLInputElement>(selector)!;
export const text = (host: Element) => host.shadowRoot!.querySelector('.sheet')!.textContent.replace(/\s+/g, ' ');
export const violations = async (host: HTMLElement) => (await axe.run(host)).violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html)}`);
export const clientOf = (gateway: TestGateway) => createClient({ baseUrl: 'https://gateway.test', fetch: gateway.fetch, retries: 0 });

export async function opened(options?: TestGatewayOptions) {
  const gateway = createTestGateway(options);
  const client = clientOf(gateway);
  const element = await fixture<BhxhSignIn>(
    html`<bhxh-sign-in .client=${client}><a slot="first-time" href="/kich-hoat">Kích hoạt</a><p slot="done">Chào bạn</p></bhxh-sign-in>`,
  );
  const events: string[] = [];
  element.addEventListener('signed-in', () => events.push('signed-in'));
  element.addEventListener('step', ({ step }) => events.push(step));
  return { gateway, client, element, events };
}
export async function write(element: Element, box: string, typed: string): Promise<void> {
  const input = shadow(element, box);
  input.value = typed;
  input.dispatchEvent(new InputEvent('input'));
  await (element as BhxhSignIn).updateComplete;
}
export async function submitted(element: BhxhSignIn, number = profile.bhxhNumber, typed = password): Promise<void> {
  await write(element, '#number', number);
  await write(element, '#password', typed);
  shadow(element, '[type=submit]').click();
}
export const signIns = ({ requests }: TestGateway) => requests.filter(({ operation }) => operation === 'session.signIn');
export const focused = (element: BhxhSignIn) => element.shadowRoot!.activeElement;
