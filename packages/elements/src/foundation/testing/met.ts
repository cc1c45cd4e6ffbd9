/** What has the focus in an element, as it is met: role, name and description. */
export function met(element: Element): readonly (string | null)[] {
  const root = element.shadowRoot!;
  const box = root.activeElement!;
  const words = (attribute: string) =>
    (box.getAttribute(attribute) ?? '')
      .split(' ')
      .map((id) => root.getElementById(id)?.textContent ?? '')
      .join(' ')
      .replace(/\s+/g, ' ')
      .trim();
  return [box.getAttribute('role'), words('aria-labelledby'), words('aria-describedby')];
}
