import { cpSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openAccounts } from '#db/accounts/open-accounts.ts'
import { type CreateAccountOptions, createAccount } from './create-account.ts'
import { type Access, type OpenAccessOptions, openAccess } from './open-access.ts'

let templateDir: string
let dataDir: string
let now: Date
let opened: Access[] = []
const unexpected: unknown[] = []

/** Sessions of the accounts that every test begins with: a password's hash takes too long to make them each time. */
let admin: Headers
let secondAdmin: Headers
let ana: Headers

beforeAll(async () => {
  templateDir = dataDir = mkdtempSync(join(tmpdir(), 'access-'))
  now = new Date()
  const access = await open()
  admin = await enrol(access, administrator)
  secondAdmin = await enrol(access, { email: 'second@bank.example', role: 'administrator' })
  ana = await enrol(access, advisor)
  access.close()
  opened = []
})
afterAll(() => rmSync(templateDir, { recursive: true }))

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'access-'))
  cpSync(templateDir, dataDir, { recursive: true })
  now = new Date()
})
afterEach(() => {
  for (const access of opened) access.close()
  opened = []
  rmSync(dataDir, { recursive: true })
})

const secret = 'a secret of at least thirty-two characters'
const minute = 60_000

async function open(options: Partial<OpenAccessOptions> = {}): Promise<Access> {
  const access = await openAccess({
    dataDir,
    secret,
    accountsRequired: true,
    cookieSecure: false,
    servesDemoData: () => true,
    onUnexpected: (error) => unexpected.push(error),
    clock: () => now,
    ...options,
  })
  opened.push(access)
  return access
}

const openDemo = () => open({ secret: null, accountsRequired: false })

const withCookies = (setCookies: string[]) =>
  new Headers({ cookie: setCookies.map((cookie) => cookie.split(';')[0]).join('; ') })

async function signIn(access: Access, email: string, password: string): Promise<Headers> {
  const outcome = await access.desk.signIn({ email, password, address: '127.0.0.1' })
  if (outcome.problem !== null) throw new Error(outcome.problem)
  return withCookies(outcome.setCookies)
}

/** An account with a password of its own. */
async function enrol(access: Access, account: CreateAccountOptions): Promise<Headers> {
  const { email, oneTimePassword } = await createAccount(dataDir, account)
  const first = await signIn(access, email, oneTimePassword)
  const changed = await access.desk.changePassword(first, {
    current: oneTimePassword,
    next: passwordOf(email),
  })
  if (changed.problem !== null) throw new Error(changed.problem)
  return withCookies(changed.setCookies)
}
const passwordOf = (email: string) => `${email} has a long one`
const administrator = { email: 'admin@bank.example', role: 'administrator' }
const advisor = { email: 'ana@bank.example', role: 'advisor', name: 'Ana' }

const personOf = async (access: Access, headers: Headers) =>
  (await access.identifySession(headers))?.person ?? null

describe('A demo', () => {
  test('gives away a sign-in and a token, the same at every start, the token’s file for this user alone', async () => {
    const first = (await openDemo()).demo
    const second = (await openDemo()).demo
    expect(second).toEqual(first)
    expect(first?.password).toMatch(/^demo(-[0-9a-f]{4}){3}$/)
    expect(readFileSync(join(dataDir, 'demo-token'), 'utf8').trim()).toBe(first?.token)
    for (const file of ['demo-token', 'demo-secret', 'accounts.sqlite']) {
      expect(statSync(join(dataDir, file)).mode & 0o777, file).toBe(0o600)
    }
  })

  test('admits with them an advisor, and a program that reads and simulates', async () => {
    const access = await openDemo()
    const { email, password, token } = access.demo as NonNullable<Access['demo']>
    expect(await personOf(access, await signIn(access, email, password))).toMatchObject({
      email,
      role: 'advisor',
      isDemo: true,
      mustChangePassword: false,
    })
    const caller = access.identifyToken(`Bearer ${token}`)
    expect([...(caller?.scopes ?? [])]).toEqual(['clients:read', 'clients:simulate', 'model:read'])
  })

  test('admits nobody any more once other data are served, and gives nothing away at the next start', async () => {
    let isDemoData = true
    const access = await open({ secret: null, accountsRequired: false, servesDemoData: () => isDemoData })
    const { email, password, token } = access.demo as NonNullable<Access['demo']>
    const session = await signIn(access, email, password)
    const ownSession = await signIn(access, advisor.email, passwordOf(advisor.email))
    isDemoData = false
    expect(access.identifyToken(`Bearer ${token}`)).toBeNull()
    expect(await personOf(access, session)).toBeNull()
    expect(await personOf(access, ownSession)).toBeNull()
    expect(access.desk.demoSignIn()).toBeNull()

    const restarted = await open({ accountsRequired: false, servesDemoData: () => false })
    expect(restarted.demo).toBeNull()
    expect(restarted.identifyToken(`Bearer ${token}`)).toBeNull()
    const refused = await restarted.desk.signIn({ email, password, address: '' })
    expect(refused).toEqual({ problem: 'REFUSED' })
    expect(() => statSync(join(dataDir, 'demo-token'))).toThrow('ENOENT')
  })

  test('gives nothing away where accounts are required', async () => {
    await openDemo()
    expect((await open({ accountsRequired: true })).demo).toBeNull()
  })

  test('is made anew when its secret changes', async () => {
    const before = (await openDemo()).demo
    const access = await open({ secret, accountsRequired: false })
    expect(access.demo?.token).not.toBe(before?.token)
    expect(access.identifyToken(`Bearer ${before?.token}`)).toBeNull()
    expect(access.identifyToken(`Bearer ${access.demo?.token}`)).not.toBeNull()
    await signIn(access, access.demo?.email as string, access.demo?.password as string)
  })
})

test('Data of real people are not served without a secret', async () => {
  const opening = open({ secret: null, accountsRequired: false, servesDemoData: () => false })
  await expect(opening).rejects.toThrow(/AUTH_SECRET is not set.*openssl rand/)
})

describe('Signing in', () => {
  test('opens a session that scripts and other sites cannot use', async () => {
    const access = await open()
    const outcome = await access.desk.signIn({
      email: ' Ana@Bank.example ',
      password: passwordOf(advisor.email),
      address: '::1',
    })
    const [cookie, ...others] = (outcome as { setCookies: string[] }).setCookies
    expect(others).toEqual([])
    expect(cookie).toMatch(/^advisor-[0-9a-f]{8}\.session_token=.*HttpOnly; SameSite=Lax$/)
    const secure = await open({ cookieSecure: true })
    const again = await secure.desk.signIn({
      email: advisor.email,
      password: passwordOf(advisor.email),
      address: '',
    })
    expect((again as { setCookies: string[] }).setCookies[0]).toMatch(/^__Secure-.*Secure/)
  })

  test('says nothing of why it was refused: no account, wrong password, disabled', async () => {
    const access = await open()
    const disabled = { email: 'second@bank.example' }
    await access.desk.disableUser(admin, (await personOf(access, secondAdmin))?.userId as string)
    const attempts = [
      { email: 'nobody@bank.example', password: 'whatever it may be' },
      { email: advisor.email, password: 'whatever it may be' },
      { email: disabled.email, password: passwordOf(disabled.email) },
      { email: 'no address', password: 'x' },
      { email: advisor.email, password: 'x'.repeat(100_000) },
    ]
    for (const attempt of attempts) {
      expect(await access.desk.signIn({ ...attempt, address: '' })).toEqual({ problem: 'REFUSED' })
    }
  })

  test('is slowed down after ten failures of an account, known or not, even with the right password', async () => {
    const access = await open()
    for (const email of [advisor.email, 'nobody@bank.example']) {
      const attempt = (password: string, address: string) => access.desk.signIn({ email, password, address })
      const failures = await Promise.all(
        Array.from({ length: 10 }, (_, i) => attempt('wrong', `10.0.0.${i}`)),
      )
      expect(failures).toEqual(Array(10).fill({ problem: 'REFUSED' }))
      const blocked = await attempt(passwordOf(advisor.email), '10.0.1.1')
      expect(blocked).toEqual({ problem: 'TOO_MANY_ATTEMPTS', retryAfterSeconds: 900 })
    }
    now = new Date(now.getTime() + 15 * minute + 1)
    await signIn(access, advisor.email, passwordOf(advisor.email))
  })
})

describe('A session', () => {
  test('ends when the person signs out, and after a working day without use', async () => {
    const access = await open()
    const session = ana
    const other = await signIn(access, advisor.email, passwordOf(advisor.email))
    const { setCookies } = await access.desk.signOut(session)
    expect(setCookies[0]).toMatch(/Max-Age=0/)
    expect(await personOf(access, session)).toBeNull()
    expect(await personOf(access, other)).not.toBeNull()
    const accounts = openAccounts(dataDir)
    accounts.database.exec("update session set expires_at = unixepoch('subsec') * 1000 - 1")
    accounts.close()
    expect(await personOf(access, other)).toBeNull()
  })

  test('is not opened by a cookie that was signed with another secret', async () => {
    expect(await personOf(await open({ secret: secret.replace('a', 'b') }), ana)).toBeNull()
  })

  test('ends with a change of the password, but for the one that changed it', async () => {
    const access = await open()
    const elsewhere = ana
    const here = await signIn(access, advisor.email, passwordOf(advisor.email))
    const changed = await access.desk.changePassword(here, {
      current: passwordOf(advisor.email),
      next: 'another one that is long',
    })
    expect(await personOf(access, elsewhere)).toBeNull()
    expect(await personOf(access, here)).toBeNull()
    const renewed = withCookies((changed as { setCookies: string[] }).setCookies)
    expect(await personOf(access, renewed)).toMatchObject({ email: advisor.email })
    const old = { email: advisor.email, password: passwordOf(advisor.email), address: '' }
    expect(await access.desk.signIn(old)).toEqual({ problem: 'REFUSED' })
  })
})

describe('A change of the password', () => {
  const current = passwordOf(advisor.email)
  test.each([
    ['not the present one', { current: 'wrong', next: 'long enough for anyone' }, 'WRONG_PASSWORD'],
    ['too short a new one', { current, next: 'short' }, 'PASSWORD_TOO_SHORT'],
    ['too long a new one', { current, next: 'x'.repeat(129) }, 'PASSWORD_TOO_LONG'],
    ['the same again', { current, next: current }, 'PASSWORD_UNCHANGED'],
  ])('is refused for %s', async (_title, passwords, problem) => {
    const access = await open()
    const session = ana
    expect(await access.desk.changePassword(session, passwords)).toEqual({ problem })
    expect(await personOf(access, session)).not.toBeNull()
  })

  test('can’t be tried without end by who found an open session', async () => {
    const access = await open()
    const session = ana
    const outcomes = await Promise.all(
      Array.from({ length: 12 }, () =>
        access.desk.changePassword(session, { current: 'x', next: 'y'.repeat(12) }),
      ),
    )
    expect(outcomes.filter(({ problem }) => problem === 'TOO_MANY_ATTEMPTS')).toHaveLength(2)
  })

  test('is not for the demo’s account', async () => {
    const access = await openDemo()
    const { email, password } = access.demo as NonNullable<Access['demo']>
    const session = await signIn(access, email, password)
    const change = await access.desk.changePassword(session, { current: password, next: 'x'.repeat(20) })
    expect(change).toEqual({ problem: 'DEMO_ACCOUNT' })
  })
})

describe('An administrator', () => {
  test('makes an account whose password must be changed first', async () => {
    const access = await open()
    const made = await access.desk.createUser(admin, {
      email: 'New@bank.example',
      name: 'New',
      role: 'advisor',
    })
    const { oneTimePassword } = made as { oneTimePassword: string }
    expect(oneTimePassword).toMatch(/^([a-z2-9]{5}-){3}[a-z2-9]{5}$/)
    const session = await signIn(access, 'new@bank.example', oneTimePassword)
    expect(await personOf(access, session)).toMatchObject({ mustChangePassword: true })
    const changed = await access.desk.changePassword(session, {
      current: oneTimePassword,
      next: 'my own password',
    })
    const renewed = withCookies((changed as { setCookies: string[] }).setCookies)
    expect(await personOf(access, renewed)).toMatchObject({ mustChangePassword: false })
    const users = await access.desk.listUsers(admin)
    expect(users.map(({ email, role, sessions }) => [email, role, sessions])).toEqual([
      [administrator.email, 'administrator', 1],
      [advisor.email, 'advisor', 1],
      ['new@bank.example', 'advisor', 1],
      ['second@bank.example', 'administrator', 1],
    ])
  })

  test.each([
    [{ email: administrator.email.toUpperCase() }, 'EMAIL_TAKEN'],
    [{ email: 'no address' }, 'INVALID_EMAIL'],
    [{ name: ' ' }, 'INVALID_NAME'],
    [{ name: 'x'.repeat(101) }, 'INVALID_NAME'],
  ])('makes none of %j', async (changes, problem) => {
    const access = await open()
    const user = { email: 'x@bank.example', name: 'X', role: 'advisor' as const, ...changes }
    expect(await access.desk.createUser(admin, user)).toEqual({ problem })
  })

  test('disables an account: its sessions and tokens end at once, and it can be enabled again', async () => {
    const access = await open()
    const second = secondAdmin
    const { token } = (await access.desk.createToken(second, tokenOf(['clients:read']))) as { token: string }
    expect(access.identifyToken(`Bearer ${token}`)).not.toBeNull()
    const userId = (await personOf(access, second))?.userId as string
    await access.desk.disableUser(admin, userId)
    expect(await personOf(access, second)).toBeNull()
    expect(access.identifyToken(`Bearer ${token}`)).toBeNull()
    expect((await access.desk.listTokens(admin))[0]?.state).toBe('ownerDisabled')
    await access.desk.enableUser(admin, userId)
    await signIn(access, 'second@bank.example', passwordOf('second@bank.example'))
    expect(access.identifyToken(`Bearer ${token}`)).not.toBeNull()
  })

  test('gives a new password, which ends the sessions of the old one', async () => {
    const access = await open()
    const session = ana
    const userId = (await personOf(access, session))?.userId as string
    const reset = (await access.desk.resetPassword(admin, userId)) as { oneTimePassword: string }
    expect(await personOf(access, session)).toBeNull()
    const renewed = await signIn(access, advisor.email, reset.oneTimePassword)
    expect(await personOf(access, renewed)).toMatchObject({ mustChangePassword: true })
  })

  test('changes a role, which counts at the next request', async () => {
    const access = await open()
    const session = ana
    const userId = (await personOf(access, session))?.userId as string
    expect(await access.desk.setRole(admin, userId, 'data_scientist')).toEqual({ problem: null })
    expect(await personOf(access, session)).toMatchObject({ role: 'data_scientist' })
    expect((await personOf(access, session))?.scopes.has('decisions:write')).toBe(false)
  })

  test('does not take their own rights away, nor touch the demo’s account', async () => {
    const access = await open({ accountsRequired: false })
    const users = await access.desk.listUsers(admin)
    const idOf = (wanted: string) => users.find(({ email }) => email === wanted)?.userId as string
    for (const [userId, problem] of [
      [idOf(administrator.email), 'OWN_ACCOUNT'],
      [idOf(access.demo?.email as string), 'DEMO_ACCOUNT'],
      ['nobody', 'UNKNOWN_USER'],
    ] as const) {
      expect(await access.desk.disableUser(admin, userId)).toEqual({ problem })
      expect(await access.desk.setRole(admin, userId, 'advisor')).toEqual({ problem })
      expect(await access.desk.resetPassword(admin, userId)).toEqual({ problem })
    }
  })
})

const tokenOf = (scopes: string[], expiresInDays: number | null = null) => ({
  name: 'A program',
  scopes,
  expiresInDays,
})

test.each(['an advisor', 'an administrator whose password was seen', 'a stranger'])(
  'Nobody else manages accounts or tokens: %s',
  async (who) => {
    const { desk } = await open()
    if (who.startsWith('an administrator')) mustChangePassword()
    const headers = { 'an advisor': ana, 'a stranger': new Headers() }[who] ?? admin
    const asked = [
      desk.listUsers(headers),
      desk.createUser(headers, { email: 'y@bank.example', name: 'Y', role: 'administrator' }),
      desk.setRole(headers, 'x', 'administrator'),
      desk.disableUser(headers, 'x'),
      desk.enableUser(headers, 'x'),
      desk.resetPassword(headers, 'x'),
      desk.listTokens(headers),
      desk.createToken(headers, tokenOf(['clients:read'])),
      desk.revokeToken(headers, 'x'),
    ]
    for (const outcome of await Promise.allSettled(asked)) expect(outcome.status).toBe('rejected')
  },
)

function mustChangePassword(): void {
  const accounts = openAccounts(dataDir)
  accounts.database.exec('update user set must_change_password = 1')
  accounts.close()
}

describe('A token', () => {
  test('admits a program with the scopes that it was made with', async () => {
    const access = await open()
    const { token } = (await access.desk.createToken(admin, tokenOf(['clients:read', 'audit:read']))) as {
      token: string
    }
    expect(token).toMatch(/^pad_[\w-]{43}$/)
    const [listed] = await access.desk.listTokens(admin)
    expect(JSON.stringify(listed)).not.toContain(token)
    const caller = access.identifyToken(`bearer ${token}`)
    expect(caller).toEqual({
      actor: `token:${listed?.tokenId}`,
      scopes: new Set(['clients:read', 'audit:read']),
      isDemo: false,
    })
    expect(listed?.lastUsedAt).toBeNull()
    expect((await access.desk.listTokens(admin))[0]).toMatchObject({ lastUsedAt: now, state: 'active' })
    expect(readFileSync(join(dataDir, 'accounts.sqlite')).includes(token)).toBe(false)
  })

  test.each([
    undefined,
    '',
    'Bearer',
    'Bearer ',
    'Bearer pad_x',
    'Basic pad_x',
    `Bearer ${'x'.repeat(10_000)}`,
  ])('is not %s', async (authorization) => expect((await open()).identifyToken(authorization)).toBeNull())

  test('ends when it is revoked, in every process at once', async () => {
    const access = await open()
    const other = await open()
    const { token } = (await access.desk.createToken(admin, tokenOf(['clients:read']))) as { token: string }
    for (const process of [access, other]) expect(process.identifyToken(`Bearer ${token}`)).not.toBeNull()
    const tokenId = (await access.desk.listTokens(admin))[0]?.tokenId as string
    expect(await other.desk.revokeToken(admin, tokenId)).toEqual({ problem: null })
    for (const process of [access, other]) expect(process.identifyToken(`Bearer ${token}`)).toBeNull()
    expect(await access.desk.revokeToken(admin, tokenId)).toEqual({ problem: 'UNKNOWN_TOKEN' })
  })

  test('ends with its last day', async () => {
    const access = await open()
    const { token } = (await access.desk.createToken(admin, tokenOf(['clients:read'], 30))) as {
      token: string
    }
    expect(access.identifyToken(`Bearer ${token}`)).not.toBeNull()
    now = new Date(now.getTime() + 30 * 24 * 60 * minute)
    expect(access.identifyToken(`Bearer ${token}`)).toBeNull()
    expect((await access.desk.listTokens(admin))[0]?.state).toBe('expired')
  })

  test.each([
    [tokenOf([]), 'INVALID_SCOPES'],
    [tokenOf(['accounts:manage']), 'INVALID_SCOPES'],
    [tokenOf(['all']), 'INVALID_SCOPES'],
    [tokenOf(['clients:read'], 0), 'INVALID_EXPIRY'],
    [tokenOf(['clients:read'], 1.5), 'INVALID_EXPIRY'],
    [tokenOf(['clients:read'], 366), 'INVALID_EXPIRY'],
    [{ ...tokenOf(['clients:read']), name: '' }, 'INVALID_NAME'],
  ])('is not made of %j', async (token, problem) => {
    const access = await open()
    expect(await access.desk.createToken(admin, token)).toEqual({ problem })
  })
})

describe('An account made from the machine of the service', () => {
  test.each([
    [{ email: 'no address', role: 'advisor' }, /--email is no address; an e-mail address is expected/],
    [{ role: 'advisor' }, /--email is missing/],
    [
      { email: 'a@bank.example', role: 'boss' },
      /--role is boss; one of advisor, data_scientist, administrator/,
    ],
    [{ email: 'a@bank.example' }, /--role is missing/],
    [{ email: 'a@bank.example', reset: true }, /has no account\. Make one without --reset/],
  ])('is not made of %j', async (options, message) => {
    await expect(createAccount(dataDir, options)).rejects.toThrow(message)
  })

  test('is not made twice, but let in again when its password is lost, even disabled', async () => {
    const access = await open()
    const session = admin
    await expect(createAccount(dataDir, administrator)).rejects.toThrow(/has an account already.*--reset/)
    const { oneTimePassword, role } = await createAccount(dataDir, {
      email: administrator.email,
      reset: true,
    })
    expect(role).toBe('administrator')
    expect(await personOf(access, session)).toBeNull()
    const again = await signIn(access, administrator.email, oneTimePassword)
    expect(await personOf(access, again)).toMatchObject({ mustChangePassword: true, role: 'administrator' })
  })
})
