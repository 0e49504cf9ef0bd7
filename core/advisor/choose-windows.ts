import { readCategoryColumn } from '#db/store/client-columns.ts'
import type { FeatureStore } from '#db/store/open-feature-store.ts'
import { listWindows } from '#db/store/queries/list-windows.ts'
import { AdvisorError } from '../contracts/advisor-error.ts'
import type { AdvisorContext } from './open-advisor.ts'

/** A window and its clients, by their numbers in the order of ids. */
export interface ChosenWindow {
  name: string
  members: Uint32Array
}

/**
 * The window that the model was trained on, and one to compare with it.
 *
 * @param asked The current window; the latest unless given.
 * @throws AdvisorError UNKNOWN_WINDOW, or NO_WINDOW_TO_COMPARE when the store lacks one of the two.
 */
export function chooseWindows(
  { store, scorer }: AdvisorContext,
  asked: string | undefined,
): { reference: ChosenWindow; current: ChosenWindow } {
  const trainedOn = scorer.bundle.manifest.trainingData.window
  const others = listOtherWindows(store, trainedOn).map(({ name }) => name)
  if (asked !== undefined && !others.includes(asked)) throw createUnknownWindowError(asked, trainedOn, others)
  const current = findWindow(store, asked ?? others.at(-1) ?? '')
  const reference = findWindow(store, trainedOn)
  if (reference.members.length > 0 && current.members.length > 0) return { reference, current }
  throw new AdvisorError('NO_WINDOW_TO_COMPARE', {
    found: `The store holds the windows ${listWindows(store)
      .map(({ name }) => name)
      .join(', ')}.`,
    expected: `Expected clients of ${trainedOn}, on which the model was trained, and of another window.`,
    nextStep: 'Import a later window, or train and promote a model on the data in the store.',
  })
}

/** The windows that can be compared with the one that the model was trained on, the latest last. */
export function listOtherWindows(store: FeatureStore, trainedOn: string) {
  return listWindows(store).filter(({ name }) => !partsOf(trainedOn).includes(name))
}

/** Training on several windows names them all: "train+march". */
function partsOf(name: string): string[] {
  return name.split('+')
}

function findWindow(store: FeatureStore, name: string): ChosenWindow {
  const { codes, categories } = readCategoryColumn(store, 'window')
  const parts = partsOf(name)
  const isMember = Uint8Array.from([0, ...categories.map((category) => Number(parts.includes(category)))])
  const members = new Uint32Array(codes.length)
  let count = 0
  for (let client = 0; client < codes.length; client++) {
    if (isMember[codes[client]!]) members[count++] = client
  }
  return { name, members: members.slice(0, count) }
}

function createUnknownWindowError(asked: string, trainedOn: string, others: readonly string[]): AdvisorError {
  return new AdvisorError('UNKNOWN_WINDOW', {
    found: partsOf(trainedOn).includes(asked)
      ? `${asked} is the window that the model was trained on: the reference itself.`
      : `There is no window "${asked.slice(0, 60)}".`,
    expected: `Expected one of: ${others.join(', ')}.`,
    nextStep: 'Correct the name and call again, or leave window out for the latest.',
  })
}
