import { Agent, type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from 'node:http'

export interface Question {
  path: string
  /** Sent as JSON, by POST. */
  body?: object
}

export interface Answer {
  question: Question
  status: number
  headers: IncomingHttpHeaders
  text: string
}

export interface Asking {
  /** How many were answered so far. */
  answered(): number
  /** Every connection ends after its present question. Rejects with the first failure. */
  stop(): Promise<void>
  /** Settles when every connection was refused, as a server that has stopped does. Rejects with the first failure. */
  refused(): Promise<void>
}

export interface AskingOptions {
  connections: number
  /** Throws when an answer is not what it should be. */
  check: (answer: Answer) => void
  /** What every request sends, such as what lets it in. */
  headers?: OutgoingHttpHeaders
}

/**
 * Asks a server all the time, over several connections that are kept open, each question as soon as the one before is
 * answered. A connection that breaks before its answer is a failure; one that can't be made any more ends the asking.
 *
 */
export function keepAsking(
  url: string,
  questions: readonly Question[],
  { connections, check, headers = {} }: AskingOptions,
): Asking {
  let answered = 0
  let isStopped = false
  const failures: unknown[] = []

  async function askAlong(first: number): Promise<void> {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    for (let i = first; !isStopped && failures.length === 0; i++) {
      try {
        check(await ask(url, questions[i % questions.length] as Question, { agent, headers }))
        answered++
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ECONNREFUSED') failures.push(error)
        break
      }
    }
    agent.destroy()
  }
  const all = Promise.all(Array.from({ length: connections }, (_, i) => askAlong(i * 3)))
  const settle = async () => {
    await all
    if (failures.length > 0) throw failures[0]
  }
  return {
    answered: () => answered,
    refused: settle,
    stop() {
      isStopped = true
      return settle()
    },
  }
}

function ask(
  url: string,
  question: Question,
  { agent, headers: credentials }: { agent: Agent; headers: OutgoingHttpHeaders },
): Promise<Answer> {
  const body = question.body && JSON.stringify(question.body)
  const headers = {
    ...credentials,
    accept: body ? 'application/json, text/event-stream' : '*/*',
    ...(body && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
  }
  return new Promise((resolve, reject) => {
    const sent = request(url + question.path, { method: body ? 'POST' : 'GET', agent, headers })
    sent.once('error', (error) => reject(Object.assign(error, { question })))
    sent.once('response', (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (chunk) => {
        text += chunk
      })
      response.once('error', reject)
      response.once('end', () => {
        const { statusCode: status = 0, headers } = response
        if (response.complete) resolve({ question, status, headers, text })
        else reject(new Error(`${question.path} was cut off`))
      })
    })
    sent.end(body)
  })
}
