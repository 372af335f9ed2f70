import { rowId } from '@/lib/account/account-schemas'
import { z } from 'zod'
import { slugParams } from '../deck-schemas'

const role = z.enum(['EDITOR', 'VIEWER'])
const instant = z.number().int().describe('Milliseconds since 1970')

export const inviteBody = z.strictObject({ role, days: z.number().int().min(1).max(30).default(7) })
export const inviteParams = slugParams.extend({ id: rowId })
export const memberParams = slugParams.extend({ userId: rowId })
export const memberBody = z.strictObject({ role })
export const tokenParams = z.strictObject({ token: z.string().min(20).max(200) })

const openInvite = z.object({ id: z.string(), role, createdAt: instant, expiresAt: instant })

export const inviteMadeAnswer = openInvite.extend({ token: z.string().describe('Shown this once') })

const title = z.object({ zh: z.string().optional(), en: z.string().optional() })

export const membersAnswer = z.object({
  deck: z.object({ slug: z.string(), title }),
  members: z.array(
    z.object({
      userId: z.string(),
      name: z.string(),
      role: z.enum(['OWNER', 'EDITOR', 'VIEWER']),
      isYou: z.boolean(),
    }),
  ),
  canOwn: z.boolean(),
  invites: z.array(openInvite).describe('The owner’s alone'),
})

export const inviteAnswer = z.object({
  role,
  slug: z.string(),
  title,
  by: z.string().describe('The name of who invites'),
  expiresAt: instant,
  isIn: z.boolean(),
})
