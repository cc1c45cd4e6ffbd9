/** Text as markup shows it. */
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** A page of the sandbox or of a simulator, in Vietnamese: no script and no style, so that it needs nothing of the content policy but its icon. Without one, browsers ask for a file that is not there. */
export function sandboxPage(title: string, body: string): Response {
  const page = `<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><title>${title}</title></head><body><h1>${title}</h1>${body}</body></html>`;
  return new Response(page, {
    headers: {
      'Cache-Control': 'no-store',
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': "default-src 'none'; img-src data:; frame-ancestors 'none'",
    },
  });
}
