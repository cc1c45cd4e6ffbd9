/** Light or dark by choice of the person, at first as their system is. The elements follow the page's `color-scheme`. */
export function offerDarkLook(button) {
  const root = document.documentElement;
  const turn = (dark) => {
    root.classList.toggle('dark', dark);
    root.classList.toggle('light', !dark);
    button.setAttribute('aria-pressed', String(dark));
  };
  turn(matchMedia('(prefers-color-scheme: dark)').matches);
  button.addEventListener('click', () => turn(!root.classList.contains('dark')));
}
