import { z } from 'zod'
import { readDatabaseAddress } from './database-address'
import { OperatorError } from './operator-error'

// Every environment value that the program reads, and the only place that reads them (a lint rule says so).
// `npm start -- --help` and the table in README.md are made from this list.

const yesNo = z
  .enum(['1', '0', 'true', 'false', 'yes', 'no'], 'must be yes or no')
  .transform((value) => value === '1' || value === 'true' || value === 'yes')

const webAddress = z
  .url({ protocol: /^https?$/, error: 'must be an address like https://unroll.example.org' })
  .transform((value) => value.replace(/\/+$/, ''))

type Variable = {
  schema: z.ZodType
  description: string
  /** What the help shows as the value when nothing is set. */
  shownDefault: string
}

export const environmentVariables = {
  HOST: {
    schema: z.string().default('0.0.0.0'),
    description: 'Address to listen on. 127.0.0.1 keeps the server to this machine.',
    shownDefault: '0.0.0.0',
  },
  PORT: {
    schema: z
      .string()
      .regex(/^\d+$/, 'must be a number') // Number takes a blank for 0
      .transform(Number)
      .refine((port) => port <= 65535, 'must be at most 65535')
      .default(3000),
    description: 'Port to listen on.',
    shownDefault: '3000',
  },
  DATA_DIR: {
    schema: z.string().default('data'),
    description: 'Folder for the SQLite database, its backups and the session secret.',
    shownDefault: 'data',
  },
  DATABASE_URL: {
    schema: z
      .string()
      .regex(/^postgres(ql)?:\/\//, 'must begin with postgresql:// (leave it unset for SQLite in DATA_DIR)')
      .refine(
        (value) => readDatabaseAddress(value) !== null,
        'must be like postgresql://user:password@host:5432/database, with a port of at most 65535 and, in the password, %23 for #, %2F for /, %3F for ? and %25 for %',
      )
      .optional(),
    description: 'postgresql://user:password@host/database to use PostgreSQL instead of SQLite.',
    shownDefault: 'SQLite in DATA_DIR',
  },
  PUBLIC_URL: {
    schema: webAddress.optional(),
    description: 'Address that people use, e.g. https://unroll.example.org. Needed for mail and OIDC.',
    shownDefault: 'the address of each request',
  },
  TRUST_PROXY: {
    schema: yesNo.default(false),
    description: 'yes: believe X-Forwarded-* headers. Only behind a proxy that sets them itself.',
    shownDefault: 'no',
  },
  SESSION_SECRET: {
    schema: z.string().min(32, 'must have at least 32 characters').optional(),
    description: 'Signs session cookies. Set it when several servers share one PostgreSQL.',
    shownDefault: 'made once in DATA_DIR',
  },
  SMTP_URL: {
    schema: z
      .string()
      .regex(/^smtps?:\/\//, 'must begin with smtp:// or smtps://')
      .optional(),
    description: 'Mail server for password links, e.g. smtps://user:password@mail.example.org.',
    shownDefault: 'no mail',
  },
  MAIL_FROM: {
    schema: z.string().default('Unroll <unroll@localhost>'),
    description: 'Sender of mail.',
    shownDefault: 'Unroll <unroll@localhost>',
  },
  OIDC_ISSUER: {
    schema: webAddress.optional(),
    description: 'An OpenID Connect provider that people may link to their account.',
    shownDefault: 'none',
  },
  OIDC_CLIENT_ID: {
    schema: z.string().optional(),
    description: 'This program at that provider.',
    shownDefault: 'none',
  },
  OIDC_CLIENT_SECRET: {
    schema: z.string().optional(),
    description: 'Its secret.',
    shownDefault: 'none',
  },
  OIDC_NAME: {
    schema: z.string().default('OpenID'),
    description: 'What the button calls the provider.',
    shownDefault: 'OpenID',
  },
  LOG_LEVEL: {
    schema: z
      .enum(['silent', 'error', 'warn', 'info', 'debug'], 'must be silent, error, warn, info or debug')
      .default('info'),
    description: 'How much is written to the log: silent, error, warn, info or debug.',
    shownDefault: 'info',
  },
} satisfies Record<string, Variable>

type Variables = typeof environmentVariables
export type Environment = z.output<typeof environmentSchema>

const environmentSchema = z
  .object(
    Object.fromEntries(Object.entries(environmentVariables).map(([name, { schema }]) => [name, schema])) as {
      // fromEntries forgets which schema belongs to which name
      [Name in keyof Variables]: Variables[Name]['schema']
    },
  )
  .superRefine((env, context) => {
    const given = [env.OIDC_ISSUER, env.OIDC_CLIENT_ID, env.OIDC_CLIENT_SECRET].filter(
      (value) => value !== undefined,
    )
    if (given.length > 0 && given.length < 3) {
      context.addIssue({
        code: 'custom',
        path: ['OIDC_ISSUER'],
        message: 'must be set together with OIDC_CLIENT_ID and OIDC_CLIENT_SECRET, or not at all',
      })
    }
    if (given.length === 3 && env.PUBLIC_URL === undefined) {
      context.addIssue({ code: 'custom', path: ['PUBLIC_URL'], message: 'must be set when OIDC is used' })
    }
    if (env.SMTP_URL !== undefined && env.PUBLIC_URL === undefined) {
      context.addIssue({ code: 'custom', path: ['PUBLIC_URL'], message: 'must be set when mail is used' })
    }
  })

/** Checks the values; an empty one counts as unset. Throws one sentence that names every bad one. */
export function parseEnvironment(source: Record<string, string | undefined>): Environment {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const parsed = environmentSchema.safeParse(given)
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`)
  throw new OperatorError(`The environment is not right: ${problems.join('; ')}.`)
}

let environment: Environment | undefined

/** The values of this process, checked at the first call. */
export function getEnvironment(): Environment {
  environment ??= parseEnvironment(process.env)
  return environment
}
