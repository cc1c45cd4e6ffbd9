/** The security headers of a host's answers. */
export function headersFor({ policy }, gateway) {
  const directives = Object.entries(policy).map(([name, value]) => `${name} ${value.replace('{{gateway}}', gateway)}`);
  return {
    'Content-Security-Policy': directives.join('; '),
    'Permissions-Policy': 'camera=(self), geolocation=(), microphone=()',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
  };
}
