import { createTransport, type Transporter } from 'nodemailer'
import { getEnvironment } from '@/lib/platform/env'

export type Mail = { to: string; subject: string; text: string }

let transport: Transporter | undefined

export function canSendMail(): boolean {
  return getEnvironment().SMTP_URL !== undefined
}

/** Rejects when the mail server does not take it. */
export async function sendMail(mail: Mail): Promise<void> {
  const { SMTP_URL, MAIL_FROM } = getEnvironment()
  if (SMTP_URL === undefined) throw new Error('No mail server is configured')
  transport ??= createTransport(SMTP_URL)
  await transport.sendMail({ from: MAIL_FROM, ...mail })
}
