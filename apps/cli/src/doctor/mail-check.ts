import { verifySmtp } from '#mail';
import { fail, ok, reasonOf, type Finding } from './finding.js';

/** Whether the mail server answers and lets us in; nothing is sent. */
export async function mailCheck(smtpUrl: string): Promise<Finding> {
  const { host } = new URL(smtpUrl);
  try {
    await verifySmtp(smtpUrl);
    return ok('mail', `${host} answers`);
  } catch (error) {
    const remedy = 'Check SMTP_URL: host, port, user and password, and whether the server offers TLS.';
    return fail('mail', `${host}: ${reasonOf(error)}`, remedy);
  }
}
