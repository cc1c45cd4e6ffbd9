// R16 on a page without a bundler: whoever has the account signs in, then declares for the child.
import '/kit/esm/define/declaration-form.js';
import '/kit/esm/define/provider.js';
import '/kit/esm/define/sign-in.js';

const door = document.querySelector('bhxh-sign-in');
door.addEventListener('signed-in', () => {
  const form = document.createElement('bhxh-declaration-form');
  form.subject = 'child';
  door.replaceWith(form);
  document.querySelector('h1').focus();
});
