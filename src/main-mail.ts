import type { Config } from './config.ts';
import type { TaskParts } from './jobs/tasks.ts';

/** Whether daily e-mail can be sent: messages name their sender, and lead to a page that ends them. */
export const mailsDigests = ({ smtpUrl, mailFrom, mailSender, publicUrl }: Config): boolean =>
  [smtpUrl, mailFrom, mailSender, publicUrl].every((each) => each !== null);

/** How the jobs send mail; null for what is not configured. What sends it is loaded only where it is. */
export async function mailOf(config: Config): Promise<Pick<TaskParts, 'deskMail' | 'digestMail'>> {
  const { smtpUrl, mailFrom, mailSender: sender, publicUrl, deskMail: to } = config;
  if (smtpUrl === null || mailFrom === null) return { deskMail: null, digestMail: null };
  const { mailerOf } = await import('./mail/mailer.ts');
  const send = mailerOf(smtpUrl, mailFrom);
  const address = publicUrl?.replace(/\/+$/, '');
  return { deskMail: { send, to }, digestMail: sender !== null && address ? { send, publicUrl: address, sender } : null };
}
